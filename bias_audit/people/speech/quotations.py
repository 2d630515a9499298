"""Words that a document gives to someone: quotations and lines of a script, and the cue of who says them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from ...text import Tokenised
from ..cue import Cue
from ..name_context import Tokens
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from .pull_quotes import gives_words, in_brackets, labelled, signature
from .speech_tags import tag

# Curly or straight marks; a single mark inside a word, or after one that a letter follows, closes nothing.
_QUOTED = re.compile(
    r"“(?P<a>[^“”]+)”|‘(?P<b>(?:[^‘’]|’(?=\w)|‘[^‘’]*’)+)’(?!\w)|(?<!\w)\"(?P<c>[^\"]+)\"|"
    r"(?<!\w)'(?!\d0s\b)(?P<d>\w(?:[^'\n]|(?<=\w)'(?=\w))*[\w.,!?…])'(?!\w)|"
    r"\A[“\"](?P<e>[^“”\"]+)\Z"  # a speech that goes on in the next paragraph
)
MARKS = ("“", "‘", '"', "'")  # that open a quotation
SAID_TO_THE_END = (",", ".", "!", "?", "…")
TALK = frozenset(
    "? ! i i'm im you u ur your we me my hi hiya hey hello yes yeah yep no nope ok okay thanks cheers please sorry "
    "lol".split()
)
_REACH = 7  # words between a quotation and the word for who says it
_VOICES = frozenset("voice tone reply answer".split())
_GESTURES = frozenset(
    "nod nods nodded smile smiles smiled grin grins grinned think thinks thought wonder wonders wondered reads".split()
)
_NOT = frozenset({"not", "n't", "never"})
_TAG = 5  # tokens from the mark to who says it
_NAME = 3  # words of a name in quotation marks, at most
_NAMING = frozenset(
    "writing called named titled entitled labelled termed dubbed spell spelled spelt type typed word words "
    "term phrase use uses used using".split()
)
_SHORTEST = 3  # words that announce a speech
_PUTS, _THUS, _PUT = frozenset({"put", "puts"}), frozenset({"like", "so", "this", "thus"}), 3  # "put it this way:"


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters ``start:end`` and tokens ``first:last`` of a block, without the marks.

    ``line``: the rest of a line in a script, whose speaker stands before the colon.
    """

    start: int
    end: int
    first: int
    last: int
    line: bool = False
    alone: bool = False  # nothing else is in the block
    after: bool = False  # straight after another one: "“Must it?” “It must.”"


def find_quotes(text: Tokenised, block: int) -> list[Quote]:
    """What is quoted in a block, in reading order, scare quotes included."""
    whole, doc = text.blocks[block].text, text.docs[block]
    if not any(mark in whole for mark in MARKS):
        return []
    matches = list(_QUOTED.finditer(whole))
    starts = _starts(doc) if matches else []
    found: list[Quote] = []
    for match in matches:
        start, end = match.span(match.lastgroup or 0)
        alone = start <= 1 and end >= len(whole.rstrip()) - 1
        after = bool(found) and not whole[found[-1].end + 1 : match.start()].strip()
        found.append(Quote(start, end, bisect_left(starts, start), bisect_left(starts, end), alone=alone, after=after))
    return found


def _starts(doc: Doc) -> list[int]:
    """The character at which each token starts: a spaCy token for each costs more."""
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts


def quote_at(text: Tokenised, block: int, start: int, end: int) -> Quote:
    """The words between two characters of a block, as if they were quoted."""
    starts = _starts(text.docs[block])
    alone = not text.blocks[block].text[:start].strip() and not text.blocks[block].text[end:].strip()
    return Quote(start, end, bisect_left(starts, start), bisect_left(starts, end), alone=alone)


def told_of(doc_words: Sequence[str], tags: Sequence[str], cues: Sequence[Cue]) -> int | None:
    """The verb of a line that tells what somebody does: "Ada Lovelace: saw that …"."""
    bullet = bool(cues) and cues[0].first == 1 and not doc_words[0].isalnum()
    if (
        not cues
        or (cues[0].first and not bullet)
        or cues[0].last + 1 >= len(doc_words)
        or doc_words[cues[0].last] != ":"
    ):
        return None
    at = cues[0].last + 1
    return at if tags[at] in ("VBZ", "VBD") and doc_words[at].islower() else None


def is_speech(text: Tokenised, block: int, quote: Quote) -> bool:
    """Whether marks hold a whole saying rather than a word or a title."""
    said = text.blocks[block].text[quote.start : quote.end].rstrip()
    return quote.line or said.endswith(SAID_TO_THE_END)


