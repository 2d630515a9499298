"""Reasons to stay silent or to say less. What each does is data (guards.yaml); how it sees is here.

Each function answers one question about one hit and has no effect of its own.
"""

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Token

from .entries import Guard
from .language import guess
from .setting_effects import flags
from .spots import Context, Hit, Spot, cue, lower, neighbours, pattern
from .text import normalise
from .voices import about_the_term, critique, dated_source, old_tale, quotation, reported, story

NEAR = 25  # words within which an alternative counts as offered
LONG_DOCUMENT = 1000  # words, over which one mild hit is not worth a line
_SHAPE: list[int | str] = ["IS_ALPHA", "IS_STOP", "IS_TITLE", "IS_UPPER", "LENGTH"]
_REACH = 7  # tokens back that a negation reaches
_AFTER_NAME = frozenset(
    "should will can could would may might must has had is was does did lets shows sends gives".split()
)
_TITLES = frozenset("mr mrs ms miss mx dr doctor prof professor sir dame lord lady st saint rev".split())
_DETERMINERS = frozenset("a an the this that these those our your my their his her every each some".split())
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|scot|edu|gov|io)\b\S*|(?<!\S)[.~]{0,2}/\S*/\S+|\S+/\S+/\S*[._\d]\S*|\w:\\\S+"
)
_OPENING = 3  # tokens in which a question is turned round
_NUMBER = re.compile(r"\d")
_NEVER_NAMES = ("men", "s", "kind", "power", "ship", "folk")  # endings of words that need no article
_RANKS = frozenset({"one", "first", "second", "third"})  # numbers that count nothing


def _written_with_capitals(hit: Hit, context: Context) -> bool:
    """Capitals say nothing when the entry itself writes these words with them, or when a check chose the words."""
    entry, words = hit.entry, context.doc(hit)[hit.first : hit.last].text.lower()
    forms = (normalise(p) for p in (*entry.swap, *entry.phrases))
    return bool(entry.check) or entry.case_sensitive or any(p != p.lower() == words for p in forms)


def _name_like(token: Token) -> bool:
    return token.is_title or (token.is_upper and token.is_alpha and len(token) > 1)


def _shouted(hit: Spot, context: Context) -> bool:
    """Most words of the block are capitalised: capitals say nothing there."""
    # arrays, as a block may be long and a spaCy token for each word costs more than all the rest
    alpha, stop, title, upper, length = context.doc(hit).to_array(_SHAPE).T.astype(int)
    said = (alpha == 1) & (stop == 0)
    named = (title == 1) | ((upper == 1) & (length > 1))
    return not said.any() or bool(named[said].sum() > 0.8 * said.sum())


def proper_noun(hit: Hit, context: Context, guard: Guard) -> bool:
    """Capitalised, with a capitalised neighbour, where capitals mean something."""
    if hit.loose or _written_with_capitals(hit, context):  # words that stand together are no name
        return False
    doc = context.doc(hit)
    inside = doc[hit.first : hit.last]
    if not any(_name_like(t) for t in inside) or _shouted(hit, context):
        return False
    content = [t for t in inside if t.is_alpha and not t.is_stop]
    if hit.first > hit.sentence.first and content and all(_name_like(t) for t in content):
        return True
    after = doc[hit.last] if hit.last < hit.sentence.last else None
    before = doc[hit.first - 1] if hit.first > hit.sentence.first else None
    if after is not None and after.lower_ in {"of", "in", "who", "for", "and"} and hit.last + 1 < hit.sentence.last:
        after = doc[hit.last + 1] if not _name_like(after) else after
    starts_low = before is None or not _name_like(before) or before.i == hit.sentence.first
    if after is not None and _name_like(after) and _name_like(inside[-1]):
        return True
    return not starts_low and _name_like(inside[0])


def address_or_code(hit: Hit, context: Context, guard: Guard) -> bool:
    """In code, in a reference list, or inside a web address or path."""
    if context.text.blocks[hit.sentence.block].kind in ("code", "reference"):
        return True
    doc = context.doc(hit)
    start, end = doc[hit.first].idx, doc[hit.last - 1].idx + len(doc[hit.last - 1])
    return any(m.start() < end and start < m.end() for m in _ADDRESS.finditer(doc.text))


