"""Writes the README of the samples from ``planted.yaml``, so that the two never part."""

from collections import Counter

HEAD = """# Sample lessons

Fourteen teaching resources, written and drawn for bias-audit: lesson plans, slides, worksheets, a letter home,
careers pages and hand-outs. They are for trying the tool, for workshops and for the tests.

Two of them do well. The other twelve hold wording that a kind and competent teacher could have written without noticing,
beside near misses (the same words in a harmless sense) and things done well. Nothing here was taken from a
real resource. The people are invented, apart from historical figures and space missions named for well-known facts.

**Licence:** words and pictures are the project's own, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).
Credit "bias-audit sample lessons".

## Rebuild

```
python corpus_samples/build.py            # writes the files beside itself, and this README
python corpus_samples/build.py --check    # exit code 1, and the names, if a file differs
```

The same bytes come out on every run. They also depend on the libraries that write them, and a new version of one of
these may change a file: {versions}.

The words and layouts are in `source/`. `planted.yaml` says what is in each file, for people and for tests:

- `planted`: the exact `words` (they stand once in the file), `dimension`, `family`, `severity` from 0 to 3, and a `note`.
  `also` lists further places of a pattern that shows by counting only. A `family` is the short code of a kind of pattern
  (GEN: gender, RAC: race and ethnicity, DIS: disability, REL: religion and belief, POV: poverty, LAN: language,
  RUR: place, AGE: age, FAM: family, INT: where two meet, PTH: pathways, ABL: ability).
- `near_misses`: words that should stay quiet, and why.
- `strengths`: words that show something done well, with the code of the strength.
- `pictures`: in reading order, how good the alt text is.

The list is a careful reading, not a complete one: a resource may hold more than was planted on purpose.
"""


def readme(planted: dict, versions: str) -> str:
    """Return README.md: what the samples are, then one table a file."""
    parts = [HEAD.format(versions=versions), overview(planted), dimensions(planted)]
    return "\n".join([*parts, *(section(name, facts) for name, facts in planted.items())])


def overview(planted: dict) -> str:
    rows = [
        "## The files",
        "",
        "| File | For | Planted | Near misses | Strengths |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, facts in planted.items():
        shown = "none: a good lesson" if facts.get("good") else len(facts["planted"])
        counts = f"{shown} | {len(facts['near_misses'])} | {len(facts['strengths'])}"
        rows.append(f"| [{name}]({name}) | {facts['stage']} | {counts} |")
    return "\n".join([*rows, ""])


def dimensions(planted: dict) -> str:
    counts = Counter(item["dimension"] for facts in planted.values() for item in facts["planted"])
    told = ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
    return f"Planted in all: {sum(counts.values())}. By dimension: {told}.\n"


def section(name: str, facts: dict) -> str:
    lines = [f"## {name}", "", f"{facts['title']}. {facts['setting']}.", ""]
    if facts["planted"]:
        lines += [
            "| Planted | Dimension | Family | Severity | What it is |",
            "| --- | --- | --- | --- | --- |",
        ]
        for item in facts["planted"]:
            words = "; ".join((item["words"], *item.get("also", ())))
            cells = (words, item["dimension"], item["family"], str(item["severity"]), item["note"])
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    lines += ["| Near miss | Why it is harmless |", "| --- | --- |"]
    lines += [f"| {item['words']} | {item['why']} |" for item in facts["near_misses"]]
    lines += ["", "Strengths: " + "; ".join(f"“{i['words']}” ({i['id']})" for i in facts["strengths"]) + "."]
    if facts["pictures"]:
        lines += [
            "",
            "Pictures: " + "; ".join(f"{p['note']} (alt text: {p['alt']})" for p in facts["pictures"]) + ".",
        ]
    return "\n".join([*lines, ""])
