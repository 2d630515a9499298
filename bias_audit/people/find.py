"""Who a document mentions: cues become mentions, and mentions that surely mean one person become one person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from spacy.tokens import Doc

from ..closings import CLOSE_WORDS
from ..model import GenderWords, People
from ..text import Sentence, Tokenised
from .actions import load_actions
from .cues.mentions import read_cues
from .cues.placed import Placed, Row, find_placed, named_in, with_told
from .cues.said_labels import is_card
from .links.linking import link
from .links.told_apart import told_apart
from .name_context import FULL, FoundName, Tokens
from .names.named_things import with_things
from .names.titles_of_works import is_title, titles_in_italics
from .parses.grammar import acts_of
from .parses.parse import Parse
from .parses.read import read_parse
from .record import record
from .scene import Around, Memory, Seen, sentences_told, stands_for_thing
from .sentences import Looked, look, sentences_to_parse
from .someone import Named, Someone
from .speech.letter_names import letters_named
from .speech.profiles import LEADS
from .speech.quotations import announced, find_quotes, is_speech, is_woven_in, speakers_of, told_of
from .speech.script_lines import is_card_of_part, names_firm, script_line, unframed
from .speech.signed_lines import signed_blocks, signed_words
from .speech.tellers import GREETINGS, Telling, telling
from .words import PeopleWords, load_people_words

_BOOK = 100  # blocks from which a document has several people who tell
_CHAPTER = 20  # blocks from which a part of a document is a chapter
_OPENING = 6  # blocks in which a letter opens
_PROFILE_TOP = 4  # blocks in which a profile names whom it is about
_DEAR = 6  # tokens of "Dear Mrs Campbell,"
_WORDS_OF_JOB = 3  # on a line of its own
_WORK = 3  # words of a title in which nobody is looked for: "The Baker's Wife", not "the ‘Colonel’"


def look_for_people(text: Tokenised) -> Looked:
    """What ``sentences_with_people`` and ``find_people`` read first: both may be given it, so that it is read once."""
    return look(text, load_people_words())


def sentences_with_people(
    text: Tokenised, lexicon: PeopleWords | None = None, looked: Looked | None = None
) -> list[Sentence]:
    """The sentences whose grammar matters for people: those with a name, a pronoun or a noun for one person."""
    lexicon = lexicon or load_people_words()
    return list(sentences_to_parse(text, looked or look(text, lexicon), lexicon))


def find_people(
    text: Tokenised,
    parses: Mapping[Sentence, Doc] | None = None,
    lexicon: PeopleWords | None = None,
    looked: Looked | None = None,
) -> People:
    """Everyone whom the blocks mention, in reading order; groups are mentions without a person (-1).

    ``parses``: those of ``sentences_with_people``; without them nothing is said of verbs, and less is linked.
    Code and reference blocks are left out. Nobody's gender is ever taken from a name.
    """
    lexicon = lexicon or load_people_words()
    looked = looked or look(text, lexicon)
    read, tokens = looked.blocks, looked.tokens
    people = lexicon.cue_words
    parsed = [read_parse(text, b, t.lower, parses or {}, people) for b, t in zip(read, tokens, strict=True)]
    names = with_things(looked.names, tokens, parsed, lexicon)
    letter = _addressed(text, read, names) is not None or _to_family(text, read, lexicon)
    signs = signed_blocks(text, read)
    seen: list[Seen] = []
    placed = find_placed(text, replace(looked, names=names), lexicon)
    for block, words, found, parse in zip(read, tokens, names, parsed, strict=True):
        signed, row = _may_have_job_below(text, seen, block, lexicon), placed.at(len(seen))
        signs_off = block in signs
        one = _see(text, block, words, found, parse, lexicon, row, signed=signed, letter=letter, signs=signs_off)
        seen.append(one)
    opens, tellers = _chapters(text, seen), telling(text, seen)
    every = [(n, chapter) for found, chapter in zip(names, accumulate(opens), strict=True) for n in found]
    chapters, apart = [chapter for _, chapter in every], told_apart(seen)
    expected: dict[str, frozenset[GenderWords]] = {}
    for sure_only in (True, False, False):  # what is sure in one place settles what is doubtful in another
        memory = Memory(Named([n for n, _ in every], expected, chapters, apart), sure_only)
        linked = _link(text, seen, opens, tellers, memory, placed, lexicon)
        settled = {w.label: frozenset(w.genders) for w in memory.named.everyone() if len(w.genders) == 1}
        if not memory.left_open if sure_only else settled == expected:
            break  # reading on would say the same
        expected = settled
    tied = {relative: owner for relative, (_, owner) in memory.kin.items()}
    return record(text, seen, linked, tied, lexicon)


def _may_have_job_below(text: Tokenised, seen: Sequence[Seen], block: int, lexicon: PeopleWords) -> bool:
    """Whether the block before is a name alone, whose job this one may be.

    Not in the next row of a table, nor where a job stands above the name: "Janitor", "Kenny Orr", "Cook", "Mrs Ali".
    """
    if not seen or not seen[-1].cues or not (name := seen[-1].cues[0].name) or (not is_card(seen[-1].tokens, name)):
        return False
    here, above = text.blocks[block].place, text.blocks[seen[-1].block].place
    if (here.table, here.row) != (above.table, above.row):
        return False
    before = seen[-2] if len(seen) > 1 else None
    if before is None or text.blocks[before.block].place.row != above.row or before.around.may_sign:
        return True
    words = before.tokens.lower
    return not (0 < len(words) <= _WORDS_OF_JOB and words[-1] in lexicon.cue_words)


def _see(
    text: Tokenised,
    block: int,
    tokens: Tokens,
    names: list[FoundName],
    parse: Parse,
    lexicon: PeopleWords,
    row: Row,
    *,
    signed: bool,
    letter: bool,
    signs: bool,
) -> Seen:
    quotes = find_quotes(text, block)
    quotes = [q for q in quotes if not is_woven_in(tokens, parse, q)]
    titles = [q for q in quotes if is_title(tokens, q, lexicon.brings_speech)]
    of_works = [*titles, *titles_in_italics(text, block, tokens, names, lexicon)]
    names = [n for n in names if not any(q.first <= n.first < q.last for q in of_works)]
    told = [(q.first, q.last) for q in quotes]
    named = [q for q in of_works if q.last - q.first >= _WORK and tokens.words[q.last - 1].isalnum()]
    works = {at for q in named for at in range(q.first, q.last)}
    cues = read_cues(tokens, names, parse, lexicon, told, works=works, signed=signed, letter=letter, jobs=row.jobs)
    if is_card_of_part(tokens, cues):
        cues = read_cues(tokens, names, parse, lexicon, told, letter=True)
    cues = with_told(cues, row.told) if row.told is not None else cues
    starts = [s.first for s in text.sentences[block]] or [0]
    if not cues and not quotes:
        return Seen(block, tokens, parse, (), Around(tokens, (), parse, starts, (), (), (), may_sign=signed), ())
    cues = [] if names_firm(tokens, cues) else unframed(tokens, cues)
    line = script_line(text, block, cues, tokens) if text.blocks[block].kind != "heading" else None
    if line is not None:
        quotes = [line]
        cues = read_cues(tokens, names, parse, lexicon, [(line.first, line.last)], script=line.first)
    say = load_actions().say
    speakers = speakers_of(text, block, quotes, cues, parse, starts, say)
    if signs and not quotes and (said := signed_words(text, block, cues)) is not None:
        quotes, speakers = [said[0]], [said[1]]
    spoken = [
        (q, s)
        for q, s in zip(quotes, speakers, strict=True)
        if (s is not None and q not in titles) or row.speaks or is_speech(text, block, q)
    ]
    acts = [{} if cue.placed or stands_for_thing(parse, cue) else acts_of(parse, cue.first, cue.last) for cue in cues]
    if line is not None:  # "Narrator (Ana): Tom wrote it.": who is named in the label does not do what is told
        for acts_ in acts[: sum(cue.last <= line.first for cue in cues)]:
            for act in [act for act in acts_ if act[0] >= line.first]:
                del acts_[act]
    for q, _ in spoken:  # "“My mother,” said Ana.": whom words speak of does not say them, and they do nothing in them
        for acts_, cue in zip(acts, cues, strict=True):
            inside = q.first <= cue.first < q.last
            for act in [act for act in acts_ if (q.first <= act[0] < q.last) != inside]:
                del acts_[act]
    yours = {act for acts_, cue in zip(acts, cues, strict=True) if cue.kind == "second person" for act in acts_}
    for acts_, cue in zip(acts, cues, strict=True):  # "Dawit, did you ring?": it is "you" who rings
        if cue.name is not None and tokens.word(cue.last) == ",":
            for act in [act for act in acts_ if act in yours]:
                del acts_[act]
    if (verb := told_of(tokens.words, parse.tags, cues)) is not None:
        acts[0][verb, "subject"] = None
    around = Around(
        tokens,
        cues,
        parse,
        starts,
        acts,
        [q for q, _ in spoken],
        [s for _, s in spoken],
        sentences_told(starts, len(tokens.words), [q for q, _ in spoken]),
        announced(cues, parse, starts, say),
        may_sign=signed,
    )
    return Seen(block, tokens, parse, tuple(cues), around, tuple(quotes))


def _link(
    text: Tokenised,
    seen: Sequence[Seen],
    opens: Sequence[bool],
    tellers: Telling,
    memory: Memory,
    placed: Placed,
    lexicon: PeopleWords,
) -> list[tuple[list[Someone | None], list[Someone | None]]]:
    narrators = [_i() for _ in tellers.profiles]
    whole = memory.narrator = _i() if tellers.told else None
    linked: list[tuple[list[Someone | None], list[Someone | None]]] = []
    for at, (one, new) in enumerate(zip(seen, opens, strict=True)):
        if new:
            memory.turn_to_new_chapter()
        if tellers.profiles:
            inside = (who for who, own in zip(narrators, tellers.profiles, strict=True) if own.holds(at))
            memory.narrator = next(inside, whole)
        row = named_in(seen, placed.whose.get(at))
        whose = memory.named.find(row, row.name) if row is not None and row.name is not None else None
        teller = memory.narrator
        memory.narrator = whose if at in placed.speaks and whose is not None else teller
        memory.narrator = None if at in tellers.others else memory.narrator
        who, said_by = link(one.around, memory, lexicon, whose)
        memory.narrator = teller
        linked.append((who, said_by))
        if len(linked) <= _PROFILE_TOP and one.cues and one.tokens.lower[: one.cues[0].first] in LEADS:
            memory.profiled = who[0] if one.cues[0].name is not None else memory.profiled
        block = text.blocks[one.block]
        memory.end_block(who, max(1, block.level) if block.kind == "heading" else 0)
        opening = len(who) == 1 and len(one.tokens.words) <= _DEAR and f"{one.tokens.word(0)} " in GREETINGS
        if opening and (one.cues[0].name is not None or one.cues[0].kind == "kin"):
            memory.written_to = who[0]
    signed = linked[tellers.teller][0][0] if tellers.teller is not None else None
    same = memory.same | _self_named(seen, linked) | memory.named.misspelled() | letters_named(seen, linked)
    for narrator, own in zip(narrators, tellers.profiles, strict=True):
        if (named := linked[own.at][0][own.cue]) is not None:
            same[narrator] = named
    if whole is not None and signed is not None:
        same.setdefault(whole, signed)
    if not same:
        return linked
    for someone, other in list(same.items()):
        while other in same and same[other] is not someone:  # the new vet is the woman, who is Chinwe
            other = same[other]
        same[someone] = other
        other.genders |= someone.genders
        other.roles += [role for role in someone.roles if role not in other.roles]
    return [
        ([same.get(w, w) if w else w for w in who], [same.get(w, w) if w else w for w in said]) for who, said in linked
    ]


def _i() -> Someone:
    return Someone("I", named=False, narrates=True)


def _addressed(text: Tokenised, read: Sequence[int], names: Sequence[Sequence[FoundName]]) -> FoundName | None:
    """To whom a letter is: "Dear Mrs Campbell,"."""
    for block, found in zip(read[:_OPENING], names, strict=False):
        line = text.blocks[block].text
        if (
            line.lower().startswith(GREETINGS)
            and len(found) == 1
            and found[0].first == 1
            and len(line.split()) <= CLOSE_WORDS
        ):
            return found[0]
    return None


def _to_family(text: Tokenised, read: Sequence[int], lexicon: PeopleWords) -> bool:
    """ "Dear Gran,"."""
    lines = [text.blocks[block].text.lower() for block in read[:_OPENING]]
    said = [line.strip(" ,!").split() for line in lines if line.startswith(GREETINGS)]
    return any(len(words) == FULL and words[1] in lexicon.kin_as_name for words in said)


def _chapters(text: Tokenised, seen: Sequence[Seen]) -> list[bool]:
    """Of each block, whether it opens a new chapter: a heading after, or before, a long part of the document."""
    sections = [text.blocks[one.block].place.section for one in seen]
    runs = [(section, len(list(run))) for section, run in groupby(sections)]
    opens: list[bool] = []
    length = 0
    for _, run in runs:
        new = bool(opens) and (length >= _CHAPTER or run >= _CHAPTER)
        opens += [new, *[False] * (run - 1)]
        length = run if new else length + run
    return opens


def _self_named(
    seen: Sequence[Seen], linked: Sequence[tuple[list[Someone | None], list[Someone | None]]]
) -> dict[Someone, Someone]:
    """ "I am Blessing": who says "I", and the name."""
    names: dict[Someone, list[Someone]] = {}
    for one, (who, _) in zip(seen, linked, strict=True):
        for i, cue in enumerate(one.cues):
            if cue.name is not None and cue.of is not None and one.cues[cue.of].kind == "first person":
                speaker, named = who[cue.of], who[i]
                book = speaker is not None and speaker.narrates and len(seen) > _BOOK  # many people say "I" there
                if speaker is not None and named is not None and not speaker.named and not book:
                    names.setdefault(speaker, []).append(named)
    return {speaker: named[0] for speaker, named in names.items() if len(set(named)) == 1}  # else they are examples
