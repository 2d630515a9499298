"""Who a document mentions: cues become mentions, and mentions that surely mean one person become one person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from .actions import load_actions
from .anybody import Said, is_no_one_in_particular
from .cues import I_WORDS, THEY, Cue
from .described import described_as
from .grammar import Parse, acts_of, read_parse
from .linking import link
from .mentions import read_cues
from .model import Act, Designation, GenderWords, Mention, MentionKind, People, Person, Quotation
from .name_context import FoundName, Tokens, read_tokens
from .named_things import with_things
from .names import find_names
from .people_lexicon import PeopleWords, fold, load_people_words
from .quotations import Quote, announced, find_quotes, is_speech, script_line, speakers_of
from .scene import Around, Memory
from .someone import Named, Someone
from .text import Sentence, Tokenised

SKIPPED = frozenset({"code", "reference"})  # block kinds in which nobody is looked for
PICTURED = frozenset({"alt_text", "caption"})  # block kinds that tell of a picture
_RUN = frozenset({"run", "runs", "ran", "running"})
_GIVE = frozenset({"give", "gives", "gave", "given", "giving"})
_CAN = frozenset("can will could 'll".split())  # "I can find …" is an aim, not somebody's story
_THEY_FROM = 2  # somebody with a name, always called "they"
_CHAPTER = 20  # blocks from which a part of a document is a chapter
_FEWEST = 2  # "I" and "my" in a document that somebody tells
_CLEAR_CLOSINGS = ("yours", "kind regards", "best wishes", "regards", "with thanks", "with best", "warm", "with kind")
_CLOSINGS = (*_CLEAR_CLOSINGS, "with", "thanks", "many thanks", "love")
_CLOSE_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Seen:
    """A block in which people may be, as read before anything is linked."""

    block: int
    tokens: Tokens
    parse: Parse
    cues: tuple[Cue, ...]
    around: Around
    marked: tuple[Quote, ...]  # all that stands in quotation marks, said or not


def sentences_with_people(text: Tokenised, lexicon: PeopleWords | None = None) -> list[Sentence]:
    """The sentences whose grammar matters for people: those with a name, a pronoun, a noun for one person or speech."""
    lexicon = lexicon or load_people_words()
    return [
        sentence
        for block, sentences in enumerate(text.sentences)
        if text.blocks[block].kind not in SKIPPED
        for sentence in sentences
        if _may_matter(text, sentence, lexicon)
    ]


def _may_matter(text: Tokenised, sentence: Sentence, lexicon: PeopleWords) -> bool:
    for token in text.docs[sentence.block][sentence.first : sentence.last]:
        word = token.lower_
        if word in lexicon.cue_words or word in I_WORDS or word in lexicon.names or word in lexicon.wordlike:
            return True
    return False


def find_people(
    text: Tokenised, parses: Mapping[Sentence, Doc] | None = None, lexicon: PeopleWords | None = None
) -> People:
    """Everyone whom the blocks mention, in reading order; groups are mentions without a person (-1).

    ``parses``: those of ``sentences_with_people``; without them nothing is said of verbs, and less is linked.
    Code and reference blocks are left out. Nobody's gender is ever taken from a name.
    """
    lexicon = lexicon or load_people_words()
    read = [b for b, block in enumerate(text.blocks) if block.kind not in SKIPPED]
    tokens = [read_tokens(text, b, lexicon) for b in read]
    parsed = [read_parse(text, b, t.lower, parses or {}) for b, t in zip(read, tokens, strict=True)]
    names = with_things(find_names(tokens, lexicon), tokens, parsed, lexicon)
    seen: list[_Seen] = []
    for block, words, found, parse in zip(read, tokens, names, parsed, strict=True):
        signed = bool(seen) and _is_name_alone(seen[-1])
        seen.append(_see(text, block, words, found, parse, lexicon, signed=signed))
    every = [n for found in names for n in found]
    expected: dict[str, frozenset[GenderWords]] = {}
    for _ in range(2):  # what is sure in one place settles what is doubtful in another
        named = Named(every, expected)
        linked = _link(text, seen, named, lexicon)
        settled = {who.label: frozenset(who.genders) for who in named.everyone() if len(who.genders) == 1}
        if settled == expected:
            break
        expected = settled
    return _people(text, seen, linked, lexicon)


def _is_name_alone(seen: _Seen) -> bool:
    return bool(seen.cues) and seen.cues[0].name is not None and seen.cues[0].last == len(seen.tokens.words)


def _see(
    text: Tokenised,
    block: int,
    tokens: Tokens,
    names: list[FoundName],
    parse: Parse,
    lexicon: PeopleWords,
    *,
    signed: bool,
) -> _Seen:
    quotes = find_quotes(text, block)
    cues = read_cues(tokens, names, parse, lexicon, [(q.first, q.last) for q in quotes], signed=signed)
    line = script_line(text, block, cues) if text.blocks[block].kind != "heading" else None
    if line is not None:
        quotes = [line]
        cues = read_cues(tokens, names, parse, lexicon, [(line.first, line.last)])
    say = load_actions().say
    starts = [s.first for s in text.sentences[block]] or [0]
    speakers = speakers_of(text, block, quotes, cues, parse, starts, say)
    spoken = [(q, s) for q, s in zip(quotes, speakers, strict=True) if s is not None or is_speech(text, block, q)]
    around = Around(
        tokens,
        cues,
        parse,
        starts,
        [acts_of(parse, cue.first, cue.last) for cue in cues],
        [q for q, _ in spoken],
        [s for _, s in spoken],
        announced(cues, parse, starts, say),
    )
    return _Seen(block, tokens, parse, tuple(cues), around, tuple(quotes))


def _link(
    text: Tokenised, seen: Sequence[_Seen], named: Named, lexicon: PeopleWords
) -> list[tuple[list[Someone | None], list[Someone | None]]]:
    memory = Memory(named)
    told = [(s, c) for s in seen for c in s.cues if c.head in I_WORDS and s.around.quote_at(c) is None and _tells(s, c)]
    signature = _signature(text, seen)
    if len(told) >= _FEWEST or signature is not None:
        memory.narrator = Someone("I", named=False, narrates=True)
    linked = []
    for one, opens in zip(seen, _chapters(text, seen), strict=True):
        if opens:
            memory.turn_to_new_chapter()
        who, said_by = link(one.around, memory, lexicon)
        linked.append((who, said_by))
        memory.end_block(who)
    signed = linked[signature][0][0] if signature is not None else None
    same = memory.same | _self_named(seen, linked)
    if memory.narrator is not None and signed is not None:
        same.setdefault(memory.narrator, signed)
    for someone, other in same.items():
        other.genders |= someone.genders
        other.roles += [role for role in someone.roles if role not in other.roles]
    return [
        ([same.get(w, w) if w else w for w in who], [same.get(w, w) if w else w for w in said]) for who, said in linked
    ]


def _chapters(text: Tokenised, seen: Sequence[_Seen]) -> list[bool]:
    """Of each block, whether it opens a new chapter: a heading after a long part of the document."""
    opens, section, length = [], "", 0
    for one in seen:
        here = text.blocks[one.block].place.section
        opens.append(here != section and length >= _CHAPTER)
        length = 1 if opens[-1] else length + 1
        section = here
    return opens


def _tells(seen: _Seen, cue: Cue) -> bool:
    return not seen.tokens.title_case and (cue.head != "i" or seen.tokens.word(cue.last) not in _CAN)


def _signature(text: Tokenised, seen: Sequence[_Seen]) -> int | None:
    """Where somebody signs a letter: the name on a line of its own after the closing words."""
    dear = any(block.text.lower().startswith("dear ") for block in text.blocks[:5])
    closing = False
    for at, one in enumerate(seen):
        line = text.blocks[one.block].text.lower()
        if closing and one.cues and one.cues[0].name is not None and one.cues[0].first == 0:
            return at
        closing = (closing and dear) or _closes(line, dear=dear)
    return None


def _closes(line: str, *, dear: bool) -> bool:
    return len(line.split()) <= _CLOSE_WORDS and line.startswith(_CLOSINGS if dear else _CLEAR_CLOSINGS)


def _self_named(
    seen: Sequence[_Seen], linked: Sequence[tuple[list[Someone | None], list[Someone | None]]]
) -> dict[Someone, Someone]:
    """ "I am Blessing": who says "I", and the name."""
    names: dict[Someone, list[Someone]] = {}
    for one, (who, _) in zip(seen, linked, strict=True):
        for i, cue in enumerate(one.cues):
            if cue.name is not None and cue.of is not None and one.cues[cue.of].kind == "first person":
                speaker, named = who[cue.of], who[i]
                if speaker is not None and named is not None and not speaker.named:
                    names.setdefault(speaker, []).append(named)
    return {speaker: named[0] for speaker, named in names.items() if len(set(named)) == 1}  # else they are examples


# --- from cues and someones to the model -------------------------------------------------------------


def _people(
    text: Tokenised,
    seen: Sequence[_Seen],
    linked: Sequence[tuple[list[Someone | None], list[Someone | None]]],
    lexicon: PeopleWords,
) -> People:
    order: dict[Someone, int] = {}
    mentions: list[Mention] = []
    quotations: list[Quotation] = []
    said: dict[Someone, dict[str, dict[str, None]]] = {}
    for one, (who, said_by) in zip(seen, linked, strict=True):
        for i, cue in enumerate(one.cues):
            person = who[i]
            if person is None and (cue.kind == "second person" or _means_things(one, i)):
                continue
            if person is not None and person.thing:
                continue
            if cue.kind == "first person" and person is None and cue.head in I_WORDS and not _tells(one, cue):
                continue
            index = order.setdefault(person, len(order)) if person is not None else -1
            label = person.label if person is not None else ""
            mentions.append(_mention(text, one, i, index, label, lexicon))
            if person is not None:
                for dimension, words in described_as(one.tokens, one.parse, cue):
                    said.setdefault(person, {}).setdefault(dimension, {})[words] = None
        for quote, speaker in zip(one.around.quotes, said_by, strict=True):
            if speaker is None or speaker in order:
                index = order[speaker] if speaker is not None else -1
                place = text.blocks[one.block].place
                quotations.append(Quotation(one.block, quote.start, quote.end, index, place))
    about = _said_of_each(text, seen, linked)
    length = sum(len(doc) for doc in text.docs)
    voices = {who for _, said_by in linked for who in said_by}
    scripted = {said_by[0] for one, (_, said_by) in zip(seen, linked, strict=True) if _is_spoken_line(one)}
    persons = tuple(
        Person(
            who.label,
            who.named,
            _gender(who),
            tuple(who.roles),
            general=who not in scripted
            and is_no_one_in_particular(who, about[who], lexicon, length, speaks=who in voices),
            described=tuple((d, tuple(words)) for d, words in sorted(said.get(who, {}).items())),
        )
        for who in order
    )
    return People(persons, tuple(mentions), tuple(quotations))


def _is_spoken_line(one: _Seen) -> bool:
    """A line of a script that says something; "Teacher: Mr KERR" and "Pupil: ____" are none."""
    quotes = one.around.quotes
    if not quotes or not quotes[0].line:
        return False
    return sum(word.isalpha() and word.islower() for word in one.tokens.words[quotes[0].first :]) > 1


def _said_of_each(
    text: Tokenised, seen: Sequence[_Seen], linked: Sequence[tuple[list[Someone | None], list[Someone | None]]]
) -> dict[Someone, list[Said]]:
    """The mentions of each person as they stand."""
    about: dict[Someone, list[Said]] = {}
    for one, (who, said_by) in zip(seen, linked, strict=True):
        kind = text.blocks[one.block].kind
        for i, cue in enumerate(one.cues):
            if (someone := who[i]) is None:
                continue
            quote = one.around.quote_at(cue)
            unsaid = any(q.first <= cue.first < q.last for q in one.marked) if quote is None else said_by[quote] is None
            verbs = tuple(verb for verb, _ in one.around.acts[i])
            said = Said(one.parse, cue, verbs, one.tokens.starts, unsaid=unsaid, pictured=kind in PICTURED)
            about.setdefault(someone, []).append(said)
    return about


def _gender(who: Someone) -> GenderWords:
    if len(who.genders) > 1:
        return "more than one"
    if who.named and not who.genders and who.called_they >= _THEY_FROM:
        return "they"
    return next(iter(who.genders), "not stated")


def _means_things(one: _Seen, i: int) -> bool:
    """Whether "they" or "them" looks back at things: the last plural noun before it, with no people between."""
    cue, tags = one.cues[i], one.parse.tags
    if cue.head not in THEY:
        return False
    root = one.parse.root_of(cue.first, cue.last)
    if one.parse.deps[root] == "nsubj" and one.around.acts[i]:
        return False
    people = {at for other in one.cues if other is not cue for at in range(other.first, other.last)}
    groups = {other.last - 1 for other in one.cues if other.kind == "group" or other.head in ("we", "us", "our")}
    for at in range(cue.first - 1, -1, -1):
        if at in groups:
            return False
        if at in people and one.parse.deps[at] == "conj":
            return False
        if tags[at] in ("NNS", "NNPS") and at not in people:
            return True
    return False


def _mention(text: Tokenised, one: _Seen, i: int, person: int, label: str, lexicon: PeopleWords) -> Mention:
    cue, doc, whole = one.cues[i], text.docs[one.block], text.blocks[one.block]
    start, end = doc[cue.first].idx, doc[cue.last - 1].idx + len(doc[cue.last - 1])
    sentence = text.sentence_at(one.block, start)
    acts = tuple(
        Act(doc[v].idx, doc[v].idx + len(doc[v]), doc[v].text, grammar, _action(one.parse, v))
        for v, grammar in one.around.acts[i]
    )
    return Mention(
        block=one.block,
        start=start,
        end=end,
        text=whole.text[start:end],
        kind=cue.kind,
        person=person,
        sentence=whole.text[sentence.start : max(sentence.end, end)],
        place=whole.place,
        designation=_designation(cue, label, lexicon),
        acts=acts,
    )


def _action(parse: Parse, verb: int) -> str:
    """The class of a verb; who runs something leads, who runs moves."""
    word = parse.words[verb]
    if word in _RUN and not parse.kids_of(verb, "dobj"):
        return "move"
    if word in _GIVE and parse.kids_of(verb, "prt"):
        return ""  # "never gave up"
    return load_actions().class_of.get(word, "")


_CALLED: dict[MentionKind, Designation] = {"title": "title", "kin": "family tie"}


def _designation(cue: Cue, label: str, lexicon: PeopleWords) -> Designation:
    """By what someone is called. ``label``: the fullest name."""
    if cue.kind in _CALLED:
        return _CALLED[cue.kind]
    if cue.name is not None:
        if len(cue.name.parts) > 1:
            return "full name"
        last = " " in label and fold(label.split()[-1]) == fold(cue.name.parts[0])
        return "surname" if last or cue.name.kind == "family" else "first name"
    if cue.kind != "role":
        return ""
    if cue.head in lexicon.look_words:
        return "look"
    return "job" if cue.role else "other"
