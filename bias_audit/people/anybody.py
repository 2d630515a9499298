"""Who is no one in particular: "the user clicks", "a pupil who finishes early", "To a woman of colour: …"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cue import Cue
from .cues.one_of import is_asked_for
from .parses.grammar import FINITE, SUBJECTS
from .parses.parse import Parse
from .someone import Someone
from .words import PeopleWords, fold

_DEEP = 8  # steps from a word up to its verb
_IF = frozenset({"if", "unless", "whether"})
_WISHED = frozenset("will 'll would should must may might shall ought".split())
_LIKE = frozenset({"as", "like", "of"})
_NEEDS = frozenset({"need", "needs"})
_ANY = frozenset("a all an any each every no".split())
_CHILDREN = frozenset("son daughter child wife husband widow friend mother father".split())
_SIDE_BY_SIDE = frozenset({"conj", "parataxis"})
_HAVE = frozenset({"has", "have", "'s", "'ve"})
_OWNED_BY = frozenset({"my", "our", "his", "her", "their"})  # somebody's: "her apprentice"
_STORY = 0.25  # of all "I", those that tell what has happened
_AM = frozenset({"am", "'m", "’m"})
_WORDS_TO_I = 50  # where somebody speaks of themselves there is an "I" or a "my" in so many words, or more
_BORN = frozenset({"boy", "girl"})
_SMALL = frozenset({"baby", "little", "wee"})
_PARENTS = frozenset({"NNP", "PRP"})
_WHENEVER = frozenset({"if", "whenever"})
_MARKS = frozenset({'"', "'", "“", "‘"})
_GAPS = frozenset({"[", "...", "…", "+"})
_GAP = ("__", "....", "……")  # where a form is to be filled in


@dataclass(frozen=True, slots=True)
class Said:
    """A mention of somebody as it stands. ``verbs``: those that it is subject or object of.

    ``unsaid``: in quotation marks, and nobody says it. ``pictured``: a picture shows it. ``own``: the baby of
    somebody with a name.
    """

    parse: Parse
    cue: Cue
    verbs: Sequence[int]
    starts: frozenset[int]
    unsaid: bool = False
    pictured: bool = False
    own: bool = False


def is_no_one_in_particular(
    who: Someone, about: Sequence[Said], lexicon: PeopleWords, words: int, *, speaks: bool
) -> bool:
    """People in general of whom nothing is told: whom a count of the people on the page leaves out.

    ``words``: of the whole document.
    """
    if who.named:
        return False
    if who.narrates:
        dense = len(about) * _WORDS_TO_I >= words
        return not (_tells_a_story(about) or (dense and _says_who(who, about)))
    owned = any(said.own or _is_of_name(said, lexicon) for said in about)
    if (
        not owned
        and _is_any(who)
        and ((who.any_one and len(who.genders) > 1) or not any(_acts_in_past(said) for said in about))
    ):
        return True
    if any(_is_born(said) for said in about):
        return False
    if _is_whoever(about):
        return True
    if who.any_one and all(
        is_asked_for(said.parse, said.parse.root_of(said.cue.first, said.cue.last)) for said in about
    ):
        return True
    if any(said.pictured for said in about) or not any(said.parse.tags[said.cue.first] for said in about):
        return False
    if all(said.unsaid for said in about):
        return True
    nouns = [said for said in about if said.cue.kind in ("role", "kin")]
    if any(said.cue.kind == "first person" for said in about):
        return False
    if not nouns:
        return all(map(_is_wished, about))
    if any(_has_gap(said.parse.words) for said in nouns):
        return True
    if len(about) == 1 and nouns[0].cue.led_by == "one" and not nouns[0].verbs:
        return True  # "sixty sons (and one grandson)"
    one = len(who.genders) == 1
    if all(map(_is_called_for, nouns)):
        return not any(map(_is_told, about))
    if any(said.cue.kind == "kin" and not _is_any_kin(said) for said in nouns) or (
        one and not any(_is_in_general(said, lexicon) for said in nouns)
    ):
        return all(_is_yours(said) for said in nouns) and not any(_is_told(said) for said in about)
    if owned or any(said.cue.led_by in _OWNED_BY for said in nouns) or ((one or speaks) and any(map(_goes_on, about))):
        return False
    perfect = not any(said.cue.head in lexicon.people_in_general for said in nouns)
    return not any(_is_told(said, perfect=perfect) or _is_of_a_sum(said) for said in about)


def _is_born(said: Said) -> bool:
    """ "They have a baby boy", "Ana had a little girl": a son or daughter; not "each family has a little girl"."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    verb = parse.heads[at]
    if said.cue.head not in _BORN or parse.deps[at] != "dobj" or parse.words[verb] not in _HAVE | {"had"}:
        return False
    small = any(parse.words[kid] in _SMALL for kid in parse.kids_of(at, "amod", "compound"))
    whose = any(parse.tags[kid] in _PARENTS and parse.words[kid] != "you" for kid in parse.kids_of(verb, "nsubj"))
    return small and whose and not _is_supposed(parse, verb)


