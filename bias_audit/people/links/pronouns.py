"""Whom a pronoun means, where that is sure.

Readers know it by the sense of the whole, and nothing here does: between two people with names a pronoun is left open
unless grammar decides. It does where it binds ("lost her keys", "herself") or keeps apart ("she winked at her"),
where readers know no more than the page says ("the referee stopped play when he …"), and where a sentence goes on
about its subject. What is sure anywhere in a document is read first, and what is left is weighed: a pronoun is given
to somebody who is clearly ahead of the others (`weighing.py`).
"""

from collections.abc import Set
from itertools import chain

from ...model import GenderWords
from ..cue import THEY
from ..parses.grammar import SUBJECTS
from ..scene import Scene, once
from ..someone import Someone
from ..speech.dialogue import answers, is_listened_to, is_other_speaker, spoke_before, without_talked_of
from ..they_things import is_of_several, may_be_things
from ..words import PeopleWords
from .anothers import carers, may_be_on_anothers
from .binding import is_after_thing, is_nobodys
from .candidates import REACH, candidates, kept_apart
from .centre import clearest, is_mixed
from .either import is_opening, leaves_open, may_be_either, may_be_of_before, opens_note
from .newcomers import newcomer
from .not_meant import is_dead_by_now
from .thought_of import is_thinker
from .tied import bound_to, may_be_others, tied_to
from .weighing import likely
from .whose_own import had_by, may_be_of_teller, may_be_of_those_before

_Meant = tuple[Someone | None, bool]  # who is meant, and whether it may be one of several
_KNOWN, _OWN = 1.2, 0.8  # for somebody whose gender is known to fit, and for the subject of the clause
_UP = 3  # steps from "himself" up to a verb with a subject
# why the only one who fits may not be meant
_OTHERS = (may_be_others, is_listened_to, may_be_of_those_before, may_be_on_anothers)


def link_pronoun(here: Scene, i: int, lexicon: PeopleWords) -> None:
    """Give a pronoun its person; where several could be meant, or a thing, it stays nobody's."""
    cue = here.cues[i]
    if cue.head in THEY and not cue.paired:
        here.who[i] = _they(here, i)
        return
    if not cue.paired and is_nobodys(here, i, lexicon.named_things):
        return
    ahead = _ahead(here, i) if looks_ahead(here, i) or _owns_ahead(here, i) else None
    someone, doubtful = (here.who[ahead], False) if ahead is not None else _meant(here, i)
    if ahead is not None and (someone is None or not _may_mean(here, i, someone)):
        someone, doubtful = _meant(here, i)
    someone = spoke_before(here, i) if someone is None and not doubtful else someone
    if (someone is None or not someone.named) and is_after_thing(here, i, someone, lexicon.named_things):
        return
    quote = here.quote[i]
    unsaid = quote is not None and here.around.speakers[quote] is None  # an example sentence
    if ahead is None and (leaves_open(here, i, someone, _ahead(here, i)) or is_dead_by_now(here, i, someone)):
        return
    if someone is None and not cue.paired and not doubtful and not unsaid:
        gender = cue.genders[0]
        someone = _thing_called(here, gender) or here.pronouns.setdefault(
            gender, Someone(f"someone called {gender}", named=False)
        )
    if someone is not None:
        someone.add(cue)
        here.who[i] = someone


def _thing_called(here: Scene, gender: GenderWords) -> Someone | None:
    """The thing, a chatbot that the text calls "she", if nobody with a name was called so after it."""
    latest = here.memory.named.latest
    last = max((who for who in latest if who.is_known(gender)), key=latest.__getitem__, default=None)
    return last if last is not None and last.thing else None


def looks_ahead(here: Scene, i: int) -> bool:
    """Whether a pronoun waits for the subject after it ("When she was ten, Amina moved"), for nobody before it fits."""
    cue = here.cues[i]
    if cue.kind != "pronoun" or cue.paired or cue.head in THEY or _ahead(here, i) is None:
        return False
    return not any(who.may_be(cue.genders[0]) for who in candidates(here, i))


def _owns_ahead(here: Scene, i: int) -> bool:
    """ "When her train was late, Amina walked": hers, if of those before the pronoun none is known to be "she"."""
    ahead = _ahead(here, i) if here.is_owner(i) and not here.cues[i].paired else None
    if ahead is None or here.who[ahead] is None or is_mixed(here, i):
        return False
    near = candidates(here, i)
    return here.who[ahead] in near and not any(who.is_known(here.cues[i].genders[0]) for who in near)


