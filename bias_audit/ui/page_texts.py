"""What the pages beside Review say: one place, so that another language can follow.

Plain words in sentence case, at a reading age of about 12.
"""

from ..local_rules import Field
from ..model import Ocr, Severity
from ..wording import counted

# --- our setting

SETTING = "Our setting"
SETTING_INTRO = "A few questions about where you work. Answer what helps; leave the rest. Every file you check uses it."
WHO = "Who are your learners?"
STAGE = "Which stage are they at?"
SECTOR = "What kind of place is it?"
PLACE = "Where is it?"
NOT_SAID = "I’d rather not say"
FLAGS = {
    "denominational": "It is a denominational school",
    "gaelic_medium": "We teach through Gaelic",
    "esol": "Our learners are learning English (ESOL or EAL)",
    "exam_text": "The files I check are tests or exam papers",
}
LEARNERS = "Our learners in figures"
LEARNERS_INTRO = "If you know them. They are shown beside the people in a document, for comparison only."
LEARNERS_ASK = "One group on each line, with its per cent"
LEARNERS_HINT = "girls 48\nlearners who speak another language at home 22"
LEARNERS_NOTE = "Leave out groups so small that somebody could tell who is meant."
FIRST = "What comes first for you?"
FIRST_HELP = "Things about these topics are shown first. Nothing else is left out."
FIRST_EMPTY = "Choose topics, or leave it empty"
NORMS = "Words that people disagree about"
NORMS_INTRO = "There is no one right answer here. Choose what fits your setting."
READING = "Words in pictures"
READING_ASK = "Should the tool read words in pictures and scanned pages?"
OCR: dict[Ocr, str] = {
    "auto": "Yes, where it is likely to help (scanned pages and large pictures)",
    "always": "Yes, in every picture. This takes longer.",
    "never": "No. This is quicker, but scanned pages are not checked.",
}
OCR_NOTE = "This holds for files that you add from now on."
OFF = "Rules that are switched off"
OFF_NONE = "No rule is switched off. You can switch rules off on the Rules page."
OFF_HELP = "Take a rule out of the list to switch it on again."
CHANGES = "What this changes"
CHANGES_NONE = "Nothing yet: the tool works as it comes."
KEEP_FILE = "Keep it as a file"
KEEP_FILE_INTRO = "Save your answers, and open them next time or share them with colleagues."
SAVE_SETTING = "Save our setting (file)"
OPEN_SETTING = "Open a saved setting"
OPENED = "Your saved setting is in use."
NO_FOLDERS = "The file names folders of local rules. Here, add local rules on the Rules page."
START_PLAIN = "Clear all answers"
CHECK_AGAIN = "Check them again"


def speaks_of(name: str) -> str:
    """What reports call the learners."""
    return f"Reports speak of {name}."


def shown_first(topics: str) -> str:
    """The topics that come first."""
    return f"Shown first: {topics}."


def shown_beside(groups: str) -> str:
    """The figures of the setting's own learners."""
    return f"Shown beside counts of people, and in reports: {groups}."


def older(number: int) -> str:
    """Open documents were looked at with another setting."""
    verb = "was" if number == 1 else "were"
    return f"{counted(number, 'open document')} {verb} checked before this change."


# --- rules

RULES = "Rules"
RULES_INTRO = (
    "Everything the tool looks for, with its reasons and examples. Switch off what does not fit, or add your own words."
)
SEARCH = "Search the rules"
SEARCH_HINT = "Try a word, such as chairman or homework"
TOPIC = "Topic"
KIND = "Kind"
ANY_TOPIC = "All topics"
ANY_KIND = "All kinds"
NO_RULES = "No rule has all of these words. Try fewer words, or another topic."
IN_USE = "Use this rule"
LOOK_UP, TRY, OWN = "Look up", "Try a sentence", "Your own words"
TRY_TITLE = "Try a sentence"
TRY_INTRO = "Type a sentence. You see at once what the tool says, and what it leaves alone."
TRY_LABEL = "Your sentence"
TRY_EXAMPLE = "The fireman met the chairman."
TRY_THIS = "Try:"
TRY_NOTHING = "The tool says nothing about this."
LEFT_ALONE = "Left alone, and why"
OWN_INTRO = (
    "Add words that matter where you are. The tool checks your rule as you write it. "
    "It is used for all your files, and you can save it."
)
OWN_NONE = "You have not added any words yet."
SAVE_OWN = "Save as a file"
SAVE_OWN_NOTE = (
    "To use it on the command line, put the file in a folder called our-rules, beside your setting file. "
    'Then add this line at the top of the setting file: overlays = ["our-rules"]'
)
TAKE_OUT = "Take out"
ADD = "Add your own words"
FIELDS: dict[Field, tuple[str, str]] = {  # what the form asks, and a hint
    "words": ("Words to look for, one on each line", "dinner lady = catering assistant"),
    "harmless": ("Longer phrases where the words are fine, one on each line (if any)", ""),
    "saw": ("What should the tool say it saw?", "A job title that names one gender."),
    "why": ("Why may it matter?", "Learners may think the job is for women only."),
    "fine_when": ("When are the words fine?", "When you talk about the word itself."),
    "tips": ("What else could people write? One on each line (if any)", ""),
    "ask": ("A question to talk about (if any)", ""),
    "flag": ("Two sentences or more with the words. Put [ ] round the words.", "The [dinner lady] rang the bell."),
    "ignore": ("Three sentences or more to leave alone", "A lady came to dinner."),
}
WORDS_NOTE = "If one word can simply take the place of the other, write both with = between them."
WEIGHT = "How much does it matter?"
TRY_OWN = "Try your words in a sentence"
TRY_LATER = "Fill in the rest first."
ADD_RULE = "Use this rule"
HOLDS = "Your rule works as you wrote it."
ADDED = "Your rule is in use."


