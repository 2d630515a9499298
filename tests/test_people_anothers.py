"""Who is not the subject: of places, comparisons and things that are another's, and of what somebody thinks."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # compared with another
        ("Malik has 6 pens. Petra has 3 more than him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik has 6 pens. Petra has a longer pen than him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik has 6 pens. Petra has as many pens as him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik has 6 pens. Petra likes songs older than her.", {"Malik": "not stated", "Petra": "she"}),
        # where another is
        ("Malik sat down. Petra stood next to him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik set off. Petra finished ahead of him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik lay down. Petra slept in front of him.", {"Malik": "he", "Petra": "not stated"}),
        ("Malik lay down. Petra knelt beside him.", {"Malik": "he", "Petra": "not stated"}),
        # where a thing is put, or seen, or what somebody has along
        ("Petra put the drum next to her.", {"Petra": "she"}),
        ("Petra keeps the drum beside her.", {"Petra": "she"}),
        ("Petra shut the gate behind her.", {"Petra": "she"}),
        ("Petra looked behind her.", {"Petra": "she"}),
        ("Petra has a long walk ahead of her.", {"Petra": "she"}),
        ("Petra walked with a lamb beside her.", {"Petra": "she"}),
        # what is never one's own
        ("Mrs Orr was ill. Ewan took over her class.", {"Mrs Orr": "she", "Ewan": "not stated"}),
        ("Ewan was ill. Petra takes over his post.", {"Ewan": "he", "Petra": "not stated"}),
        ("Ewan won. Petra shook his hand.", {"Ewan": "he", "Petra": "not stated"}),
        ("Ewan fell. Petra, who was at his side, cried.", {"Ewan": "he", "Petra": "not stated"}),
        ("Ewan died. Petra visited his grave.", {"Ewan": "he", "Petra": "not stated"}),
        ("Ewan won. Petra shook her head.", {"Ewan": "not stated", "Petra": "she"}),
        ("Ewan left. Petra took over her new role in May.", {"Ewan": "not stated", "Petra": "she"}),
        ("Ewan left. Petra took her seat.", {"Ewan": "not stated", "Petra": "she"}),
        ("Ewan came. Petra broke her own record.", {"Ewan": "not stated", "Petra": "she"}),
        ("Petra broke her record.", {"Petra": "she"}),
        # what is done to another's things as often as to one's own
        ("Omar has a cold. Mr Orr carries his bag.", {"Omar": "not stated", "Mr Orr": "he"}),
        ("Mr Orr carries his bag.", {"Mr Orr": "he"}),
        ("Omar left. Mr Orr followed his aunt.", {"Omar": "not stated", "Mr Orr": "he", "aunt": "she"}),
        ("Priya has a cold. Mr Orr carries her bag.", {"Priya": "she", "Mr Orr": "he"}),
        (
            "Petra wrote songs. She sold two. Ewan Hay reviewed one of her songs.",
            {"Petra": "she", "Ewan Hay": "not stated"},
        ),
        ("Petra wrote songs. She sold two. Ewan Hay sang one of her songs.", {"Petra": "she", "Ewan Hay": "she"}),
        (
            "Petra sang. She was good. Ewan Hay, who reviewed her work, smiled.",
            {"Petra": "she", "Ewan Hay": "not stated"},
        ),
        ("Petra sang. She was good. Ewan Hay, who kept her coat on, smiled.", {"Petra": "she", "Ewan Hay": "she"}),
        ('Petra won. She was glad. Ewan Hay called her work "brave".', {"Petra": "she", "Ewan Hay": "not stated"}),
        ("Petra won. She was glad. Ewan Hay called her dog.", {"Petra": "she", "Ewan Hay": "she"}),
        # who is sent home
        ("Petra led the march. The judge sent her home.", {"Petra": "she", "The judge": "not stated"}),
        ("Petra sold her home.", {"Petra": "she"}),
        # of whom a clause tells
        ("The nurse who looked after him was kind.", {"The nurse": "not stated", "someone called he": "he"}),
        ("The nurse who looked after her was kind. He left.", {"The nurse": "he", "someone called she": "she"}),
        ("The nurse who thanked her smiled. He left.", {"The nurse": "he", "someone called she": "she"}),
        ("Ewan rang. Who was the first person to speak to him?", {"Ewan": "he"}),
        ("The nurse who lost her bag was kind.", {"The nurse": "she"}),
    ],
)
def test_another_is_not_the_subject(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # judged by somebody, whom nothing says to be meant
        ("Petra reckons he is the best.", {"Petra": "not stated"}),
        ("Ola is a cook. Rory thinks she works hard.", {"Ola": "not stated", "Rory": "not stated"}),
        ("Ola is a cook. Dr Sato believes she will do well.", {"Ola": "not stated", "Dr Sato": "not stated"}),
        ("Ola met Rory. Rory said she was kind.", {"Ola": "not stated", "Rory": "not stated"}),
        ("Ola is a cook. The boss said she worked hard.", {"Ola": "not stated", "The boss": "not stated"}),
        ("Ola is a cook. Mr Orr thinks she is great.", {"Ola": "she", "Mr Orr": "he"}),
        # nobody notices what they do themselves
        ("Ola made tea. A guest noticed that she was singing.", {"Ola": "she", "A guest": "not stated"}),
        ("Rory saw that she was sad.", {"Rory": "not stated"}),
        ("Ola came. Rory saw how hard she worked and offered her a job.", {"Ola": "she", "Rory": "not stated"}),
        # one's own plans, and what has happened to one
        ("Rory said he was tired.", {"Rory": "he"}),
        ("Ola left. Rory said he had slept well.", {"Ola": "not stated", "Rory": "he"}),
        ("Ola left. Rory thinks he can mend it.", {"Ola": "not stated", "Rory": "he"}),
        ("Rory noticed that he had lost his keys.", {"Rory": "he"}),
        ("Rory thought he was late.", {"Rory": "he"}),
    ],
)
def test_who_thinks_is_hardly_thought_of(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The medic strapped his ankle.", {"The medic": "not stated"}),
        ("The optician tested her sight.", {"The optician": "not stated"}),
        ("The midwife listened to her heartbeat.", {"The midwife": "not stated"}),
        ("The lecturer graded his essay.", {"The lecturer": "not stated"}),
        ("The stylist trimmed her fringe.", {"The stylist": "not stated"}),
        ("The medic held his hand and the vet saved her leg.", {"The medic": "not stated", "the vet": "not stated"}),
        # of whom the text has told
        ("Ewan slipped. The medic strapped his ankle.", {"Ewan": "he", "The medic": "not stated"}),
        ("Petra was unwell. The doctor took her temperature.", {"Petra": "she", "The doctor": "not stated"}),
        # one's own, and what is nobody's job
        ("The medic hurt her ankle.", {"The medic": "she"}),
        ("The doctor washed his hands.", {"The doctor": "he"}),
        ("The doctor held her hand up.", {"The doctor": "she"}),
        ("The doctor checked his watch.", {"The doctor": "he"}),
        ("The dentist cleaned her surgery.", {"The dentist": "she"}),
        ("The lecturer wrote his essay.", {"The lecturer": "he"}),
        ("The apprentice marked his work.", {"The apprentice": "he"}),
        ("The plumber bandaged her thumb.", {"The plumber": "she"}),
        ("The medic strapped her own ankle.", {"The medic": "she"}),
        ("Petra bandaged her knee.", {"Petra": "she"}),
    ],
)  # fmt: skip
def test_what_is_done_for_others_is_hardly_ones_own(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected
