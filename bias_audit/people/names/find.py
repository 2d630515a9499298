"""Names of people in tokenised text, by a list of given names and by what stands around a word.

A name that is nothing else counts wherever it stands. A name that is also a word, a place, a unit or a
month counts only where the sentence or the rest of the document shows a person. Nothing is read from a
name but that it is one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from ..figures.public_figures import find, known_by_surname
from ..name_context import FoundName, Tokens, is_initial, is_name_shaped, kind_of, verb_after
from ..words import PeopleWords, fold
from .extent import extent, has_article, has_halves, has_hyphen, links_at, may_be_surname
from .firsts import by_what_follows, is_month_given, is_month_name
from .kin_names import meant_as_kin
from .labels import with_initials, with_speakers
from .new_names import newcomers
from .quiz import asked_for
from .rows import cited, doing, told_of, with_neighbours
from .shown import is_initialled
from .signs import is_beside_noun, is_doing, is_only_capital, signs_with_job, stands_alone, stands_with_job
from .things import ADDRESSED, follows_setting, is_rank, is_thing, is_time

_TWO_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
_DAYS = frozenset({"Mon", "Tue", "Tues", "Wed", "Fri"})
_SHORT_DAYS = frozenset({"mon", "tue", "wed", "thu", "thur", "sat", "sun"})  # "Thu" and "Sun" are names too
_LABELS = frozenset({"A.B.", "B.C.", "C.D.", "D.E."})  # of answers: "A. B. C."
_SHORT_FOR = frozenset("A.D. A.I. A.M. B.A. B.C. D.C. E.U. I.T. P.E. P.M. P.O. P.S. U.K. U.N. U.S.".split())
_NUMBER = re.compile(r"[IVX]+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROYAL = frozenset("queen king prince princess duke duchess lord lady".split())  # things are named after these
_SECOND_RANKS = frozenset("colonel commander constable inspector major marshal sergeant superintendent".split())
_NAMED_AFTER = frozenset({"test", "tests"})  # "the Turing test"
_SHORTENED = frozenset("mr mrs ms mx dr prof rev cllr capt cpl fr lt sgt".split())  # titles that may end in a full stop
_IS = frozenset({"is", "was"})
_HOPES = frozenset({"hope", "trust"})  # "Hope Priya is well"
_THING_AFTER = 6  # words after a surname in which a thing may be that is named after somebody
_SLIPS = 3  # a word is ordinary unless it has a capital more than three times as often
_NONE: frozenset[str] = frozenset()
_INITIAL = 2  # letters of "K."


def _is_code(tokens: Tokens) -> bool:
    """names = ["Priya", "Tom"]; parts = name.split("-") # ["Priya"]; del names[2] # Tom"""
    words = tokens.lower
    if "#" in words[1:] and words[words.index("#", 1) - 1].endswith("]"):
        return True
    if "=" not in words:
        return False
    noted = "#" in words[words.index("=") :]
    return noted or any(word == "=" and set(words[at + 1 : at + 3]) & {'"', "'", "["} for at, word in enumerate(words))


def find_names(blocks: Sequence[Tokens], lexicon: PeopleWords) -> list[list[FoundName]]:
    """The names in each block, in reading order. ``blocks`` are one document: it is read as a whole."""
    common = _common(blocks) | meant_as_kin(blocks, lexicon)
    if new := newcomers(blocks, common, lexicon):
        lexicon = replace(lexicon, new_names=frozenset(new))
    found = [[] if _is_code(b) else with_neighbours(list(_scan(b, common, lexicon)), b, lexicon) for b in blocks]
    found = [cited(names, tokens) for names, tokens in zip(found, blocks, strict=True)]
    for block, chosen in asked_for(blocks, lexicon):
        found[block] = [n for n in found[block] if not (n.first < chosen.last and chosen.first < n.last)]
        found[block] = sorted([*found[block], chosen], key=lambda n: n.first)
    found = with_speakers(found, blocks, lexicon)
    acting = doing(found, blocks, common, lexicon)
    found = [[replace(n, sure=True) if n.parts[0] in acting else n for n in names] for names in found]
    found = told_of(found, blocks, lexicon)
    sure = [name for names in found for name in names if name.sure]
    given = {fold(n.parts[0]) for n in sure if not n.title or len(n.parts) > 1}
    last = {fold(n.parts[-1]) for n in sure if len(n.parts) > 1 or n.title}
    family = last | {half for name in last for half in name.split("-")}
    known = given | family
    rows = list(zip(found, blocks, strict=True))
    rows = [(n if all(x.sure for x in n) else _as_known(n, tokens, known, lexicon), tokens) for n, tokens in rows]
    return with_initials([_known(names, tokens, family - common, lexicon) for names, tokens in rows], blocks)


