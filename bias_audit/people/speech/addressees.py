"""Whom somebody speaks to: the "you" of a quotation and of a letter, and the "you" that is anybody."""

from ...model import GenderWords
from ..cue import I_WORDS
from ..scene import Scene, once
from ..someone import Someone
from .pull_quotes import BARS

_FIRST = I_WORDS | frozenset("we us our".split())
_MUSED = frozenset({"know", "see"})  # "I married him, you know."
_OF_ONE = frozenset("are 're were 've look looks seem sound".split())  # "you are late", "you look tired"
_TO = frozenset({"to", "got"})  # "you have to wait"


def addressee(here: Scene, i: int) -> Someone | None:
    """Whom a quotation is said to: the one it names, or the one who spoke before."""
    quote = here.quote[i]
    if (named := _is_told_name(here, i)) is not None:
        return named
    if quote is None and here.memory.written_to is not None and here.cues[i].kind == "second person":
        return here.memory.written_to
    if quote is None:
        return None  # a word in quotation marks that nobody says
    if here.cues[i].kind == "second person" and (_is_aside(here, i) or _stands_on_a_wall(here, quote)):
        return None
    speaker, memory = here.said_by[quote], here.memory
    words = here.around.tokens
    said = next((g for g in here.cues[i].genders if g != "not stated"), None)
    for j, cue in enumerate(here.cues):
        if cue.name is None or here.quote[j] != quote or here.who[j] is speaker:
            continue
        before, after = words.word(cue.first - 1), words.word(cue.last)
        if not after.isalpha() and after != "'s" and not before.isalpha() and not here.around.acts[j]:
            return here.who[j]
    if speaker is None:
        return None
    told = _told(here, quote)
    if told is not None:
        return told
    if may_be_anybody(here, i) and not _answers(here, quote):
        return None
    others = [w for w in memory.turns if w is not speaker and _may_be_called(w, said)]
    others = [w for w in others if said is not None and w.is_known(said)] or others
    if here.cues[i].role and len(set(others)) > 1:
        return None  # "Chef, …": which of several is not sure
    outside = [w for j, w in enumerate(here.who) if here.quote[j] != quote]  # not whom the words themselves speak of
    near = list(dict.fromkeys(w for w in (*memory.before, *outside) if w is not None and w is not speaker))
    near = [w for w in near if _may_be_called(w, said)]
    if others and (_goes_on(here, quote) or others[-1] in near or not near):
        return others[-1] if _turned_to(here, quote) in (None, others[-1]) else None
    if memory.narrator is not None and speaker is not memory.narrator:
        return memory.narrator
    return near[0] if len(near) == 1 else None


def _may_be_called(who: Someone, said: GenderWords | None) -> bool:
    """Whether "you", or "Miss", may be somebody: nobody is "Miss" to those who say "Rory"."""
    return said is None or (who.may_be(said) and (bool(who.titles) or not who.named))


def _is_told_name(here: Scene, i: int) -> Someone | None:
    """ "You are Ana. You were a vet.": whom the same words name as "you"; not in the next part, after its colon."""
    words = here.around.tokens.lower
    for j, cue in enumerate(here.cues):
        if cue.name is None or cue.of is None or here.cues[cue.of].head != "you" or here.quote[j] != here.quote[i]:
            continue
        first, last = sorted((here.cues[cue.of].first, here.cues[i].first))
        if ":" not in words[first:last]:
            return here.who[j]
    return None


def _told(here: Scene, quote: int) -> Someone | None:
    speaker = here.around.speakers[quote]
    if speaker is None:
        return None
    said = {verb for verb, grammar in here.around.acts[speaker] if grammar == "subject"}
    for j, acts in enumerate(here.around.acts):
        if here.quote[j] is None and any(verb in said and grammar == "object" for verb, grammar in acts):
            return here.who[j]
    return None


def _turned_to(here: Scene, quote: int) -> Someone | None:
    """ "Stuart handed Marek a hat. “Put it on,” he said.": whom the speaker has just done something to, if one."""
    first, speaker = here.around.quotes[quote].first, here.said_by[quote]
    own = [j for j, cue in enumerate(here.cues) if cue.last <= first and here.quote[j] is None]
    does = {
        verb for j in own if here.who[j] is speaker for verb, grammar in here.around.acts[j] if grammar == "subject"
    }
    done = (j for j in own for verb, grammar in here.around.acts[j] if grammar == "object" and verb in does)
    met = {who for j in done if (who := here.who[j]) is not None and who is not speaker}
    return met.pop() if len(met) == 1 else None


def _answers(here: Scene, quote: int) -> bool:
    """Whether a quotation is a turn in a talk that is told: not in a line of reports, "…," says Ravi."."""
    if here.around.quotes[quote].line:
        return True
    speaker = here.around.speakers[quote]
    present = speaker is not None and any(
        here.around.parse.tags[verb] == "VBZ" for verb, grammar in here.around.acts[speaker] if grammar == "subject"
    )
    return not present and _goes_on(here, quote)


def _goes_on(here: Scene, quote: int) -> bool:
    """Whether somebody else has spoken straight before a quotation, here or in the block before."""
    earlier = any(who is not None and who is not here.said_by[quote] for who in here.said_by[:quote])
    return earlier or bool(here.memory.dialogue)


@once
def may_be_anybody(here: Scene, i: int) -> bool:
    """Whether "you" in a quotation may well mean people in general.

    "You need patience", "if you heat it, you …"; not "I need you", "are you well?", "you are late", "you did it".
    """
    quote = here.quote[i]
    if quote is None or here.cues[i].kind != "second person":
        return False
    inside = here.around.quotes[quote]
    words = here.around.parse.words[inside.first : inside.last]
    if "?" in words or not _FIRST.isdisjoint(words):
        return False
    return any(
        _is_general(here, at) for at in range(inside.first, inside.last - 1) if words[at - inside.first] == "you"
    )


def _is_general(here: Scene, at: int) -> bool:
    """ "You get used to it", "you can fall", "when you work"."""
    words, tags = here.around.parse.words, here.around.parse.tags
    verb = next((k for k in range(at + 1, len(words)) if not tags[k].startswith("RB")), at)
    if words[verb] in _OF_ONE or tags[verb] not in ("VBP", "VB", "MD"):
        return False
    return words[verb] != "have" or not _TO.isdisjoint(words[verb + 1 : verb + 2])


def _is_aside(here: Scene, i: int) -> bool:
    """ "I married him, you know.": said to nobody in particular."""
    after, words = here.cues[i].last, here.around.tokens
    return words.word(after) in _MUSED and not words.word(after + 1).isalpha() and words.word(after - 2) == ","


def _stands_on_a_wall(here: Scene, quote: int) -> bool:
    """ "“I keep your taps running.” – Wei, joiner", "Wei | joiner | “…”": words for whoever reads them."""
    inside, words = here.around.quotes[quote], here.around.tokens
    if inside.line:
        return False
    return words.word(inside.first - 2) in BARS or words.word(inside.last + 1) in BARS
