import pytest

from bias_audit.language import guess, with_languages
from bias_audit.model import Block, BlockKind, Document, Place

# Written for these tests: the language, then sentences of it.
LINES = {
    "gd": """
        Tha an sgoil againn ri taobh na mara agus tha i glè mhòr.
        Chaidh a' chlann dhan choille agus chunnaic iad fiadh.
        Cò às a tha thu agus dè an t-ainm a th' ort?
        Bha an t-uisge ann fad an latha, ach bha sinn toilichte.
        Tha mi ag ionnsachu mu dheidhinn nan reultan anns a' chlas.
        Dèan liosta de na rudan a tha agad air a' bhòrd.
        Chan eil fhios agam carson a tha an t-uisge fuar.
        Bidh sinn a' cluich ball-coise nuair a bhios an latha tioram.
        Tha trì taighean air an rathad seo agus tha iad uile geal.
        Sgrìobh d' ainm an seo agus leugh an sgeulachd le caraid.
        Càit a bheil an leabhar a bha agad an-dè?
        Tha mo sheanmhair a' fuireach anns an Eilean Sgitheanach agus tha i trang.
    """,
    "sco": """
        The bairns cannae gang oot the day because the burn is ower high.
        Ma granny bides in a wee hoose abune the toun and she kens aabody.
        Whit wey are ye no comin hame wi us the nicht?
        He didnae ken whaur the dug had gaun, sae he speired at his faither.
        We hae twa kye and a guid wheen hens in oor yaird.
        Dinnae forget tae tak yer jaiket, it's fair cauld oot thonder.
        The auld man gied the lassies a puckle aipples frae his ain tree.
        I wisnae sure whit tae dae wi aa thae stanes.
        The mune wis heich abune the hoose and the hale toun wis quate.
        Naebody wid gie him a haund tae mak the brig.
    """,
    "fr": """
        Les élèves sont dans la cour et ils jouent avec un ballon.
        Nous avons mesuré la température de l'eau pour cette expérience.
        Écrivez votre nom sur la feuille et lisez les questions avec soin.
        Il ne faut pas oublier que les plantes ont besoin de lumière.
    """,
    "de": """
        Die Kinder spielen im Garten und sie haben einen kleinen Hund.
        Wir haben gelernt, dass das Wasser bei null Grad nicht mehr flüssig ist.
        Schreibe deinen Namen auf das Blatt und lies die Fragen mit einem Freund.
        Er ist heute nicht in der Schule, aber seine Schwester ist da.
    """,
    "es": """
        Los niños están en el patio y juegan con una pelota.
        La maestra dice que el agua no es un gas, pero puede serlo.
        Escribe tu nombre en la hoja y lee las preguntas con un compañero.
        Mi abuela vive en una casa muy grande cerca del mar.
    """,
    "pl": """
        Dzieci są w ogrodzie i bawią się z małym psem.
        Nie wiem, czy to jest dobra odpowiedź, ale można ją sprawdzić.
        Napisz swoje imię na kartce i przeczytaj pytania, które są przy tekście.
        Moja babcia mieszka w domu nad rzeką i jest już bardzo stara.
    """,
    "it": """
        I bambini sono nel giardino e giocano con il cane della vicina.
        Non è vero che l'acqua è sempre un liquido, ma spesso lo è.
        Scrivi il nome sul foglio e leggi le domande con un amico, per favore.
        La nonna abita in una casa che si trova fra il mare e la collina.
    """,
    "nl": """
        De kinderen zijn in de tuin en zij spelen met een kleine hond.
        Het is niet waar dat het water altijd koud is, maar vaak wel.
        Schrijf je naam op het blad en lees de vragen met een vriend.
        Wij wonen in een huis dat dicht bij de zee staat en het is oud.
    """,
    "cy": """
        Mae'r plant yn yr ardd ac maen nhw yn chwarae gyda'r ci.
        Mae fy nain yn byw mewn tŷ sydd wrth y môr ac mae hi yn hapus.
        Ysgrifennwch eich enw ar y papur ac yna darllenwch y stori gyda ffrind.
        Beth oedd y tywydd fel pan oedd y dosbarth ar y traeth?
    """,
    "ga": """
        Tá na páistí sa ghairdín agus tá siad ag imirt leis an madra.
        Níl a fhios agam cad é an freagra, ach tá sé sa leabhar seo.
        Scríobh d'ainm ar an mbileog agus léigh na ceisteanna le cara sa rang.
        Bhí an aimsir go breá nuair a bhí sinn ag dul chun na farraige.
    """,
    "ar": """
        يلعب الأطفال في الحديقة مع كلب صغير كل صباح
        اكتب اسمك على الورقة ثم اقرأ الأسئلة مع صديق
    """,
    "ru": """
        Дети играют в саду с маленькой собакой.
        Напишите своё имя на листе и прочитайте вопросы.
    """,
    "zh": """
        孩子们在花园里和小狗一起玩。
        请把你的名字写在纸上,然后读问题。
    """,
    "en": """
        The children are in the garden and they play with a small dog.
        Write your name on the sheet and read the questions with a friend.
        Mhairi and Eilidh met Seonaid NicDhòmhnaill at the ferry in Port nan Long.
        Ailidh MacLeod, Iain Mac a' Ghobhainn and Ciara Ní Bhriain share a lab bench.
        Los Angeles, San Francisco and Las Vegas are cities in the west of the United States.
        Leonardo da Vinci, Ludwig van Beethoven and Vincent van Gogh are in the list.
        Maria de la Cruz and José del Río run the robotics club.
        for i in range(10): print(i, end=" ") and then look at what you see.
        if (x > 0) { y = x + a; z = y - b; } else { let i = 0; }
        F = ma, so a = F / m; find a when m is 2 kg and F is 6 N.
        The angles α, β and γ of a triangle add up to 180 degrees.
        Δx · Δp ≥ ħ/2 holds for any particle that we measure.
        Ken, Les and Ann met a wee dog on the way home from the hall.
        It was a bonnie morning and the lassies were first up the hill.
        The Gaelic word for school is sgoil, and the word for house is taigh.
        Burns wrote about a mouse: wee, sleekit, cow'rin, tim'rous beastie.
        A Tyrannosaurus rex skull is in the museum, and so is an ammonite.
        Warm air rises, cold air sinks, air moves from high to low.
        Does a vector in R have an inverse, or is it an element of a group?
        An atom, an ion and an isotope: how are they not alike?
        Die, die, die: roll the die and write the number down.
        Come to the Café des Arts for a crêpe and a hot chocolate.
        The par value, the pan, the pain and the chat are on the list.
        The E. coli, S. aureus and B. subtilis plates go in the incubator.
        Saoirse said that the Taoiseach and the Tánaiste were in the Dáil.
        Add 2 tbsp of oil, 1 onion and 200 g of lentils, then stir.
        In a des res near the coast, the la-di-da owner sat on a settee.
        The Edinburgh Fringe, the Royal Mile and Arthur's Seat are near here.
        Sum the values of x, y and z, then divide by n to get the mean.
        Bring your jotter, your ruler and a sharp pencil to the next lesson.
        Ask Aye-Aye the lemur what he eats at night.
        E = mc squared is the best known equation of all.
        SELECT name FROM pupils WHERE stage = 'S2' ORDER BY name;
        The die casting line at Ayr makes parts in zinc and tin.
        Over 40 people work at the quarry, and most of them live in the glen.
        Nurses, joiners, welders, chefs, coders, pilots and farmers came to speak.
        Vocabulary: evaporation, condensation, precipitation, run-off, ground water.
        Aileen told us that Oban, Mallaig and Tobermory each have a lifeboat.
        He said no, she said yes, and the others did not mind.
        The ceilidh band plays a reel, a jig, a strathspey and a waltz.
    """,
}
LABELLED = [(tag, line.strip()) for tag, lines in LINES.items() for line in lines.strip().splitlines()]


