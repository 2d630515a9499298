"""The data that flows from file to report: frozen dataclasses of tuples, and nothing else.

Offsets are characters into a block's text: ``document.blocks[o.block].text[o.start:o.end] == o.text``
holds for every occurrence ``o``. The JSON form of a report is described in docs/report-json.md.
"""

from dataclasses import dataclass, field
from typing import Literal

Dimension = Literal[
    "gender",
    "race",
    "disability",
    "religion",
    "poverty",
    "language",
    "rurality",
    "age",
    "family",
    "intersection",
    "pathways",
    "ability",
]
Form = Literal[
    "term",
    "slur",
    "generic",
    "yardstick",
    "default",
    "order",
    "casting",
    "agency",
    "designation",
    "invisible",
    "imbalance",
    "isolated",
    "token",
    "unreal",
    "assumption",
    "access",
    "deficit",
    "hierarchy",
    "gate",
    "load",
]
BlockKind = Literal[
    "heading",
    "paragraph",
    "list",
    "cell",
    "caption",
    "quote",
    "question",
    "note",
    "footnote",
    "header",
    "footer",
    "alt_text",
    "code",
    "reference",
    "comment",
    "chart",
]
Audience = Literal["learner", "teacher"]
Severity = Literal[0, 1, 2, 3]
Confidence = Literal["sure", "fairly sure", "please check"]
AltQuality = Literal["written", "automatic", "file name", "decorative", "missing", "not checkable"]
GenderWords = Literal["she", "he", "they", "more than one", "not stated"]
Ocr = Literal["auto", "always", "never"]
MentionKind = Literal["pronoun", "name", "title", "kin", "role", "group", "first person", "second person"]
Designation = Literal["", "full name", "first name", "surname", "title", "job", "family tie", "look", "other"]
Grammar = Literal["subject", "object", "passive"]


@dataclass(frozen=True, slots=True)
class Run:
    """Block characters ``start:end`` are the characters from ``offset`` of the text at ``path``.

    ``path`` is an element path inside ``Origin.part`` (XML formats), ``"char"`` where ``offset`` counts
    the characters of a PDF page, and ``"text"`` where it counts those of the decoded file.
    """

    start: int
    end: int
    path: str
    offset: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block's words stand in the file, so that comments and highlights can go back to them.

    ``part``: the archive member, ``page 3`` of a PDF (counted from 1), or "" for a file of one part.
    ``runs`` are in block order and do not overlap; characters outside them (a joining space) have no origin.
    """

    part: str = ""
    runs: tuple[Run, ...] = ()


LONGEST_SECTION = 120  # characters of a heading by which a place is known


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds a block. ``label`` is for readers ("slide 4, notes"), the numbers count from 1."""

    label: str
    page: int | None = None
    slide: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    section: str = ""  # the nearest heading above, as written; in a Word file without any, the nearest line in bold


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, cell, caption or note. ``level`` is the depth of a heading or list item."""

    text: str
    kind: BlockKind
    place: Place
    audience: Audience = "learner"
    language: str = "en"
    level: int = 0
    origin: Origin = Origin()
    recognised: bool = False  # the words were recognised in a picture (OCR)
    italics: tuple[tuple[int, int], ...] = ()  # stretches that are set so (web pages, e-books)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a document. ``data`` is the file's own bytes ("" in reports and when it was not kept)."""

    place: Place
    alt_text: str = ""
    alt_quality: AltQuality = "missing"
    caption: str = ""
    media_type: str = ""
    width: int = 0  # pixels, 0 when unknown
    height: int = 0
    sha256: str = ""
    data: bytes = b""
    duplicate_of: int | None = None  # index of the first picture that is the same one
    photograph: bool | None = None  # None: not looked at, or not sure
    faces: int | None = None  # seen in a photograph; None: not looked for. Never whose, or what kind of face


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something about the file that was not read, or not surely: said, never silent."""

    code: str  # "no-text-pages", "hidden-slides", "deleted-text", …
    message: str  # what, where, what to do
    count: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its blocks in reading order, its pictures, and what could not be read."""

    name: str  # the file's name, never its folder
    media_type: str
    sha256: str
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    units: int = 0  # pages of a PDF, slides of a deck, 0 where the format has neither
    title: str = ""
    bare_pages: tuple[int, ...] = ()  # pages of a PDF without letters that can be read


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a finding. ``sentence[at:at + len(text)] == text``; ``rewrite`` is the changed sentence."""

    block: int
    start: int
    end: int
    text: str
    sentence: str
    at: int
    place: Place
    audience: Audience = "learner"
    rewrite: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line finding: what an entry points at, in one place or in several that share the same words.

    ``key`` is a hash of entry, words and normalised sentence; it stays the same in the file's next version.
    ``guards`` are those that lowered the severity.
    """

    key: str
    entry: str
    dimension: Dimension
    form: Form
    severity: Severity
    confidence: Confidence
    places: tuple[Occurrence, ...]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SilencedHit:
    """A hit that a guard hid or lowered: the trace by which the report can say why it said nothing."""

    entry: str
    guard: str
    effect: Literal["hidden", "lowered"]
    place: Occurrence


