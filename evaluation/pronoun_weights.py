"""``python -m evaluation.pronoun_weights``: fit the weights of ``bias_audit.people.links.weighing``, and print them.

On the sets that were written to be learned from. Each "she" and "he" in them, but for the uncertain ones, is a choice
between the people whom the tool takes into account there, and nobody of these.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from unittest.mock import patch

from bias_audit.people.cue import THEY
from bias_audit.people.links import linking, pronouns
from bias_audit.people.links.candidates import candidates
from bias_audit.people.links.pronouns import link_pronoun
from bias_audit.people.links.weighing import NOBODY, signs_of
from bias_audit.people.scene import Scene
from bias_audit.people.someone import Someone
from bias_audit.people.words import PeopleWords
from bias_audit.text import normalise

from .data.people.build import Part, Row, load
from .people import people_of

LEARNED_FROM: tuple[Part, ...] = ("fourth", "fifth", "sixth")
_TO_NOTHING = 2.0  # how hard each weight is drawn to 0
_STEPS, _RATE, _KEEP, _KEEP_SQUARE = 300, 0.1, 0.9, 0.99  # of Adam

Choice = tuple[Sequence[dict[str, float]], int]  # what speaks for each person, and the right one


def choices(rows: Iterable[Row]) -> list[Choice]:
    """The pronouns of passages, as the tool meets them."""
    return [choice for row in rows for choice in _choices(row)]


def _choices(row: Row) -> list[Choice]:
    lines = row["text"].split("\n")
    starts = {normalise(line).casefold(): sum(len(other) + 1 for other in lines[:i]) for i, line in enumerate(lines)}
    labels = {m["start"]: m for m in row["mentions"]}
    made: dict[int, Choice] = {}

    def watch(here: Scene, i: int, lexicon: PeopleWords) -> None:
        cue, at = here.cues[i], _offsets(here, starts)
        label = labels.get(at[cue.first])
        if not cue.paired and cue.head not in THEY and label is not None and not label.get("uncertain"):
            people = [who for who in candidates(here, i) if who.may_be(cue.genders[0])]
            ends = {m["end"]: m["person"] for m in row["mentions"]}
            known = [_labelled(here, i, who, at, ends) for who in people]
            right = known.index(label["person"]) if label["person"] in known else len(people)
            made[at[cue.first]] = ([*signs_of(here, i, people), NOBODY], right)
        link_pronoun(here, i, lexicon)

    with patch.object(linking, "link_pronoun", watch), patch.object(pronouns, "likely", return_value=None):
        people_of(row)  # by rules alone: the weights do not depend on those that are there
    return [choice for choice in made.values() if len(choice[0]) > 1]


def _offsets(here: Scene, starts: dict[str, int]) -> list[int]:
    """Where each token of a block starts in the passage, and where the last one ends."""
    tokens = here.around.tokens
    words = [word + " " * spaced for word, spaced in zip(tokens.words, tokens.spaced, strict=True)]
    at = [starts["".join(words).casefold()]]  # "IDRIS:" of a script is read as "Idris:"
    for word in words:
        at.append(at[-1] + len(word))
    return at


def _labelled(here: Scene, i: int, who: Someone, at: Sequence[int], ends: dict[int, str]) -> str:
    """Whom the labels call somebody, mostly; "" if nobody."""
    mentions = [here.cues[j] for j in range(i) if here.who[j] is who]
    said = Counter(ends.get(at[cue.last - 1] + len(here.around.tokens.words[cue.last - 1])) for cue in mentions)
    return next((person for person, _ in said.most_common() if person), "")


def fit(learned: Sequence[Choice]) -> dict[str, float]:
    """The weights under which the right choices are likeliest, none larger than it need be."""
    weights = dict.fromkeys(sorted({name for signs, _ in learned for one in signs for name in one}), 0.0)
    kept, squares = dict(weights), dict(weights)
    for step in range(1, _STEPS + 1):
        slope = {name: _TO_NOTHING * weight for name, weight in weights.items()}
        for signs, right in learned:
            shares = [exp(sum(weights[name] * much for name, much in one.items())) for one in signs]
            for n, one in enumerate(signs):
                off = shares[n] / sum(shares) - (n == right)
                for name, much in one.items():
                    slope[name] += off * much
        for name, by in slope.items():
            kept[name] = _KEEP * kept[name] + (1 - _KEEP) * by
            squares[name] = _KEEP_SQUARE * squares[name] + (1 - _KEEP_SQUARE) * by * by
            size = sqrt(squares[name] / (1 - _KEEP_SQUARE**step)) or 1.0
            weights[name] -= _RATE * kept[name] / (1 - _KEEP**step) / size
    return {name: round(weight, 2) for name, weight in weights.items()}


def main() -> int:
    """Print how many choices there are, and the weights."""
    learned = choices(row for part in LEARNED_FROM for row in load(part))
    print(f"# {len(learned)} choices")
    for name, weight in fit(learned).items():
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    sys.exit(main())
