"""Of whom a noun is said: "Priya is a nurse", "the cook, Salma", "works as a plumber", "my uncle, Tam"."""

from dataclasses import replace

from ..cue import THEY, Cue
from ..name_context import Tokens
from ..names.introduced import introduced
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse
from ..speech.script_lines import colon_after_speaker, speaks_as_kin
from .fronted import fronted
from .hoped import is_hoped, is_plainly
from .naming import called_so, is_met_by, is_paired, named_past, pass_on_names
from .not_said import is_denied, is_somebody_else, is_what_called
from .said_besides import denied_with, foremost, paid_as, promoted, said_with, served
from .said_labels import (
    acts_as,
    fills_line,
    is_added,
    is_after_label,
    is_beside,
    is_called_to,
    is_in_brackets,
    is_listed,
    is_option,
    is_written_to,
    labelled_by,
    nearer_name,
)  # fmt: skip
from .worker_lines import names_worker

_REGARDS = frozenset(
    "describe described describes know knew regard regarded regards see saw sees think treat treated treats use used "
    "uses view viewed views".split()
)
_BESIDE = frozenset(
    "accompany accompanied accompanies assist assisted assists help helped helps join "
    "joined joining joins replace replaced replaces serve served serves succeed succeeded succeeds".split()
)  # "joined us as a cook": what whoever joins is
_PLAYS = frozenset("play plays played playing".split())
_CALLS = frozenset("call calls called calling nickname nicknames nicknamed".split())
_CHOSEN = frozenset("voted elected appointed crowned named made".split())
_MADE = frozenset({"made", "makes"})
_LABELS = frozenset("job role occupation trade profession post".split())
_THE = frozenset({"the", "this", "that"})
_A = frozenset({"a", "an"})
_WHOSE = frozenset("my your his her our their".split())
_WORDS_OF_JOB = 2  # that may stand before the noun
_HOURS = ("NN", "NNS")
_OPENED = (('"',), ("'",))
_NOBODY = -1  # hoped for, denied or acted: "I want to be a pilot", "plays the judge"


def join(tokens: Tokens, cues: list[Cue], parse: Parse, *, signed: bool, script: int = 0) -> list[Cue]:
    """Cues that say who another one is know which; job words that are said of nobody are nobody.

    ``script``: the token from which on the first cue says all, so that none of it says who the first is.
    """
    if not cues:
        return []
    at_token = {i: n for n, cue in enumerate(cues) for i in range(cue.first, cue.last)}
    ends = {cue.last: n for n, cue in enumerate(cues)}
    others: list[int | None] = []
    for index, cue in enumerate(cues):
        of = None
        if cue.kind in ("role", "kin") and cue.name is None:
            of = _of(tokens, cues, index, parse, at_token, ends)
            of = _NOBODY if of is not None and is_option(tokens, cue) else of
        elif cue.name is not None:
            of = _of_name(tokens, cues, index, parse, at_token)
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
        if others[n] != _NOBODY and (again or _stands(tokens, cue, others[n], parse, cues, at_token, signed=signed)):
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
    if _opens_note(tokens, cue, root, parse):
        return True
    if parse.deps[root] == "conj" and (other := at_token.get(parse.heads[root])) is not None:
        return not (cues[other].bare or cue.maybe) and cues[other].kind in ("role", "kin")
    if cue.bare and cue.kind == "role" and is_after_label(tokens, cue) and tokens.word(0) in _LABELS:
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


