"""``python -m evaluation.people``: people found in the passages labelled by hand, in figures.

Mentions that the labels call uncertain are left out of both sides. A mention is found when its last word is. Of the
held-back parts only totals are printed; ``--errors`` lists what went wrong in the open parts.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bias_audit.audit import analyse
from bias_audit.model import Block, Document, Mention, People, Person, Place
from bias_audit.people.counts.sure import sure_mentions, unclear_parts
from bias_audit.shares import wilson

from .data.people.build import LINKS_ONLY, OPEN, PARTS, Part, Row, load


@dataclass(slots=True)
class Tally:
    """What was right, what was found too much, and what was missed."""

    right: int = 0
    more: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Both precision and recall in one figure; 0 where there is nothing."""
        return 2 * self.right / ((2 * self.right + self.more + self.missed) or 1)

    def __str__(self) -> str:
        precision, recall = self.right / ((self.right + self.more) or 1), self.right / ((self.right + self.missed) or 1)
        return (
            f"F1 {self.f1:.3f} (precision {precision:.3f}, recall {recall:.3f}; {self.right} right, "
            f"{self.more} too many, {self.missed} missed)"
        )


@dataclass(slots=True)
class Scores:
    """Totals over the passages of a part, and the errors in words."""

    mentions: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    same_kind: int = 0
    genders: Counter[str] = field(default_factory=Counter)
    described: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    roles: Tally = field(default_factory=Tally)
    links: list[tuple[float, float]] = field(default_factory=list)  # B³ precision and recall of each mention
    verbs: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    verbs_of: Tally = field(default_factory=Tally)  # with the right person
    quotes: Tally = field(default_factory=Tally)
    women: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


Span = tuple[int, int]


def people_of(row: Row) -> tuple[People, list[int]]:
    """The people that the tool sees in a passage, each line a paragraph, and where each paragraph starts."""
    lines = row["text"].split("\n")
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    blocks = tuple(Block(line, "paragraph", Place(f"paragraph {i}")) for i, line in enumerate(lines, 1))
    return analyse(Document(row["id"], "text/plain", "", blocks)).people, starts


def score(rows: Iterable[Row], *, links_only: bool = False) -> Scores:
    """Everything that is measured, over the rows; ``links_only``: they say nothing of verbs, words and speakers."""
    scores = Scores()
    for row in rows:
        people, starts = people_of(row)
        same = _score(row, people, starts, scores)
        _said(row, people, same, scores, links_only=links_only)
        if not links_only:
            _verbs(row, people, starts, same, scores)
            _quotes(row, people, starts, same, scores)
    return scores


def _head(text: str, start: int, end: int) -> Span:
    """The last word of a span."""
    words = text[start:end].split()
    return (end - len(words[-1]), end)


def _score(row: Row, people: People, starts: list[int], scores: Scores) -> dict[str, int]:
    """Mentions and links; gives who is who."""
    text = row["text"]
    found = {_head(text, m.start + starts[m.block], m.end + starts[m.block]): m for m in people.mentions}
    gold = {_head(text, m["start"], m["end"]): m for m in row["mentions"]}
    pairs, taken = [], set()
    for head, label in gold.items():
        match = next((h for h in found if h not in taken and h[0] < head[1] and head[0] < h[1]), None)
        if match is not None:
            taken.add(match)
        if not label.get("uncertain"):
            scores.kinds[label["kind"]].missed += match is None
            scores.kinds[label["kind"]].right += match is not None
            if match is not None:
                pairs.append((label, found[match]))
                scores.same_kind += label["kind"] == found[match].kind
                if label["kind"] != found[match].kind:
                    scores.errors.append(
                        f"{row['id']} kind: {found[match].text!r} is {found[match].kind}, {label['kind']}"
                    )
            else:
                scores.errors.append(f"{row['id']} mention missed: {label['text']!r} ({label['kind']})")
    for head, mention in found.items():
        if head not in taken:
            scores.kinds[mention.kind].more += 1
            scores.errors.append(
                f"{row['id']} mention too many: {mention.text!r} ({mention.kind}) in {mention.sentence!r}"
            )
    same = _persons(pairs)
    _links(row, pairs, people, scores)
    return same


def _persons(pairs: Sequence[tuple[Row, Mention]]) -> dict[str, int]:
    """Who is who: each labelled person and the found one with most mentions in common, none of them twice."""
    shared = Counter((label["person"], m.person) for label, m in pairs if label["person"] and m.person >= 0)
    same: dict[str, int] = {}
    for (person, index), _ in shared.most_common():
        if person not in same and index not in same.values():
            same[person] = index
    return same


