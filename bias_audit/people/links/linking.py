"""Mentions that surely mean one person become one person.

Linking is cautious: a pronoun gives its gender to somebody only when nobody else could well be meant. What is left
over is one unnamed person for each pronoun in a block, so that doubt does not add up to many people.
"""

from collections.abc import Sequence

from ..cue import I_WORDS, SHE_OR_HE
from ..cues.of_many import said_of_many
from ..scene import Around, Memory, Scene, scene
from ..someone import Someone
from ..speech.addressees import addressee
from ..speech.answered import take_answer
from ..speech.dialogue import hear, remember_talk
from ..speech.pull_quotes import signature
from ..speech.script_lines import is_voices
from ..words import PeopleWords
from .kinship import marry
from .known_as import also_called
from .named_later import name_told_later, named_at_last, named_by_title
from .nouns import link_noun
from .pronouns import link_pronoun, looks_ahead

_TWO = 2  # who speak in turns


def link(
    around: Around, memory: Memory, lexicon: PeopleWords, whose: Someone | None = None
) -> tuple[list[Someone | None], list[Someone | None]]:
    """The person of each cue of a block, and of each quotation; None for several people, and where nobody is sure.

    Names first in each sentence, then the rest in reading order; "I" and "you" when it is known who speaks.
    ``whose``: of whom a table or a form says what stands here.
    """
    if not around.quotes and not around.brings:
        memory.announced = memory.unsigned = None
        memory.dialogue.clear()
        memory.talked_of = set()
        memory.asking = []
        return [None] * len(around.cues), []
    here = scene(around, memory)
    if whose is not None:
        _take_place(here, whose)
    spoken = [i for i in range(len(here.cues)) if _waits(here, i)] if around.quotes else []
    for cues in around.by_sentence:
        names = [(i, name) for i in cues if (name := here.cues[i].name) is not None]
        for i, name in sorted(names, key=lambda found: len(found[1].parts) == 1) if len(names) > 1 else names:
            alone = not name.first and name.last == len(here.around.tokens.words)
            beside = [here.who[j] for j, _ in names if j != i and _are_two(here, i, j)] if name.title else ()
            here.who[i] = memory.named.who(here.cues[i], name, alone=alone, beside=beside)
        if names:
            name_told_later(here, cues)
            named_at_last(here, cues)
            named_by_title(here, cues)
            marry(here, cues)
            also_called(here, cues)
        for i in _in_order(here, cues) if len(cues) > 1 else cues:
            if here.who[i] is None and i not in spoken:
                _one(here, i, lexicon)
        if names:
            also_called(here, cues)
    _turns(here, whose)
    for i in spoken:
        _one(here, i, lexicon)
    _pass_gender_on(here)
    hear(here)
    remember_talk(here)
    _sign(here, lexicon)
    take_answer(here)
    return here.who, here.said_by


def _pass_gender_on(here: Scene) -> None:
    """ "“I'm Tam,” he said.": of whoever says so the text has told what it will tell of the name."""
    for i, cue in enumerate(here.cues if here.around.quotes else ()):
        speaker, named = here.who[cue.of] if cue.of is not None else None, here.who[i]
        own = cue.name is not None and cue.of is not None and here.cues[cue.of].kind == "first person"
        if own and speaker is not None and named is not None and here.quote[i] is not None and not named.genders:
            named.genders |= speaker.genders


def _are_two(here: Scene, i: int, j: int) -> bool:
    """ "Gordon Brown met Mrs Brown", "Gordon Brown and Mrs Brown"."""
    parse, one, other = here.around.parse, *sorted((here.root(i), here.root(j)))
    joined = parse.deps[other] == "conj" and parse.heads[other] == one
    return here.is_other(i, j) or (joined and any(parse.words[kid] == "and" for kid in parse.kids_of(one, "cc")))


def _sign(here: Scene, lexicon: PeopleWords) -> None:
    """Give a quotation that is a block of its own to whom the next block names: "– Aidan, apprentice stonemason"."""
    around, before = here.around, here.memory.unsigned
    alone = len(around.quotes) == 1 and around.quotes[0].alone and around.speakers[0] is None
    here.memory.unsigned = here if alone else None
    signs = signature(around.parse, around.cues, 0, len(around.parse.words)) if before is not None else None
    if before is None or signs is None:
        return
    before.said_by[0] = here.who[signs]
    hear(before)
    for i in range(len(before.cues)):
        if _waits(before, i):
            _one(before, i, lexicon)


def _says_before(here: Scene, i: int) -> bool:
    """ "“She is tougher than I am,” the vet said.": whoever speaks is known before those of whom the words speak."""
    if here.cues[i].kind not in ("role", "kin") or here.around.parse.kids_of(here.root(i), "poss"):
        return False
    said = [here.around.quotes[q] for q, speaker in enumerate(here.around.speakers) if speaker == i]
    return any(quote.first < here.cues[i].first for quote in said)


