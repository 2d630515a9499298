"""Of whom a noun is said: "Priya is a nurse", "the cook, Salma", "works as a plumber", "my uncle, Tam"."""

import re
from dataclasses import replace

from ..cue import Cue
from ..name_context import Tokens
from ..names.introduced import introduced
from ..parses.parse import Parse
from ..speech.script_lines import colon_after_speaker, speaks_as_kin
from .hoped import is_plainly
from .naming import called_so, is_paired, named_past, pass_on_names
from .said import Said
from .said_labels import (
    acts_as,
    fills_line,
    is_after_label,
    is_beside,
    is_called_to,
    is_option,
    is_written_to,
)  # fmt: skip
from .said_of_nouns import LABELS, NOBODY, WHOSE, A, of_noun

_THE = frozenset({"the", "this", "that"})
_ENDS = frozenset({"", ".", ",", "!", ";", "and"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?:am|pm)?")
_WORDS_OF_JOB = 2  # that may stand before the noun


def join(tokens: Tokens, cues: list[Cue], parse: Parse, *, signed: bool, script: int = 0) -> list[Cue]:
    """Cues that say who another one is know which; job words that are said of nobody are nobody.

    ``script``: the token from which on the first cue says all, so that none of it says who the first is.
    """
    if not cues:
        return []
    at_token = {i: n for n, cue in enumerate(cues) for i in range(cue.first, cue.last)}
    said = Said(tokens, cues, parse, at_token, {cue.last: n for n, cue in enumerate(cues)})
    others: list[int | None] = []
    for index, cue in enumerate(cues):
        of = None
        if cue.kind in ("role", "kin") and cue.name is None:
            of = of_noun(said, index)
            of = NOBODY if of is not None and is_option(tokens, cue) else of
        elif cue.name is not None:
            of = _of_name(said, index)
            of = None if of is not None and is_called_to(tokens, cues[of], cue) else of
        bears = not index and of == 1 and cues[1].last < script  # "Farmer Giles: …"
        apart = not index or (of == 0 and cue.first >= script) or (index == 1 and acts_as(tokens, cues[0], cue))
        others.append(None if script and apart and not bears else of)
    for index, cue in enumerate(cues):  # "her deputy, Kirsty": the noun is said of the name
        of = others[index]
        if cue.name is not None and of is not None and of >= 0 and cues[of].kind in ("role", "kin"):
            first = others[of]  # "my tutor is a lad called Hassan"
            if first is not None and first >= 0 and cues[first].name is not None:
                others[index] = first  # "his wife Margaret, known as Peggy"
                continue
            if first is not None and first >= 0 and cues[first].name is None and others[first] is None:
                others[first] = index
            others[of], others[index] = index, None
    pass_on_names(cues, others, parse)
    kept: list[int] = []
    heads: set[str] = set()  # of those who are somebody, whom "the" word then means again
    for n, cue in enumerate(cues):
        again = cue.maybe and not cue.bare and cue.led_by in _THE and cue.head in heads
        if others[n] != NOBODY and (again or _stands(tokens, cue, others[n], parse, cues, at_token, signed=signed)):
            kept.append(n)
            heads.add(cue.head)
    new = {n: i for i, n in enumerate(kept)}
    joined = []
    for n in kept:
        cue, of = cues[n], others[n]
        labelled = cue.bare and (is_after_label(tokens, cue) or is_written_to(tokens, cue))
        general = cue.general or labelled or (of is None and _is_imagined(cues, cue, parse, at_token))
        changed = of is not None or general != cue.general
        joined.append(replace(cue, of=None if of is None else new.get(of), general=general) if changed else cue)
    return joined


def _is_imagined(cues: list[Cue], cue: Cue, parse: Parse, at_token: dict[int, int]) -> bool:
    """ "You could be a pilot", "their life as an astronaut", "a parent or guardian": no one in particular."""
    if cue.name is not None or cue.kind not in ("role", "kin") or any(g != "not stated" for g in cue.genders):
        return False
    root = parse.root_of(cue.first, cue.last)
    if cue.bare and parse.deps[root] == "conj":
        other = at_token.get(parse.heads[root])
        return other is not None and cues[other].general
    as_one = parse.deps[root] == "pobj" and parse.words[parse.heads[root]] == "as"
    return cue.led_by in ("a", "an") and (as_one or parse.deps[root] == "attr")


def _stands(
    tokens: Tokens,
    cue: Cue,
    of: int | None,
    parse: Parse,
    cues: list[Cue],
    at_token: dict[int, int],
    *,
    signed: bool,
) -> bool:
    if not cue.bare and not cue.maybe:
        return True
    if of is not None:
        return True
    root = parse.root_of(cue.first, cue.last)
    if _opens_note(tokens, cue, root, parse) or _comes_at(tokens, cue, parse):
        return True
    if parse.deps[root] == "conj" and (other := at_token.get(parse.heads[root])) is not None:
        return not (cues[other].bare or cue.maybe) and cues[other].kind in ("role", "kin")
    if cue.bare and cue.kind == "role" and is_after_label(tokens, cue) and tokens.word(0) in LABELS:
        return True  # "Job: wind turbine technician, offshore"
    if is_written_to(tokens, cue):
        return True
    if signed and cue.bare and cue.kind == "role" and cue.first <= _WORDS_OF_JOB and fills_line(tokens, cue):
        return True  # "Jo Wemyss" and below it "senior practitioner"
    starts_line = cue.first == 0 and tokens.words[0][0].isupper() and cue.kind != "kin"
    speaks = colon_after_speaker(tokens.lower[cue.last :]) is not None  # "Nurse (crossly): …"
    return speaks_as_kin(tokens, cue) or (starts_line and (speaks or (signed and len(tokens.words) == cue.last)))


def _opens_note(tokens: Tokens, cue: Cue, root: int, parse: Parse) -> bool:
    """ "Tutor came round.", "Support worker to sit with Ana."; not the "Student uses loops" of any rubric."""
    verb = parse.heads[root]
    opens = cue.first in tokens.starts and cue.bare and not cue.maybe and cue.role
    if not opens or parse.deps[root] != "nsubj" or verb < root or parse.tags[root] not in ("NN", "NNP"):
        return False
    if tokens.word(cue.last) == "to":
        return verb == cue.last + 1 and tokens.word(verb + 1) != ":"
    does = parse.tags[verb] == "VBD" or parse.words[verb] == "says"
    return does and tokens.word(cue.last).isalpha()


def _is_told_name(tokens: Tokens, you: Cue, name: Cue) -> bool:
    """ "You are Blessing."; not "Are you Blessing?", "If you are Blessing", "You are Blessing's friend"."""
    told = you.first in tokens.starts and tokens.lower[you.last : name.first] in (("are",), ("'re",))
    return told and tokens.word(name.last) in _ENDS


def _comes_at(tokens: Tokens, cue: Cue, parse: Parse) -> bool:
    """ "2.00 – plumber, to mend the tap": a line of a diary that says who comes, when and what for."""
    clock = cue.first == len(("2.00", "–")) and _CLOCK.fullmatch(tokens.word(0))
    to = cue.last + (tokens.word(cue.last) == ",")
    return bool(clock and cue.role) and tokens.word(to) == "to" and parse.tags[to + 1 : to + 2] == ("VB",)


def _of_name(here: Said, index: int) -> int | None:
    """The noun, "I" or "you" that a name is said of: "my uncle, Tam", "the cook, Salma", "I am Blessing"."""
    tokens, cues, parse, at_token = here.tokens, here.cues, here.parse, here.at_token
    cue = cues[index]
    if (own := introduced(tokens, cues, index)) is not None:
        return own
    if index and cues[index - 1].head == "you" and _is_told_name(tokens, cues[index - 1], cue):
        return index - 1
    root = parse.root_of(cue.first, cue.last)
    if parse.deps[root] == "appos" and (other := at_token.get(parse.heads[root])) is not None and other != index:
        return other if cues[other].kind in ("role", "kin", "first person") else None
    loose = parse.deps[root] == "npadvmod" or (parse.deps[root] == "ROOT" and not parse.kids_of(root, "conj", "cc"))
    if loose and index and parse.words[cue.first - 1] == ",":
        before = cues[index - 1]  # "by her tutor, Dr Khan: …", "Thanks to my boss, Ana Hill, who …"
        if before.last == cue.first - 1 and before.kind in ("role", "kin") and before.led_by not in A:
            return index - 1
    if parse.deps[root] == "nsubj" and index and is_beside(tokens, cues[index - 1], cue, parse):
        return index - 1
    if (called := called_so(cues, index, parse, at_token)) is not None:
        return called
    if is_paired(cues, index, parse):
        return index - 1
    if parse.kids_of(parse.heads[root], "expl"):
        return None  # "Her boy cries because there is no Abdi."
    if parse.deps[root] == "attr" and (other := here.subject_of(parse.heads[root])) is not None:
        definite = cues[other].led_by in ("the", "'s", "’s") or cues[other].led_by in WHOSE  # "our captain is Ellie"
        definite |= cues[other].bare and parse.words[parse.heads[root]] in ("is", "was")  # "Winner was Ellie"
        plainly = definite and cues[other].kind in ("role", "kin") and is_plainly(parse, parse.heads[root])
        return other if cues[other].head == "i" or plainly else None
    return named_past(cues, index, parse, at_token)
