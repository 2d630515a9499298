"""What readers see for the ids of the model, in plain English: one place for all outputs and the app."""

import re
from collections.abc import Iterable

from .model import AltQuality, Confidence, Dimension, Form, GenderWords, Ocr, Profile, Severity, Share
from .shares import JUDGE_FROM, PERCENT_FROM, bounds, per_cent

DIMENSIONS: dict[Dimension, str] = {
    "gender": "Gender",
    "race": "Race and ethnicity",
    "disability": "Disability and additional support needs",
    "religion": "Religion and belief",
    "poverty": "Poverty and social class",
    "language": "Language, EAL and ESOL",
    "rurality": "Place and rurality",
    "age": "Age",
    "family": "LGBT+ and family diversity",
    "intersection": "Where groups overlap",
    "pathways": "Careers and routes",
    "ability": "Beliefs about ability",
}
FORMS: dict[Form, str] = {
    "term": "dated or loaded word",
    "slur": "slur or insult",
    "generic": "one thing said of a whole group",
    "yardstick": "one group as the standard",
    "default": "one group taken as the usual person",
    "order": "who is named first",
    "casting": "jobs and roles matched to a group",
    "agency": "who acts",
    "designation": "how people are named",
    "invisible": "who is not there",
    "imbalance": "one-sided choice",
    "isolated": "a group set apart",
    "token": "a single example",
    "unreal": "smoothed over",
    "assumption": "a life taken for granted",
    "access": "a barrier to taking part",
    "deficit": "what people lack",
    "hierarchy": "a ranking",
    "gate": "who is let in",
    "load": "hard language",
}
# Severity is a word and a shape first, so that it does not need a colour.
SEVERITIES: dict[Severity, str] = {3: "Change this", 2: "Worth changing", 1: "Have a look", 0: "For interest"}
SHAPES: dict[Severity, str] = {3: "◆", 2: "▲", 1: "●", 0: "○"}
CONFIDENCES: tuple[Confidence, ...] = ("sure", "fairly sure", "please check")
GENDER_WORDS: dict[GenderWords, str] = {
    "he": "described as he",
    "she": "as she",
    "they": "as they",
    "more than one": "in more than one way",
    "not stated": "not stated",
}
# Of several people, in a sentence: "most are described as he".
GENDER_SAID: dict[str, str] = {"she": "described as she", "he": "described as he", "they": "described as they"}
# Tables of counts by id, in the order in which they are shown; the rest only serves patterns.
TABLES: dict[str, str] = {
    "named": "People with a name and without, as described",
    "jobs-gender": "People in jobs, as described",
    "stem-gender": "People in STEM jobs and in others, as described",
    "acts": "Who makes, leads and finds out, and who helps, watches and cares",
    "grammar": "Who does things, and to whom things are done",
    "speech": "People who are quoted, as described",
    "designations": "What people are called",
    "figures": "Public figures of science, as described",
    "figure-lists": "Sentences and lists of three public figures or more",
    "described-disability": "Described by a disability or condition",
    "described-race": "Described by where they come from, ethnicity or colour",
    "described-religion": "Described by a religion or belief",
    "described-age": "Described by their age",
    "described-language": "Described by a language",
    "described-family": "Described by a family tie",
    "described-level": "Described by their place at work",
    "described-gender": "Two things at once: gender, and what else the words say of people",
    "disability-mode": "How disabled people appear",
    "sections": "Where people come up",
    "parts": "First page and pictures beside the text",
    "pairs": "Pairs such as “boys and girls”: who comes first",
    "left-out": "Words for people that are not counted, because it is not sure whom they mean",
    "jobs": "Jobs that are named",
    "levels": "Levels of those jobs",
    "routes": "Ways into work and learning",
    "contexts": "Where examples come from",
    "places": "Places",
    "surroundings": "Town, countryside, island",
    "place-contexts": "What places are mentioned with",
    "festivals": "Festivals and special days",
    "families": "Words for families",
    "costs": "What tasks may cost",
    "talk": "Talk of talent and of effort",
    "difficulty": "Talk of easy and hard, out of all words",
}
LABELS: dict[str, str] = {  # of rows and columns; what is not here is said as it is
    **GENDER_SAID,
    "more than one": "described in more than one way",
    "named": "with a name",
    "not named": "without a name",
    "acting": "making, leading, finding out",
    "looking on": "helping, watching, caring",
    "subject": "doing something",
    "object": "having something done to them",
    "first page and pictures": "on the first page and in pictures",
    "body": "everywhere else",
    "job": "job or role",
    "he first": "men or boys first",
    "she first": "women or girls first",
    "disability": "disability or condition",
    "race": "origin, ethnicity or colour",
    "religion": "religion or belief",
}
ALT_QUALITIES: dict[AltQuality, str] = {
    "written": "with usable alt text",
    "decorative": "marked as decoration",
    "automatic": "with alt text made by a machine",
    "file name": "with a name in place of alt text",
    "missing": "without alt text",
    "not checkable": "whose alt text cannot be checked in this format",
}
ALT_STATES: dict[AltQuality, str] = {  # the same of one picture, in a cell
    "written": "Written",
    "decorative": "Marked as decoration, so none is needed",
    "automatic": "Made by a machine",
    "file name": "A name, and no description",
    "missing": "Missing",
    "not checkable": "Cannot be checked in this format",
}
GUARDS = {
    "GG01": "quoted",
    "GG02": "challenged or corrected",
    "GG03": "about the word itself",
    "GG04": "from an old or literary source",
    "GG05": "part of a name or title",
    "GG06": "a reference, address or code",
    "GG07": "said by someone of themselves",
    "GG08": "reporting figures",
    "GG09": "balanced elsewhere in the document",
    "GG10": "another way is offered",
    "GG11": "a technical sense",
    "GG12": "one mild case in a long document",
    "GG13": "not for this setting",
    "GG14": "exam wording",
    "GG15": "only staff read it",
    "GG16": "said not to be so",
    "GG17": "another language or Scots",
    "GG18": "a person's name",
    "GG19": "a character in a sum",
    "GG20": "those who go without are thought of",
    "GG22": "too seldom to matter",
    "GG23": "a story",
    "GG24": "a tale in the words of long ago",
    "GG21": "what someone else says or once believed",
}
STAGES = {
    "early": "early level",
    "primary": "primary",
    "secondary": "secondary",
    "adult": "adult learners",
}
SECTORS = {
    "elc": "early learning and childcare",
    "primary": "primary school",
    "secondary": "secondary school",
    "asn": "ASN school",
    "college": "college",
    "cld": "community learning",
}
SETTING_PLACES = {"town": "town or city", "rural": "rural", "island": "island"}
OCR: dict[Ocr, str] = {
    "auto": "read where there was no text, and in large pictures",
    "always": "all were read",
    "never": "not read",
}
LIMITS: dict[str, str] = {  # of model.Limits
    "seconds": "seconds for a file",
    "megabytes": "megabytes of memory",
    "file_megabytes": "megabytes of a file",
    "inflated_megabytes": "megabytes unpacked",
    "pages": "pages of a PDF",
    "picture_seconds": "seconds for the words of a page or picture",
}
REACHED: dict[str, str] = {  # by the code of the warning that says how far
    "page-limit": "pages of a PDF",
    "recognition-limit": "pages and pictures whose words are recognised",
}
CONTESTED = "People disagree about this wording. Your setting can choose."
MEDIA = {  # ends of media types, as people call such files
    "wordprocessingml.document": "Word document",
    "presentationml.presentation": "PowerPoint slides",
    "pdf": "PDF",
    "smarttech-notebook": "SMART Notebook file",
    "html": "web page",
    "markdown": "Markdown",
    "plain": "plain text",
}
OF_WORDS = frozenset({"difficulty", "ability/easy-and-hard", "language/hard-words"})  # tables and patterns
TOO_FEW = "Too few for a percentage."
TOO_FEW_TO_JUDGE = f"Fewer than {JUDGE_FROM} are too few to say anything."
SEVERAL_NOTE = (
    "Someone who is in two documents counts in each; public figures, titles of jobs and documents that repeat another "
    "count once."
)
OUR_LEARNERS = "Our learners, as typed in"
NO_FIGURE = "No checked figure yet"
MANY_LEFT_OUT = 100  # words for people that are not counted, from which the first line says so

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
# Controls, and the marks that can make text read in another order than it is stored.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\n\v\r\f\x1c-\x1f\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """Document text that is safe to show: no terminal codes or control characters, spaces in one line."""
    return _UNSEEN.sub("", _SPACES.sub(" ", _ESCAPES.sub("", text)))


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 page", "4 pages", "1,240 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Iterable[str]) -> str:
    """ "a, b and c"."""
    *head, last = list(items) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def either(tips: Iterable[str]) -> str:
    """ "a; or: b", and for whole sentences "A. Or: b."."""
    text = ""
    for tip in tips:
        text += (" Or: " if text.endswith((".", "?")) else "; or: ") + tip if text else tip
    return text