@dataclass(frozen=True, slots=True)
class Strength:
    """Something good that was seen, with the places where it was seen."""

    entry: str
    dimension: Dimension | None  # none: it speaks to all
    places: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's reason comes from. Status V: seen in a public source, K: background, J: judgement."""

    code: str
    title: str
    status: Literal["V", "K", "J"]


@dataclass(frozen=True, slots=True)
class Rule:
    """The words of an entry, once per report; findings, strengths and patterns refer to it by ``id``."""

    id: str
    saw: str
    why: str
    fine_when: str = ""
    try_instead: tuple[str, ...] = ()
    ask: str = ""
    sources: tuple[Source, ...] = ()
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A verb, block characters ``start:end``, that a mention is the subject or object of.

    ``passive``: the subject of a passive, to whom something is done. ``action`` is the class of the verb ("make",
    "help", …; actions.yaml), or empty.
    """

    start: int
    end: int
    verb: str
    grammar: Grammar
    action: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to someone. ``person`` indexes ``People.persons``; -1: no one person.

    ``designation``: by what they are called here, empty for pronouns and groups.
    """

    block: int
    start: int
    end: int
    text: str
    kind: MentionKind
    person: int
    sentence: str
    place: Place
    designation: Designation = ""
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """The someone that linked mentions refer to. ``gender`` is what the text says, never what a name suggests.

    ``general``: nobody in particular ("a learner"), left out of counts. ``described``: what else the words say of
    them, by dimension.
    """

    label: str
    named: bool
    gender: GenderWords
    roles: tuple[str, ...] = ()
    general: bool = False
    described: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the document gives to someone, without their marks. ``person``: who says them, or -1."""

    block: int
    start: int
    end: int
    person: int
    place: Place


@dataclass(frozen=True, slots=True)
class People:
    """Everyone the document mentions, every mention of them and of groups (person -1), and who is quoted."""

    persons: tuple[Person, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``total`` with its Wilson 95 % interval as fractions of 1 (0 to 1 when ``total`` is 0)."""

    count: int
    total: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Count:
    """A number that opens: ``mentions`` index ``People.mentions``, ``pictures`` index ``Report.pictures``,
    ``places`` index ``Representation.places``. In a library, ``reports`` index the reports in which it opens.

    ``by``: the column of a table of two ways ("welder" by "he"), else empty.
    """

    label: str
    share: Share
    mentions: tuple[int, ...] = ()
    pictures: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    by: str = ""
    reports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one kind. Shares are of ``total`` things, or of those of their row where the table has columns."""

    id: str  # "jobs", "routes", …: wording.TABLES names them
    total: int
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class PairOrder:
    """A mixed pair ("boys and girls") and which group it names first."""

    first: Literal["he", "she"]
    place: Occurrence


@dataclass(frozen=True, slots=True)
class Representation:
    """Counts over a document. Shares of people are over all people, "not stated" included.

    ``places``: what counts of ``tables`` open to where no mention of a person is behind them.
    """

    described_as: tuple[Count, ...] = ()
    named: tuple[Count, ...] = ()
    pairs: tuple[PairOrder, ...] = ()
    pictures: tuple[Count, ...] = ()
    tables: tuple[Table, ...] = ()
    places: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class PatternFinding:
    """What only counting shows, over the whole document."""

    entry: str
    dimension: Dimension
    severity: Severity
    saw: str  # the sentence with the numbers in it
    counts: tuple[Count, ...] = ()
    places: tuple[Occurrence, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word that may need a gloss: how often it comes, its first places, and its two senses where it has two."""

    word: str
    count: int
    places: tuple[Occurrence, ...]
    everyday: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which tasks ask for an answer (write, say, draw, …), with the sentences that ask so."""

    name: str
    places: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard the learner-facing English is to read: information, never a mark.

    ``age`` is the band of reading ages in years that several formulas give; None under 100 words.
    ``nine_in_ten`` sentences have this many words or fewer.
    """

    sentences: int = 0
    words_a_sentence: float = 0.0
    nine_in_ten: int = 0
    long_sentence: int = 25  # words over which a sentence is long for the stage
    long_sentences: tuple[Occurrence, ...] = ()  # longest first
    age: tuple[int, int] | None = None
    hard_words: tuple[Term, ...] = ()  # used again and again, explained nowhere
    many_meanings: tuple[Term, ...] = ()  # subject words with an everyday sense
    modes: tuple[Mode, ...] = ()
    headings: int = 0