# "I was told that …", "we are going to see …": what follows is not about the speaker.
_OF_OTHERS = frozenset(
    "that told asked see seeing meet meeting help helping teach teaching visit visiting watching reading"
    " writing talking going about for".split()
)


def self_description(hit: Hit, context: Context, guard: Guard) -> bool:
    """The first person stands before the words, and nobody else is spoken of between them."""
    doc = context.doc(hit)
    before = doc[hit.sentence.first : hit.last].text.lower()
    cues = list(pattern(tuple(guard.cues)).finditer(before))
    return bool(cues) and _OF_OTHERS.isdisjoint(before[cues[-1].end() :].split())


def statistics(hit: Hit, context: Context, guard: Guard) -> bool:
    """A number, and a word of counting or research."""
    text = lower(hit, context, without_hit=True)
    return "%" in text or (bool(_NUMBER.search(text)) and bool(cue(guard, text)))


def counterpart(hit: Hit, context: Context, guard: Guard) -> bool:
    """One of the entry's counterparts, or the counter case of its check, stands somewhere in the document."""
    if hit.entry.check in context.balanced:
        return True
    return bool(hit.entry.counterpart) and bool(
        pattern(tuple(normalise(c).lower() for c in hit.entry.counterpart)).search(context.whole)
    )


def alternative(hit: Hit, context: Context, guard: Guard) -> bool:
    """Another way is offered within 25 words on either side, in the same block."""
    doc = context.doc(hit)
    for around in (doc[max(0, hit.first - NEAR) : hit.first], doc[hit.last : hit.last + NEAR]):
        text = around.text.lower()
        for phrase in guard.except_after:  # "ask if you can see it" asks; "if you can," lets off
            text = text.replace(phrase, "_")
        if cue(guard, text):
            return True
    return False


def planned_for(hit: Hit, context: Context, guard: Guard) -> bool:
    """The sentence, or the one beside it, names those who go without, and what they can do instead."""
    around = (lower(hit, context), *neighbours(hit, context))
    return any(
        cue(guard, text) and not context.lexicon.words["provision"].isdisjoint(re.findall(r"[\w'-]+", text))
        for text in around
    )


def word_problem(hit: Hit, context: Context, guard: Guard) -> bool:
    """He or she is a character in a sum: a number beside it, and a question of how many."""
    doc = context.doc(hit)
    if any(t.lower_ not in context.lexicon.words["pronoun_gendered"] for t in doc[hit.first : hit.last]):
        return False
    around = context.text.sentences[hit.sentence.block]
    at = around.index(hit.sentence)
    beside = doc[around[max(0, at - 1)].first : around[min(at + 1, len(around) - 1)].last]
    counted = any(t.like_num and t.lower_ not in _RANKS for t in beside)
    return counted and bool(cue(guard, doc.text.lower()))


def technical_sense(hit: Hit, context: Context, guard: Guard) -> bool:
    """The hit touches a harmless phrase of the homograph list that is not just a part of it."""
    if hit.entry.check:
        return False
    return any(
        first < hit.last
        and hit.first < last
        and not (last - first < hit.last - hit.first and hit.first <= first and last <= hit.last)
        for first, last in context.homographs[hit.sentence.block]
    )


def single_mild_hit(hit: Hit, context: Context, guard: Guard) -> bool:
    """Severity 1, once, in a long document."""
    return hit.entry.severity == 1 and context.hits_of[hit.entry.id] == 1 and context.words > LONG_DOCUMENT


def too_seldom(hit: Hit, context: Context, guard: Guard) -> bool:
    """The entry matters only when it comes again and again, and it does not."""
    return context.hits_of[hit.entry.id] < hit.entry.least


def setting(hit: Hit, context: Context, guard: Guard) -> bool:
    """The entry names this kind of setting as one in which it is silent."""
    return not flags(context.profile).isdisjoint(hit.entry.silent_in)


def exam_wording(hit: Hit, context: Context, guard: Guard) -> bool:
    """The setting says exam text, or the sentence or heading names an exam board."""
    section = context.text.blocks[hit.sentence.block].place.section.lower()
    return context.profile.exam_text or bool(cue(guard, lower(hit, context, without_hit=True)) or cue(guard, section))


