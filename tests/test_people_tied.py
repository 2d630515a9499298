"""Who a pronoun is by construction, who is named beside a noun, and who does what in notes, lists and questions."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # what goes with a name
        (["Ewan and Petra left. Petra, with her heavy bag, ran."], {"Ewan": "not stated", "Petra": "she"}),
        (["Ewan sat with Petra, near her bag."], {"Ewan": "not stated", "Petra": "not stated"}),
        # what somebody says of themselves, does with what is theirs, or keeps at home
        (["Mr Kerr waved. Ewan said he had not seen it."], {"Mr Kerr": "he", "Ewan": "he"}),
        (["Mr Kerr waved. Ewan asked if he had seen it."], {"Mr Kerr": "he", "Ewan": "not stated"}),
        (["Mr Kerr waved. The cook said he had seen it."], {"Mr Kerr": "he", "The cook": "not stated"}),
        (["Mr Kerr waved. The cook confessed that he had seen it."], {"Mr Kerr": "he", "The cook": "he"}),
        (["Mr Kerr waved. The cook walked about with his map in his hand."], {"Mr Kerr": "he", "The cook": "he"}),
        (["Mr Kerr fell. The cook held his hand."], {"Mr Kerr": "he", "The cook": "not stated"}),
        (["Mrs Orr fell. Speak to his tutor, who says he is quiet at her house."],
         {"Mrs Orr": "she", "someone called he": "he", "tutor": "she"}),
        # of whom somebody who is brought with a job, or somebody's own teacher, speaks; not of their own plans
        (["Ravi won. Coach Petra Orr said he had trained hard."], {"Ravi": "not stated", "Petra Orr": "not stated"}),
        (["Ravi won. Coach Petra Orr said she would come."], {"Ravi": "not stated", "Petra Orr": "she"}),
        (["Ravi won. Coach Petra Orr said he should rest."], {"Ravi": "not stated", "Petra Orr": "not stated"}),
        # with whom somebody does something is another one, but not with whom they take something
        (["Zara played chess with him."], {"Zara": "not stated", "someone called he": "he"}),
        (["Zara took her bag with her."], {"Zara": "she"}),
        # two cases are no pair
        (["A prince danced with her and he sang."], {"A prince": "he", "someone called she": "she"}),
        (["Ravi won. Petra said she had trained hard."], {"Ravi": "not stated", "Petra": "she"}),
        (["Omar's teacher said he should rest."], {"Omar": "he", "teacher": "not stated"}),
        # whoever is named after the subject may well be who goes on
        (["Mum took Lola to the park. She swung."], {"Mum": "she", "Lola": "not stated"}),
        (["Mum waved to Lola and sat down. She swung."], {"Mum": "she", "Lola": "not stated"}),
        (["Mum sat down. She sang. Mum sat by Lola's bag and wrote. She sang."], {"Mum": "she", "Lola": "not stated"}),
        # of whom a clause says what they are
        (["Mina is a nurse and she sings. Petra is a cook and she runs."], {"Mina": "she", "Petra": "she"}),
        (["Mrs Orr waited. Robin came in and she smiled."], {"Mrs Orr": "she", "Robin": "not stated"}),
        # who stands beside a noun, and to whom something is lent
        (["He spoke to the midwife, Petra Gow, who sang."], {"someone called he": "he", "Petra Gow": "not stated"}),
        (["He sat behind the joiner, a tall woman with a bag."], {"someone called he": "he", "the joiner": "she"}),
        (["He met the joiner with a pen, Petra Gow, and left."],
         {"someone called he": "he", "the joiner": "not stated", "Petra Gow": "not stated"}),
        (["Petra sat down. A baker lent her one."], {"Petra": "she", "A baker": "not stated"}),
        (["A baker lent her one pen."], {"A baker": "she"}),
        # "you" of a letter, the one of whom somebody goes on to tell, and whom a speaker is not
        (["Dear Mr Kay,", "I saw Omar. He sang.", "Would you come? His aunt will.", "Yours,", "Petra Reid"],
         {"Mr Kay": "he", "Petra Reid": "not stated", "Omar": "he", "aunt": "she"}),
        (["Petra: A new joiner came. He sang.", "Ewan: My mum will come.", "Petra: He told me a joke."],
         {"Petra": "not stated", "A new joiner": "he", "Ewan": "not stated", "mum": "she"}),
        (["Omar is an engineer.", "Omar: Our chief engineer has her own office."],
         {"Omar": "not stated", "chief engineer": "she"}),
        # who goes on after a pause
        (["Mrs Orr rang. Petra spoke no Gaelic then; she does now."], {"Mrs Orr": "she", "Petra": "she"}),
        (["Mrs Orr rang. Petra met Mina then; she is well."],
         {"Mrs Orr": "she", "Petra": "not stated", "Mina": "not stated"}),
        (["Mrs Orr is my aide. I was late; she was not."], {"Mrs Orr": "she", "I": "not stated"}),
        # of whom a relative or a teacher speaks
        (["Ewan's father said that he could not pay."], {"Ewan": "not stated", "father": "he"}),
        (["Ewan's father said that he should rest."], {"Ewan": "he", "father": "he"}),
        (["Ewan's teacher said that he could not pay."], {"Ewan": "he", "teacher": "not stated"}),
        # whom one rings, speaks for, speaks to or speaks of is another one
        (["Petra moved. She rested. Petra drew it up overnight and rang her at six."],
         {"Petra": "she", "someone called she": "she"}),
        (["Downstairs, a neighbour, Omar, took photographs and will speak for her."],
         {"Omar": "not stated"}),
        (["An old man sat down. “Ewan likes cake,” said Petra. “Ewan bakes too,” she told him."],
         {"An old man": "he", "Ewan": "not stated", "Petra": "she"}),
        (["Mrs Orr is plain “Petra”, because she asked."], {"Mrs Orr": "she"}),
        # "himself" is the subject, however far up
        (["Mr Kay rang. The tutor had struggled with spelling himself."], {"Mr Kay": "he", "The tutor": "he"}),
        # an order to ask
        (["Petra and Ewan met. Ask the joiner if she can help."],
         {"Petra": "not stated", "Ewan": "not stated", "the joiner": "she"}),
        (["Petra asked the joiner if she could help."], {"Petra": "not stated", "the joiner": "not stated"}),
        (["Mr Kay came. The tutor asked Ewan what he wanted."],
         {"Mr Kay": "he", "The tutor": "not stated", "Ewan": "he"}),
        (["Mr Kay came. The tutor showed Ewan what he wanted."],
         {"Mr Kay": "he", "The tutor": "not stated", "Ewan": "not stated"}),
        # nobody is her own wife or boss
        (["Petra is his wife."], {"Petra": "she", "someone called he": "he"}),
        (["Petra is his boss."], {"Petra": "not stated", "someone called he": "he"}),
        (["Petra is her own boss."], {"Petra": "she"}),
        # a question about the only one
        (["Petra lost her hat. Look at the joiner: what is she holding?"], {"Petra": "she", "the joiner": "she"}),
        (["Petra drew the joiner: what is she holding?"], {"Petra": "not stated"}),
        # the subject of a question comes late
        (["Petra waved.", "Which of his bags did Ewan lose?"], {"Petra": "not stated", "Ewan": "he"}),
        # a clause tied to its subject, past somebody of another gender
        (["Omar told his wife Petra. She waved. The joiner thanked her before he left."],
         {"Omar": "he", "Petra": "she", "The joiner": "he"}),
        # the one who goes on, and his brother
        (["Omar sang. He and his brother Ewan ran home. He won."], {"Omar": "he", "Ewan": "he"}),
        # the last of several, a stranger, somebody new in the way
        (["They all waved, pupils and helpers and a baker. “That’s her,” said Petra."],
         {"a baker": "not stated", "Petra": "not stated"}),
        (["Ewan sat with Qwillo in her car."], {"Ewan": "not stated"}),
        (["Petra lost her keys. The baker found them. She waved."], {"Petra": "she", "The baker": "not stated"}),
        # another chef is another person
        (["Petra, a trainee chef, told the head chef."], {"Petra": "not stated", "the head chef": "not stated"}),
        (["A home carer came. The carer sang. She left."], {"A home carer": "she"}),
        # "his or her" of each one, the child of somebody, and who it was
        (["A judge came. Each racer writes his or her name."], {"A judge": "not stated"}),
        (["Omar and his son came. The boy waved."], {"Omar": "he", "son": "he"}),
        (["Mr Omar sat down. The boy was cold."], {"Mr Omar": "he"}),
        (["Mr Omar sat down. The boy was cold. “Hello,” said the little man."],
         {"Mr Omar": "he", "the little man": "he"}),
        (["Mr Omar sat down. The boy was cold. “Hello,” said the young man."], {"Mr Omar": "he"}),
        (["Mr Omar sat down.", "The boy was cold."], {"Mr Omar": "he", "The boy": "he"}),
        (["An old man waved. It was Mr Ferreira."], {"Mr Ferreira": "he"}),
        (["An old man waved to a cook. It was Mr Hay."], {"An old man": "he", "a cook": "not stated", "Mr Hay": "he"}),
        (["An old woman waved. It was Mr Ferreira."], {"An old woman": "she", "Mr Ferreira": "he"}),
        (["A grandmother from Leith has won. Moira Quail, 71, sang."], {"Moira Quail": "she"}),
        # letters and interviews
        (["Dear Gran,", "You would like him. One baker lost her hat.", "Love,", "Petra"],
         {"Gran": "she", "One baker": "she", "Petra": "not stated"}),
        (["Name: Petra Reid.", "Q: Why?", "A: I like it.", "Q: When?", "A: When I can. I rest."],
         {"Petra Reid": "not stated"}),
        (["Omar: Petra, you go in. Show her the hall."],
         {"Omar": "not stated", "Petra": "not stated", "someone called she": "she"}),
        (["Omar: Petra goes in. Show her the hall."], {"Omar": "not stated", "Petra": "she"}),
        (["They all waved, pupils and helpers and a baker.", "“That’s her,” said Petra."],
         {"a baker": "not stated", "Petra": "not stated"}),
        # whom words speak of is not whom they are said to
        (["Petra: Sir, is the tall baker in?", "Mr Kerr: Yes."], {"Petra": "not stated", "Mr Kerr": "he"}),
    ],
)  # fmt: skip
def test_find_people_knows_whom_a_construction_means(texts: list[str], expected: dict[str, str]) -> None:
    assert said(read(*texts)) == expected


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (["Meet Petra, who bakes.", "Who taught you? ‘My mother. I was ten.’"], ["Petra"]),
        (["Name: Petra", "Best part? ‘I see whales.’"], ["Petra"]),
        (["Meet Petra, who bakes.", "‘Are you late?’ said Omar. ‘I am early.’"], ["Omar", "Omar"]),
        (["Meet at the gate with Petra.", "Who taught you? ‘My mother. I was ten.’"], []),
        (["Omar: Petra, did you ring?", "Petra: Yes."], ["Omar", "Petra"]),
        (["In this tale the baker “held himself stiffer than ever, and the cooks carried the tray.”"], []),
        (["Petra said “was it late?” and left."], ["Petra"]),
    ],
)
def test_find_people_knows_who_speaks_in_a_profile(texts: list[str], speakers: list[str]) -> None:
    found = read(*texts)
    assert [found.persons[q.person].label for q in found.quotations if q.person >= 0] == speakers


def test_find_people_says_once_who_is_called_by_name() -> None:
    found = read("Omar: Petra, did you ring?")
    assert [(m.text, [act.verb for act in m.acts]) for m in found.mentions if m.person == 1] == [
        ("Petra", []),
        ("you", ["ring"]),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The examiner, Quillon Braithe, called it safe.", ["Quillon Braithe"]),
        ("The publisher, Quillon Books, called it safe.", []),
        ("Lewis, a full-time dad, asks for a place.", ["Lewis"]),
        ("We sailed to Lewis, a big island.", []),
        ("His wife, Florence, was a nurse.", ["Florence"]),
        ("His home, Florence, was a city.", []),
        ("Our neighbour, France, makes cheese.", []),
        ("Pearl Mensah, a trainee chef, sang.", ["Pearl Mensah"]),
        ("Yesterday, a nurse, tired and cold, left.", []),
        ("Kai’s dads work shifts.", ["Kai"]),
    ],
)
def test_find_people_reads_a_name_beside_a_noun(text: str, names: list[str]) -> None:
    assert [p.label for p in read(text).persons if p.named] == names


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("It was late. Tutor came round and liked it.", ["Tutor"]),
        ("It was late. Support worker to sit with the group.", ["Support worker"]),
        ("It was late. Driver training helps. Patient care matters.", []),
        ("It was late. Tutor: two hours.", []),
        ("Student uses loops correctly.", []),
        ("Teacher to student: read this.", []),
        ("It was late. Teacher says no.", ["Teacher"]),
        ("The coach notes that it was late.", ["The coach"]),
        ("Read the coach notes by noon.", []),
        ("The tutor books a room.", ["The tutor"]),
        ("The verger and the janny met.", ["The verger", "the janny"]),
        ("Form an orderly queue.", []),
    ],
)
def test_find_people_reads_bare_and_new_nouns(text: str, labels: list[str]) -> None:
    assert [p.label for p in read(text).persons] == labels


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("She thought about it, fetched a hat and told us.", ["thought subject", "fetched subject", "told subject"]),
        ("“Who is that up there?” asked Petra.", ["asked subject"]),
        ("They asked Petra.", ["asked object"]),
        ("“My mother,” said Petra.", ["said subject"]),
        ("They all waved, pupils and helpers and a baker.", []),
        ("They thanked helpers and a baker.", ["thanked object"]),
        ("Is the baker coming in today?", ["coming subject"]),
        ("Her bag has, however, missed the bus.", []),
        ("Petra has, however, missed the bus.", ["missed subject"]),
        ("We waited until a baker heard of it.", ["heard subject"]),
        ("Mum: No, Auntie Wen drives today.", ["drives subject"]),
    ],
)
def test_find_people_says_who_does_it(text: str, acts: list[str]) -> None:
    singular = [m for m in read(text).mentions if m.person >= 0]
    assert [f"{act.verb} {act.grammar}" for m in singular for act in m.acts] == acts


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Petra: Can I sit here?", ["name", "first person"]),
        ("Tell Mum I am here.", ["kin", "first person"]),
        ("Tell Omar I was there.", ["name"]),
        ("Petra: And Sir can’t find it.", ["name", "title"]),
        ("Petra: Miss the bus and you walk.", ["name", "second person"]),
    ],
)
def test_find_people_tells_calls_from_other_words(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in read(text).mentions] == kinds


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("Tomasz was four today.", {"age": ("four",)}),
        ("Tomasz was late today.", {}),
        ("Now fifty-eight, Omar sits on juries.", {"age": ("fifty-eight",)}),
        ("Now, three buses later, Omar sits down.", {}),
        ("Now, at forty, Omar runs a shop.", {"age": ("forty",)}),
        ("Omar died there in 1945, aged forty-three.", {"age": ("forty-three",)}),
        ("Omar sold cheese aged for two years.", {}),
        ("Omar was born in Ghana.", {"race": ("born in ghana",)}),
        ("Omar was born in Ayr.", {}),
        ("Hodan – from Somalia, six months here – reads well.", {"race": ("from Somalia",)}),
        ("Omar reads to the class in Polish and in English.", {"language": ("polish", "english")}),
        ("Omar reads to the class in bed.", {}),
        ("Omar counted in English and then in Welsh.", {"language": ("english", "welsh")}),
        ("Seren has epilepsy; if she stares, wait.", {"disability": ("epilepsy",)}),
        ("Omar uses a standing frame.", {"disability": ("a standing frame",)}),
        ("Omar uses a picture frame.", {}),
    ],
)
def test_find_people_describes_in_notes_and_lives(text: str, described: dict[str, tuple[str, ...]]) -> None:
    assert dict(read(text).persons[0].described) == described


@pytest.mark.parametrize(
    ("texts", "roles"),
    [
        (["Petra was voted captain."], {"Petra": ("captain",)}),
        (["Petra made soup captain."], {"Petra": ()}),
        (["Petra works nights as a baker."], {"Petra": ("baker",)}),
        (["Name: Petra Reid. Job: stonemason."], {"Petra Reid": ("stonemason",)}),
        (["Petra Reid met Omar Hay. Job: stonemason."], {"Petra Reid": (), "Omar Hay": ()}),
        (["Sister Agnes is a nun, not a nurse."], {"Sister Agnes": ("nun",)}),
        (["Is Petra a nurse, a librarian or a cook?"], {"Petra": ()}),
        (["Is Petra a nurse?"], {"Petra": ("nurse",)}),
        (["Granny Basia sang. Then Granny slept."], {"Granny Basia": ()}),
        (["Granny Basia sang. My granny slept."], {"Granny Basia": (), "granny": ()}),
        (["Petra, a trainee chef, sang. The trainee left."], {"Petra": ("trainee chef", "trainee")}),
        (["Cook: Petra (she has the pan). Guide: Omar."], {"Petra": ("cook",), "Omar": ("guide",)}),
        (["Petra sat with the foster carer."], {"Petra": (), "the foster carer": ()}),
    ],
)
def test_find_people_says_what_somebody_is_in_notes(texts: list[str], roles: dict[str, tuple[str, ...]]) -> None:
    assert {p.label: p.roles for p in read(*texts).persons} == roles
