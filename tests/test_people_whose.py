"""Where a pronoun would say a gender of the wrong one: whose something is, who comes after it, of whom somebody speaks.

Each with words that look alike.
"""

import pytest
from counts import read, said

NOBODY = "not stated"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # who has, makes or writes the thing; not where each has their own
        (["Mrs Orr was a poet. She wrote plays. Petra Low staged her plays."], {"Mrs Orr": "she", "Petra Low": NOBODY}),
        (["Mr Orr bakes bread. Petra sells his bread."], {"Mr Orr": "he", "Petra": NOBODY}),
        (["Ola has a kite. Petra flies her kite."], {"Ola": NOBODY, "Petra": NOBODY}),
        (["Mrs Orr bakes bread. Petra Low rides her bike."], {"Mrs Orr": "she", "Petra Low": "she"}),
        (["Mrs Orr rides her bike. Petra Low rides her bike."], {"Mrs Orr": "she", "Petra Low": "she"}),
        (["Mrs Orr bakes bread. Petra Low lives with her brother."],
         {"Mrs Orr": "she", "Petra Low": "she", "brother": "he"}),
        # what is done to another's things; the other may stand in the same sentence
        (["Mrs Orr died. Petra Low published her letters."], {"Mrs Orr": "she", "Petra Low": NOBODY}),
        (["Rory is deaf; Petra repairs her radio."], {"Rory": NOBODY, "Petra": NOBODY}),
        (["Ola is a vet. Petra came to her wedding."], {"Ola": NOBODY, "Petra": NOBODY}),
        (["Ola is a vet. Petra came to her senses."], {"Ola": NOBODY, "Petra": "she"}),
        # of a name alone, or of who speaks, after a block about somebody else
        (["Mr Orr was a vet. He lived in Ayr.", "Petra – what is his story?"], {"Mr Orr": "he", "Petra": NOBODY}),
        (["Mr Orr was a vet. He lived in Ayr.", "Was Petra wrong to use his van?"], {"Mr Orr": "he", "Petra": NOBODY}),
        (["Mr Orr was a vet. He lived in Ayr.", "Rory is late, for his bus broke down."],
         {"Mr Orr": "he", "Rory": "he"}),
        (["Dr Orr lost her keys.", "“I am Rory,” said Rory.", "Her brother laughed."],
         {"Dr Orr": "she", "Rory": NOBODY, "brother": "he"}),
        # who comes after what opens the sentence, or somebody before it
        (["Petra Low sang. In his letter Rory Orr thanked her. He was kind."], {"Petra Low": "she", "Rory Orr": "he"}),
        (["Petra Low sang. On his trip to Ayr in 1962 Rory Orr met her."], {"Petra Low": "she", "Rory Orr": NOBODY}),
        (["We heard Ewan Low. Before his last flight, the pilot Rory Orr rang."],
         {"Ewan Low": NOBODY, "Rory Orr": NOBODY}),
        (["Rory Orr keeps bees. In his shed Rory makes hives."], {"Rory Orr": "he"}),
        # one of the women, as well as who praises them
        (["Petra Low sang. Rory Orr praised the women. Later she became a judge."],
         {"Petra Low": NOBODY, "Rory Orr": NOBODY, "a judge": NOBODY}),
        (["Petra Low sang. Rory Orr praised the girls. Later he became a judge."],
         {"Petra Low": NOBODY, "Rory Orr": "he"}),
        # who says what they are called is known by what the text has told of them
        (["The cook was a tall man. “Come in,” he said. “I'm Rory.”", "She sat down.", "“Yes,” said Rory."],
         {"Rory": "he", "someone called she": "she"}),
    ],
)  # fmt: skip
def test_nobody_gets_the_gender_of_another(texts: list[str], expected: dict[str, str]) -> None:
    assert said(read(*texts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nobody who says "I" is the "he" or "she" of the sentence
        ("I'm Rory and I love rain. I walk alone. My gran says she has never seen me so wet.",
         {"Rory": NOBODY, "gran": "she"}),
        ("I met Petra. Her mother tells me that she has built a hut.", {"I": NOBODY, "Petra": "she", "mother": "she"}),
        ("Petra's mother says that she has built a hut.", {"Petra": "she", "mother": "she"}),
        # how somebody feels, is theirs who says it or theirs of whom it is said
        ("Petra won. Her coach, Ola Low, said she was proud of her.", {"Petra": "she", "Ola Low": NOBODY}),
        ("Rory's coach said he was happy.", {"Rory": NOBODY, "coach": NOBODY}),
        ("Rory's coach said he should rest.", {"Rory": "he", "coach": NOBODY}),
        ("Rory said he was happy.", {"Rory": "he"}),
        ("Our coach came in and said he was happy.", {"coach": "he"}),
    ],
)  # fmt: skip
def test_of_whom_somebody_speaks(text: str, expected: dict[str, str]) -> None:
    assert {who: gender for who, gender in said(read(text)).items() if not who.startswith("someone")} == expected
