"""What the app's widgets say: one place, so that another language can follow.

Plain words in sentence case, at a reading age of about 12. What a report says is in wording.py and reports/.
"""

from ..decisions import Choice
from ..model import AltQuality
from ..wording import counted

# The tabs of the Review page, by the word that links use.
TABS = {
    "document": "In your document",
    "people": "People and roles",
    "careers": "Careers and routes",
    "pictures": "Pictures",
    "language": "Language and access",
    "flip": "Flip",
    "frameworks": "Frameworks",
    "share": "Save and share",
}

# --- ways in

TITLE = "Check a lesson before you teach it"
INTRO = (
    "See what its words, people and pictures may tell learners about who belongs, "
    "and find small changes you could make."
)
FACTS = (
    ("Your file stays on this computer.", "It is read here and never sent anywhere. What you do is kept for a day."),
    ("The file itself is not changed.", "You choose what to change and what to keep."),
    ("There is no score.", "The tool cannot see your lesson, and it is sometimes wrong."),
)
ASK_PASSWORD = "This is your school’s own server. Ask who looks after it for the password."
PASSWORD, COME_IN = "Password", "Come in"
WRONG_PASSWORD = "That is not the password. Try again, or ask who looks after this server."
ANOTHER = "Check something else"
START_AGAIN = "Start again"
START_AGAIN_HELP = "Forgets every file on this page and all that you decided."
UPLOAD = "Choose one or several files: Word, PowerPoint, PDF, web page, Markdown or text"
PASTE = "Or paste text"
PASTE_HINT = "Paste a part of a lesson"
CHECK_TEXT = "Check this text"
SAMPLE = "Or try a sample lesson"
OPEN_SAMPLE = "Open the sample"
READING_FILES = "Reading your files"
STOP_READING = "Stop reading"
STOP_READING_HELP = "What was read stays. The rest is left."
FIRST_FILE = "The first file takes a few seconds longer."
FIRST_PAGE = "The first page takes a few seconds."
GONE = (
    "The work behind this link is no longer here. Work is kept for a day, or until you forget it. You can start anew."
)
TRY_AGAIN = "Try to save again"


def files_read(done: int, total: int) -> str:
    """How many files are done."""
    return f"{done} of {counted(total, 'file')} read"


def recognised(done: int, of: int) -> str:
    """How far the words in pictures of one file are."""
    return f"{done} of {of} pages and pictures recognised"


