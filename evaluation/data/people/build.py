"""People in learning materials, labelled by hand: from marked-up passages (*.txt) to JSON lines (*.jsonl).

`python evaluation/data/people/build.py` checks the marks, writes both files and prints totals. README.md explains
the mark-up and the labels. `load("open")`, `load("held")` and so on read the rows.
"""

import json
import re
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

Part = Literal["open", "held", "second", "third", "fourth", "fifth", "sixth", "seventh", "practice"]
Row = dict[str, Any]

PARTS: tuple[Part, ...] = ("open", "second", "fourth", "fifth", "sixth", "held", "third", "seventh", "practice")
# who writes rules may read these
OPEN: tuple[Part, ...] = ("open", "second", "third", "fourth", "fifth", "sixth", "practice")
LINKS_ONLY: tuple[Part, ...] = ("practice",)  # only who is who is labelled there
HERE = Path(__file__).parent
STAGES = set("nursery primary secondary college adult".split())
STYLES = {
    *("story", "word problem", "biography", "lesson plan", "teacher note", "case study", "dialogue", "careers profile"),
    *("news report", "instructions", "letter home", "quiz", "history", "group work notes"),
}
DIMENSIONS = set("disability race religion age family language level".split())
GENDERS = {"she": "she", "he": "he", "they": "they", "more than one": "more than one", "-": "not stated"}
KINDS = {"n": "name", "t": "title", "k": "kin", "r": "role", "g": "group"}

FIRST = set("i me my mine myself we us our ours ourselves".split())
SECOND = set("you your yours yourself yourselves".split())
PRONOUNS = set(
    "she her hers herself he him his himself they them their theirs themself themselves he/she s/he".split()
) | {"he or she", "him or her", "his or her", "he, she or they"}
# Words that say a gender: each label is checked against the mentions that carry it.
SHE = set(
    "she her hers herself he/she s/he mrs ms miss queen princess lady woman girl women mum mummy mother granny gran "
    "nana grandmother great-grandmother sister sister-in-law auntie aunt wife daughter widow landlady lassie "
    "girlfriend niece granddaughter great-great-granddaughter".split()
)
HE = set(
    "he him his himself he/she s/he mr sir king man lad boy dad father papa grandpa grandad grandfather stepdad "
    "brother uncle husband son grandson spokesman".split()
)
THEY = set("they them their theirs themself themselves".split())

MARK = re.compile(r"\[([^][|]+)\|([^][|]+)\]|\{([^{}|]+)\|([^{}|]+)\}|«([A-Z-])\||(»)")


def part_of(row_id: str) -> Part:
    """Where a row belongs: the later sets whole, of the first the held-back third. Fixed by its id."""
    later = next((part for part in PARTS if row_id.startswith(f"{part}-")), None)  # the first set has ids of its own
    return later or ("held" if int(sha256(row_id.encode()).hexdigest(), 16) % 3 == 0 else "open")


