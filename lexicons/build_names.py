"""Make lexicons/en/names.txt, the list of given names by which people are found in a text.

    python lexicons/build_names.py --probabilities en_lexeme_prob.json.gz

Needs `nomquamgender` (its data file is read directly, its code is not run), `Faker`, and the table of word
probabilities of `spacy-lookups-data`. None of them is needed to run bias-audit.

Only the names are kept. What nomquamgender says of gender is not read into the list, because bias-audit
never takes a gender from a name. A name is kept when enough independent sources know it, so that names
from small language communities stand beside frequent ones. Its sources know few African and Chinese names: those
of Faker and of names_by_hand.txt are added, surnames too, save those that are ordinary words.
A name that is written without a capital about as often as with one is an ordinary word as well ("mark",
"rose"): it is marked with "?" and counts as a name only where the sentence says so.
"""

import argparse
import gzip
import importlib
import importlib.util
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

SOURCES, COUNT = 9, 100  # a name is kept when at least so many sources list it, for so many people
SMALL_SOURCES, SMALL_COUNT = 7, 400  # or somewhat fewer sources but more people
RARE_SOURCES, RARE_COUNT = 5, 20  # for what is no English word at all, not even as a slip
WORDS_SOURCES, WORDS_COUNT = 18, 3000  # for names that are ordinary words
SHORT_SOURCES = 12  # for Chinese names of one syllable, most of which are ordinary words
RARE_WORD = -15.3  # log probability under which a lower-case form is a typing slip, not a word
WORD_RATIO = -1.7  # log(lower case / capitalised) from which a name is a word as well

SHAPE = re.compile("[a-z]{2,15}")
# Chinese given names of two syllables in pinyin: sources list few of the many.
SYLLABLE = re.compile(
    "(?:(?:zh|ch|sh|[bpmfdtlngkhjqxrzcsyw])"
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|"
    "ia|ie|iu|ua|ue|ui|uo|a|e|i|o|u)|ai|an|ao|en|er|ou)"
)
PINYIN = re.compile(2 * SYLLABLE.pattern)

# Faker's lists of given names and surnames for places whose names the first source knows too rarely.
FAKER = (
    "en_KE",
    "en_NG",
    "ha_NG",
    "ig_NG",
    "sw",
    "tw_GH",
    "yo_NG",
    "zu_ZA",
    "zh_CN",
    "zh_TW",
    "en_IN",
    "en_PK",
    "fr_DZ",
)

# Titles, function words and parts of other names that the sources list as given names.
LEFT_OUT = """
bang dang ding dung fan fun gang gun hang hung lie long lung man mean men pan pen pie pong pun ran rang run sang sing
sun tan tang tie wing
a abu ah aj al ale all an and any are as at aye be bin binti but by can could de der di did do doctor does
dr du edit el else era even ever for from had has have he her him his how i ib ibn if in ion is it its iu jj
job just kilo king ku ky la lady le like line lord made make mate mats md me meta miss more most mr mrs ms
much my nail new nil no not now ocean of omega on one only or other our out over own per prince princess
prof professor queen rim river rock rocky rut said saint same see she sia sir siri sky so sol some st such
sy take than that the their them then there these they this those time tine tj to tor two una up urban us
use ute van very von was way we were what when where which who why with would yes you your zeta zi
"""

# Names that the table of words takes for words, by slips and by other languages, and that English text means as names.
NAMES_ONLY = """
ali alla ama anders andra ani anni annie aram beau bella belle bo bobby caitlyn cara chan chen cho dan darius
debbie dee dele della dina dod donna eben eck ela elise ella elle eva gil han hans inga jack janna jasmine jax jayce
jean jo jock jos kai kara katarina kay lee leona lina liv lotta lucian lulu mai meg mia mina molly nancy nella noe nur
olaf ollie ora ren rex roshan shen sina sona sonny stan sven uma vera vida wen xu yuri zac
"""


def fold(name: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def is_word(name: str, chance: dict[str, float]) -> bool:
    """Whether a name is written without a capital about as often as with one."""
    if name in NAMES_ONLY.split():
        return False
    lower, capital = chance.get(name, -25.0), chance.get(name.title(), -20.0)
    return lower > RARE_WORD and lower - capital > WORD_RATIO


def faker_names(place: str) -> Iterator[str]:
    """The given names and surnames of one of Faker's places, in Latin letters, without accents."""
    provider = importlib.import_module(f"faker.providers.person.{place}").Provider
    for group in dir(provider):
        if re.match("(first|last)_.*names", group) and isinstance(
            listed := getattr(provider, group), list | tuple | dict
        ):
            yield from (fold(name) for name in listed if isinstance(name, str))


def by_hand() -> Iterator[str]:
    """The names of names_by_hand.txt, without accents."""
    for line in Path(__file__).with_name("names_by_hand.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from map(fold, line.split())


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description="Make the list of given names.")
    parser.add_argument("--probabilities", type=Path, required=True, help="en_lexeme_prob.json.gz")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "en" / "names.txt")
    wanted = parser.parse_args()
    spec = importlib.util.find_spec("nomquamgender")
    if spec is None or spec.origin is None:
        raise SystemExit("nomquamgender is not installed: pip install nomquamgender")
    known = json.loads(Path(spec.origin).with_name("name_data.json").read_text("utf-8"))
    with gzip.open(wanted.probabilities) as file:
        chance = json.load(file)
    left_out, lines = set(LEFT_OUT.split()), {}
    for name, (sources, count, *_) in known.items():
        if not SHAPE.fullmatch(name) or name in left_out:
            continue
        word = is_word(name, chance)
        if word:
            keep = sources >= WORDS_SOURCES and count >= WORDS_COUNT
            keep = keep or (sources >= SHORT_SOURCES and bool(SYLLABLE.fullmatch(name)))
        else:
            keep = sources >= SOURCES and count >= COUNT
            keep = keep or (sources >= SMALL_SOURCES and count >= SMALL_COUNT)
            if name not in chance and len(name) > 3:
                keep = keep or (sources >= RARE_SOURCES and count >= RARE_COUNT) or bool(PINYIN.fullmatch(name))
        if keep:
            short = len(name) == 2 and name not in NAMES_ONLY.split()
            lines[name] = f"{name} ?" if word or short else name
    written = set(by_hand())
    for name in (*written, *(name for place in FAKER for name in faker_names(place))):
        word = (len(name) == 2 and name not in NAMES_ONLY.split()) or is_word(name, chance)
        if name not in lines and SHAPE.fullmatch(name) and (name in written or not (word or name in left_out)):
            lines[name] = f"{name} ?" if word else name
    head = HEAD.strip().splitlines()
    wanted.out.write_text("\n".join([*head, *(lines[n] for n in sorted(lines))]) + "\n", "utf-8")


HEAD = """
# Given names and some surnames, lower case, without accents. "?" marks a name that is an ordinary word as well.
# A name says nothing of a person's gender, origin or religion, and nothing is stored about them here.
# Made by lexicons/build_names.py from the names in nomquamgender 0.1.4 (copyright 2022 Ian Van Buskirk, MIT
# licence), from lists of Faker 40.63.0 (joke2k, MIT licence) and from names_by_hand.txt, with word frequencies of
# spacy-lookups-data 1.0.5 (ExplosionAI, MIT licence). Do not edit by hand.
"""

if __name__ == "__main__":
    main()