def _as_known(names: Sequence[FoundName], tokens: Tokens, known: Set[str], lexicon: PeopleWords) -> list[FoundName]:
    """Possible names that the document knows as someone's are sure, and so are their neighbours."""
    sure = [n if n.sure else replace(n, sure=_is_known(n, tokens, known, lexicon)) for n in names]
    return with_neighbours(sure, tokens, lexicon) if any(n.sure for n in sure) else sure


def _common(blocks: Sequence[Tokens]) -> set[str]:
    """Words that the document writes without a capital, slips and parts of addresses aside."""
    written, capital = Counter(chain.from_iterable(b.words for b in blocks)), Counter[str]()
    for word, count in written.items():
        if word[0].isupper():
            capital[word.lower()] += count
    common = {word for word, count in written.items() if word.islower() and _SLIPS * count >= capital[word]}
    return common if _DAYS.isdisjoint(written) else common | _SHORT_DAYS


def _scan(tokens: Tokens, common: set[str], lexicon: PeopleWords) -> Iterator[FoundName]:
    """Sure names, and those that need a neighbour or another mention to be sure."""
    end = 0
    for at in tokens.capitals:
        if at < end:
            continue
        name = (
            _titled(tokens, at, common, lexicon)
            or _given(tokens, at, common, lexicon)
            or _initialled(tokens, at, common, lexicon)
        )
        if name is not None:
            yield name
            end = name.last


def _titled(tokens: Tokens, at: int, common: Set[str], lexicon: PeopleWords) -> FoundName | None:
    """A title, or the word for an aunt or uncle, with the name after it."""
    title, name_at = tokens.lower[at].rstrip("."), at + 1
    if title == "great" and tokens.word(name_at) == "-":  # "Great-granny Ethel"
        title, name_at = f"great-{tokens.word(at + 2)}", at + 3
    if title not in lexicon.gender["titles"] and title not in lexicon.kin_before_name:
        return None
    if tokens.words[at].rstrip(".").isupper() and not is_rank(tokens, at, lexicon):  # MS is a company
        return None
    if tokens.word(name_at) in ("and", "&") and tokens.word(name_at + 1).rstrip(".") in lexicon.gender["titles"]:
        name_at += 2  # "Mr and Mrs Okafor": both have the name
        last = at + 1
    else:
        last = 0
    if title not in ADDRESSED and tokens.word(name_at) in _SECOND_RANKS and tokens.words[name_at][0].isupper():
        name_at += 1  # "Detective Inspector Orr"
    while (tokens.word(name_at) == "." and title in _SHORTENED) or is_initial(tokens, name_at):
        name_at += 1
    if name_at in tokens.starts and tokens.word(name_at - 1) != ".":
        return None
    if has_article(tokens, name_at):  # "Ms al-Hassan"
        return FoundName(at, name_at + 3, ("".join(tokens.words[name_at : name_at + 3]),), title)
    small = tokens.words[name_at : name_at + links_at(tokens, name_at, lexicon)]  # "Ms de Souza"
    small = small if small and small[0].islower() else ()
    name_at += len(small)
    words = _NONE if is_initial(tokens, name_at - 1) else common  # "Sir E. T. Cook", though the text tells of cooks
    surname = may_be_surname(tokens, name_at, words, lexicon) or is_month_given(tokens, name_at, lexicon)
    if not surname or tokens.word(name_at) in lexicon.not_before.get(title, ()):
        return None
    end, parts = extent(tokens, name_at, common, lexicon, titled=True)
    parts = (" ".join((*small, parts[0])), *parts[1:])
    if is_thing(tokens, at, end, parts, lexicon, titled=title not in _ROYAL):
        return None  # Queen Margaret University
    return FoundName(at, last or end, parts, title)