def load(part: Part) -> list[Row]:
    """The rows of one part. Who writes rules works with those in OPEN; of the others only totals are told."""
    return [json.loads(line) for line in (HERE / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]


def compile_passage(source: str) -> Row:
    """One passage of the marked-up source as a row: plain text, and labels by offset into it."""
    head, *lines = source.strip().split("\n")
    row_id, stage, style = head.split(" | ")
    people: dict[str, Row] = {}
    while lines and lines[0].startswith("@"):
        person = _person(lines.pop(0))
        _must(person["id"] not in people, row_id, f"{person['id']} is declared twice")
        people[person["id"]] = person
    row: Row = {"id": row_id, "text": "", "stage": stage, "style": style, "people": list(people.values())}
    row |= {"mentions": [], "verbs": [], "quotes": [], "not_people": []}
    _read_marks("\n".join(lines), row)
    for person in people.values():
        _name(person, [m for m in row["mentions"] if m["person"] == person["id"]], row_id)
    check(row)
    return row


def _person(line: str) -> Row:
    """`@A she | roles: nurse | age: forty; retired | public`."""
    head, *notes = line[1:].split(" | ")
    letter, gender = head.split(" ", 1)
    person: Row = {"id": letter, "label": "", "named": "named" in notes, "gender": GENDERS[gender]}
    person |= {"described": {}, "roles": []}
    for note in notes:
        key, _, words = note.partition(": ")
        if key == "roles":
            person["roles"] = words.split(", ")
        elif key in DIMENSIONS:
            person["described"][key] = words.split(", ")
        else:
            person[{"public": "public_figure", "generic": "generic", "named": "named"}[key]] = True
    return person


def _read_marks(source: str, row: Row) -> None:
    """Fill text, mentions, verbs, quotes and not_people from the marked-up words."""
    text, at, quote = "", 0, None
    for mark in MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        words, about, verb, arguments, speaker, closed = mark.groups()
        if speaker:
            _must(quote is None, row["id"], "a quotation inside a quotation")
            quote = {"start": len(text), "end": 0, "speaker": None if speaker == "-" else speaker}
        elif closed:
            _must(quote is not None, row["id"], "a quotation that never began")
            row["quotes"].append({**(quote or {}), "end": len(text)})
            quote = None
        else:
            span = {"start": len(text), "end": len(text) + len(words or verb), "text": words or verb}
            text += words or verb
            if verb:
                for person, code in re.findall(r"([A-Z])([op]?)", arguments):
                    role = {"": "subject", "o": "object", "p": "passive"}[code]
                    row["verbs"].append({**span, "person": person, "as": role})
            elif about == "!":
                row["not_people"].append(span)
            else:
                row["mentions"].append(span | _mention(words, about, row["id"]))
    row["text"] = text + source[at:]
    _must(quote is None, row["id"], "a quotation that never ends")


def _mention(words: str, about: str, row_id: str) -> Row:
    """`An`: person A, a name. The kind of a pronoun need not be marked. `?`: uncertain. `-`: of no one person."""
    codes = re.fullmatch(r"([A-Z]?)-?([a-z]?)(\??)", about)
    _must(codes is not None, row_id, f"cannot read the mark {about!r} of {words!r}")
    person, kind, doubt = codes.groups() if codes else ("", "", "")
    low = words.lower()
    if not kind:
        kinds = [("first person", FIRST), ("second person", SECOND), ("pronoun", PRONOUNS)]
        found = next((name for name, listed in kinds if low in listed), "")
    else:
        found = KINDS[kind]
    _must(bool(found), row_id, f"no kind for {words!r}")
    mention: Row = {"kind": found, "person": person or None}
    return mention | ({"uncertain": True} if doubt else {})


def _name(person: Row, mentions: list[Row], row_id: str) -> None:
    """Label a person by the fullest name that the text gives, else by its first noun; hold the gender to the words."""
    _must(bool(mentions), row_id, f"{person['id']} is never mentioned")
    named = [m["text"] for m in mentions if m["kind"] == "name" or _has_name(m)]
    nouns = [m["text"] for m in mentions if m["kind"] in {"title", "kin", "role"} and not m.get("uncertain")]
    person["named"] |= bool(named)
    person["label"] = max(named, key=len) if named else (nouns or [mentions[0]["text"]])[0]

    words = {w for m in mentions if not m.get("uncertain") for w in re.findall(r"[a-z/-]+", m["text"].lower())}
    cues = [gender for gender, listed in (("she", SHE), ("he", HE), ("they", THEY)) if words & listed]
    said = {"more than one"} if len(cues) > 1 else set(cues) or {"not stated"}
    if said == {"they"}:
        said.add("not stated")  # whether singular they says a gender is for the labeller
    _must(person["gender"] in said, row_id, f"{person['label']} is {person['gender']}, the words say {said}")


def _has_name(mention: Row) -> bool:
    words = mention["text"].split()
    return mention["kind"] in {"title", "kin"} and len(words) > 1 and words[-1][0].isupper()


def check(row: Row) -> None:
    """Stop at a row that does not hold together."""
    text, row_id = row["text"], row["id"]
    people = {p["id"] for p in row["people"]}
    _must(row["stage"] in STAGES and row["style"] in STYLES, row_id, "unknown stage or style")
    _must(not re.search(r"[][{}|«»]| ,|  ", text), row_id, "marks or stray spaces are left in the text")
    _must(60 <= len(text.split()) <= 160, row_id, f"{len(text.split())} words")
    for span in (*row["mentions"], *row["verbs"], *row["not_people"]):
        _must(text[span["start"] : span["end"]] == span["text"], row_id, f"wrong offsets of {span['text']!r}")
    for labelled in (*row["mentions"], *row["verbs"], *({"person": q["speaker"]} for q in row["quotes"])):
        _must(labelled["person"] is None or labelled["person"] in people, row_id, f"undeclared person in {labelled}")
    for mention in row["mentions"]:
        _must(mention["kind"] != "group" or mention["person"] is None, row_id, f"a group with a person: {mention}")
        alone = mention["kind"] in {"name", "title", "kin", "role"} and not mention.get("uncertain")
        _must(not alone or mention["person"] is not None, row_id, f"nobody is meant by {mention}")
    for person in row["people"]:
        for words in (*person["roles"], *(w for listed in person["described"].values() for w in listed)):
            _must(
                words.casefold() in text.casefold(),
                row_id,
                f"{words!r} is said of {person['label']} but not in the text",
            )


def _must(holds: bool, row_id: str, problem: str) -> None:
    if not holds:
        raise ValueError(f"{row_id}: {problem}. Correct the marks in the .txt file and build again.")


def totals(rows: list[Row]) -> str:
    """What the rows hold, in figures."""
    people = [p for r in rows for p in r["people"]]
    mentions = [m for r in rows for m in r["mentions"]]
    verbs = Counter(v["as"] for r in rows for v in r["verbs"])
    lines = [
        f"passages {len(rows)}, words {sum(len(r['text'].split()) for r in rows)}",
        f"people {len(people)} {dict(Counter(p['gender'] for p in people).most_common())}, "
        f"named {sum(p['named'] for p in people)}, public figures {sum('public_figure' in p for p in people)}, "
        f"generic {sum('generic' in p for p in people)}, with a role {sum(bool(p['roles']) for p in people)}",
        f"described {dict(Counter(d for p in people for d in p['described']).most_common())}",
        f"mentions {len(mentions)} {dict(Counter(m['kind'] for m in mentions).most_common())}, "
        f"uncertain {sum('uncertain' in m for m in mentions)}",
        f"verbs {sum(verbs.values())} {dict(verbs.most_common())}, quotations {sum(len(r['quotes']) for r in rows)}, "
        f"not people {sum(len(r['not_people']) for r in rows)}",
        f"stages {dict(Counter(r['stage'] for r in rows).most_common())}",
        f"styles {dict(Counter(r['style'] for r in rows).most_common())}",
    ]
    return "\n".join(lines)


def compile_part(part: Part) -> list[Row]:
    """All rows of one source file, checked one by one and against the rule of its part."""
    source = (HERE / f"{part}.txt").read_text(encoding="utf-8")
    rows = [compile_passage(passage) for passage in re.split(r"^# ", source, flags=re.MULTILINE)[1:]]
    for row in rows:
        _must(part_of(row["id"]) == part, row["id"], f"this id does not belong in {part}.txt")
    return rows


def main() -> int:
    """Build all parts from their sources."""
    parts = {part: compile_part(part) for part in PARTS}
    every = [row for rows in parts.values() for row in rows]
    for field in ("id", "text"):
        twice = [value for value, times in Counter(r[field] for r in every).items() if times > 1]
        _must(not twice, "the set", f"twice the same {field}: {twice}")
    for part, rows in parts.items():
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (HERE / f"{part}.jsonl").write_text(lines, encoding="utf-8")
        print(f"== {part}\n{totals(rows)}")
    print(f"== all\n{totals(every)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