def _links(row: Row, pairs: Sequence[tuple[Row, Mention]], people: People, scores: Scores) -> None:
    """B³ over the matched mentions of one person."""
    linked = [(label["person"], m.person, m) for label, m in pairs if label["person"] and m.person >= 0]
    by_label, by_found = Counter(p for p, _, _ in linked), Counter(i for _, i, _ in linked)
    both = Counter((p, i) for p, i, _ in linked)
    labels = {p["id"]: p["label"] for p in row["people"]}
    for person, index, mention in linked:
        shared = both[person, index]
        scores.links.append((shared / by_found[index], shared / by_label[person]))
        if 2 * shared <= min(by_found[index], by_label[person]) or 2 * shared < by_label[person]:
            scores.errors.append(
                f"{row['id']} link: {mention.text!r} of {labels[person]!r} to {people.persons[index].label!r}: "
                f"{mention.sentence!r}"
            )


def _said(row: Row, people: People, same: dict[str, int], scores: Scores, *, links_only: bool) -> None:
    for person in row["people"]:
        index = same.get(person["id"])
        seen = people.persons[index] if index is not None else None
        stated = person["gender"] != "not stated"
        gender = seen.gender if seen else "nobody"
        scores.genders["stated" if stated else "not stated"] += 1
        if stated:
            scores.genders["right"] += gender == person["gender"]
        else:
            scores.genders["forced"] += gender not in ("not stated", "nobody")
        if (gender != person["gender"]) if stated else gender not in ("not stated", "nobody"):
            scores.errors.append(f"{row['id']} gender: {person['label']!r} is {gender}, labelled {person['gender']}")
        if not links_only:
            _described(row, person, seen, scores)
        if not person.get("generic"):
            scores.women["labelled"] += 1
            scores.women["labelled women"] += person["gender"] == "she"
    generic = {same[p["id"]] for p in row["people"] if p.get("generic") and p["id"] in same}
    counted = sorted(sure_mentions(people, unclear_parts(people))[0])
    for index in counted:
        found = people.persons[index]
        if index in generic or index not in same.values():
            why = "labelled generic" if index in generic else "nobody"
            scores.errors.append(f"{row['id']} person too many: {found.label!r}, {found.gender}, {why}")
    scores.women["found"] += len(counted)
    scores.women["found women"] += sum(people.persons[index].gender == "she" for index in counted)


def _described(row: Row, person: Row, seen: Person | None, scores: Scores) -> None:
    said = dict(seen.described) if seen else {}
    about = f"of {person['label']!r}"
    for dimension in {*said, *person["described"]}:
        wanted = [w.casefold() for w in person["described"].get(dimension, ())]
        words = [w.casefold() for w in said.get(dimension, ())]
        _compare(wanted, words, scores.described[dimension], scores, f"{row['id']} {dimension} {about}")
    roles = [w.casefold() for w in seen.roles] if seen else []
    _compare([w.casefold() for w in person["roles"]], roles, scores.roles, scores, f"{row['id']} roles {about}")


def _compare(wanted: Sequence[str], words: Sequence[str], tally: Tally, scores: Scores, about: str) -> None:
    """Words count as the same when one holds the other."""
    right = [w for w in wanted if any(w in f or f in w for f in words)]
    more = [f for f in words if not any(w in f or f in w for w in wanted)]
    tally.right += len(right)
    tally.missed += len(wanted) - len(right)
    tally.more += len(more)
    if more or len(right) < len(wanted):
        scores.errors.append(f"{about}: found {list(words)}, labelled {list(wanted)}")


def _acts(people: People, starts: list[int]) -> Iterator[tuple[int, str, int]]:
    """(where the verb starts, subject or object, person) for everyone who is someone; a verb once for each person."""
    seen = set()
    for mention in people.mentions:
        for act in mention.acts:
            one = (act.start + starts[mention.block], act.grammar, mention.person)
            if mention.person >= 0 and one not in seen:
                seen.add(one)
                yield one