def _in_order(here: Scene, cues: Sequence[int]) -> Sequence[int]:
    """The cues of a sentence, those first who say what stands before them, those last that wait for one after them."""
    late = [i for i in cues if (of := here.cues[i].of) is not None and of > i and here.cues[of].name is None]
    late += [i for i in cues if looks_ahead(here, i) and i not in late]
    late += [i for i in cues if here.cues[i].of in late and i not in late]  # "Because she was a girl, she …"
    says = [i for i in cues if i not in late and _says_before(here, i)] if here.around.quotes else []
    order = [*says, *(i for i in cues if i not in late and i not in says), *late] if late or says else cues
    return _tellers_first(here, order) if here.around.quotes else order


def _tellers_first(here: Scene, order: Sequence[int]) -> Sequence[int]:
    """ "“She is tougher than I am,” he said.": "he" before those of whom the words speak, after those before them."""
    for q, speaker in enumerate(here.around.speakers):
        if speaker is None or speaker not in order or here.cues[speaker].head not in SHE_OR_HE:
            continue
        first = next((n for n, i in enumerate(order) if here.quote[i] == q), len(order))
        if (at := order.index(speaker)) > first:
            order = [*order[:first], speaker, *order[first:at], *order[at + 1 :]]
    return order


def _waits(here: Scene, i: int) -> bool:
    """ "I" and "you" in a quotation, and what is said of them, wait until it is known who speaks."""
    cue = here.cues[i]
    if cue.of is not None and here.cues[cue.of].kind in ("first person", "second person"):
        return _waits(here, cue.of)
    return (cue.kind in ("first person", "second person") or _addresses(here, i)) and here.quote[i] is not None


def _addresses(here: Scene, i: int) -> bool:
    """ "Yes, Miss." """
    return here.cues[i].kind == "title" and here.cues[i].name is None


def _take_place(here: Scene, whose: Someone) -> None:
    """ "| Ana Reid | Leeds | Joiner |": the job in the row of a name."""
    for i, cue in enumerate(here.cues):
        if cue.placed:
            here.who[i] = whose
            here.memory.nouns.append((cue.head, whose))
            whose.add(cue)


def _turns(here: Scene, whose: Someone | None = None) -> None:
    """Who says each quotation: as the words around it say, as the block before announces, or in turns."""
    turns, announced = here.memory.turns, here.memory.announced
    here.memory.announced = None
    for q, cue in enumerate(here.around.speakers):
        quote = here.around.quotes[q]
        who = here.who[cue] if cue is not None else whose
        left = cue is None and whose is None
        if left and quote.first <= 1 and announced is not None:
            who = announced
        elif left and (own := _names_oneself(here, q)) is not None:
            who = own
        elif left and len(turns) > 1 and (quote.alone or (quote.after and len(set(turns)) == _TWO)):
            who = next((w for w in reversed(turns) if w is not turns[-1]), None)
        if who is None and here.memory.profiled is not None and _tells_of_oneself(here, q):
            who = here.memory.profiled
        here.said_by[q] = who
        if who is not None and (not turns or turns[-1] is not who):
            turns.append(who)
    if here.around.announces is not None:
        here.memory.announced = here.who[here.around.announces]


def _teller(here: Scene) -> Someone | None:
    """Who says "I" without marks: whoever tells, or the one whose words the block before has announced."""
    announced = here.memory.announced if not here.around.quotes else None
    return announced or here.memory.narrator


def _names_oneself(here: Scene, quote: int) -> Someone | None:
    """ "“My name is Ravi.”": who says it is whom it names."""
    for i, cue in enumerate(here.cues):
        own = here.cues[cue.of] if cue.name is not None and cue.of is not None else None
        if own is not None and own.kind == "first person" and here.quote[i] == quote == here.quote[cue.of or 0]:
            return here.who[i]
    return None


def _tells_of_oneself(here: Scene, quote: int) -> bool:
    """ "Best part? “I see whales.”": in a profile, the words of the one whom it is about."""
    said = (cue.head in I_WORDS for i, cue in enumerate(here.cues) if here.quote[i] == quote)
    return here.around.speakers[quote] is None and any(said)


def _one(here: Scene, i: int, lexicon: PeopleWords) -> None:
    cue = here.cues[i]
    if here.quote[i] is None and is_voices(here.around.tokens, here.cues, i):
        return
    if cue.kind in ("role", "kin"):
        here.who[i] = link_noun(here, i, lexicon)
    elif cue.kind == "pronoun":
        link_pronoun(here, i, lexicon)
    elif cue.kind == "group":
        said_of_many(here, i, lexicon)
    elif cue.head in I_WORDS:
        quote = here.quote[i]
        here.who[i] = here.said_by[quote] if quote is not None else _teller(here)
    elif cue.kind == "second person" or _addresses(here, i):
        here.who[i] = addressee(here, i)
    if (who := here.who[i]) is not None and cue.kind in ("first person", "second person", "title"):
        who.add(cue)
