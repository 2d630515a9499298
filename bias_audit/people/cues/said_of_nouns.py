"""Of whom a noun is said, way by way: "Priya is a nurse", "the cook, Salma", "works as a plumber".

Each way looks at one construction. The first that tells decides: somebody, nobody (`NOBODY`), or, with None, that the
noun is somebody by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..cue import Cue
from ..parses.grammar import SUBJECTS
from .fronted import fronted
from .hoped import is_hoped, is_to_come
from .naming import is_met_by
from .not_said import is_denied, is_of_thing, is_somebody_else, is_what_called
from .one_of import said_by_one
from .said import Said
from .said_besides import denied_with, first_of_list, foremost, paid_as, promoted, said_with, served
from .said_labels import is_added, is_in_brackets, is_last_beside, is_listed, labelled_by, nearer_name
from .worker_lines import names_worker

NOBODY = -1  # hoped for, denied or acted: "I want to be a pilot", "plays the judge"
LABELS = frozenset("job role occupation trade profession post".split())
WHOSE = frozenset("my your his her our their".split())
A = frozenset({"a", "an"})
_ON = -2  # this way does not tell
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
_ARTICLES = A | {"the"}
_HOURS = ("NN", "NNS")
_OPENED = (('"',), ("'",))
_CLAUSES = 6  # heads up from a noun to the verb of its clause
_PERSONS = frozenset({"first person", "second person", "pronoun"})
_PAUSES = frozenset({".", "!", "?", ",", '"', ""})


@dataclass(frozen=True, slots=True)
class _Noun:
    """The noun that is looked at: the cue, its number, its main token, and what that hangs on."""

    cue: Cue
    index: int
    root: int
    dep: str
    head: int
    before: int | None  # the cue beside which it stands: "Ana Hill, (a vet)"


def of_noun(here: Said, index: int) -> int | None:
    """The cue of the person of whom a noun is said."""
    cue, parse = here.cues[index], here.parse
    root = parse.root_of(cue.first, cue.last)
    root = said_by_one(parse, root) if cue.maybe else root
    before = here.ends.get(cue.said_at) if cue.said_at is not None else None
    noun = _Noun(cue, index, root, parse.deps[root], parse.heads[root], before)
    return next((of for way in _WAYS if (of := way(here, noun)) != _ON), None)


def _what_called(here: Said, noun: _Noun) -> int | None:
    return NOBODY if is_what_called(noun.cue, here.parse) else _ON


def _before_name(here: Said, noun: _Noun) -> int | None:
    """ "Nurse Reid", "the cook Salma"."""
    after = here.cues[noun.index + 1] if noun.index + 1 < len(here.cues) else None
    if after is None or after.name is None or after.first != noun.cue.last:
        return _ON
    named = after.kind in ("name", "title", "kin") and not is_met_by(here.cues, noun.index, here.parse)
    return noun.index + 1 if named else None


def _owner(here: Said, noun: _Noun) -> int | None:
    """ "Telford, a (shepherd)'s son"."""
    return None if noun.dep == "poss" else _ON


def _chosen(here: Said, noun: _Noun) -> int | None:
    """ "You were voted captain", "they made her captain"."""
    parse, verb = here.parse, noun.head
    if not noun.cue.bare or parse.words[verb] not in _CHOSEN:
        return _ON
    if noun.dep not in ("npadvmod", "oprd", "attr", "dobj", "advmod"):
        return _ON
    others = [at for at in parse.kids_of(verb, "dobj", "nsubjpass") if at != noun.root]
    return here.at_token.get(others[-1]) if others else None


def _in_field(here: Said, noun: _Noun) -> int | None:
    """ "Ana Hill. Job: vet"."""
    words, first = here.tokens, noun.cue.first
    if not (noun.cue.bare and noun.index and words.word(first - 1) == ":" and words.word(first - 2) in LABELS):
        return _ON
    bearers = [n for n in range(noun.index) if here.cues[n].name is not None]
    return bearers[0] if len(bearers) == 1 else None


def _right_after(here: Said, noun: _Noun) -> int | None:
    """ "Ana Hill, vet", "Ana (vet)", 'Ivan Sutherland "Father of Computer Graphics"', "Kemi a form two student"."""
    if not noun.index:
        return _ON
    words, cue, name = here.tokens, noun.cue, here.cues[noun.index - 1]
    opens = cue.led_by in A and name.name is not None and name.last == cue.first and name.first in words.starts
    listed = cue.bare and (is_listed(words, name, cue) or is_in_brackets(words, name, cue))
    quoted = cue.bare and name.name is not None and words.words[name.last : cue.first] in _OPENED
    return noun.index - 1 if opens or listed or quoted or is_added(words, name, cue, here.parse) else _ON


def _labelled(here: Said, noun: _Noun) -> int | None:
    """ "Leader – Omar", "• Porter: Gary moves patients"."""
    if not noun.cue.bare:
        return _ON
    if noun.cue.kind == "role" and (named := labelled_by(here.tokens, here.cues, noun.index)):
        return named
    return noun.index + 1 if names_worker(here.tokens, here.cues, noun.index) else _ON


def _somebody_else(here: Said, noun: _Noun) -> int | None:
    """ "Dear Ana, our (cook) is ill"."""
    beside = None if noun.before is None else here.cues[noun.before]
    return None if noun.cue.led_by and is_somebody_else(here.tokens, noun.cue, beside, here.parse) else _ON


def _not_said(here: Said, noun: _Noun) -> int | None:
    """ "They call him the professor", "she is no nurse", "plays the judge", "my dog is my harshest critic"."""
    parse, verb = here.parse, here.parse.words[noun.head]
    called = noun.dep == "oprd" and verb in _CALLS and parse.kids_of(noun.head, "dobj")
    plays = noun.dep == "dobj" and verb in _PLAYS and noun.cue.led_by in _ARTICLES
    none = noun.cue.led_by == "no" and noun.dep == "attr"
    if (
        called
        or plays
        or none
        or is_denied(parse, noun.root)
        or is_of_thing(here.tokens, here.at_token, parse, noun.root)
    ):
        return NOBODY
    return _ON


def _joined(here: Said, noun: _Noun) -> int | None:
    """ "Ana is a vet and a (mum)": of whom the first of two is said."""
    first = first_of_list(here, noun.head) if noun.dep == "conj" else None
    if first is None or first >= noun.index or not _may_be_both(here.cues[first], noun.cue):
        return _ON
    of, both = of_noun(here, first), noun.cue.led_by in A and here.cues[first].led_by in A
    return of if of is not None and (noun.cue.bare or both) else _ON


def _may_be_both(one: Cue, other: Cue) -> bool:
    """ "A vet and a mum", "a wife and mother"; not "a mum and a dad"."""
    if one.kind == other.kind == "role":
        return True
    nouns = one.led_by in A and one.name is None and other.name is None and {one.kind, other.kind} <= {"role", "kin"}
    said = {gender for cue in (one, other) for gender in cue.genders if gender != "not stated"}
    return nouns and len(said) <= 1


def _made(here: Said, noun: _Noun) -> int | None:
    """ "What made me a teacher?", with "me" read as its subject."""
    if noun.dep != "ccomp" or here.parse.words[noun.head] not in _MADE:
        return _ON
    made = here.parse.kids_of(noun.root, "nsubj")
    if not made:
        return _ON
    return NOBODY if denied_with(here.parse, noun.head) else here.one(here.at_token.get(made[0]))


def _said_besides(here: Said, noun: _Noun) -> int | None:
    """ "Amir is 34 and a plumber"."""
    if (verb := said_with(here.parse, noun.root, noun.cue)) is None:
        return _ON
    return NOBODY if denied_with(here.parse, verb) else here.one(here.subject_of(verb))


def _apposed(here: Said, noun: _Noun) -> int | None:
    """ "Salma, the cook"; not "your mother, your father"."""
    cue, parse = noun.cue, here.parse
    other = here.at_token.get(noun.head) if noun.dep == "appos" else None
    if noun.dep == "npadvmod" and noun.index and is_last_beside(here.tokens, here.cues[noun.index - 1], cue):
        other = noun.index - 1
    if other is None or other == noun.index:
        return _ON
    other = nearer_name(here.tokens, here.cues, noun.index, other)
    if cue.kind == "kin" and cue.bare and here.cues[other].kind in _PERSONS and here.tokens.word(cue.last) in _PAUSES:
        return None  # "He trained me, son."
    in_list = here.cues[other].name is None and here.cues[other].kind == cue.kind
    joined = bool(parse.kids_of(noun.root, "conj", "cc"))
    if cue.kind == "kin" and cue.led_by in WHOSE and joined:
        return None  # "the shepherd, his wife and their lodger"
    if in_list and cue.led_by in A:
        if here.cues[other].led_by in A:  # "she was a cook, a cleaner and a guide"
            return of_noun(here, other) if other < noun.index else None
        beside = joined or parse.kids_of(noun.head, "conj", "cc")
        return None if beside or here.tokens.word(cue.first - 1) != "," else here.one(other)
    return None if in_list else here.one(other)


def _told_of(here: Said, noun: _Noun) -> int | None:
    """ "Priya is a nurse", "works as a plumber", "the first woman to be a pilot"; "I want to be a pilot": nobody."""
    dep, parse = noun.dep, here.parse
    as_one = dep == "pobj" and parse.words[noun.head] == "as" and noun.head != noun.root
    if dep not in ("attr", "oprd") and not as_one:
        return _ON
    verb = noun.head
    if as_one:
        verb = parse.heads[verb]
        if parse.deps[verb] in ("npadvmod", "dobj") and parse.tags[verb] in _HOURS:
            verb = parse.heads[verb]  # "works nights as a baker"
        elif misread := [kid for kid in parse.kids_of(verb, "compound") if parse.kids_of(kid, "nsubj")]:
            verb = misread[0]
    other = _of_verb(here, noun, verb, as_one=as_one)
    if is_hoped(parse, verb) or is_to_come(parse, verb, noun.root):
        return NOBODY
    if other is None and (first := here.at_token.get(foremost(parse, verb))) is not None and first < noun.index:
        of, woman = of_noun(here, first), here.cues[first]
        acts = parse.deps[parse.root_of(woman.first, woman.last)] in SUBJECTS
        return first if of != NOBODY and (of is not None or acts) else of
    if other is None or other == noun.index:
        return _ON
    return other if dep == "attr" and here.cues[other].head == "they" else here.one(other)


def _of_verb(here: Said, noun: _Noun, verb: int, *, as_one: bool) -> int | None:
    """The subject, or, of "they see her as a leader" and "paid her as his cook", the object."""
    parse = here.parse
    if as_one and (paid := paid_as(parse, verb)) is not None:
        return here.at_token.get(paid)
    beside = as_one and parse.words[verb] in _BESIDE
    object_ = parse.kids_of(verb, "dobj") if (as_one or noun.dep == "oprd") and not beside else []
    if object_ and (noun.dep == "oprd" or parse.words[verb] in _REGARDS or object_[0] in here.at_token):
        return here.at_token.get(object_[0])
    return here.subject_of(verb)


def _promoted(here: Said, noun: _Noun) -> int | None:
    """ "She was promoted to assistant technician"."""
    if noun.dep != "pobj" or not noun.cue.bare or (risen := promoted(here.parse, noun.root)) is None:
        return _ON
    return here.one(here.at_token.get(risen))


def _served(here: Said, noun: _Noun) -> int | None:
    """ "After ten years as a nurse, she …"."""
    other = served(here.cues, noun.index, noun.root, here.parse, here.at_token)
    return _ON if other is None else here.one(other)


def _after_comma(here: Said, noun: _Noun) -> int | None:
    """ "She was born in Oban, the daughter of a joiner"."""
    cue = noun.cue
    beside = noun.dep in ("appos", "npadvmod") and cue.led_by in _ARTICLES and here.tokens.word(cue.first - 1) == ","
    of = _named_subject(here, noun.root) if beside else None
    if of is None:
        return _ON
    kin = cue.kind == "kin" and here.tokens.word(here.cues[of].first - 1) == ","
    return of if of < noun.index or kin else _ON


def _in_front(here: Said, noun: _Noun) -> int | None:
    """ "A mum of three, Kirsty Boyd opened …", "A man who had …, Knight took …"."""
    cue = noun.cue
    if cue.led_by and (subject := fronted(here.tokens, here.cues, noun.index, here.parse)):
        return subject
    if noun.dep == "nsubj" or cue.first not in here.tokens.starts or cue.led_by not in A:
        return _ON
    of = _named_subject(here, noun.root)
    after = of is not None and of > noun.index and here.tokens.word(here.cues[of].first - 1) == ","
    return of if after else _ON


def _named_subject(here: Said, at: int) -> int | None:
    """The name or pronoun that is subject of the clause in which a token stands."""
    parse = here.parse
    for _ in range(_CLAUSES):
        at = parse.heads[at]
        if parse.tags[at].startswith("VB"):
            subjects = parse.kids_of(at, *SUBJECTS)
            if not subjects and parse.deps[at] == "advcl":
                continue  # "Born in Oban, …, she left"
            named = [n for n, c in enumerate(here.cues) if c.first <= (subjects or [-1])[0] < c.last]
            cue = here.cues[named[0]] if named else None
            by_name = cue is not None and (cue.name or cue.kind == "pronoun" or cue.head == "i")
            return named[0] if by_name else None
    return None


def _beside(here: Said, noun: _Noun) -> int | None:
    """Whoever stands beside the noun; in a list, only somebody with a name."""
    if noun.before is None:
        return None
    before = here.cues[noun.before]
    listed = before.name is None and here.tokens.word(before.last) == ","
    return None if listed else here.one(noun.before)


_WAYS: tuple[Callable[[Said, _Noun], int | None], ...] = (
    _what_called,
    _before_name,
    _owner,
    _chosen,
    _in_field,
    _right_after,
    _labelled,
    _somebody_else,
    _not_said,
    _joined,
    _made,
    _said_besides,
    _apposed,
    _told_of,
    _promoted,
    _served,
    _after_comma,
    _in_front,
    _beside,
)