def _is_of_name(said: Said, lexicon: PeopleWords) -> bool:
    """ "Mia's coach"; not "a pupil's coach" and not "Mexico's coach"."""
    owner = said.cue.first - 2
    if said.cue.led_by != "'s" or owner < 0:
        return False
    name = fold(said.parse.words[owner])
    return lexicon.is_name(name) and name not in lexicon.places


def _is_whoever(about: Sequence[Said]) -> bool:
    """ "If a boy was late he was beaten": whoever it was, where no other sentence says more."""
    first = about[0]
    if first.cue.led_by not in ("a", "an", "any") or first.cue.kind != "role":
        return False
    parse, at = first.parse, first.parse.root_of(first.cue.first, first.cue.last)
    verb = parse.heads[at]
    if parse.deps[at] not in SUBJECTS or not any(parse.words[kid] in _WHENEVER for kid in parse.kids_of(verb)):
        return False
    ends = min((start for start in first.starts if start > first.cue.first), default=len(parse.words))
    return all(said.parse is parse and first.cue.first <= said.cue.first < ends for said in about)


def _tells_a_story(about: Sequence[Said]) -> bool:
    """Whether "I" is somebody: it tells what has happened, which "I can add two numbers" and "Guess my word" do not."""
    subjects = [said for said in about if said.cue.head == "i"]
    told = [said for said in subjects if _is_told(said) and not _is_to_be_filled(said)]
    return bool(told) and len(told) >= _STORY * len(subjects)


def _says_who(who: Someone, about: Sequence[Said]) -> bool:
    """ "I am a plumber", "I'm sixteen"."""
    if who.roles:
        return True
    return any(
        said.parse.words[at + 1] in _AM and said.parse.tags[kid] in ("JJ", "CD")
        for said in about
        if said.cue.head == "i" and (at := said.cue.first) + 1 < len(said.parse.words)
        for kid in said.parse.kids_of(at + 1, "acomp", "attr")
    )


def _is_to_be_filled(said: Said) -> bool:
    """ "I wrote: […]", "I have eaten " + 5: words of a form or a program."""
    words, at = said.parse.words, said.cue.first
    return (at > 0 and words[at - 1] in _MARKS) or any(word in _GAPS or word.startswith(_GAP) for word in words)


def _is_in_general(said: Said, lexicon: PeopleWords) -> bool:
    return said.cue.head in lexicon.people_in_general or said.cue.head in lexicon.gender["nouns"]


def _is_any_kin(said: Said) -> bool:
    """ "From a relative": of whom not even the gender is said."""
    return said.cue.led_by in ("a", "an", "any") and set(said.cue.genders) <= {"not stated"}


def _is_called_for(said: Said) -> bool:
    """ "A family should have a dad", "every child needs an uncle": no one's; not "Ana needs a mum"."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    verb = parse.heads[at]
    if said.cue.kind != "kin" or said.cue.led_by not in ("a", "an", "any") or parse.deps[at] != "dobj":
        return False
    helps = [parse.words[kid] for kid in parse.kids_of(verb, "aux")]
    if parse.words[verb] not in _NEEDS and _WISHED.isdisjoint(helps):
        return False
    whose = parse.kids_of(verb, "nsubj")
    leads = {parse.words[kid] for kind in whose[:1] for kid in parse.kids_of(kind, "det", "poss")}
    many = bool(whose) and parse.tags[whose[0]] == "NNS" and not leads
    return many or not _ANY.isdisjoint(leads)


def _has_gap(words: Sequence[str]) -> bool:
    """ "My helper was [name]": words of a form."""
    return any(word == "[" and after.isalpha() for word, after in pairwise(words))


def _is_yours(said: Said) -> bool:
    """ "Your mum", and the dad of "your mum and dad"."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    beside = parse.kids_of(parse.heads[at], "poss") if parse.deps[at] == "conj" else []
    return said.cue.led_by == "your" or any(parse.words[kid] == "your" for kid in beside)


def _is_any(who: Someone) -> bool:
    """People in general of whom nothing is said, and who is "he or she", or "they" after "a"."""
    unsaid = who.general or (who.any_one and who.called_they > 0)
    return len(who.genders) > 1 or (unsaid and not who.genders)


def _acts_in_past(said: Said) -> bool:
    """ "A pupil asked" is somebody, "a pupil asks" may be anybody."""
    parse = said.parse
    return said.cue.kind == "role" and any(
        parse.tags[verb] == "VBD" or any(parse.words[k] in ("has", "had") for k in parse.kids_of(verb, "aux"))
        for verb in said.verbs
        if not _is_supposed(parse, verb)
    )