def opening(text: str) -> str:
    """The text with a capital first letter; the rest as it is, names included."""
    return text[:1].upper() + text[1:]


def media(media_type: str) -> str:
    """ "Word document"; the media type itself where we have no better word."""
    return next((name for end, name in MEDIA.items() if media_type.endswith(end)), media_type)


def units(media_type: str, number: int) -> str:
    """ "4 pages", "12 slides", or "" where the format has neither."""
    slides = "presentation" in media_type
    return counted(number, "slide" if slides else "page") if number else ""


def severity(level: Severity) -> str:
    """The shape and the words: "▲ Worth changing"."""
    return f"{SHAPES[level]} {SEVERITIES[level]}"


def guard(id: str) -> str:
    """Why a hit was left alone or made less of: "quoted"."""
    return GUARDS.get(id, id)


def share(value: Share) -> str:
    """ "5 of 11", with a percentage and its range only where there are enough to bear one."""
    text = f"{value.count:,} of {value.total:,}"
    if value.total < PERCENT_FROM:
        return text
    low, high = bounds(value)
    if value.count and not high:  # a few of very many
        return f"{text} ({per_cent(value)})"
    return f"{text} ({per_cent(value)}, range {low}% to {high}%)"


def rate(value: Share) -> str:
    """ "11 in 2,300 words, 4.8 in 1,000"."""
    often = f", {1000 * value.count / value.total:.1f} in 1,000" if value.total >= 1000 else ""
    return f"{value.count:,} in {counted(value.total, 'word')}{often}"


def label(text: str) -> str:
    """A row or column as readers see it: "described as she" for "she"."""
    return LABELS.get(text, text)


def setting(profile: Profile) -> list[str]:
    """What was said about the learners, one phrase each; empty when nothing was said."""
    flags = {
        "denominational school": profile.denominational,
        "Gaelic-medium": profile.gaelic_medium,
        "ESOL": profile.esol,
        "exam text": profile.exam_text,
    }
    said = [STAGES[profile.stage]] if profile.stage else []
    said += [SECTORS[profile.sector]] if profile.sector else []
    said += [SETTING_PLACES[profile.place]] if profile.place else []
    return said + [name for name, chosen in flags.items() if chosen]