def test_labelled_lines_are_told_apart() -> None:
    wrong = [(tag, guess(line), line) for tag, line in LABELLED if (guess(line) or "en") != tag]
    assert len(LABELLED) >= 100
    assert [row for row in wrong if row[0] == "en"] == []  # English is never taken for anything else
    assert len(wrong) <= 0.03 * len(LABELLED), wrong


@pytest.mark.parametrize("text", ["", "Agus", "1 2 3 4 5", "Fireman Sam", "x = y", "Tha e fuar."])
def test_what_is_too_short_stays_undecided(text: str) -> None:
    assert guess(text) == ""


def block(text: str, kind: BlockKind = "paragraph", language: str = "en") -> Block:
    return Block(text, kind, Place("paragraph 1"), language=language)


def document(*blocks: Block) -> Document:
    return Document("x.txt", "text/plain", "", blocks)


GAELIC = "Tha an sgoil againn ri taobh na mara agus tha i glè mhòr."
ENGLISH = "The children are in the garden and they play with a small dog that they found by the shed."


def test_english_document_is_left_as_it_is() -> None:
    lesson = document(block("Shapes", "heading"), block(ENGLISH), block("Kyle, 4B"))
    assert with_languages(lesson) is lesson


def test_passages_in_another_language_are_marked_and_said() -> None:
    read = with_languages(document(block(ENGLISH), block(ENGLISH), block(GAELIC), block("Sgoil", "heading")))
    assert [b.language for b in read.blocks] == ["en", "en", "gd", "en"]
    assert [(w.code, w.count, w.message) for w in read.warnings] == [
        ("other-language", 1, "1 passage is in Gaelic: rules for English were not used on it.")
    ]


def test_several_languages_are_counted_each() -> None:
    read = with_languages(document(block(ENGLISH * 9), block(GAELIC), block(GAELIC), block(LINES["fr"].strip())))
    assert read.warnings[0].message == (
        "2 passages are in Gaelic and 1 passage is in French: rules for English were not used on them."
    )
    assert read.warnings[0].count == 3


def test_short_blocks_follow_the_documents_language() -> None:
    read = with_languages(document(block("An sgoil", "heading"), block(GAELIC), block(GAELIC)))
    assert [b.language for b in read.blocks] == ["gd", "gd", "gd"]


def test_what_the_reader_said_stays_unless_the_words_are_plainly_english() -> None:
    read = with_languages(
        document(block(ENGLISH), block("Hallo, Feuerwehr", language="de"), block(ENGLISH, language="de"))
    )
    assert [b.language for b in read.blocks] == ["en", "de", "en"]


def test_code_and_sources_are_not_guessed() -> None:
    texts = [line for tag, line in LABELLED if tag == "fr"]
    lesson = document(block(ENGLISH * 20), block(texts[0], "code"), block(texts[1], "reference"))
    assert with_languages(lesson) is lesson
