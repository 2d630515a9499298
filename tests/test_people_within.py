"""Whom a pronoun means within one sentence, whom grammar keeps it from meaning, and who tells of whom."""

import pytest
from counts import read, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what people do with their own
        ("Mr Orr sat beside Ewan, who lent his scarf.", {"Mr Orr": "he", "Ewan": "he"}),
        ("Mr Orr sat beside Ewan, who gave up his Sundays.", {"Mr Orr": "he", "Ewan": "he"}),
        ("Mr Orr sat beside Ewan, who liked his scarf.", {"Mr Orr": "he", "Ewan": "not stated"}),
        ("Mr Orr sat beside Ewan, who offered his brother a lift.",
         {"Mr Orr": "he", "Ewan": "not stated", "brother": "he"}),
        ("Mr Orr sat beside Ewan, who lost his brother.", {"Mr Orr": "he", "Ewan": "not stated", "brother": "he"}),
        # an order after a pause, for the one of whom the sentence tells; not whom to turn to
        ("Mr Orr ran. Ewan is deaf; give him a seat in front.", {"Mr Orr": "he", "Ewan": "he"}),
        ("Mr Orr ran. Ewan is deaf; please enlarge his worksheet.", {"Mr Orr": "he", "Ewan": "he"}),
        ("Mr Orr ran. Ewan is deaf; tell him at once.", {"Mr Orr": "he", "Ewan": "not stated"}),
        ("Mr Orr ran. Ewan met Omar; give him a seat.", {"Mr Orr": "he", "Ewan": "not stated", "Omar": "not stated"}),
        # whom somebody has met
        ("Mr Orr sang, and Petra came with the man he had met.",
         {"Mr Orr": "he", "Petra": "not stated", "the man": "he"}),
        ("Mr Orr sang, and Ewan came with the man he had met.",
         {"Mr Orr": "he", "Ewan": "not stated", "the man": "he"}),
        # beside a name, if the subject is none that may be meant
        ("Mr Orr slept. We went with Ewan and his uncle.", {"Mr Orr": "he", "Ewan": "he", "uncle": "he"}),
        ("Mr Orr slept. We went with Mr Orr's friend, Ewan, and his uncle.",
         {"Mr Orr": "he", "Ewan": "he", "uncle": "he"}),
        ("Omar went with Ewan and his uncle.", {"Omar": "not stated", "Ewan": "not stated", "uncle": "he"}),
        # of many, whose they are, unless somebody else has just acted
        ("Mr Orr slept. Petra sang. Ewan's parents lock his phone.",
         {"Mr Orr": "he", "Petra": "not stated", "Ewan": "not stated"}),
        ("Mrs Orr slept. Ewan's parents lock his phone.", {"Mrs Orr": "she", "Ewan": "he"}),
        ("Mr Orr slept. Ewan's parents praised his work.", {"Mr Orr": "he", "Ewan": "not stated"}),
        # who has met many
        ("Petra says that Mina is the best cook she has met.", {"Petra": "she", "Mina": "not stated"}),
        ("Mina read my notes and, when I was nearly crying, told me they were the best she had seen.",
         {"Mina": "she", "I": "not stated"}),
        ("Petra says that Mina is the best cook she has been.", {"Petra": "not stated", "Mina": "she"}),
    ],
)  # fmt: skip
def test_who_is_meant_within_a_sentence(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # with whom somebody is compared
        ("Ana could cook as well as he could.", {"Ana": "not stated", "someone called he": "he"}),
        ("Ana scored more than she did.", {"Ana": "not stated", "someone called she": "she"}),
        ("Ana scored more than she did last year.", {"Ana": "she"}),
        ("Ana ran as fast as she could.", {"Ana": "she"}),
        ("Ana could cook faster than she did.", {"Ana": "she"}),
        # whom something is done for; but who is sent may be the one who does it
        ("Mina was ill. She slept. Jo Orr sold a picture to help her.", {"Mina": "she", "Jo Orr": "not stated"}),
        ("Jo Orr sent a dog to find her.", {"Jo Orr": "she"}),
        ("Jo Orr found Mina to help her.", {"Jo Orr": "she", "Mina": "not stated"}),
        ("Jo Orr found a nurse to help her.", {"Jo Orr": "not stated", "a nurse": "not stated"}),
        ("Jo Orr told Mina to help her.", {"Jo Orr": "not stated", "Mina": "not stated"}),
        # who is made to promise, asked or praised
        ("Petra made her promise not to tell.", {"Petra": "not stated", "someone called she": "she"}),
        ("Petra made her promise in May.", {"Petra": "she"}),
        ("Petra asked for her number.", {"Petra": "not stated", "someone called she": "she"}),
        ("Petra asked for her money back.", {"Petra": "she"}),
        ('Petra praised her "fine ear".', {"Petra": "not stated", "someone called she": "she"}),
        ("Petra praised her team.", {"Petra": "she"}),
        # whose brother somebody would be
        ("Omar lost his bag. Would it help if Ewan were his brother?", {"Omar": "he", "Ewan": "not stated"}),
        ("Omar fell. Ewan is his age.", {"Omar": "he", "Ewan": "not stated"}),
        ("Ewan was his usual self.", {"Ewan": "he"}),
    ],
)
def test_whom_grammar_keeps_a_pronoun_from_meaning(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who met somebody goes on about them, unless the text tells of another one
        ("When his niece Mina rang, he was out. Then he met Jo, a tutor. She taught him.",
         {"someone called he": "he", "Mina": "she", "Jo": "she"}),
        ("My niece Mina is kind. Then we met Jo, a tutor. She taught us.", {"Mina": "she", "Jo": "not stated"}),
        ("My niece Mina is kind. Then we met a tall girl. She sang.", {"Mina": "she", "a tall girl": "she"}),
        ("My niece Mina is kind. She sings. There is a lodger, a Pole. She dances.", {"Mina": "she"}),
        # who is named last, with a job, where only somebody's relative came up before
        ("Petra was left by her husband and found work with Jo Orr, the baker. He taught her.",
         {"Petra": "she", "husband": "he", "Jo Orr": "he"}),
        ("Petra lived with her husband near Jo Orr, the baker. He sang.",
         {"Petra": "she", "husband": "he", "Jo Orr": "not stated"}),
        ("Mrs Low was left by Mr Kerr and found work with Jo Orr, the baker. He taught her.",
         {"Mrs Low": "she", "Mr Kerr": "he", "Jo Orr": "not stated"}),
        ("Mr Kerr waved. Mrs Low found work with Jo Orr, the baker. He sang.",
         {"Mr Kerr": "he", "Mrs Low": "she", "Jo Orr": "not stated"}),
        ("Mr Kerr waved. Petra found work with Jo Orr, the baker. He sang.",
         {"Mr Kerr": "he", "Petra": "not stated", "Jo Orr": "not stated"}),
        # of what whoever says so has never heard or seen
        ("Ravi won his race. The judge, Jo Orr, said he had never seen a faster start.",
         {"Ravi": "he", "Jo Orr": "he"}),
        ("Ravi won. The judge, Jo Orr, said he had never seen the sea.",
         {"Ravi": "not stated", "Jo Orr": "not stated"}),
        # a child is nobody's parent, and lives on
        ("Ewan's father died when he was two. He became a baker.", {"Ewan": "he", "father": "he"}),
        ("Jo's mother was killed at sea. She was adopted and became a baker.", {"Jo": "she", "mother": "she"}),
        ("Ewan's father died. He had become a baker.", {"Ewan": "not stated", "father": "he"}),
        # coordinated relatives are all of one
        ("Mina sang. Her aunt, Jo, and her father, Ewan, clapped.",
         {"Mina": "she", "Jo": "she", "Ewan": "he"}),
        # a friend who tells two things may speak of themselves
        ("Petra's friend, Mina, is thin and says that she is cold.", {"Petra": "not stated", "Mina": "she"}),
    ],
)  # fmt: skip
def test_who_goes_on(text: str, expected: dict[str, str]) -> None:
    assert said(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("Ewan's father died when he was two. He became a baker.", "Ewan", ["Ewan", "he", "He", "a baker"]),
        ("Ewan's father died when he was ninety. He was a baker.", "father", ["father", "He", "a baker"]),
        ("Mina sang. Her aunt, Jo, and her father, Ewan, clapped.", "Mina", ["Mina", "Her", "her"]),
        ("Petra joined us as a baker in May. She sings.", "Petra", ["Petra", "a baker", "She"]),
        ("Another cook, Morag, does the same walk in 45 minutes.", "Morag", ["Another cook", "Morag"]),
        ("Another cook, Morag and Mina came.", "Morag", ["Morag"]),
        ("Petra hired Mina as a baker.", "Mina", ["Mina", "a baker"]),
        # who speaks is known before those of whom the words speak, but after those before the words
        ("Mr Orr rang Mina. \"He is ill,\" he said. Mina's father, Ewan, slept.", "Mr Orr", ["Mr Orr", "he"]),
        ("Mina's gran rang. She sang. \"She is late,\" she said of Mina.", "gran", ["gran", "She", "she"]),
        ("Once there was an old man. They drew a thin man in, and he sat down; \"We are here,\" said he.", "a thin man",
         ["a thin man", "he", "he"]),
        ("Mina is kind. Then she met a tall girl. She sang.", "a tall girl", ["a tall girl"]),
        # a class has no full stop
        ("Petra is in 3C. Mrs Orr teaches her.", "Mrs Orr", ["Mrs Orr"]),
        # a firm is nobody
        ("Petra, a cook at a hotel firm, who gave up her evenings, sang.", "Petra", ["Petra", "a cook", "her"]),
    ],
)  # fmt: skip
def test_what_is_said_of_whom(text: str, person: str, words: list[str]) -> None:
    people = read(text)
    one = next(n for n, who in enumerate(people.persons) if who.label == person)
    assert [mention.text for mention in people.mentions if mention.person == one] == words