@once
def _ahead(here: Scene, i: int) -> int | None:
    """The cue after a pronoun that is the subject of the sentence which its own phrase or clause opens."""
    parse, at = here.around.parse, here.cues[i].first
    verb = here.clause(i)
    if parse.deps[verb] in ("aux", "auxpass"):
        verb = parse.heads[verb]
    if parse.deps[verb] == "advcl" and not {*parse.kids_of(verb, *SUBJECTS)} - {at, parse.heads[at]}:
        verb = parse.heads[verb]
    elif parse.heads[at] == verb and parse.deps[at] in SUBJECTS:
        return None
    for subject in parse.kids_of(verb, *SUBJECTS):
        between = parse.words[at:subject]
        apart = "," in between or _asks(here, i, subject) or is_opening(here, i, subject)
        if subject > at and apart and not parse.kids_of(subject, "conj"):
            j = next((j for j, cue in enumerate(here.cues) if cue.first <= subject < cue.last), None)
            of = here.cues[j].of if j is not None else None  # "the pilot Jo Orr": the one who is named
            return of if of is not None and of > i and here.cues[of].name is not None else j
    return None


def _asks(here: Scene, i: int, subject: int) -> bool:
    """ "Which of his duties did Duncan forget?": the subject of a question comes after what it asks for."""
    parse = here.around.parse
    asks = any(tag in ("WDT", "WP", "WRB", "WP$") for tag in parse.tags[here.opening(i) : here.cues[i].first])
    helpers = parse.kids_of(parse.heads[subject], "aux")
    return asks and any(parse.tags[kid] in ("VBD", "VBZ", "VBP", "MD") and kid < subject for kid in helpers)


def _meant(here: Scene, i: int) -> _Meant:
    """The only person whom a pronoun can well mean, and whether it may mean one of several."""
    if here.cues[i].paired:
        return _pair(here, i), False
    if (decided := _decided(here, i)) is not None:
        return decided
    cares, near = carers(here, i), candidates(here, i)
    fitting = _fitting(here, i, near, cares)
    if len(fitting) > 1:
        return _one_of_several(here, i, near, fitting)
    if fitting:
        best = next(iter(fitting))
        known = best.is_known(here.cues[i].genders[0])
        doubtful = not known and any(other(here, i, best) for other in _OTHERS)
        return (None, True) if doubtful or is_thinker(here, i, best, alone=True) else (best, False)
    return _earlier(here, i, cares)


def _pair(here: Scene, i: int) -> Someone | None:
    """ "He or she": anybody whom the text has brought without a name, and not "each racer"."""
    if _is_every_ones(here, i):
        return None
    fitting = {w: s for w, s in candidates(here, i).items() if not w.named and not w.genders - {"she", "he"}}
    return max(fitting, key=fitting.__getitem__) if fitting else here.memory.any_one()


def _decided(here: Scene, i: int) -> _Meant | None:
    """What a construction decides, whoever else is near; None where none does."""
    cue = here.cues[i]
    reflexive, own = cue.head.endswith("self"), here.own_subject(i)
    own = _subject_above(here, i) if own is None and reflexive else own
    if own is not None and (reflexive or here.is_her_own(i)) and _may_mean(here, i, own):
        return own, False
    bound = tied_to(here, i) or _bound(here, i)
    if bound is not None and _may_mean(here, i, bound):
        return bound, False
    return newcomer(here, i) or answers(here, i)


def _may_mean(here: Scene, i: int, who: Someone) -> bool:
    """Whether somebody may be "he", and does not say "I" there."""
    return who.may_be(here.cues[i].genders[0]) and not here.is_i(i, who)


def _bound(here: Scene, i: int) -> Someone | None:
    """To whom a clause is bound, unless it may be another's: "A cook knelt to mend her hat"."""
    who = bound_to(here, i)
    return None if who is None or who in carers(here, i) or may_be_on_anothers(here, i, who) else who


def _fitting(here: Scene, i: int, near: dict[Someone, float], cares: Set[Someone | None]) -> dict[Someone, float]:
    """Those ``near`` who may be "she", and how well each fits; not who ``cares`` for her, unless known to be one."""
    gender, own, owner = here.cues[i].genders[0], here.own_subject(i), here.is_owner(i)
    fitting = {
        w: s + (_KNOWN if w.is_known(gender) else 0.0) + (_OWN if w is own and owner else 0.0)
        for w, s in near.items()
        if w.may_be(gender) and (w not in cares or w.is_known(gender))
    }
    if here.quote[i] and any(is_other_speaker(here, i, who) for who in fitting):
        fitting = fitting if any(w.is_known(gender) for w in fitting) else {}
    return without_talked_of(here, i, fitting)


def _one_of_several(here: Scene, i: int, near: dict[Someone, float], fitting: dict[Someone, float]) -> _Meant:
    """The one of several near who is clearly meant, or likely once all that is sure has been read."""
    ranked = sorted(fitting, key=fitting.__getitem__, reverse=True)
    owner = had_by(here, i, ranked[0])
    if owner is not None and owner.is_known(here.cues[i].genders[0]):
        return owner, False
    someone = None
    if owner is None and not may_be_on_anothers(here, i, ranked[0]):
        someone = clearest(here, i, ranked, near, fitting)
        if someone is None and not here.memory.sure_only:
            someone = likely(here, i, ranked)
        if someone is not None and (may_be_either(here, i, someone, ranked) or is_thinker(here, i, someone)):
            someone = None
    if someone is None:
        here.doubts[i] = tuple(ranked)
    return someone, True