@dataclass(frozen=True, slots=True)
class KeyMessage:
    """One of at most three things worth a practitioner's time; points at a finding or a pattern."""

    text: str
    finding: int | None = None
    pattern: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the learners are and what this setting puts first. Empty means: not said, nothing changes.

    ``stage`` is the learners', ``sector`` the kind of setting (an ASN school may teach primary). ``learners``: groups
    among them and their per cent, as typed in ("girls", 48.5), to be read beside counts.
    """

    stage: Literal["", "early", "primary", "secondary", "adult"] = ""
    sector: Literal["", "elc", "primary", "secondary", "asn", "college", "cld"] = ""
    place: Literal["", "town", "rural", "island"] = ""
    denominational: bool = False
    gaelic_medium: bool = False
    esol: bool = False
    exam_text: bool = False
    priorities: tuple[Dimension, ...] = ()
    learners: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost, so that no file can stop the others. A megabyte is a million bytes."""

    seconds: int = 60
    megabytes: int = 2000  # memory
    file_megabytes: int = 500  # the file as it is stored
    inflated_megabytes: int = 300  # what is in an archive, unpacked; Word, PowerPoint and e-books are archives, too
    pages: int = 2000  # of a PDF
    picture_seconds: int = 120  # to recognise the words of one page or picture


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that change a report; printed in it. ``overlays`` are folders of local lexicon files."""

    profile: Profile = Profile()
    off: tuple[str, ...] = ()  # ids of entries switched off
    severity: tuple[tuple[str, Severity], ...] = ()  # what entries weigh here: (id, severity), sorted
    norms: tuple[tuple[str, str], ...] = ()  # contested norms: (name, choice), sorted
    overlays: tuple[str, ...] = ()
    limits: Limits = Limits()
    ocr: Ocr = "auto"  # words in pictures: where there is no text, always, never


@dataclass(frozen=True, slots=True)
class Report:
    """Everything said about one document. Same input, settings and lexicons: the same bytes as JSON."""

    name: str
    media_type: str
    sha256: str
    units: int
    words: int
    tool_version: str
    lexicon_digest: str
    settings: Settings
    warnings: tuple[ReadingWarning, ...]
    strengths: tuple[Strength, ...]
    key_messages: tuple[KeyMessage, ...]
    findings: tuple[Finding, ...]
    patterns: tuple[PatternFinding, ...]
    silenced: tuple[SilencedHit, ...]
    people: People
    representation: Representation
    reading: Reading
    pictures: tuple[Picture, ...]
    rules: tuple[Rule, ...]
    topics: tuple[str, ...] = ()  # of the table of public figures: what the lesson is on, two at most


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read: what, where, what to do. Never an empty report."""

    name: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Library:
    """Several reports counted as one: people in each document that they are in, public figures once.

    ``same``: numbers of the reports that repeat one another, by group; only the first of a group is counted.
    """

    tables: tuple[Table, ...] = ()
    patterns: tuple[PatternFinding, ...] = ()
    rules: tuple[Rule, ...] = ()
    same: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What a run gives, also for a single file: the object at the top of the JSON form."""

    reports: tuple[Report, ...] = ()
    failures: tuple[Failure, ...] = ()
    library: Library | None = None  # of more than one report
    schema: str = field(default="bias-audit/1")