def _verbs(row: Row, people: People, starts: list[int], same: dict[str, int], scores: Scores) -> None:
    labelled = Counter((v["start"], v["as"]) for v in row["verbs"])
    acts = list(_acts(people, starts))
    found = Counter((start, grammar) for start, grammar, _ in acts)
    for tallied, one, other in (("more", found, labelled), ("missed", labelled, found)):
        for (start, grammar), times in (one - other).items():
            tally = scores.verbs[grammar]
            setattr(tally, tallied, getattr(tally, tallied) + times)
            said = row["text"][max(0, start - 40) : start + 20].replace("\n", " / ")
            scores.errors.append(f"{row['id']} verb {tallied}: {grammar} at …{said}…")
    for (_, grammar), times in (labelled & found).items():
        scores.verbs[grammar].right += times
    with_person = Counter((v["start"], v["as"], same.get(v["person"], -1)) for v in row["verbs"])
    who = Counter(acts)
    scores.verbs_of.right += (with_person & who).total()
    scores.verbs_of.more += (who - with_person).total()
    scores.verbs_of.missed += (with_person - who).total()


def _quotes(row: Row, people: People, starts: list[int], same: dict[str, int], scores: Scores) -> None:
    found = [(q.start + starts[q.block], q.end + starts[q.block], q.person) for q in people.quotations]
    used = set()
    for quote in row["quotes"]:
        if quote["speaker"] is None:
            continue
        hit = next((f for f in found if f not in used and f[0] < quote["end"] and quote["start"] < f[1]), None)
        used |= {hit}
        said = row["text"][quote["start"] : quote["end"]]
        if hit and hit[2] >= 0 and hit[2] == same.get(quote["speaker"]):
            scores.quotes.right += 1
        else:
            scores.quotes.missed += 1
            scores.quotes.more += bool(hit and hit[2] >= 0)
            who = people.persons[hit[2]].label if hit and hit[2] >= 0 else hit and "nobody"
            scores.errors.append(f"{row['id']} quote: {said!r} by {quote['speaker']}, found {who}")
    for start, end, person in set(found) - used:
        if person >= 0:
            scores.quotes.more += 1
            scores.errors.append(f"{row['id']} quote too many: {row['text'][start:end]!r}")


def totals(scores: Scores) -> str:
    """The figures of one part."""
    every, verbs = _sum(scores.kinds.values()), _sum(scores.verbs.values())
    lines = [f"mentions          {every}; right kind {scores.same_kind / (every.right or 1):.3f}"]
    lines += [f"  {kind:15} {tally}" for kind, tally in sorted(scores.kinds.items())]
    genders = scores.genders
    stated, forced = wilson(genders["right"], genders["stated"]), wilson(genders["forced"], genders["not stated"])
    lines += [
        f"gender, stated    {stated.count} of {stated.total} right, {stated.count / (stated.total or 1):.3f} "
        f"({stated.low:.3f} to {stated.high:.3f})",
        f"gender, not       {forced.count} of {forced.total} forced ({forced.low:.3f} to {forced.high:.3f})",
    ]
    lines += [f"  {dimension:15} {tally}" for dimension, tally in sorted(scores.described.items())]
    if scores.verbs:
        lines += [f"roles             {scores.roles}"]
    count = len(scores.links) or 1
    precision, recall = sum(p for p, _ in scores.links) / count, sum(r for _, r in scores.links) / count
    both = 2 * precision * recall / ((precision + recall) or 1)
    lines += [
        f"links, B³         F1 {both:.3f} (precision {precision:.3f}, recall {recall:.3f}; "
        f"{len(scores.links)} mentions)"
    ]
    if scores.verbs:
        lines += [f"verbs             {verbs}"]
        lines += [f"  {grammar:15} {tally}" for grammar, tally in sorted(scores.verbs.items())]
        lines += [f"  of the person   {scores.verbs_of}", f"quoted speaker    {scores.quotes}"]
    women = scores.women
    shares = [100 * women[f"{who} women"] / (women[who] or 1) for who in ("labelled", "found")]
    lines += [
        f"share of women    by hand {women['labelled women']} of {women['labelled']} ({shares[0]:.1f} %), "
        f"found {women['found women']} of {women['found']} ({shares[1]:.1f} %)"
    ]
    return "\n".join(lines)


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.right += tally.right
        total.more += tally.more
        total.missed += tally.missed
    return total


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of all parts, or of one, and on request what went wrong in the open parts."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.people", description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS, help="one part only")
    parser.add_argument("--errors", action="store_true", help="list the errors in the open parts")
    chosen = parser.parse_args(arguments)
    parts: tuple[Part, ...] = (chosen.part,) if chosen.part else PARTS
    for part in parts:
        scores = score(load(part), links_only=part in LINKS_ONLY)
        print(f"== {part}\n{totals(scores)}")
        if chosen.errors and part in OPEN:
            print("\n".join(scores.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