def _is_of_a_sum(said: Said) -> bool:
    """ "A waiter carries 3 plates": somebody whom a sum makes up."""
    parse, cue = said.parse, said.cue
    if cue.led_by not in ("a", "an") or cue.first not in said.starts:
        return False
    ends = min((start for start in said.starts if start > cue.first), default=len(parse.words))
    tags = parse.tags[cue.last : ends]
    return "CD" in tags and "VBZ" in tags and "MD" not in tags and not _IF & set(parse.words[cue.last : ends])


def _is_wished(said: Said) -> bool:
    """ "The teacher then may ask whether he …", "whichever she would like"."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    for _ in range(_DEEP):
        at = parse.heads[at]
        if helpers := parse.kids_of(at, "aux"):
            return any(parse.words[kid] in _WISHED for kid in helpers)
        if parse.heads[at] == at or parse.tags[at] in FINITE:
            break
    return False


def _goes_on(said: Said) -> bool:
    """ "The learner opens her book", "How much has he now?": somebody of a story that is told in the present."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    verb = parse.heads[at]
    if said.unsaid or parse.deps[at] != "nsubj" or parse.deps[verb] != "ROOT" or parse.tags[verb] not in ("VBZ", "VB"):
        return False
    if said.cue.kind == "role" and parse.kids_of(at, "cc"):
        return False  # "a man or woman"
    return not any(
        parse.deps[kid] == "advcl" or parse.tags[kid] == "MD" or parse.words[kid] in _IF for kid in parse.kids_of(verb)
    )


def _is_told(said: Said, *, perfect: bool = True) -> bool:
    """Whether the clause round a mention tells what has happened."""
    parse, at = said.parse, said.parse.root_of(said.cue.first, said.cue.last)
    if said.unsaid or _is_of_a_kind(said, at) or _has_gap(parse.words):
        return False
    for _ in range(_DEEP):
        if parse.tags[at][:2] in ("VB", "MD") and (tense := _tense(parse, at, perfect=perfect)):
            return tense == "past" and not _is_supposed(parse, at)
        if parse.heads[at] == at:
            break
        at = parse.heads[at]
    return False


def _is_of_a_kind(said: Said, at: int) -> bool:
    """ "A shepherd's flute", "the boldness of a climber", "never saw a man count so fast"."""
    parse, above = said.parse, said.parse.heads[at]
    if said.cue.led_by not in ("a", "an"):
        return False
    if said.cue.kind == "kin" and _is_any_kin(said):
        return parse.deps[at] not in SUBJECTS
    if parse.deps[at] == "pobj":
        of_kin = said.cue.kind == "role" and parse.words[parse.heads[above]] in _CHILDREN
        return parse.words[above] in _LIKE and not of_kin
    is_object = parse.deps[at] == "dobj" or (parse.deps[at] == "nsubj" and at > above)
    return parse.deps[at] == "poss" or (is_object and bool(parse.kids_of(above, "neg")))


def _tense(parse: Parse, verb: int, *, perfect: bool = True) -> str:
    """ "past", "other", or "" for a verb that borrows its tense from the one above; "has done" as ``perfect`` says."""
    helpers = parse.kids_of(verb, "aux", "auxpass")
    tags = [parse.tags[kid] for kid in helpers]
    if "MD" in tags:
        return "other"
    if parse.tags[verb] == "VBD" and parse.deps[verb] == "conj" and _is_by_somebody(parse, verb):
        return ""  # "can be drawn or "said" by a narrator"
    if "VBD" in (*tags, parse.tags[verb]):
        return "past"
    if perfect and parse.tags[verb] == "VBN" and any(parse.words[kid] in _HAVE for kid in helpers):
        return "past"
    imperative = parse.tags[verb] == "VB" and not helpers
    return "other" if imperative or parse.tags[verb] in FINITE or any(tag in FINITE for tag in tags) else ""


def _is_by_somebody(parse: Parse, verb: int) -> bool:
    return not parse.kids_of(verb, "nsubj") and any(parse.words[kid] == "by" for kid in parse.kids_of(verb))


def _is_supposed(parse: Parse, verb: int) -> bool:
    """ "If a pupil asked", "a message that says whether the player has won": nothing has happened yet."""
    beside = True
    for _ in range(_DEEP):
        if any(parse.words[kid] in _IF for kid in parse.kids_of(verb)):
            return True
        above = parse.heads[verb]
        if above == verb:
            break
        if parse.deps[verb] not in _SIDE_BY_SIDE:
            beside = False
        if not beside and parse.tags[above][:2] in ("VB", "MD") and (tense := _tense(parse, above)):
            return tense != "past"
        verb = above
    return not beside