def teacher_note(hit: Hit, context: Context, guard: Guard) -> bool:
    """The block is for staff."""
    return context.text.blocks[hit.sentence.block].audience == "teacher"


_CLAUSE_ENDS = frozenset(
    {",", ";", ":", "-", "—", "--", "(", ")", ".", "!", "?", "but", "because", "so", "while", "although"}
)


def negation(hit: Spot, context: Context, guard: Guard) -> bool:
    """A negation in the same clause, a few words before."""
    doc = context.doc(hit)
    clause: list[str] = []
    for i in range(hit.first - 1, max(hit.sentence.first, hit.first - _REACH) - 1, -1):
        if doc[i].lower_ in _CLAUSE_ENDS:
            break
        clause.insert(0, doc[i].lower_)
    text = " ".join(clause).replace(" n't", "n't")
    if any(_bounded(phrase, text) for phrase in guard.except_after):
        return False
    at = next((i for i, word in enumerate(clause) if word in guard.cues), None)
    if at is None:
        return False
    asked = doc[hit.sentence.last - 1].text == "?" and hit.first - len(clause) + at - hit.sentence.first < _OPENING
    if asked and clause[at] in ("n't", "not"):  # "aren't they all neat?" says that they are
        return False
    said, words = context.lexicon.words, set(clause[at:])
    # "do people not realise that ..." takes it for granted; "nothing helps when they can't ..." denies nothing
    own = any(t.lower_ in guard.cues for t in doc[hit.first : hit.last])
    return said["factive"].isdisjoint(words) and not (own and said["speech"].isdisjoint(words))


def _bounded(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "


def other_language(hit: Hit, context: Context, guard: Guard) -> bool:
    """The block is in another language, or this sentence of it is."""
    block = context.text.blocks[hit.sentence.block]
    if block.language != "en":
        return True
    return guess(block.text[hit.sentence.start : hit.sentence.end]) not in ("en", "")


def person_name(hit: Hit, context: Context, guard: Guard) -> bool:
    """A capitalised single word beside a title or another name, or one that acts without an article."""
    doc = context.doc(hit)
    if hit.last - hit.first != 1 or not doc[hit.first].is_title or _shouted(hit, context):
        return False
    before = doc[hit.first - 1] if hit.first > hit.sentence.first else None
    if before is not None and before.text.rstrip(".").lower() in _TITLES and before.text[0].isupper():
        return True
    if _written_with_capitals(hit, context):
        return False
    if before is None:  # "Postman should open": one of a kind of people needs an article, a name does not
        after = doc[hit.last].lower_ if hit.last < hit.sentence.last else ""
        return after in _AFTER_NAME and not doc[hit.first].lower_.endswith(_NEVER_NAMES)
    return not before.is_punct and before.lower_ not in _DETERMINERS


# In the order in which they are asked: those that hide first.
GUARDS: dict[str, Callable[[Hit, Context, Guard], bool]] = {
    "GG06": address_or_code,
    "GG13": setting,
    "GG22": too_seldom,
    "GG17": other_language,
    "GG23": story,
    "GG24": old_tale,
    "GG11": technical_sense,
    "GG05": proper_noun,
    "GG18": person_name,
    "GG07": self_description,
    "GG09": counterpart,
    "GG10": alternative,
    "GG20": planned_for,
    "GG16": negation,
    "GG19": word_problem,
    "GG02": critique,
    "GG01": quotation,
    "GG03": about_the_term,
    "GG04": dated_source,
    "GG21": reported,
    "GG08": statistics,
    "GG14": exam_wording,
    "GG15": teacher_note,
    "GG12": single_mild_hit,
}


def judge(hit: Hit, context: Context, without: Iterable[str] = ()) -> tuple[Guard, ...]:
    """The guards that speak for silence: one that hides, alone, or all that lower. ``without`` turns some off."""
    off = {*hit.entry.without, *without}
    lowering: list[Guard] = []
    for id, asks in GUARDS.items():
        guard = context.lexicon.guards[id]
        if id in off or (guard.forms and hit.entry.form not in guard.forms):
            continue
        if asks(hit, context, guard):
            if guard.effect == "hide":
                return (guard,)
            lowering.append(guard)
    return tuple(lowering)
