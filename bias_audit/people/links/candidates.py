"""To whom a pronoun may look back, and how well each of them fits it: near, a subject, spoken of more."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

from ..cue import THEY, Cue
from ..scene import Scene, once
from ..someone import Someone
from .binding import bound_away, named_after
from .not_meant import not_meant
from .thought_of import is_thinker
from .tied import of_whom
from .told import is_called

REACH = 2  # sentences that a pronoun looks back
_SPOKEN_OF, _TIED = 0.9, 0.4
_TOLD = 2  # tokens from who is told to what is said
_ANSWERS = (("answered",), ("answers",), ("replied",), ("replies",))
_OUT = -9.0  # somebody else for sure


@dataclass(frozen=True, slots=True)
class _Before:
    """To whom a pronoun may look back as the block alone tells it: cues, whoever they are."""

    near: list[tuple[int, float, bool, bool, bool]]  # cue, how well it fits, subject here, spoken of, somebody else
    same: list[int]  # in its own sentence
    follows: bool  # its clause tells of the subject: "when he …"
    apart: list[int]  # who is not meant
    they: list[int]  # who is not meant if known as "they"
    after: list[int]  # named in what the pronoun says


@once
def _before(here: Scene, i: int) -> _Before:
    cue, quote, bound, kept_off = here.cues[i], here.quote[i], bound_away(here, i), not_meant(here, i)
    own, told = here.sentence[i], here.around.told
    said_of = next((k for k in range(i) if here.cues[k].of == i), i)  # "the daughter of a riveter, she …"
    if quote is None:  # what somebody says in between does not count in what is told
        first = bisect_left(here.sentence, told[own] - REACH, key=told.__getitem__)
    else:
        first = bisect_left(here.sentence, own - REACH)
    near = []
    for j in range(first, min(i, said_of)):
        distance, said, acts = here.apart(i, j), here.quote[j], here.acting[j]
        if distance > REACH or (quote is not None and _is_told_to(here, quote, j)):
            continue
        spoken_of = said is not None and said != quote
        own_words = said is not None and spoken_of and _says_or_hears(here, i, j, said)
        other = own_words or (not distance and (here.is_other(i, j) or here.root(j) in bound)) or j in kept_off
        near.append((j, -distance + (0.6 if acts else 0.0), acts and not distance, spoken_of, other))
    otherwise = [j for j in range(i) if here.sentence[j] == own and _is_called_otherwise(cue, here.cues[j])]
    apart = [j for j in (asker(here, i), of_whom(here, i)) if j is not None]
    return _Before(
        near,
        list(takewhile(lambda j: here.apart(i, j) <= 0, range(i - 1, -1, -1))),
        here.around.parse.deps[here.clause(i)] == "advcl",
        apart + [j for j in otherwise if here.cues[j].head not in THEY],
        [j for j in otherwise if here.cues[j].head in THEY],
        named_after(here, i),
    )


def candidates(here: Scene, i: int) -> dict[Someone, float]:
    """How well each person before a pronoun fits it: near, a subject, spoken of more."""
    cue, who, before = here.cues[i], here.who, _before(here, i)
    gender, quote = cue.genders[0], here.quote[i]
    apart = [who[j] for j in before.apart]
    apart += [one for j in before.they if (one := who[j]) is not None and one.is_known("they")]
    apart += [here.memory.narrator, here.memory.written_to if quote is None else None, None]
    tied = before.follows or len({one for j in before.same if (one := who[j]) and one.may_be(gender)}) == 1
    scores: dict[Someone, float] = {}
    for j, score, acts, spoken_of, other in before.near:
        one = who[j]
        if one is None or one in apart or (quote is not None and here.is_speaker(j, i)):
            continue
        score += 0.3 if one.named else 0.0
        score += _TIED if tied and acts else 0.0
        score -= _SPOKEN_OF if spoken_of else 0.0  # who is talked about is seldom who is there
        if other:
            scores[one] = _OUT
        elif scores.get(one, 0.0) > _OUT:
            scores[one] = max(scores.get(one, score), score)
    for k, several in here.doubts.items():  # whom a pronoun left open may mean, the next one may mean too
        heard = here.quote[k]
        if heard is not None and here.around.speakers[heard] == i:
            continue
        if here.cues[k].genders == cue.genders and here.sentence[i] - here.sentence[k] <= REACH:
            for one in several:
                scores.setdefault(one, here.sentence[k] - here.sentence[i])
    after = [who[j] for j in before.after]
    after += [one for one in scores if is_thinker(here, i, one, sure=True)]
    return {one: score for one, score in scores.items() if (score > _OUT and one not in after) or cue.paired}


def _says_or_hears(here: Scene, i: int, j: int, said: int) -> bool:
    """ "“Mina is late,” she told her.": neither is the one whom the words name, unless they call her."""
    speaker, words = here.around.speakers[said], here.around.quotes[said]
    if here.cues[j].first == words.first and here.cues[j].last == words.last:
        return False  # "She is plain “Mina”, for she asked."
    if speaker == i:
        return True
    if speaker is None or is_called(here, j):
        return False
    says = {verb for verb, grammar in here.around.acts[speaker] if grammar == "subject"}
    return any(verb in says and grammar == "object" for verb, grammar in here.around.acts[i])


def kept_apart(here: Scene, i: int) -> set[Someone | None]:
    """Who is somebody else for sure: "Ruta rang her" is not Ruta's own number."""
    return {here.who[j] for j, _, _, _, other in _before(here, i).near if other}


def _is_called_otherwise(cue: Cue, other: Cue) -> bool:
    """ "Beth drives them, since she works nearby": she is not the one whom the sentence calls "them"."""
    return other.kind == "pronoun" and not other.paired and not cue.paired and other.genders != cue.genders


def asker(here: Scene, i: int) -> int | None:
    """ "“Is it true?” Ona asked Samir. “Yes,” he said.": who has asked does not answer."""
    speakers, quotes = here.around.speakers, here.around.quotes
    said = next((q for q, speaker in enumerate(speakers) if speaker == i), 0)
    before = speakers[said - 1] if said else None
    if before is None or quotes[said].first > here.cues[i].first or before == i:
        return None
    words, at = here.around.parse.words, here.cues[i].last
    asks = words[quotes[said - 1].last - 1] == "?" or words[at : at + 1] in _ANSWERS
    return before if asks else None


def _is_told_to(here: Scene, quote: int, j: int) -> bool:
    """ "To the adviser: “Her plans are her own.”": the one who is spoken to is not spoken of."""
    last = here.cues[j].last
    if here.quote[j] == quote and is_called(here, j):
        return True
    if here.around.tokens.word(last) != ":" or here.around.tokens.word(here.cues[j].first - 1) != "to":
        return False
    return here.around.quotes[quote].first - last <= _TOLD
