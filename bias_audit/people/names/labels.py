"""Names in the labels of a script's lines: "Mia: Oh!", "Narrator (Skye): …", "BC: …" for Betty Cairns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..name_context import FULL, FoundName, Tokens
from ..speech.quotations import SAID_TO_THE_END, TALK
from ..words import PeopleWords, fold

_FEWEST = 2  # lines that one speaker, or somebody else with a sure name, says
_INITIALS = 3  # letters
_TALKS = frozenset("interview interviewed interviewee interviewer".split())
_SAY_I = frozenset({"i", "me", "my", "you"})


def with_speakers(
    found: Sequence[list[FoundName]], blocks: Sequence[Tokens], lexicon: PeopleWords
) -> list[list[FoundName]]:
    """A possible name that speaks is sure: again and again in a script ("Mia: Can I?"), or beside sure names."""
    labels = Counter(b.words[0] for b in blocks if b.word(1) == ":")
    rows = list(zip(found, blocks, strict=True))
    sure = sum(bool(names) and _is_speaker(names[0], tokens) for names, tokens in rows)
    return [[_speaking(name, tokens, labels, lexicon, sure) for name in names] for names, tokens in rows]


def _is_speaker(name: FoundName, tokens: Tokens) -> bool:
    return name.sure and name.first == 0 and name.last == 1 and tokens.word(1) == ":"


def _speaking(name: FoundName, tokens: Tokens, labels: Counter[str], lexicon: PeopleWords, sure: int) -> FoundName:
    """``sure``: how many lines are said by somebody whose name is surely one, so that "Grace: …" is no heading."""
    if name.sure or name.kind not in ("word", "place"):
        return name
    word = name.parts[0]
    opener = word.lower() in lexicon.sentence_openers
    speaks = labels[word] >= _FEWEST and (sure > 0 or not opener)
    may_be = len(name.parts) == 1 and (name.kind == "word" or fold(word) in lexicon.given_places)
    says_i = sure > 0 and not _SAY_I.isdisjoint(tokens.lower)
    among = says_i or (sure >= _FEWEST and not opener)
    once = name.first == 0 and among and _is_said(tokens, name.last)
    return replace(name, sure=True) if speaks or (may_be and (once or _acts(name, tokens, lexicon))) else name


def _is_said(tokens: Tokens, colon: int) -> bool:
    """ "Iona: We made cards.", "Hope: Me"; not "Iona: an island", "Hope: 7"."""
    said = tokens.words[colon + 1 :]
    if tokens.word(colon) != ":" or not said or not said[0][0].isupper():
        return False
    return said[-1] in SAID_TO_THE_END or not TALK.isdisjoint(tokens.lower[colon:])


def _acts(name: FoundName, tokens: Tokens, lexicon: PeopleWords) -> bool:
    """ "Narrator (Skye): …": the pupil who has the part that speaks."""
    closed = tokens.lower[name.last : name.last + 2] in ((")", ":"), ("):",)) or tokens.word(name.last) == "):"
    return closed and tokens.word(name.first - 1) == "(" and tokens.word(name.first - 2) in lexicon.cue_words


def with_initials(found: Sequence[list[FoundName]], blocks: Sequence[Tokens]) -> list[list[FoundName]]:
    """ "Interviewee: Betty Cairns" and below it "BC: I left.", "BC: Yes.": who speaks by initials.

    Only where a line says who takes part, or two people speak so: not "PE: bring a ball" for Paul Evans. In what
    calls itself an interview, two lines are enough.
    """
    times = Counter(b.words[0] for b in blocks if b.word(1) == ":" and _may_be_initials(b.words[0]))
    talk = any(not _TALKS.isdisjoint(b.lower) for b in blocks) if times else False
    labels = {label for label, count in times.items() if talk or count >= _FEWEST}
    if not labels:
        return list(found)
    bearers: dict[str, dict[tuple[str, ...], FoundName]] = defaultdict(dict)
    listed: set[str] = set()
    for names, tokens in zip(found, blocks, strict=True):
        for name in names:
            letters = "".join(part[0] for part in name.parts)
            if letters in labels:
                bearers[letters].setdefault(name.parts, name)
                listed |= {letters} if tokens.word(name.first - 1) == ":" else set()
    who = {letters: next(iter(names.values())) for letters, names in bearers.items() if len(names) == 1}
    who = who if len(who) >= _FEWEST else {letters: name for letters, name in who.items() if letters in listed}
    return [_with_initial(names, tokens, who) for names, tokens in zip(found, blocks, strict=True)]


def _with_initial(names: list[FoundName], tokens: Tokens, who: Mapping[str, FoundName]) -> list[FoundName]:
    speaks = tokens.word(1) == ":" and tokens.words[0] in who and not (names and names[0].first == 0)
    return [replace(who[tokens.words[0]], first=0, last=1), *names] if speaks else names


def _may_be_initials(word: str) -> bool:
    return FULL <= len(word) <= _INITIALS and word.isupper() and word.isalpha()
