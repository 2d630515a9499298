"""Who is who by apposition, lists, kinship, letters and speech; each rule with words that look like it and are not."""

import pytest
from counts import counted, read, said

from bias_audit.model import People
from bias_audit.people.describing import opening


def roles(people: People) -> dict[str, tuple[str, ...]]:
    return {p.label: p.roles for p in people.persons if not p.general}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # nouns in a row after "was", in apposition, in a list of who does what
        (["Bashir was a porter, a baker and a very good cook."], {"Bashir": ("porter", "baker", "cook")}),
        (["Our former cashier, a retired postman, waved."], {"former cashier": ("cashier", "postman")}),
        (["A cook, a postman and a vet came."], {"A cook": ("cook",), "a postman": ("postman",), "a vet": ("vet",)}),
        (["Agnes Lowe – joiner", "Iona Reid – welder"], {"Agnes Lowe": ("joiner",), "Iona Reid": ("welder",)}),
        (["Our head chef is Bruno."], {"Bruno": ("head chef",)}),
        (["Our head chef is not Bruno."], {"head chef": ("head chef",), "Bruno": ()}),
        (["My tutor is a lad called Hassan."], {"Hassan": ("tutor",)}),
        (["Petra and Amal are electricians."], {"Petra": ("electrician",), "Amal": ("electrician",)}),
        # a noun in no list
        (["Petra works as a glassblower."], {"Petra": ("glassblower",)}),
        (["Petra, a puppeteer from Ayr, sang."], {"Petra": ("puppeteer",)}),
        (["Petra is a danger. Her bike is a folder."], {"Petra": ()}),
        (["Petra, a supper or a dinner?"], {"Petra": ()}),
        # what somebody is called, and what somebody is made
        (["His aunt Mina calls him the professor."], {"someone called he": (), "Aunt Mina": ()}),
        # titles and gendered nouns are jobs; a title alone speaks to somebody
        (["Constable Reid waved to the landlady."], {"Constable Reid": ("constable",), "the landlady": ("landlady",)}),
        (["Paola frowned. “Who did this?”", "“Me, Chef,” said Declan."], {"Paola": ("chef",), "Declan": ()}),
        # a noun that is a thing as well
        (["The chair asked Farid to wait."], {"The chair": ("chair",), "Farid": ()}),
        (["The chair stood by the window. Farid sat."], {"Farid": ()}),
        (["A GP helped Farid."], {"A GP": ("gp",), "Farid": ()}),
    ],
)  # fmt: skip
def test_find_people_says_what_somebody_does(texts: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    assert roles(read(*texts)) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["A chemist wrote his notes. A second chemist wrote hers."], {"A chemist": "he", "A second chemist": "she"}),
        # by the clause before
        (["Samir has the key, and he can open the hall. Leila waits."], {"Samir": "he", "Leila": "not stated"}),
        (["Mrs Orr waited all day. Samir was late, and she worried."], {"Mrs Orr": "she", "Samir": "not stated"}),
        (["Leila and Samir share a desk, and she keeps it tidy. Samir lost his pen."], {"Leila": "she", "Samir": "he"}),
        (["Leila and Samir share a desk, and she keeps it tidy."], {"Leila": "not stated", "Samir": "not stated"}),
        (["A surgeon washed her hands."], {"A surgeon": "she"}),
        (["Mr Lowe lay down. It rained. A nurse took his pulse."], {"Mr Lowe": "he", "A nurse": "not stated"}),
        (["Mr Lowe lay down. A surgeon checked her watch."], {"Mr Lowe": "he", "A surgeon": "she"}),
        (["Mr Lowe lay down. A surgeon checked his pulse."], {"Mr Lowe": "he", "A surgeon": "not stated"}),
        (["Samir likes his with salt."], {"Samir": "he"}),
        (["Leila thanked Zofia and made a note in her own book."], {"Leila": "she", "Zofia": "not stated"}),
        (["Lee uses she and they. Beth drives them, for she is near."], {"Lee": "more than one", "Beth": "she"}),
        (["It was late for a girl. Nurse Chen says she is busy."], {"a girl": "she", "Nurse Chen": "she"}),
        (["Mrs Hay felt ill. The doctor said she was."], {"Mrs Hay": "she", "The doctor": "not stated"}),
        # in what somebody says
        (["Mrs Orr sat. “Samir’s, for he blew on it,” she said."], {"Mrs Orr": "she", "Samir": "he"}),
        (["Zofia came in. “Sit,” said Mr Orr. “It is late.” She sat."], {"Zofia": "she", "Mr Orr": "he"}),
        # kin
        (["Mr Hay rang his daughter Ines. Her father was late."], {"Mr Hay": "he", "Ines": "she"}),
        (["Mr Hay rang his daughter Ines. Her mother was late."], {"Mr Hay": "he", "Ines": "she", "mother": "she"}),
        (["Leila’s mum welds. Samir’s mum bakes."], {"Leila": "not stated", "mum": "she", "Samir": "not stated"}),
        (["Mr and Mrs Conti lent us a van. Her husband drove."], {"Mr Conti": "he", "Mrs Conti": "she"}),
        (["I sailed and I fished. My father sang. Dad was happy."], {"I": "not stated", "father": "he"}),
        (["The baker, his wife and their lodger ate."], {"The baker": "he", "wife": "she", "lodger": "not stated"}),
        # a new word for somebody known, and for somebody new
        (["Zofia shut her book. The girl frowned."], {"Zofia": "she"}),
        (["Zofia reads aloud. The girl frowned."], {"Zofia": "not stated", "The girl": "she"}),
        (["Zofia shut her book. The girl by the door sang."], {"Zofia": "she", "The girl": "she"}),
        (["Father Burke came. The priest smiled."], {"Father Burke": "he"}),
        (["Mina Roy lets the 18-year-old drive."], {"Mina Roy": "not stated"}),
        (["Reporter: asks the questions. He writes."], {"Reporter": "he"}),
        (["Born in Govan, the daughter of Ann Lee, she left."], {"someone called she": "she", "Ann Lee": "not stated"}),
        # names told later, or again
        (["A miller heard of it. His name was Piotr Zielak."], {"Piotr Zielak": "he"}),
        (["Margaret Hay, known as Peggy, sang. Peggy left."], {"Margaret Hay": "not stated"}),
        (["A crofter called Hughina sang. Hughina left."], {"Hughina": "not stated"}),
        (["A mum of three, Kirsty Boyd opened a shop."], {"Kirsty Boyd": "she"}),
        (["I was born in Ayr, the son of a miller. I sailed."], {"I": "he"}),
        (["I fished for years. I sold my boat.", "– Leila Hay, 61"], {"Leila Hay": "not stated"}),
        (["I fished for years. I sold my boat.", "Leila Hay, fisher, Wick"], {"Leila Hay": "not stated"}),
        (["I fished with Ana Hay. I sold it.", "Ana Hay, fisher"], {"I": "not stated", "Ana Hay": "not stated"}),
        (["Dear Mrs Roy,", "I saw you.", "Yours,", "Amal"], {"Mrs Roy": "she", "Amal": "not stated"}),
        (["Hi Samir,", "I saw you and I waved.", "Cheers,", "Amal"], {"Samir": "not stated", "Amal": "not stated"}),
        # names in words that are more than a name
        (["On Tuesday Kwame rang."], {"Kwame": "not stated"}),
        (["Her neighbour Frank lent her a drill."], {"Frank": "not stated", "someone called she": "she"}),
        (["Kai, who is non-binary, plays chess."], {"Kai": "they"}),
        (["I met Kai. Kai told me that they are non-binary."], {"I": "not stated", "Kai": "they"}),
        (["Kai told Ewan that she is non-binary."], {"Kai": "not stated", "Ewan": "not stated"}),
        (["Grace, 19, plays chess."], {"Grace": "not stated"}),
        (["Mia: Is it done?", "Theo: It is.", "Mia: Oh!"], {"Mia": "not stated", "Theo": "not stated"}),
        (["Art: paint a bowl.", "Art: hang it up."], {}),
        (["Rania Fakhouri (Mrs)"], {"Rania Fakhouri": "she"}),
        (["“Who won?” asked Granny. Bonnie pointed."], {"Granny": "she", "Bonnie": "not stated"}),
    ],
)  # fmt: skip
def test_find_people_knows_who_is_meant(texts: list[str], expected: dict[str, str]) -> None:
    assert said(read(*texts)) == expected


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Oskar, who speaks Polish at home, smiled.", {"language": ("polish",)}),
        ("Oskar speaks no Polish.", {}),
        ("Ewa is fluent in Arabic and Urdu.", {"language": ("arabic", "urdu")}),
        ("Ewa said something in Gaelic.", {"language": ("gaelic",)}),
        ("A Gaelic speaker smiled.", {"language": ("gaelic",)}),
        ("Her first language is Tamil.", {"language": ("tamil",)}),
        ("Her Gaelic is rusty.", {"language": ("gaelic",)}),
        ("His English mug broke.", {}),
        ("Ewa grew up speaking Urdu.", {"language": ("urdu",)}),
        ("Jonas taught himself Italian.", {"language": ("italian",)}),
        ("Ewa sang in Welsh.", {"language": ("welsh",)}),
        ("Ewa wears a hearing aid and walks with a frame.", {"disability": ("a hearing aid", "walks with a frame")}),
        ("Jonas went blind.", {"disability": ("blind",)}),
        ("Jonas is Deaf himself.", {"disability": ("deaf",)}),
        ("Jonas used a wheelchair ramp.", {}),
        ("Jonas is black and blue all over.", {}),
        ("A boy with autism waited.", {"disability": ("autism",)}),
        ("If Ewa has a tremor, she may sit.", {}),
        ("Ewa is colour-blind.", {"disability": ("colour-blind",)}),
        ("Yusuf came here from Syria.", {"race": ("from syria",)}),
        ("Lena is from Leeds.", {}),
        ("Lena is a Quaker.", {"religion": ("quaker",)}),
        ("Lena, a Quaker, spoke.", {"religion": ("quaker",)}),
        ("Lena was raised a Catholic.", {"religion": ("catholic",)}),
        ("Lena converted to Islam.", {"religion": ("islam",)}),
        ("Lena is not religious.", {"religion": ("not religious",)}),
        ("Lena wrote to a Catholic school teacher.", {}),
        ("The French horn player smiled.", {}),
        ("My English teacher smiled.", {}),
        ("Papa is white.", {"family": ("papa",)}),
        ("Old Mrs Lamont smiled.", {"age": ("old",)}),
        ("Jonas is twice as old as Ewa.", {}),
        ("Jonas left school at sixteen.", {"age": ("at sixteen",)}),
        ("Jonas trained as a vet at 47.", {"age": ("at 47",)}),
        ("Jonas drove at 60.", {}),
        ("Jonas left the house at ten.", {}),
        ("Jonas is visiting at thirteen Acre Road.", {}),
        ("A grandmother of five smiled.", {"family": ("grandmother",)}),
        ("An 80-year-old man smiled.", {"age": ("80-year-old",)}),
        ("Jonas retired in May.", {"age": ("retired",)}),
        ("Jonas turned thirty.", {"age": ("thirty",)}),
        ("Jonas turned left.", {}),
        ("She is in her late sixties.", {"age": ("sixties",)}),
        ("She lived in her sixties house.", {}),
        ("Jonas has Down’s syndrome.", {"disability": ("down's syndrome",)}),
        ("Professor Roy smiled.", {"level": ("professor",)}),
        ("The student nurse smiled.", {"level": ("student nurse",)}),
        ("The deputy manager smiled.", {"level": ("deputy manager",)}),
    ],
)
def test_find_people_describes_by_the_words_alone(text: str, described: dict[str, tuple[str, ...]]) -> None:
    assert dict(read(text).persons[0].described) == described


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (["Interviewer: Dr Mensah, you are a welder?", "Dr Mensah: I am."], ["Interviewer", "Dr Mensah"]),
        (["“Your lad is nice,” my gran told Ona."], ["gran"]),
        (["“It is early,” Ona said. “Wait.” According to Samir, nobody came."], ["Ona", "Ona"]),
        (["“Mine,” Samir decided."], ["Samir"]),
        (["“Whose is it?” Ona held up a shoe. Nobody spoke."], ["Ona"]),
        (["“No,” said Ona, and then, when he did not answer, “please.”"], ["Ona", "Ona"]),
        (["“Sit, Samir,” Ona said. “I’d rather stand,” he answered."], ["Ona", "Samir"]),
        (["Ona asked, “Is it yours?” Samir thought about it."], ["Ona"]),
        (["“Is it true?” Ona asked Samir. “Yes,” he said."], ["Ona", "Samir"]),
        (["“It is true,” Ona told Samir. “I know,” she said."], ["Ona", "nobody"]),
        (["“Is it true?” Ona asked. “Yes,” said Samir. “Who told you?” “You did.”"], ["Ona", "Samir", "Samir", "Ona"]),
        (["“Help!” Ona’s voice was faint."], ["Ona"]),
        (["Ona sat. “She never rests,” says the old thing."], ["nobody"]),
        (["Ona sat. “She never rests,” says Dodik."], ["Dodik"]),
        (["Ona asked Samir to spell ‘rhythm’."], []),
        (["Reporter: asks the questions."], []),
        (["“Wait for me!” It was Samir."], ["Samir"]),
        (["Samir saw his grandfather. “Is it far?” he asked.", "“No,” said the old man."], ["Samir", "grandfather"]),
    ],
)  # fmt: skip
def test_find_people_hears_who_speaks(texts: list[str], speakers: list[str]) -> None:
    people = read(*texts)
    assert [people.persons[q.person].label if q.person >= 0 else "nobody" for q in people.quotations] == speakers


def test_find_people_reads_an_uncle_and_the_name_as_one_mention() -> None:
    people = read("My uncle Tam met her sister Effie.")
    assert [m.text for m in people.mentions] == ["My", "uncle Tam", "her", "sister", "Effie"]


def test_find_people_sees_i_after_now() -> None:
    assert [m.text for m in read("Now I fish. I like it.").mentions] == ["I", "I"]


def test_find_people_takes_any_partner_for_no_relative() -> None:
    people = read("Swap with a partner. Ewa met her partner.")
    assert [(p.label, len(p.described)) for p in people.persons] == [("a partner", 0), ("Ewa", 0), ("partner", 1)]


def test_a_clause_of_one_word_after_a_noun_is_read() -> None:
    line = "Only Ada Reid (who co-authored it) backed it, with (among others) Ewan Bell, Moira Kerr, Isla Munro, G.P."
    people, _ = counted(line)
    assert "Isla Munro" in [person.label for person in people.persons]


def test_a_description_is_the_longest_phrase_that_ends_where_a_word_does() -> None:
    words = frozenset({"down", "down's syndrome", "deaf"})
    assert opening("down's syndrome and more ", words) == "down's syndrome"
    assert opening("deafening noise ", words) is None
    assert opening("", words) is None
