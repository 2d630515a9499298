"""What a report says of people and pictures in a line each."""

from collections import Counter
from collections.abc import Sequence

from .. import wording
from ..model import Picture, Report, Share
from ..shares import PERCENT_FROM, per_cent
from ..tables import counts_of, tables_of
from ..wording import counted, listed, plain


def people_total(report: Report) -> int:
    """How many people are counted."""
    return max((count.share.total for count in report.representation.described_as), default=0)


def people_line(report: Report) -> str:
    """ "11 people: 5 described as he, 1 as she, 5 not stated. Too few for a percentage."."""
    counts, total = report.representation.described_as, people_total(report)
    left_out = sum(count.share.count for count in counts_of(tables_of(report.representation), "left-out"))
    if not total and left_out:
        return "Nobody is counted: it is not sure whom the words for people mean."
    if not total:
        return "No people were found in the words."
    if all(count.label == "not stated" or not count.share.count for count in counts):
        return f"{counted(total, 'person', 'people')}; the text does not say he or she."
    parts = described(tuple((count.label, count.share) for count in counts))
    text = f"{counted(total, 'person', 'people')}{': ' if parts else ''}{', '.join(parts)}."
    text += f" {wording.TOO_FEW}" if total < PERCENT_FROM else ""
    if left_out < wording.MANY_LEFT_OUT:
        return text
    return f"{text} {left_out:,} more words for people are not counted, as it is not sure whom they mean."


def described(counts: Sequence[tuple[str, Share]]) -> list[str]:
    """ "5 described as he", "1 as she": the first of the described ones carries the verb; no zeros."""
    words: dict[str, str] = {str(key): value for key, value in wording.GENDER_WORDS.items()}
    parts: list[str] = []
    verb = "described "
    for label, share in counts:
        if not share.count:
            continue
        text = words.get(label, plain(label)).removeprefix("described ")
        if label != "not stated" and label in words:
            text, verb = verb + text, ""
        percentage = ""
        if share.total >= PERCENT_FROM:
            percentage = f" ({per_cent(share)})"
        parts.append(f"{share.count:,} {text}{percentage}")
    return parts


def named_line(report: Report) -> str:
    """Who is named, and as what each of them is counted; "" when nobody is."""
    people, counts = report.people, report.representation.described_as
    counted_as = {people.mentions[i].person: count.label for count in counts for i in count.mentions}
    named = [index for index, person in enumerate(people.persons) if person.named and index in counted_as]
    if not named:
        return ""
    shown = [f"{plain(people.persons[index].label)} ({plain(counted_as[index])})" for index in named[:12]]
    rest = len(named) - len(shown)
    return f"Named: {', '.join(shown)}{f' and {rest:,} more' if rest else ''}."


def pairs_line(report: Report) -> str:
    """Which group mixed pairs name first; "" when there are none."""
    pairs = report.representation.pairs
    if not pairs:
        return ""
    first = Counter(pair.first for pair in pairs)
    words = {"he": "men or boys", "she": "women or girls"}
    if len(first) == 1:
        who = words[pairs[0].first]
        return f"Pairs such as “{plain(pairs[0].place.text)}”: {len(pairs):,}, {who} first each time."
    parts = [f"{first[key]} with {text} first" for key, text in words.items()]  # type: ignore[index]
    return f"Pairs that name both: {listed(parts)}."


def pictures_line(report: Report) -> str:
    """Pictures with and without usable alt text; "" when there are none."""
    kinds = Counter(picture.alt_quality for picture in report.pictures)
    if not kinds:
        return ""
    usable = kinds["written"]
    total = len(report.pictures)
    rest = [
        f"{number:,} {wording.ALT_QUALITIES[kind]}"
        for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
        if kind != "written"
    ]
    if kinds["not checkable"] == total:
        return f"{counted(total, 'picture')}; the format does not let us check alt text."
    text = f"{counted(total, 'picture')}: {usable:,} with usable alt text"
    if bare := sum(is_one_word(picture) for picture in report.pictures):
        text += f" ({bare:,} of one word only)"
    return f"{text}; {', '.join(rest)}." if rest else f"{text}."


def is_one_word(picture: Picture) -> bool:
    """Whether somebody wrote one word as alt text: enough for "Owl", and not for "Lab"."""
    return picture.alt_quality == "written" and len(picture.alt_text.split()) == 1


def faces_line(report: Report) -> str:
    """Faces seen in photographs, each picture once; "" when nothing looks like a photograph."""
    photographs = [p for p in report.pictures if p.photograph and p.duplicate_of is None]
    if not photographs:
        return ""
    looked = [p.faces for p in photographs if p.faces is not None]
    if not looked:
        return "Faces in photographs were not looked for: the part that finds them does not run on this computer."
    faces = counted(sum(looked), "face") if sum(looked) else "No faces"
    looks = "that looks like a photograph" if len(looked) == 1 else "that look like photographs"
    return f"{faces} seen in {counted(len(looked), 'picture')} {looks}; illustrations are not counted."


def duplicates_line(report: Report) -> str:
    """Which pictures come again, and where they stood first; "" when none does."""
    again = [(p, report.pictures[p.duplicate_of]) for p in report.pictures if p.duplicate_of is not None]
    if not again:
        return ""
    shown = [_where_again(plain(p.place.label), plain(first.place.label)) for p, first in again[:3]]
    rest = f" and {len(again) - 3:,} more" if len(again) > 3 else ""
    verb = "comes" if len(again) == 1 else "come"
    return f"{counted(len(again), 'picture')} {verb} again: {'; '.join(shown)}{rest}."


def _where_again(place: str, first: str) -> str:
    return f"{place} has it twice" if place == first else f"{place} repeats the one of {first}"
