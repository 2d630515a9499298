"""What the words of pictures (alt text, captions) say of people that the words of the page never do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .model import Block, Count, Dimension, Document, Occurrence, PatternFinding, People, Severity
from .people.sentences import SKIPPED
from .people.words import PeopleWords, load_people_words
from .representation import pattern_finding
from .shares import wilson
from .text import normalise

LEAST_WORDS = 40  # a page with fewer says too little to be measured by its silence
_PICTURE_KINDS = frozenset({"alt_text", "caption"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SEXES = ("she", "he")
# Words of stories and games, and words that are said of animals: no sign of who is shown as what.
_NOBODY = frozenset(
    "queen queens king kings prince princes princess princesses witch wizard goddess guy guys males females".split()
)
# Groups of words.yaml that describe a person when a noun for a person follows. Disability is left out: an aid or
# an impairment that is simply there in a picture needs no mention in the text.
_LOOKS: dict[Dimension, tuple[str, ...]] = {
    "race": ("race_adjective",),
    "religion": ("religion_adjective",),
    "age": ("age_adjective",),
}
_UNREMARKABLE = frozenset({"young", "younger", "teenage", "foreign", "religious"})  # said in passing, or no look
_IDS: dict[Dimension, str] = {
    "race": "race/only-in-pictures",
    "religion": "religion/only-in-pictures",
    "age": "age/only-in-pictures",
}


# Roles of people.yaml that are no job to find out about.
_NO_JOBS = frozenset("author chairman graduate hiker neighbour pensioner runner swimmer trainee worker".split())


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of one picture: the block, which picture, and its words with where they start."""

    picture: int
    block: int
    words: tuple[tuple[str, int, int], ...]  # lower case, start, end


def text_picture_patterns(
    document: Document, people: People, words: Mapping[str, frozenset[str]]
) -> tuple[PatternFinding, ...]:
    """Groups, looks and jobs that only pictures' words name; captions that say whom an alt text leaves out.

    ``people`` are those of the document, ``words`` the groups of words.yaml. Nothing is said of a page of fewer
    than LEAST_WORDS words, save about captions. Only alt text that somebody wrote is read.
    """
    if not document.pictures:
        return ()
    said = tuple(_picture_words(document))
    found: list[PatternFinding] = []
    body = _body(document, {s.block for s in said})
    if said and len(body) >= LEAST_WORDS:
        lexicon = load_people_words()
        persons = _person_nouns(lexicon, words)
        found += _genders(document, said, _body_genders(body, people, document, lexicon), lexicon, persons)
        found += _looks(document, said, frozenset(body), words, persons)
        found += _jobs(document, said, frozenset(body), lexicon)
    found += _captions(document, people)
    return tuple(found)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(normalise(text)):
        yield match.group().lower(), match.start(), match.end()


def _squashed(text: str) -> str:
    return " ".join(text.split())


