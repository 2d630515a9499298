"""Make lexicons/en/names.txt, the list of given names by which people are found in a text.

    python lexicons/build_names.py --probabilities en_lexeme_prob.json.gz

Needs `nomquamgender` (its data file is read directly, its code is not run) and the table of word
probabilities of `spacy-lookups-data`. Neither is needed to run bias-audit.

Only the names are kept. What nomquamgender says of gender is not read into the list, because bias-audit
never takes a gender from a name. A name is kept when enough independent sources know it, so that names
from small language communities stand beside frequent ones; `ADDED` holds a few that its sources miss.
A name that is written without a capital about as often as with one is an ordinary word as well ("mark",
"rose"): it is marked with "?" and counts as a name only where the sentence says so.
"""

import argparse
import gzip
import importlib.util
import json
import re
import unicodedata
from pathlib import Path

SOURCES, COUNT = 9, 100  # a name is kept when at least so many sources list it, for so many people
SMALL_SOURCES, SMALL_COUNT = 7, 400  # or somewhat fewer sources but more people
WORDS_SOURCES, WORDS_COUNT = 18, 3000  # for names that are ordinary words
RARE_WORD = -15.3  # log probability under which a lower-case form is a typing slip, not a word
WORD_RATIO = -1.7  # log(lower case / capitalised) from which a name is a word as well

# Names in use in Scottish schools that the sources know too rarely, and well-known short forms.
ADDED = ["aodhan", "aonghas", "beathag", "calum", "coinneach", "domhnall", "eachann", "eoghan", "fearchar", "fionnlagh", "fionnuala", "giorsal", "iseabail", "lileas", "marsaili", "muireall", "oighrig", "peigi", "raghnall", "raonaid", "ruairidh", "ruaraidh", "ruairi", "seonag", "seonaid", "sorley", "sìne", "somhairle", "tormod", "torquil", "uilleam", "wanjiku", "wanjiru", "muthoni", "njeri", "atieno", "achieng", "akinyi", "nyokabi", "kamau", "kipchoge", "makena", "adaora", "ifeanyi", "chinwe", "chimamanda", "ngozichukwu", "obiageli", "nkechi", "uchenna", "wangari", "tsitsi", "rutendo", "tafadzwa", "tanaka", "nomvula", "gursharan", "amandeep", "navjot", "jasmeet", "harjit", "paramjit", "zeynep", "elif", "oksana", "nadiya", "kseniya", "bogdan"]

# Titles, function words and parts of other names that the sources list as given names.
LEFT_OUT = ["a", "an", "and", "are", "as", "at", "be", "but", "by", "de", "der", "di", "do", "du", "el", "for", "from", "he", "her", "him", "his", "i", "if", "in", "is", "it", "its", "la", "le", "me", "mr", "mrs", "ms", "miss", "dr", "my", "no", "not", "of", "on", "or", "our", "prof", "she", "sir", "so", "st", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "van", "von", "was", "we", "were", "what", "when", "where", "which", "who", "why", "with", "you", "your", "yes", "all", "any", "can", "could", "did", "does", "has", "had", "have", "how", "just", "like", "made", "make", "more", "most", "much", "new", "now", "one", "only", "other", "out", "over", "own", "said", "same", "see", "some", "such", "take", "time", "two", "up", "us", "use", "very", "way", "would", "ah", "ale", "aye", "edit", "else", "era", "even", "ever", "ion", "job", "kilo", "line", "mate", "mats", "meta", "nail", "nil", "ocean", "omega", "per", "rim", "river", "rock", "rocky", "rut", "sia", "siri", "sky", "sol", "sy", "tine", "tor", "una", "urban", "ute", "zeta", "zi", "aj", "ib", "iu", "jj", "ku", "ky", "md", "tj", "abu", "bin", "binti", "al", "ibn", "lord", "lady", "king", "queen", "prince", "princess", "doctor", "professor", "saint"]


def fold(name: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--probabilities", type=Path, required=True, help="en_lexeme_prob.json.gz")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "en" / "names.txt")
    wanted = parser.parse_args()
    spec = importlib.util.find_spec("nomquamgender")
    if spec is None or spec.origin is None:
        raise SystemExit("nomquamgender is not installed: pip install nomquamgender")
    known = json.loads(Path(spec.origin).with_name("name_data.json").read_text("utf-8"))
    with gzip.open(wanted.probabilities) as file:
        chance = json.load(file)
    lines = {}
    for name, (sources, count, *_) in known.items():
        if not re.fullmatch(r"[a-z]{2,15}", name) or name in LEFT_OUT:
            continue
        lower, capital = chance.get(name, -25.0), chance.get(name.title(), -20.0)
        word = lower > RARE_WORD and lower - capital > WORD_RATIO
        if word:
            keep = sources >= WORDS_SOURCES and count >= WORDS_COUNT
        else:
            keep = (sources >= SOURCES and count >= COUNT) or (sources >= SMALL_SOURCES and count >= SMALL_COUNT)
        if keep:
            lines[name] = f"{name} ?" if word or len(name) == 2 else name
    lines.update({name: name for name in map(fold, ADDED) if name not in lines})
    head = HEAD.strip().splitlines()
    wanted.out.write_text("\n".join([*head, *(lines[n] for n in sorted(lines))]) + "\n", "utf-8")


HEAD = """
# Given names, lower case, without accents. "?" marks a name that is an ordinary word as well.
# A name says nothing of a person's gender, origin or religion, and nothing is stored about them here.
# Made by lexicons/build_names.py from the names in nomquamgender 0.1.4 (copyright 2022 Ian Van Buskirk, MIT
# licence), with word frequencies of spacy-lookups-data 1.0.5 (ExplosionAI, MIT licence). Do not edit by hand.
"""

if __name__ == "__main__":
    main()