def _of(
    tokens: Tokens, cues: list[Cue], index: int, parse: Parse, at_token: dict[int, int], ends: dict[int, int]
) -> int | None:
    """The cue of the person of whom a noun is said: beside it, by a copula, in apposition, after "as"."""
    cue = cues[index]
    if is_what_called(cue, parse):
        return _NOBODY
    if index + 1 < len(cues) and cues[index + 1].name is not None and cues[index + 1].first == cue.last:
        named = cues[index + 1].kind in ("name", "title", "kin") and not is_met_by(cues, index, parse)
        return index + 1 if named else None
    root = parse.root_of(cue.first, cue.last)
    dep, head = parse.deps[root], parse.heads[root]
    if dep == "poss":
        return None  # "Telford, a shepherd's son"
    if cue.bare and parse.words[head] in _CHOSEN and dep in ("npadvmod", "oprd", "attr", "dobj", "advmod"):
        return _chosen(parse, head, root, at_token)
    if cue.bare and index and tokens.word(cue.first - 1) == ":" and tokens.word(cue.first - 2) in _LABELS:
        bearers = [n for n in range(index) if cues[n].name is not None]
        return bearers[0] if len(bearers) == 1 else None
    if cue.led_by in _A and index and _opens_beside(tokens, cues[index - 1], cue):
        return index - 1
    if cue.bare and index and (is_listed(tokens, cues[index - 1], cue) or is_in_brackets(tokens, cues[index - 1], cue)):
        return index - 1
    if cue.bare and index and cues[index - 1].name and tokens.words[cues[index - 1].last : cue.first] in _OPENED:
        return index - 1  # 'Ivan Sutherland "Father of Computer Graphics"'
    if index and is_added(tokens, cues[index - 1], cue, parse):
        return index - 1
    if cue.bare and cue.kind == "role" and (labelled := labelled_by(tokens, cues, index)):
        return labelled
    if cue.bare and names_worker(tokens, cues, index):
        return index + 1
    before = ends.get(cue.said_at) if cue.said_at is not None else None
    if cue.led_by and is_somebody_else(tokens, cue, None if before is None else cues[before], parse):
        return None
    if dep == "oprd" and parse.words[head] in _CALLS and parse.kids_of(head, "dobj"):
        return _NOBODY  # "they call him the professor"
    if is_denied(parse, root) or (dep == "dobj" and parse.words[head] in _PLAYS and cue.led_by in ("a", "an", "the")):
        return _NOBODY
    if dep == "conj" and (first := at_token.get(head)) is not None and _may_be_both(cues[first], cue):
        of = _of(tokens, cues, first, parse, at_token, ends) if first < index else None
        if of is not None and (cue.bare or (cue.led_by in _A and cues[first].led_by in _A)):
            return of
    if dep == "ccomp" and parse.words[head] in _MADE and (made := parse.kids_of(root, "nsubj")):
        other = at_token.get(made[0])  # "what made me a teacher?", with "me" read as its subject
        return _NOBODY if denied_with(parse, head) else other if other is None else _one(cues, other)
    if (verb := said_with(parse, root, cue)) is not None:  # "Amir is 34 and a plumber"
        other = _subject_cue(parse, verb, at_token)
        return _NOBODY if denied_with(parse, verb) else other if other is None else _one(cues, other)
    if dep == "appos" and (other := at_token.get(head)) is not None and other != index:
        other = nearer_name(tokens, cues, index, other)
        in_list = cues[other].name is None and cues[other].kind == cue.kind  # "your mother, your father"
        if cue.kind == "kin" and cue.led_by in _WHOSE and parse.kids_of(root, "conj", "cc"):
            return None  # "the shepherd, his wife and their lodger"
        if in_list and cue.led_by in _A:
            if cues[other].led_by in _A:  # "she was a cook, a cleaner and a guide"
                return _of(tokens, cues, other, parse, at_token, ends) if other < index else None
            beside = parse.kids_of(root, "conj", "cc") or parse.kids_of(head, "conj", "cc")
            return None if beside or tokens.word(cue.first - 1) != "," else _one(cues, other)
        return None if in_list else _one(cues, other)
    if dep in ("attr", "oprd") or (dep == "pobj" and parse.words[head] == "as" and head != root):
        verb = head if dep != "pobj" else parse.heads[head]
        if dep == "pobj" and parse.deps[verb] in ("npadvmod", "dobj") and parse.tags[verb] in _HOURS:
            verb = parse.heads[verb]  # "works nights as a baker"
        elif dep == "pobj" and (misread := [k for k in parse.kids_of(verb, "compound") if parse.kids_of(k, "nsubj")]):
            verb = misread[0]
        object_ = parse.kids_of(verb, "dobj") if dep in ("pobj", "oprd") else []
        if dep == "pobj" and parse.words[verb] in _BESIDE:
            object_ = []
        paid = paid_as(parse, verb) if dep == "pobj" else None
        if paid is not None:
            other = at_token.get(paid)
        elif object_ and (dep == "oprd" or parse.words[verb] in _REGARDS or object_[0] in at_token):
            other = at_token.get(object_[0])
        else:
            other = _subject_cue(parse, verb, at_token)
        if is_hoped(parse, verb):
            return _NOBODY
        if other is None and (first := at_token.get(foremost(parse, verb))) is not None and first < index:
            of = _of(tokens, cues, first, parse, at_token, ends)
            return first if of != _NOBODY and (of is not None or _is_subject(cues[first], parse)) else of
        if other is not None and other != index:
            return other if dep == "attr" and cues[other].head == "they" else _one(cues, other)
    if dep == "pobj" and cue.bare and (risen := promoted(parse, root)) is not None:
        other = at_token.get(risen)
        return None if other is None else _one(cues, other)
    if (other := served(cues, index, root, parse, at_token)) is not None:
        return _one(cues, other)
    if dep in ("appos", "npadvmod") and cue.led_by in ("the", "a", "an") and tokens.word(cue.first - 1) == ",":
        of = _named_subject(cues, root, parse)  # "was born in Oban, the daughter of …"
        if of is not None and (of < index or (cue.kind == "kin" and tokens.word(cues[of].first - 1) == ",")):
            return of
    if cue.led_by and (subject := fronted(tokens, cues, index, parse)):
        return subject
    if dep != "nsubj" and cue.first in tokens.starts and cue.led_by in _A:
        of = _named_subject(cues, root, parse)  # "A man who had …, Knight took …"
        if of is not None and of > index and tokens.word(cues[of].first - 1) == ",":
            return of
    if before is None or (cues[before].name is None and tokens.word(cues[before].last) == ","):
        return None
    return _one(cues, before)