def _initialled(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> FoundName | None:
    """ "J.K. Rowling", "R. L. Stevenson": two initials and a surname, whatever it is; not "U.S. Congress".

    One initial where somebody is shown: "J. Fielding said".
    """
    word, name_at, one = tokens.words[at], at + 1, False
    if word[-1:] != "." or len(word) not in (_INITIAL, 2 * _INITIAL) or word in _SHORT_FOR:
        return None
    if len(word) == _INITIAL:
        other = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
        one = len(other) != _INITIAL or other[1] != "." or not other[0].isupper()
        if not one and word + other in _LABELS:
            return None
        name_at += not one
    elif not _TWO_INITIALS.fullmatch(word):
        return None
    if not may_be_surname(tokens, name_at, common, lexicon) or tokens.lower[name_at] in lexicon.cue_words:
        return None
    end, parts = extent(tokens, name_at, common, lexicon)
    if is_thing(tokens, name_at, end, parts, lexicon, titled=True):
        return None
    return FoundName(at, end, parts) if not one or is_initialled(tokens, at, end, lexicon) else None


def _given(tokens: Tokens, at: int, common: set[str], lexicon: PeopleWords) -> FoundName | None:
    """A name that begins with a known given name."""
    word = tokens.words[at]
    kind = kind_of(word, lexicon, common) if is_name_shaped(word) else ""
    if kind and has_hyphen(tokens, at + 1) and kind_of(tokens.words[at + 2], lexicon, common) == "plain":
        kind = "plain"  # "Lewis-Jack"
    if has_halves(tokens, at, lexicon):
        kind = "plain"  # "Jin-ho"
    if not kind and is_name_shaped(word) and by_what_follows(tokens, at):
        kind = "plain"  # "Temple Grandin"
    if not kind and is_name_shaped(word) and _is_famous(tokens, at, lexicon):
        kind = "word" if tokens.lower[at] in lexicon.sentence_openers else "plain"  # "Einstein"
    if not kind or ((kind == "hardly" or word == "Eve") and _is_day(tokens, at, lexicon)):
        return None
    if kind == "place" and follows_setting(tokens, at + 1, at + 2, lexicon):
        return None
    end, parts = extent(tokens, at, common, lexicon)
    if is_thing(tokens, at, end, parts, lexicon, titled=False):
        return None
    if len(parts) > 1 and parts[0] == "Young":
        return None  # "Young Engineer of the Year", "Young Priya", who is Priya
    if kind == "eponym" and at and tokens.words[at - 1][-1].isdigit() and tokens.word(end) != ",":
        return None  # "5 Newton"; but "5 Newton, Maxwell" answers a question
    if kind != "plain" and end < len(tokens.words) and _NUMBER.fullmatch(tokens.words[end]):
        return None  # Mark II, May 5
    others = any(word.isalpha() for word in (*tokens.words[:at], *tokens.words[end:]))
    if kind == "word" and len(parts) > 1 and parts[-1].lower() in lexicon.no_roles and not others:
        return None  # the heading "Penny Catcher"
    if len(parts) == 1 and (_YEAR.fullmatch(tokens.word(end)) or _is_setting(tokens, at, end)):
        return None  # Avril 2015; "In Parley, code was …"
    opens = at in tokens.starts and len(parts) > 1 and tokens.lower[at] in lexicon.sentence_openers
    named = verb_after(tokens, end) in lexicon.person_verbs or is_beside_noun(tokens, end, lexicon)
    named = named or signs_with_job(tokens, end, lexicon) or (at == 0 and stands_with_job(tokens, end, lexicon))
    if tokens.lower[at] not in _HOPES:
        named = named or tokens.word(end) in _IS or is_doing(tokens, end, lexicon)  # "Flora Reid dressed the child"
    if opens and not named:  # "Will Priya come?", "Mark Tom's work"
        return None
    name = FoundName(at, end, parts, kind=kind)
    known = len(parts) > 1 and kind != "plain" and find(" ".join(parts)) is not None  # Florence Nightingale
    known = known or (kind == "hardly" and len(parts) > 1 and is_month_name(tokens, at, lexicon))
    known = known or (tokens.lower[at] not in common and is_only_capital(tokens, name, lexicon))
    return replace(name, sure=known or stands_alone(tokens, name, lexicon))


def _is_famous(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """Whether the surname alone means somebody known by it there: not in "a Bunsen burner", "Euler's number"."""
    word = "".join(tokens.words[at : at + 3]) if has_hyphen(tokens, at + 1) else tokens.words[at]
    if fold(word) in lexicon.one_name:
        return True
    if fold(word) not in known_by_surname() or _NAMED_AFTER.intersection(tokens.lower[at + 1 : at + 3]):
        return False
    return find(word, before=tokens.word(at - 1), after=tokens.words[at + 1 : at + _THING_AFTER]) is not None


def _is_day(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "On Tuesday Kwame rang": the day is no first name of his."""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    day = tokens.lower[at] in lexicon.not_in_name or is_time(tokens, at, lexicon)
    return day and is_name_shaped(after) and not is_month_name(tokens, at, lexicon)


def _is_setting(tokens: Tokens, at: int, end: int) -> bool:
    return at - 1 in tokens.starts and tokens.word(at - 1) == "in" and tokens.word(end) == ","


def _known(names: list[FoundName], tokens: Tokens, families: set[str], lexicon: PeopleWords) -> list[FoundName]:
    """Sure names, and known surnames on their own."""
    kept = [n for n in names if n.sure]
    taken = {i for n in names for i in range(n.first, n.last)}
    if families and not _is_code(tokens):
        for at in tokens.capitals:
            word = tokens.words[at]
            if at in taken or families.isdisjoint((fold(word), fold(word) + "s")):
                continue
            given = next((n for n in kept if n.last == at and len(n.parts) == 1 and not n.title), None)
            if given is not None and at not in tokens.starts and families & {fold(word), fold(word) + "s"}:
                kept.remove(given)  # "Tutor: Emma Reid" where all words have capitals, "Emma REID", "Emma Reids"
                kept.append(replace(given, last=at + 1, parts=(*given.parts, word.capitalize())))
                continue
            if not is_name_shaped(word) or fold(word) not in families:
                continue
            if (
                tokens.lower[at] in lexicon.not_in_name
                or tokens.lower[at] in lexicon.hardly_names
                or _NAMED_AFTER.intersection(tokens.lower[at + 1 : at + 3])
                or is_thing(tokens, at, at + 1, (word,), lexicon, titled=False)
            ):
                continue
            kept.append(FoundName(at, at + 1, (word,), kind="family"))
    return sorted(kept, key=lambda n: n.first)


def _is_known(name: FoundName, tokens: Tokens, known: Set[str], lexicon: PeopleWords) -> bool:
    if fold(name.parts[0]) not in known or fold(name.parts[-1]) not in known:
        return False
    if tokens.lower[name.first] in lexicon.times and len(name.parts) == 1:
        return verb_after(tokens, name.last) in lexicon.mind_verbs and not is_time(tokens, name.first, lexicon)
    if name.first in tokens.starts and tokens.lower[name.first] in lexicon.sentence_openers:
        verb = verb_after(tokens, name.last)  # "Poppy put up her hand": somebody whom the document knows
        return verb in lexicon.person_verbs or verb in lexicon.known_does or is_doing(tokens, name.last, lexicon)
    return not (name.kind == "place" and tokens.word(name.first - 1) in lexicon.place_leads)