def time_left(seconds: float | None) -> str:
    """How much longer reading takes, in round words."""
    if seconds is None:
        return "working out how long it takes"
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {-(-int(seconds) // 10) * 10} seconds left"
    return f"about {counted(max(1, round(seconds / 60)), 'minute')} left"


def unreadable(number: int) -> str:
    """Documents that an earlier version of the tool kept in another form."""
    return f"{counted(number, 'document')} could not be opened again after an update. Please choose the file once more."


# --- findings and decisions

FILTER = "Filter"
FILTER_TOPICS = "Topics"
FILTER_WEIGHT = "How much it matters"
FILTER_SURE = "How sure the tool is"
PREVIOUS, NEXT = "←", "→"
PREVIOUS_HELP, NEXT_HELP = "Previous (Alt+P)", "Next (Alt+N)"
PREVIOUS_KEYS, NEXT_KEYS = "Alt+P", "Alt+N"
GO_TO = "Go to"
CHANGE = "I’ll change it"
KEEP = "Keep, because…"
NOT_AN_ISSUE = "Not an issue"
KEEP_WHY = "Why is it right to keep it here?"
REASONS = (
    "It is a quotation",
    "It is a name or a title",
    "We talk about it in the lesson",
    "Our learners need this word",
)
KEEP_OWN = "Or in your own words"
KEEP_IT = "Keep it"
OPEN_AGAIN = "Open again"
UNDO = "Undo"
EVERYWHERE = "Decide so in all my documents"
FALSE_ALARM = "Report a false alarm"
FALSE_ALARM_HELP = (
    "Saves one sentence as a small file for the people who look after the rules. Nothing is sent. "
    "Names that the tool knows are replaced: please read it before you pass it on."
)
DECIDED: dict[Choice, str] = {
    "changed": "You will change this",
    "kept": "You keep this",
    "not an issue": "Not an issue here",
}
KEY_DECIDED = "You have decided about what stood here. The rest is shown in the document."
ALL_DECIDED = "You have looked at everything"
ALL_DECIDED_MORE = "What you will change is listed beside the document, and under “Save and share”."


def to_change(number: int) -> str:
    """The line that opens what will be changed."""
    return f"To change ({number})"


def put_aside(number: int) -> str:
    """The line that opens what was put aside."""
    return f"Put aside ({number})"


def for_interest(number: int) -> str:
    """The switch that shows findings of severity 0."""
    return f"Show what is for interest ({number})"


def choose_document(number: int) -> str:
    """The list of documents."""
    return f"Show one of {number} documents"


# --- the pages of a PDF

SHOW_AS = "Show the document as"
AS_PAGES, AS_TEXT = "Pages", "Plain text"
PAGE_BACK, PAGE_ON = "Previous page", "Next page"
PAGE_GO = "Go to page"
PAGE_NO_PICTURE = "This page cannot be shown as a picture, so here are its words."
PAGE_RECOGNISED = "Some words here were read from a picture, so the page is shown as plain text."


def page_choice(number: int, of: int, marks: int) -> str:
    """A page in the list of pages, with the number of things marked on it."""
    return f"Page {number} of {of}" + (f": {counted(marks, 'mark')}" if marks else "")


def page_alt(number: int, of: int) -> str:
    """What a page's picture is, for those who cannot see it."""
    return f"Page {number} of {of} as it looks. Choose “{AS_TEXT}” above to read its words."


def page_marks(number: int) -> str:
    """What the marks over a page are."""
    return f"Marked words on page {number}"


# --- what a report page says

NOT_CHECKED, NOT_CHECKED_MANY = "This file was not checked", "These files were not checked"
READ_IN_FULL = "read in full, tables and notes included"
READ_IN_PART = "not all of it could be checked"
STAYS_HERE = "stays on this computer"
NO_WORDS = "There were no words to check, so nothing can be said about this file."
QUIET = "Nothing to change stood out in the wording. The tool misses things: you decide."
SEE_IT, SEE_WHICH, SEE_WHO = "see it", "see which", "see who"
NOT_STARTED = "Nothing was checked: the tool could not start its work"
PLEASE_NOTE = "Please note"
NOTHING_CHECKED = "Nothing was checked"
WORKING_WELL = "Working well"
NO_STRENGTHS = "The tool did not spot any of the strengths it knows. There may well be others."
WORTH_TEN = "Worth ten minutes"
NOTHING_FIRST = "Nothing here needs your time first. Small things are shown in the document."
NOTHING_SHOWN = "Nothing to show here"
SAW, WHY, FINE, TRY = "What we saw", "Why it may matter", "When it is fine", "Try"
SAME_WORDS = "The same words:"
IN_ALL = " in all your documents"
NOTHING_STOOD_OUT = "Nothing stood out in the wording of this document."
TALK = "To talk about"
COMES_FROM = "Where this comes from"
MORE = "A question to talk about, and the source"
LEFT_ALONE = "What was left alone, and why"
PEOPLE_SMALL = "People in this document"
OPEN_SENTENCES = "Open the sentences"
BESIDE = {"header": "Page header", "footer": "Page footer", "footnote": "Footnote", "comment": "Comment"}
TEACHER_NOTE = "Teacher note"
NO_WORDS_FILE, NO_WORDS_PAGE = "There are no words in this file.", "There are no words on this page."


def and_more(number: int) -> str:
    """Strengths that are folded away."""
    return f"and {number} more"


def places(number: int) -> str:
    """Where a strength was seen, when it is more than one place."""
    return counted(number, "place")


def less_weighty(why: str) -> str:
    """Why a finding weighs less than its rule says."""
    return f"Shown as less weighty because of its context: {why}."


def under(heading: str) -> str:
    """The heading that a finding stands under."""
    return f"under “{heading}”"


def rule(id: str) -> str:
    """The id of a rule, for whoever looks it up."""
    return f"Rule {id}"


def to_look_at(number: int, total: int) -> str:
    """How many findings are shown: "3 of 9 things to look at" when a filter hides some."""
    things = counted(total, "thing")
    return f"{things if number == total else f'{number} of {things}'} to look at"


def filtered(hidden: int) -> str:
    """A filter hides everything."""
    return f"Nothing is shown with this filter. {counted(hidden, 'note')} can be shown: change the filter."


# --- people, careers

PEOPLE_NOTE = (
    "We count what the words say: “she”, “he”, “they”, “Mrs”. We never guess from a first name or a face, "
    "so “not stated” is common and is not a fault."
)
NAMED = "Named people"
NAMED_HEADS = ("Name", "Described as", "Role in the text")
NOT_STATED = "not stated"
PAIRS = "Who comes first in a pair"
OPEN_PAIRS = "Open the pairs"
MORE_COUNTS = "More counts"
COUNTED = {  # what one number stands for, under the chart of that id
    "jobs-gender": "Someone with two jobs counts in both.",
    "stem-gender": "STEM: science, technology, engineering, maths and health science.",
    "acts": "Each time the words say what somebody does counts once.",
    "grammar": "“Ada built it” is doing; “we met Ada” is having something done.",
    "speech": "Each person who is quoted counts once.",
    "jobs": "A job that is named twice in a sentence counts once.",
    "routes": "A way that is named twice in a sentence counts once.",
    "sections": "Each word for a person counts once: a name, a noun, “he” or “she”.",
    "left-out": "A story with many people and few names says “he” of one and soon of another.",
    "designations": "Each person counts once for each way in which they are named.",
}
SHOW_PLACE = "show"


def more_rows(number: int) -> str:
    """Rows that a chart leaves out."""
    return f"And {counted(number, 'more row')}."


def picture(number: int) -> str:
    """A picture by its number."""
    return f"picture {number}"


def more_in_report(number: int) -> str:
    """Places that only a downloaded report lists."""
    return f"{counted(number, 'more place')}: the HTML report lists them all."


FIGURES_BESIDE = "Figures to read beside these counts"
FIGURES_NOTE = "For comparison only. A good lesson need not match any of them."
WHO_INTRO = "People whose work fits. Take whom you like, or nobody: this is an offer, not a judgement."
WHO_NO_TOPIC = "Type what the lesson is on to see people whose work fits. This is an offer, not a judgement."
WHO_TOPICS = "A topic of this lesson"
WHO_ANOTHER = "Or another topic"
WHO_TYPE = "Topic"
WHO_PLACEHOLDER = "For example: bridges"
WHO_READ = "Where these facts were read"
WORTH_A_LOOK = "Worth a look"
NO_CAREERS = "This document does not speak about jobs or routes"
NO_CAREERS_MORE = "If a document names jobs, or ways into work and learning, they are shown here."

# --- pictures

NO_PICTURES = "There are no pictures in this document"
NO_PICTURES_MORE = "Pictures, drawings and photographs of a file are listed here, with their alt text."
NO_PREVIEW = "no preview"
ALT_NOTE = (
    "Alt text is what a learner hears when they cannot see the picture. The tool does not look at who is "
    "in a picture: of a face it knows only that there is one."
)


def caption(words: str) -> str:
    """A picture's caption."""
    return f"Caption: {words}"


def faces(number: int) -> str:
    """The faces in a photograph."""
    return f"{counted(number, 'face') if number else 'No faces'} seen in this photograph"


TAG_THIS = "Say what it shows"
TAG_CHANGE = "✓ You said what it shows. Change it"
TALLIES = "What you said you see"
TALLY_NOTE = "Counted from what people said, never by the tool. Each picture counts once."
DESCRIBED: dict[AltQuality, str] = {
    "written": "Alt text written",
    "decorative": "Marked as decoration, so it needs no alt text",
    "automatic": "Alt text made by a machine: please check",
    "file name": "A name in place of alt text",
    "missing": "No alt text",
    "not checkable": "This format does not let us check alt text",
}
TAG_NOTE = "Say what is shown, not what somebody is. “Can’t tell” is always a good answer."
QUESTIONS = {
    "how many": "How many people are shown?",
    "role": "In which role?",
    "doing": "What are they doing?",
    "where": "Where?",
    "gender": "Women and men",
    "age": "Age",
    "disability": "Disability",
    "race": "Race and ethnicity",
    "religion": "Religion and belief",
}
TAG_SHOWN_AS = "How are people shown? (if you want to say)"
TAG_SAVE = "Save and go to the next picture"
TAG_DOWNLOAD = "Save what you said (JSON)"

# --- language

READING = "How hard it is to read"
READING_NOTE = (
    "This is information, not a mark. A subject needs its words, and some sentences must be long. Ask "
    "which of them a learner meets alone."
)
NO_READING = "There is nothing to read aloud here"
NO_READING_MORE = "No sentences for learners were found, so nothing can be said about how hard they are to read."


def long_sentences(words: int) -> str:
    """The sentences that are long for the stage."""
    return f"Sentences of more than {words} words"


MEANINGS = "Words with more than one meaning"
MEANINGS_NOTE = "A learner may know these words from home, with another meaning."
MEANINGS_HEADS = ("Word", "Every day", "In this subject", "Where")
HARD_WORDS = "Long words without an explanation nearby"
BARRIERS = "What could keep a learner out"
NO_BARRIERS = "Nothing stood out about language, money or taking part."
GLOSS_CSV = "Save the word list (spreadsheet)"
GLOSS_MARKDOWN = "Save the word list (Markdown)"

# --- flip

FLIP_AS_IS = "As it is"
FLIP_TWIN = "Its twin"
NO_FLIP = "Nothing to swap"
FLIP_NOTE = (
    "Each sentence beside its twin, with women and men swapped. Read both. Where one of the two sounds odd, ask why."
)
FLIP_OWN = "Try a sentence of your own"
FLIP_IT = "Swap it"
FLIP_MORE = "Show more"
FLIP_NONE = "No sentence here names a woman or a man, a girl or a boy, so there is nothing to swap."


def flips(number: int) -> str:
    """How many sentences have a twin."""
    return f"{counted(number, 'sentence')} with a word to swap. Names and jobs stay as they are."


# --- save and share

SHARE_NOTE = (
    "The report is one file that opens in any browser and prints well. It holds the sentences it speaks "
    "about, so share it as you would share the lesson."
)
STAYS = "Your work stays on this computer for a day after you last used it, so that a refresh does not lose it."
STAYS_SAVED = "Your work stays on this computer until you forget it."
COME_BACK = (
    "To come back to it, keep the address of this page. Whoever has that address, and may use this "
    "computer or server, can open it too."
)
SAVE_REPORT = "Save the report (web page)"
SAVE_DATA = "Save the data (JSON)"
SAVE_CHANGES = "Save your list of changes"
KEEP_WORK = "Keep my work until I forget it"
KEEP_WORK_HELP = "Otherwise it is forgotten a day after you last used it."
FORGET = "Forget this document"
FORGET_HELP = "Deletes the document, what was said about it and what you decided. Your own file is not touched."

# --- frameworks

SEEN = "Seen"
NOT_SEEN = "Not seen"
SOFTWARE_CANNOT = "What software cannot tell"
OPEN_LINE = "Show where"


def seen(number: int) -> str:
    """How many lines an element has to open."""
    return f"{number:,} seen" if number else "nothing seen"