def _opens_beside(tokens: Tokens, name: Cue, cue: Cue) -> bool:
    """ "Kemi a form two student wants to …": a name that opens the sentence, and without a comma what its bearer is."""
    return name.name is not None and name.last == cue.first and name.first in tokens.starts


def _chosen(parse: Parse, verb: int, root: int, at_token: dict[int, int]) -> int | None:
    """ "You were voted captain", "they made her captain"."""
    others = [at for at in parse.kids_of(verb, "dobj", "nsubjpass") if at != root]
    return at_token.get(others[-1]) if others else None


def _may_be_both(one: Cue, other: Cue) -> bool:
    """ "A vet and a mum", "a wife and mother"; not "a mum and a dad"."""
    if one.kind == other.kind == "role":
        return True
    nouns = one.led_by in _A and one.name is None and other.name is None and {one.kind, other.kind} <= {"role", "kin"}
    said = {gender for cue in (one, other) for gender in cue.genders if gender != "not stated"}
    return nouns and len(said) <= 1


def _named_subject(cues: list[Cue], at: int, parse: Parse) -> int | None:
    """The name or pronoun that is subject of the clause in which a token stands."""
    for _ in range(6):
        at = parse.heads[at]
        if parse.tags[at].startswith("VB"):
            subjects = parse.kids_of(at, *SUBJECTS)
            if not subjects and parse.deps[at] == "advcl":
                continue  # "Born in Oban, …, she left"
            named = [n for n, c in enumerate(cues) if c.first <= (subjects or [-1])[0] < c.last]
            by_name = named and (cues[named[0]].name or cues[named[0]].kind == "pronoun" or cues[named[0]].head == "i")
            return named[0] if by_name else None
    return None


def _of_name(tokens: Tokens, cues: list[Cue], index: int, parse: Parse, at_token: dict[int, int]) -> int | None:
    """The noun or "I" that a name is said of: "my uncle, Tam", "the cook, Salma", "I am Blessing"."""
    cue = cues[index]
    if (own := introduced(tokens, cues, index)) is not None:
        return own
    root = parse.root_of(cue.first, cue.last)
    if parse.deps[root] == "appos" and (other := at_token.get(parse.heads[root])) is not None and other != index:
        return other if cues[other].kind in ("role", "kin", "first person") else None
    loose = parse.deps[root] == "npadvmod" or (parse.deps[root] == "ROOT" and not parse.kids_of(root, "conj", "cc"))
    if loose and index and parse.words[cue.first - 1] == ",":
        before = cues[index - 1]  # "by her tutor, Dr Khan: …", "Thanks to my boss, Ana Hill, who …"
        if before.last == cue.first - 1 and before.kind in ("role", "kin") and before.led_by not in _A:
            return index - 1
    if parse.deps[root] == "nsubj" and index and is_beside(tokens, cues[index - 1], cue, parse):
        return index - 1
    if (called := called_so(cues, index, parse, at_token)) is not None:
        return called
    if is_paired(cues, index, parse):
        return index - 1
    if parse.deps[root] == "attr" and (other := _subject_cue(parse, parse.heads[root], at_token)) is not None:
        definite = cues[other].led_by in ("the", "'s", "’s") or cues[other].led_by in _WHOSE  # "our captain is Ellie"
        definite |= cues[other].bare and parse.words[parse.heads[root]] in ("is", "was")  # "Winner was Ellie"
        said = definite and cues[other].kind in ("role", "kin") and is_plainly(parse, parse.heads[root])
        return other if cues[other].head == "i" or said else None
    return named_past(cues, index, parse, at_token)


def _is_subject(cue: Cue, parse: Parse) -> bool:
    return parse.deps[parse.root_of(cue.first, cue.last)] in SUBJECTS


def _one(cues: list[Cue], index: int) -> int | None:
    return None if cues[index].kind == "group" or cues[index].head in THEY else index


def _subject_cue(parse: Parse, verb: int, at_token: dict[int, int]) -> int | None:
    """The cue of a verb's subject, also where it shares that of another verb; of "who", the one before it."""
    for _ in range(4):
        subjects = parse.kids_of(verb, *SUBJECTS)
        if subjects:
            at = subjects[0]
            if parse.words[at] in ("who", "that", "which"):
                at = parse.heads[verb]
                at = next(iter(parse.kids_of(at, "attr")), at)  # "it is his wife who is the plumber"
            return at_token.get(at)
        if parse.deps[verb] not in ("conj", "xcomp", "advcl", "prep", "pcomp"):
            return None
        verb = parse.heads[verb]
    return None