def _picture_words(document: Document) -> Iterator[_Said]:
    """Alt texts and captions in English with the blocks that hold them, each block once."""
    free: dict[tuple[str, str], list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind in _PICTURE_KINDS:
            free.setdefault((block.kind, _squashed(block.text)), []).append(index)
    for number, picture in enumerate(document.pictures):
        written = picture.alt_text if picture.alt_quality == "written" else ""
        for kind, text in (("alt_text", written), ("caption", picture.caption)):
            blocks = free.get((kind, _squashed(text)), []) if text else []
            if blocks and document.blocks[blocks[0]].language.startswith("en"):
                yield _Said(number, blocks[0], tuple(_words(document.blocks[blocks.pop(0)].text)))


def _body(document: Document, pictured: set[int]) -> list[str]:
    """The words of the page itself: no code, no references, no words of pictures."""
    read = (b for i, b in enumerate(document.blocks) if i not in pictured and _is_body(b))
    return [word for block in read for word, *_ in _words(block.text)]


def _is_body(block: Block) -> bool:
    return block.kind not in SKIPPED and block.kind not in ("alt_text", "comment")


def _person_nouns(lexicon: PeopleWords, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    one = lexicon.roles | lexicon.people_in_general | frozenset(lexicon.gender["nouns"])
    many = frozenset(lexicon.gender["groups"]) | words["people_noun"]
    return (one | many | frozenset(f"{word}s" for word in one)) - _NOBODY


# --- gender -------------------------------------------------------------------------------------


def _body_genders(body: Iterable[str], people: People, document: Document, lexicon: PeopleWords) -> frozenset[str]:
    """Who the page speaks of: "she" and "he", by its own words or by what it says of a person."""
    spoken = {said.get(word) for word in body for said in lexicon.gender.values()}
    mentioned = {m.person for m in people.mentions if m.person >= 0 and _is_body(document.blocks[m.block])}
    spoken |= {people.persons[number].gender for number in mentioned}
    return frozenset(gender for gender in spoken if gender in _SEXES)


def _genders(
    document: Document, said: Iterable[_Said], body: frozenset[str], lexicon: PeopleWords, persons: frozenset[str]
) -> Iterator[PatternFinding]:
    """Severity 1 where the page names one gender and only its pictures the other; 0 where it names neither."""
    silent = [gender for gender in _SEXES if gender not in body]
    said = tuple(said)
    hits = [hit for one in said for hit in _gender_words(document, one, lexicon, persons) if hit[3] in silent]
    if not hits:
        return
    places = tuple(_place(document, one, start, end) for one, start, end, _ in hits)
    severity: Severity = 1 if body else 0
    id = "gender/one-gender-only-in-pictures" if body else "gender/only-in-pictures"
    yield pattern_finding(id, "gender", severity, _count("named in picture words only", hits, said), places)


def _gender_words(
    document: Document, said: _Said, lexicon: PeopleWords, persons: frozenset[str]
) -> Iterator[tuple[_Said, int, int, str]]:
    plain = {w: g for group in ("nouns", "groups") for w, g in lexicon.gender[group].items() if w not in _NOBODY}
    for at, (word, start, end) in enumerate(said.words):
        after = said.words[at + 1][0] if at + 1 < len(said.words) else ""
        if after in lexicon.not_before.get(word, ()) or _is_name(document, said, at):
            continue
        if word in lexicon.gender["modifiers"] and after in persons:
            yield said, start, said.words[at + 1][2], lexicon.gender["modifiers"][word]
        elif word in plain:
            yield said, start, end, plain[word]


def _is_name(document: Document, said: _Said, at: int) -> bool:
    """A capital inside a sentence: "the Old Man of Hoy"."""
    text, start = document.blocks[said.block].text, said.words[at][1]
    return text[start].isupper() and bool(re.search(r"[\w,;)]\s*$", text[:start]))


# --- looks and jobs -----------------------------------------------------------------------------


def _looks(
    document: Document,
    said: tuple[_Said, ...],
    body: frozenset[str],
    words: Mapping[str, frozenset[str]],
    persons: frozenset[str],
) -> Iterator[PatternFinding]:
    every = frozenset().union(*(words[group] for groups in _LOOKS.values() for group in groups))
    joined = every | words["gender_adjective"]
    for dimension, groups in _LOOKS.items():
        wanted = frozenset().union(*(words[group] for group in groups)) - body - _UNREMARKABLE
        hits = []
        for one in said:
            for at, (word, start, _) in enumerate(one.words):
                last = _phrase_end(document, one, at, joined, persons) if word in wanted else None
                if last is None or _is_name(document, one, last):
                    continue
                if not _taught(one.words[last][0], word, words):
                    hits.append((one, start, one.words[last][2], word))
        if hits:
            places = tuple(_place(document, one, start, end) for one, start, end, _ in hits)
            count = _count("described in picture words only", hits, said)
            yield pattern_finding(_IDS[dimension], dimension, 0, count, places)


def _phrase_end(
    document: Document, said: _Said, at: int, joined: frozenset[str], persons: frozenset[str]
) -> int | None:
    """The word for a person that a describing word belongs to: at most three on, with only its like between."""
    text = document.blocks[said.block].text
    if at and said.words[at - 1][0] in ("year", "years", "month", "months"):
        return None
    for last in range(at + 1, min(at + 4, len(said.words))):
        between = text[said.words[last - 1][2] : said.words[last][1]]
        if between.strip(" ,-\u00a0"):
            return None
        if said.words[last][0] in persons:
            return last
        if said.words[last][0] not in joined:
            return None
    return None


def _taught(noun: str, word: str, words: Mapping[str, frozenset[str]]) -> bool:
    """ "A French teacher" may teach French, and "older pupils" are in a higher year."""
    return (word in words["subject"] or word.startswith("old")) and noun.rstrip("s") in (
        "teacher", "student", "pupil", "learner", "lecturer", "tutor", "child", "children",
    )  # fmt: skip


def _jobs(
    document: Document, said: tuple[_Said, ...], body: frozenset[str], lexicon: PeopleWords
) -> Iterator[PatternFinding]:
    """People at work whom the page never names, in the singular or with an "s"."""
    roles = lexicon.roles - _NO_JOBS
    hits = []
    for one in said:
        for at, (word, start, end) in enumerate(one.words):
            role = word if word in roles else word.removesuffix("s")
            after = one.words[at + 1][0] if at + 1 < len(one.words) else ""
            never = lexicon.not_before.get(role, frozenset()) | lexicon.not_before.get("*", frozenset())
            if role not in roles or {role, f"{role}s"} & body:
                continue
            if after not in never and not _is_name(document, one, at):
                hits.append((one, start, end, role))
    if hits:
        places = tuple(_place(document, one, start, end) for one, start, end, _ in hits)
        count = _count("job named in picture words only", hits, said)
        yield pattern_finding("pathways/jobs-only-in-pictures", "pathways", 0, count, places)


# --- captions -----------------------------------------------------------------------------------


def _captions(document: Document, people: People) -> Iterator[PatternFinding]:
    """Captions that name a person beside a picture whose alt text says nothing."""
    captions: dict[str, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind == "caption" and block.language.startswith("en"):
            captions.setdefault(_squashed(block.text), []).append(index)
    naming = {m.block: m for m in reversed(people.mentions) if m.designation or m.kind == "group"}
    places: list[Occurrence] = []
    pictures: list[int] = []
    captioned = 0
    for number, picture in enumerate(document.pictures):
        blocks = captions.get(_squashed(picture.caption), []) if picture.caption else []
        if not blocks:
            continue
        captioned += picture.alt_quality in ("written", "missing", "file name", "automatic")
        mention = naming.get(blocks.pop(0))
        if mention is None or picture.alt_quality not in ("missing", "file name", "automatic"):
            continue
        text = document.blocks[mention.block].text
        at = mention.start
        block = document.blocks[mention.block]
        places.append(Occurrence(mention.block, at, mention.end, mention.text, text, at, block.place, block.audience))
        pictures.append(number)
    if places:
        count = Count("caption says who, alt text does not", wilson(len(places), captioned), pictures=tuple(pictures))
        yield pattern_finding("disability/caption-without-alt", "disability", 0, count, tuple(places))


def _count(label: str, hits: Iterable[tuple[_Said, int, int, str]], said: Iterable[_Said]) -> Count:
    pictures = tuple(sorted({one.picture for one, *_ in hits}))
    return Count(label, wilson(len(pictures), len({one.picture for one in said})), pictures=pictures)


def _place(document: Document, said: _Said, start: int, end: int) -> Occurrence:
    block = document.blocks[said.block]
    return Occurrence(said.block, start, end, block.text[start:end], block.text, start, block.place, block.audience)