def is_woven_in(tokens: Tokens, parse: Parse, quote: Quote) -> bool:
    """ "The Emperor “held himself stiffer than ever”": words of a text that tells of somebody, said by nobody in it."""
    before = quote.first - 2
    after_somebody = before >= 0 and tokens.word(before).isalpha() and parse.tags[before].startswith(("NN", "PRP"))
    return after_somebody and parse.tags[quote.first : quote.first + 1] in (("VBD",), ("VBZ",))


def speakers_of(
    text: Tokenised,
    block: int,
    quotes: Sequence[Quote],
    cues: Sequence[Cue],
    parse: Parse,
    starts: Sequence[int],
    say: frozenset[str],
) -> list[int | None]:
    """The cue of who says each quotation of a block."""
    if quotes and quotes[0].line:
        return [0]
    speakers: list[int | None] = []
    for at, quote in enumerate(quotes):
        speech = is_speech(text, block, quote)
        if speech and (beside := _beside(quotes, at, cues, parse)) is not None:
            speakers.append(beside)
            continue
        cue, said = _attributed(quotes, at, cues, parse, starts, say)
        if not speech and _is_named(parse, quote):
            cue, said = None, False
        if cue is None and said:
            speakers.append(None)
            continue
        if cue is None or not said:
            end = quotes[at - 1].last if at else 0
            between = parse.words[end + 1 : quote.first - 1] if at else ()
            last = speakers[-1] if at else None
            moved_on = cue is not None and any(end < start <= cues[cue].first for start in starts if start > end + 1)
            if last is not None and between and end <= cues[last].first < quote.first and not moved_on:
                cue = last  # "…," she said, "…"
            elif not speech or (at and not between):
                cue = None
        speakers.append(cue if said or speech else None)
    return speakers


def _beside(quotes: Sequence[Quote], at: int, cues: Sequence[Cue], parse: Parse) -> int | None:
    """The cue of who signs a quotation, of the label before it, or of the tag after it."""
    first = quotes[at].first - 1
    if (tagged := tag(parse, cues, quotes[at].first, quotes[at].last)) is not None:
        return tagged
    after, end = quotes[at].last + 1, quotes[at + 1].first - 1 if at + 1 < len(quotes) else len(parse.words)
    beside = labelled(parse, cues, first) if first > 0 and at == 0 else signature(parse, cues, after, end)
    return in_brackets(parse, cues, first, after, end) if beside is None else beside


def _is_named(parse: Parse, quote: Quote) -> bool:
    """ "A variable called “animals”", "the word ‘work’": a name or a word, not what somebody says."""
    before = parse.words[max(0, quote.first - 2) : max(0, quote.first - 1)]
    return quote.last - quote.first <= _NAME and bool(_NAMING.intersection(before))


def _attributed(
    quotes: Sequence[Quote], at: int, cues: Sequence[Cue], parse: Parse, starts: Sequence[int], say: frozenset[str]
) -> tuple[int | None, bool]:
    """The cue of who says a quotation, by the words around it, and whether a verb of saying was there.

    "…", said Niamh; Niamh said, "…"; according to Niamh, "…"; She grinned. "…"; "…" She grinned.
    """
    quote = quotes[at]
    before = quotes[at - 1].last + 1 if at else 0
    after = quotes[at + 1].first - 1 if at + 1 < len(quotes) else len(parse.words)
    outside = [
        i for i, cue in enumerate(cues)
        if cue.kind not in ("group", "second person") and before <= cue.first < after
        and not quote.first <= cue.first < quote.last
    ]  # fmt: skip
    lead = [i for i in outside if cues[i].last <= quote.first]
    if lead and gives_words(parse, cues[lead[-1]], before, quote.first):
        return lead[-1], True
    if parse.words[max(0, quote.first - 2) : quote.first - 1] in ((",",), (":",)):  # "She asked, “…?” Theo thought."
        for i in reversed(lead):
            if _says_before(parse, cues[i], quote.first, say):
                return i, True
    ended = quote.last > 0 and parse.words[quote.last - 1] == "."  # then what follows is another sentence
    follow = [i for i in outside if quote.last <= cues[i].first <= quote.last + _REACH]
    for i in follow if not ended else ():
        if not _owns(parse, cues[i]) and _says(parse, quote.last, cues[i], say, limit=min(after, cues[i].last + 4)):
            return i, True
    sentence = max((start for start in starts if start <= quote.first), default=0)
    tagged = not ended and "".join(parse.words[quote.last + 1 : quote.last + 2]) in say
    if tagged and not any(quote.last < cues[i].first <= quote.last + _TAG for i in follow):
        return None, True  # "…," says somebody whom the tool does not know
    for i in (*(follow if not ended else ()), *(i for i in outside if sentence <= cues[i].first < quote.first)):
        if parse.words[max(0, cues[i].first - 2) : cues[i].first] == ("according", "to"):
            return i, True
    for i in reversed(lead):
        if _says_before(parse, cues[i], quote.first, say):
            return i, True
    subjects = [i for i in lead if _is_subject(parse, cues[i])]
    last = max((start for start in starts if start < quote.first - 1), default=0)
    alone = [i for i in lead if cues[i].first >= last and not _depends(parse, cues[i])]
    if len(alone) == 1 and any(
        parse.words[at] in say and not _has_other_subject(parse, at, cues[alone[0]])
        for at in range(cues[alone[0]].last, quote.first)
    ):
        return alone[0], True  # whose verb the parser may not have seen
    if subjects:
        return subjects[-1], False
    beats = [i for i in follow if before == 0 and quote.first <= 1 and _leads(parse, cues[i])]
    return (beats[0] if beats else None), False


