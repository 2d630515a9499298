"""Lists of facts under a name: "Zara Malik" and below it "Worked as a welder"; "Case 2: Zara, 16", "Has epilepsy"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import GenderWords
from ...text import Tokenised
from ..describing import load_describing, opening
from ..name_context import Tokens
from ..sentences import Looked
from .pronoun_cues import SAID_PRONOUNS
from .said_labels import is_card

_JOBS = (
    ("worked", "as"), ("works", "as"), ("trained", "as"), ("qualified", "as"), ("served", "as"), ("became",), ("was",),
)  # fmt: skip
_HAS = frozenset("has have uses wears".split())
_IS = frozenset("is was".split())
_ENDS_BARE = frozenset({"", ",", ".", ";", "(", "since"})
_ENDS = _ENDS_BARE | {"and", "but"}  # not after "Deaf" alone: "Deaf and hearing pupils"
_MARKS = frozenset({"•", "-"})
_BINARY = frozenset({"binary", "nonbinary"})
_SAYS_PRONOUNS = frozenset("and by goes non pronouns use uses".split()) | _BINARY
_LEAD = 4  # tokens of "Case study 2:"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the item ``n`` of a list says of whom the block ``of`` names: a job from a token on, or more."""

    of: int
    n: int
    job: int | None = None
    genders: tuple[GenderWords, ...] = ()
    described: tuple[tuple[str, str], ...] = ()


def facts_in_lists(text: Tokenised, looked: Looked) -> Iterator[Fact]:
    """The jobs in items under a heading with one name, and what else is said of a name straight above a list."""
    of: int | None = None
    card: int | None = None  # straight above the list, a name and no more
    for n, (block, tokens) in enumerate(zip(looked.blocks, looked.tokens, strict=True)):
        kind = text.blocks[block].kind
        if kind == "heading" or not (kind == "list" or tokens.listed):
            of = (n if len(looked.names[n]) == 1 else None) if kind == "heading" else of
            card = n if _is_of_one(looked, n) else None
        else:
            lead = next((lead for lead in _JOBS if tokens.lower[: len(lead)] == lead), ())
            if of is not None and lead and kind == "list" and not looked.names[n]:
                yield Fact(of, n, job=len(lead))
            elif card is not None and (fact := _fact(card, n, tokens)) is not None:
                yield fact


def _is_of_one(looked: Looked, n: int) -> bool:
    """ "Zara Malik", "Zara, 16", "Case 2: Zara": one name, an age, and what stands before a colon."""
    names, tokens = looked.names[n], looked.tokens[n]
    if not names:
        return False
    lead = tokens.lower[: names[0].first]
    return is_card(tokens, replace(names[0], first=0)) and (not lead or (lead[-1] == ":" and len(lead) <= _LEAD))


def _fact(of: int, n: int, tokens: Tokens) -> Fact | None:
    words = tokens.lower[tokens.word(0) in _MARKS :]
    if (gender := _gender(words)) is not None:
        return Fact(of, n, genders=(gender,))
    described = tuple(_described(words))
    return Fact(of, n, described=described) if described else None


def _gender(words: Sequence[str]) -> GenderWords | None:
    """ "Non-binary; uses they/them", "She/her": what an item says that holds nothing else."""
    plain = [word for word in words if word.isalpha()]
    said = {SAID_PRONOUNS[word] for word in plain if word in SAID_PRONOUNS}
    binary = not _BINARY.isdisjoint(plain)
    if not (binary or (said and "/" in words)) or not all(w in SAID_PRONOUNS or w in _SAYS_PRONOUNS for w in plain):
        return None
    said |= {"they"} if binary else set()
    return said.pop() if len(said) == 1 else None


def _described(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """ "Has epilepsy", "Uses a wheelchair", "Is dyslexic", "Deaf since birth"; not "Has a sister with epilepsy"."""
    says = load_describing()
    known = says.has if words[:1] and words[0] in _HAS else {"disability": says.words["disability"]}
    after = words[words[0] in _HAS or words[0] in _IS :] if words else words
    line = " ".join((*after, "")).replace(" 's", "'s").replace(" - ", "-")
    for dimension, phrases in known.items():
        found = opening(line, phrases)
        rest = line[len(found) :].split() if found else []
        if found and "".join(rest[:1]) in (_ENDS if len(after) < len(words) else _ENDS_BARE):
            yield dimension, found
