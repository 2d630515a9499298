"""From mentions and whom they mean to the people of a report."""

from collections.abc import Mapping, Sequence

from ..model import Act, Designation, GenderWords, Mention, MentionKind, People, Person, Quotation
from ..text import Tokenised
from .actions import load_actions
from .anybody import Said, is_no_one_in_particular
from .cue import I_WORDS, Cue
from .descriptions.described import described_as
from .parses.parse import Parse
from .scene import Seen, tells
from .someone import Someone
from .they_things import means_things
from .words import PeopleWords, fold

_THEY_FROM = 2  # somebody with a name, always called "they"
_HAVE = frozenset({"have", "has", "had", "'s", "got"})
_DO = frozenset({"do", "does", "did"})
_MANY = frozenset({"much", "many"})
_TIMES = frozenset({"times", "earlier", "later", "sooner"})
_SMALL = frozenset("baby bairn child infant toddler".split())
_EXPECTS = frozenset("expect expecting expects have having".split())
_PLACED: list[int | str] = ["IDX", "LENGTH"]
PICTURED = frozenset({"alt_text", "caption"})  # block kinds that tell of a picture


def record(
    text: Tokenised,
    seen: Sequence[Seen],
    linked: Sequence[tuple[list[Someone | None], list[Someone | None]]],
    tied: Mapping[Someone, Someone],
    lexicon: PeopleWords,
) -> People:
    """Everyone whom the blocks mention, as the model holds them. ``tied``: relatives, and whose they are."""
    order: dict[Someone, int] = {}
    mentions: list[Mention] = []
    quotations: list[Quotation] = []
    said: dict[Someone, dict[str, dict[str, None]]] = {}
    for one, (who, said_by) in zip(seen, linked, strict=True):
        places = text.docs[one.block].to_array(_PLACED).tolist() if one.cues else []
        for i, cue in enumerate(one.cues):
            person = who[i]
            if person is None and (
                (cue.kind == "second person" and not _is_said_in_script(one, i)) or means_things(one, i, lexicon)
            ):
                continue
            if person is not None and person.thing:
                continue
            if cue.kind == "first person" and person is None and cue.head in I_WORDS and not tells(one, cue):
                continue
            index = order.setdefault(person, len(order)) if person is not None else -1
            label = person.label if person is not None else ""
            mentions.append(_mention(text, one, places, i, index, label, lexicon))
            if person is not None:
                spoken = one.around.quote[i] is not None
                for dimension, words in described_as(one.tokens, one.parse, cue, spoken=spoken):
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
    anyone = {
        who
        for who in order
        if who not in scripted and is_no_one_in_particular(who, about[who], lexicon, length, speaks=who in voices)
    }
    imagined = {who for who in anyone if not who.narrates}
    anyone |= {who for who in order if not who.named and tied.get(who) in imagined}  # "any pupil's own grandmother"
    persons = tuple(
        Person(
            who.label,
            who.named,
            _gender(who),
            tuple(who.roles),
            general=who in anyone,
            described=tuple((d, tuple(words)) for d, words in sorted(said.get(who, {}).items())),
        )
        for who in order
    )
    return People(persons, tuple(mentions), tuple(quotations))


def _is_said_in_script(one: Seen, i: int) -> bool:
    """Whether "you" is said on a script's line, to somebody whom the tool does not know: "May I see your card?"."""
    quote = one.around.quote[i]
    return quote is not None and one.around.quotes[quote].line


def _is_spoken_line(one: Seen) -> bool:
    """A line of a script that says something; "Teacher: Mr KERR" and "Pupil: ____" are none."""
    quotes = one.around.quotes
    if not quotes or not quotes[0].line:
        return False
    return sum(word.isalpha() and word.islower() for word in one.tokens.words[quotes[0].first :]) > 1


def _said_of_each(
    text: Tokenised, seen: Sequence[Seen], linked: Sequence[tuple[list[Someone | None], list[Someone | None]]]
) -> dict[Someone, list[Said]]:
    """The mentions of each person as they stand."""
    about: dict[Someone, list[Said]] = {}
    for one, (who, said_by) in zip(seen, linked, strict=True):
        kind = text.blocks[one.block].kind
        for i, cue in enumerate(one.cues):
            if (someone := who[i]) is None:
                continue
            quote = one.around.quote[i]
            unsaid = any(q.first <= cue.first < q.last for q in one.marked) if quote is None else said_by[quote] is None
            verbs = tuple(verb for verb, _ in one.around.acts[i])
            own = cue.head in _SMALL and _is_of_named(one, i, who)
            said = Said(one.parse, cue, verbs, one.tokens.starts, unsaid=unsaid, pictured=kind in PICTURED, own=own)
            about.setdefault(someone, []).append(said)
    return about


def _is_of_named(one: Seen, i: int, who: Sequence[Someone | None]) -> bool:
    """ "Mina made a cot for her baby"; not "each parent brings their baby", "she left to have her baby"."""
    root = one.around.roots[i]
    if one.parse.words[one.parse.heads[root]] in _EXPECTS:
        return False
    owners = one.parse.kids_of(root, "poss")
    return any(w is not None and w.named and one.cues[j].first in owners for j, w in enumerate(who[:i]))


def _gender(who: Someone) -> GenderWords:
    if len(who.genders) > 1:
        return "more than one"
    if who.named and not who.genders and who.called_they >= _THEY_FROM:
        return "they"
    return next(iter(who.genders), "not stated")


def _mention(
    text: Tokenised,
    one: Seen,
    places: Sequence[tuple[int, int]],
    i: int,
    person: int,
    label: str,
    lexicon: PeopleWords,
) -> Mention:
    """``places``: where each token of the block begins, and its length."""
    cue, whole = one.cues[i], text.blocks[one.block]
    start, end = places[cue.first][0], sum(places[cue.last - 1])
    sentence = text.sentences[one.block][max(0, one.around.sentence[i])]
    acts = tuple(
        [
            Act(places[verb][0], sum(places[verb]), one.tokens.words[verb], grammar, _action(one.parse, verb))
            for verb, grammar in one.around.acts[i]
        ]
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
    """The class of a verb; who runs something leads, who runs moves, who gives up gives nothing."""
    word, actions = parse.words[verb], load_actions()
    objects = parse.kids_of(verb, "dobj")
    if word == "left" and _is_left_over(parse, verb):
        return "have"
    if objects and word in actions.by_object:
        things = [parse.words[at] for end in objects for at in (end, *parse.kids_of(end, "nmod", "quantmod"))]
        for thing in things:
            if thing in actions.by_object[word]:
                return actions.by_object[word][thing]
    if word in actions.alone and not objects and not parse.kids_of(verb, "auxpass"):
        return actions.alone[word]
    if word in actions.with_self and any(parse.words[at].endswith(("self", "selves")) for at in objects):
        return ""
    group = actions.class_of.get(word, "")
    return "" if group == "have" and parse.kids_of(verb, "prt") else group


def _is_left_over(parse: Parse, verb: int) -> bool:
    """ "How much does Jamie have left?", "How many pens has she left?": what is had; not "How many have left?"."""
    helps = [parse.words[kid] for kid in (*parse.kids_of(verb, "aux", "auxpass"), parse.heads[verb])]
    having = not _HAVE.isdisjoint(helps)
    if not having or any(kid > verb for kid in parse.kids_of(verb, "dobj")):
        return False
    if "have" in helps and not _DO.isdisjoint(helps):
        return True
    first = max((at for at in range(verb) if parse.words[at] == "how"), default=verb)
    return "".join(parse.words[first + 1 : first + 2]) in _MANY and parse.words[first + 2] not in _TIMES


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