def _has_other_subject(parse: Parse, verb: int, cue: Cue) -> bool:
    """ "If Sarah plays, the message should say “…”": it is the message that says it."""
    return any(not cue.first <= kid < cue.last for kid in parse.kids_of(verb, "nsubj"))


def announced(cues: Sequence[Cue], parse: Parse, starts: Sequence[int], say: frozenset[str]) -> int | None:
    """The cue of whose words the next block brings: "Amina wrote in her diary:", "In May Amina wrote,"."""
    if len(parse.words) < _SHORTEST or not (
        parse.words[-1] == ":" or (parse.words[-1] == "," and parse.words[-2] in say)
    ):
        return None
    say = say | _PUTS if not _THUS.isdisjoint(parse.words[-_PUT:]) else say
    last = max((start for start in starts if start < len(parse.words) - 1), default=0)
    here = [i for i, cue in enumerate(cues) if cue.first >= last and cue.kind not in ("group", "second person")]
    saying = [i for i in here if _is_subject(parse, cues[i]) and any(w in say for w in parse.words[cues[i].last :])]
    return saying[-1] if saying else None


def _owns(parse: Parse, cue: Cue) -> bool:
    return parse.deps[parse.root_of(cue.first, cue.last)] == "poss"


def _leads(parse: Parse, cue: Cue) -> bool:
    """A subject, the owner of a voice, and who it was: "Sofia's voice was faint", "It was Ravi"."""
    root = parse.root_of(cue.first, cue.last)
    head = parse.heads[root]
    it_was = parse.deps[root] == "attr" and any(parse.words[kid] == "it" for kid in parse.kids_of(head, "nsubj"))
    return _is_subject(parse, cue) or it_was or (parse.deps[root] == "poss" and parse.words[head] in _VOICES)


def _depends(parse: Parse, cue: Cue) -> bool:
    return parse.deps[parse.root_of(cue.first, cue.last)] in ("poss", "pobj", "dobj")


def _is_subject(parse: Parse, cue: Cue) -> bool:
    return parse.deps[parse.root_of(cue.first, cue.last)] in SUBJECTS


def _says(parse: Parse, start: int, cue: Cue, say: frozenset[str], limit: int) -> bool:
    """ "…," (start) said Niamh; "…," Niamh from the shop said."""
    between = parse.words[start : cue.first]
    if any(word in ".!?" for word in between[1:]):
        return False
    if any(word in say for word in between):
        return True
    after = parse.words[cue.last : limit]
    end = next((k for k, word in enumerate(after) if word in (".", "!", "?", ";")), len(after))
    comma = parse.words[start - 1 : start] == (",",)
    gestures = _GESTURES if not comma and cue.kind != "pronoun" else frozenset()  # "“Is it?” Ana nodded."
    return any(word in say and word not in gestures for word in after[:end])


def _says_before(parse: Parse, cue: Cue, end: int, say: frozenset[str]) -> bool:
    """Niamh said (end) "…": a verb of saying whose subject she is, with no other full stop before the mark."""
    between = parse.words[cue.last : end]
    if any(word in (".", "!", "?") for word in between) or not any(word in say for word in between):
        return False
    if any(word in _NOT for word in between):
        return False  # "when she did not answer, “…”"
    root = parse.root_of(cue.first, cue.last)
    return parse.deps[root] in ("nsubj", "", "ROOT", "conj")