def _earlier(here: Scene, i: int, cares: Set[Someone | None]) -> _Meant:
    """Somebody further off, where nobody near fits: in this block, or in those before."""
    gender, others = here.cues[i].genders[0], {*_in_talk(here, i), *kept_apart(here, i)}
    earlier = [(j, w) for j, w in enumerate(here.who[:i]) if w is not None and w not in others]
    if known := next((w for j, w in reversed(earlier) if w.is_known(gender) and not here.is_speaker(j, i)), None):
        return known, False
    if opens_note(here, i) or cares:
        return None, True
    may_be = any(here.quote[i] is not None or w.may_be(gender) for _, w in earlier)
    someone = _from_before(here, i, others, only_known=may_be)
    if someone is None:
        of_before = may_be_of_before(here, gender, others)
        return None, of_before or any(is_thinker(here, i, who, sure=True) for _, who in earlier)
    passing = not someone.is_known(gender) and someone.in_passing
    return (None, True) if passing or may_be_of_teller(here, i, someone) else (someone, False)


def _subject_above(here: Scene, i: int) -> Someone | None:
    """ "The tutor struggled with spelling himself": the subject of the nearest verb that has one."""
    parse, verb = here.around.parse, here.clause(i)
    for _ in range(_UP):
        verb = parse.heads[verb]
        if (j := here.subject_of(verb, i)) is not None:
            return here.who[j]
    return None


def _is_every_ones(here: Scene, i: int) -> bool:
    """ "Each racer writes his or her name": of nobody whom the text has brought."""
    subjects = here.around.parse.kids_of(here.clause(i), "nsubj")
    return any(here.cues[j].kind == "group" and here.root(j) in subjects for j in range(i))


def _from_before(here: Scene, i: int, others: Set[Someone | None], *, only_known: bool) -> Someone | None:
    """Somebody of the blocks before who is none of the ``others``."""
    gender = here.cues[i].genders[0]
    before = [who for who in here.memory.before if who not in others]
    known = [who for who in before if who.is_known(gender)]
    if len(named := [who for who in known if who.named]) == 1:
        known = named
    if not known and _in_talk(here, i):  # of whom the speaker told before somebody put a word in
        known = [who for who in dict.fromkeys(chain(*here.memory.recent)) if who not in others and who.is_known(gender)]
    if len(known) == 1 or only_known:
        return known[0] if len(known) == 1 else None
    fitting = [who for who in before if who.may_be(gender)]
    if any(is_other_speaker(here, i, who) for who in before):
        return None  # nor is it surely whom the one before spoke of
    away = len(fitting) == 1 and i in here.around.speakers and here.memory.talked_of.issuperset(fitting)
    if not fitting or away:
        lately = {
            who
            for block in here.memory.recent
            for who in block
            if here.memory.is_brought(who) and who.is_known(gender) and who not in others
        }
        fitting = list(lately) or fitting  # "“My gaffer tied it,” said Mr Orr. // “Did it help?” she asked."
    singled = [who for who in fitting if not who.any_one]  # not "a new recruit"
    fitting = singled if len(singled) == 1 and singled[0].named else fitting
    if here.quote[i] is None and not all(who.named for who in fitting):
        return None  # "A cook came. // She sang.": in two cases of three another one
    return fitting[0] if len(fitting) == 1 else None


def _in_talk(here: Scene, i: int) -> list[Someone | None]:
    """Who says a line of a script, and to whom, or who gets a letter: they are "I" and "you" in it."""
    quote = here.quote[i]
    if quote is None:
        return [here.memory.written_to] if here.memory.written_to is not None else []
    if not here.around.quotes[quote].line:
        return []
    cue = here.around.speakers[quote]
    return [*here.memory.turns[-1:], here.who[cue] if cue is not None else None]


def _they(here: Scene, i: int) -> Someone | None:
    """One person who is called "they", or of whom nobody has said "he" or "she"; None for several people."""
    if is_of_several(here.around.parse, here.cues[i].first):
        return None
    scores = candidates(here, i)
    called = {w: s for w, s in scores.items() if w.is_known("they")}
    if not called:
        called = {w: 0.0 for w in here.memory.before if w.is_known("they")} if not scores else {}
    many = [here.sentence[i] - here.sentence[j] for j in range(i) if here.cues[j].kind == "group"]
    if called:
        who = max(called, key=called.__getitem__)
        who.add(here.cues[i])
        return who
    open_ = {w: s for w, s in scores.items() if not w.genders - {"they"}}
    if not open_ or len(scores) > 1 or (many and min(many) <= REACH) or may_be_things(here, i):
        return None
    who = max(open_, key=open_.__getitem__)
    who.called_they += 1
    return who