def made_less(reasons: str) -> str:
    """Why something weighs less than it might."""
    return f"Made less of: {reasons}."


def more_words(number: int) -> str:
    """What opens the rest of a long list of words."""
    return f"and {number:,} more"


# --- several files

FILES = "Several files"
FILES_INTRO = "All your files in one table. Open any of them from here."
FILES_NONE = "No files yet"
FILES_NONE_MORE = "Choose several files, or a zip of them, and come back here."
GO_REVIEW = "Choose files"
START_HERE = "Start here"
START_HERE_INTRO = "Your time helps most at the top. What must change comes first, then the topics that you put first."
NOT_CHECKED = "Not checked"
SAME = "Files that are the same"
SAME_FILE = "the same file"
SAME_WORDS = "nearly the same words"
PEOPLE_IN_ALL = "People in all files"
OVER_ALL = "What all files together show"
NO_PATTERN = "Nothing stood out over all files."
ONE_FILE = "All files are the same, so there is nothing to compare."
MORE_COUNTS = "More counts over all files"
COUNT_HEADS = ("What", "How many", "Where")
FRAMEWORKS = "All files beside the frameworks"
NOBODY = "No people were found in the words of these files."
PEOPLE_HEADS = ("Described", "How many", "Where")
COLUMNS = ("File", "To look at", "Words", "People", "Working well")
NONE_FOUND = "none"

# --- workshop

WORKSHOP = "Workshop"
WORKSHOP_INTRO = "Read one document together. Mark what you notice first, then see what the tool saw."
WORKSHOP_NONE = "Choose a document for your meeting. What the tool finds stays hidden until you ask for it."
WHICH = "Document"
ANOTHER = "Open another document"
THE_DOCUMENT = "The document"
MARK_TITLE = "Mark what you notice"
MARK_INTRO = "Click a sentence in the document, or choose it here. What the tool saw stays hidden until you ask."
SENTENCE = "1. Choose a sentence"
SENTENCE_HINT = "Type a word to find its sentence"
MARK_WORDS = "2. Which words? Leave empty for the whole sentence."
MARK_WHY = "3. Why, in a word or two?"
MARK_ADD = "Mark it"
CHOOSE = "Choose this sentence"
MARKED_HERE = "You marked this"
NO_WORDS = "There are no words in this document. Open another one."
NOT_THERE = "These words are not in the sentence. Type them as they stand there."
MARKED = "Marked so far"
MARKED_NONE = "Nothing is marked yet."
TAKE_BACK = "Take back"
REVEAL = "Show what the tool saw"
HIDE = "Hide it again"
STEPS = ("Compare", "Talk", "Flip", "Rewrite", "Agree")
STRENGTHS = "Working well"
BOTH = "You and the tool"
ONLY_WE = "Only you"
ONLY_TOOL = "Only the tool"
QUIET = "The tool stayed quiet on purpose"
QUIET_INTRO = "It saw these words, and had a reason to leave them alone. Do you agree?"
BOTH_NONE = "You and the tool marked different things. That is worth talking about."
ONLY_WE_NONE = "The tool saw everything that you marked."
ONLY_WE_NOTE = "People know things that a tool does not. What did you see that it missed?"
ONLY_TOOL_NONE = "You saw everything that the tool saw."
QUIET_HERE = "The tool saw it too, and left it alone:"
TALK_TITLE = "Questions to talk about"
TALK_NONE = "Nothing was found that has a question. Ask: who is in this document, and who is not?"
FLIP_TITLE = "Swap women and men"
FLIP_INTRO = "Read each pair aloud. Where one of the two sounds odd, ask why."
FLIP_NONE = "No sentence here names a woman or a man, a girl or a boy, so there is nothing to swap."
MORE = "Show more"
REWRITE_TITLE = "Write it another way"
REWRITE_INTRO = "Choose a sentence and write two versions. Each is checked as soon as you leave its box."
PASSAGE = "Sentence"
NOT_YET = "Change the words above, and see what the tool says."
AS_IT_IS = "As it is"
VERSION = ("Version A", "Version B")
AGREE_TITLE = "What have you agreed?"
AGREE_LABEL = "One action on each line"
AGREE_HINT = "Swap fireman for firefighter on page 2"
SAVE_SUMMARY = "Save the summary (one page)"
SUMMARY_NOTE = "It opens in any browser and prints well. It quotes the document, so share it as you would share that."
CARDS_TITLE = "Cards to print"
CARDS_INTRO = "To use away from the screen. They are made from the rules. Each set number gives different cards."
CARDS_TOPICS = "Topics (all, when you choose none)"
CARDS_NUMBER = "Set number"
SAVE_CARDS = "Save cards to talk about"
SAVE_BINGO = "Save bingo cards"
FILES_TYPES: dict[Severity, str] = {3: "to change", 2: "worth changing", 1: "to look at", 0: "for interest"}


def marks(number: int) -> str:
    """The heading over the marks."""
    return f"{MARKED} ({number})"
