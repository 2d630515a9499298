"""What the reading load of a document shows, where it shows enough to be worth saying."""

import re
from collections import Counter
from dataclasses import replace

from .model import Block, Count, Document, Occurrence, PatternFinding, Profile, Reading, Severity
from .readability import COUNTED, for_learners, load_reading
from .representation import pattern_finding
from .shares import wilson

_OPENING = re.compile(r"(?:\S+\s+){5}\S+")  # of a paragraph
_SENTENCES = 20  # from which a page is more than a paragraph


def reading_patterns(reading: Reading, document: Document, profile: Profile) -> tuple[PatternFinding, ...]:
    """What the reading load shows, where it shows enough to be worth saying."""
    stage = load_reading()[0].stages[profile.stage]
    found = []
    over, all_ = len(reading.long_sentences), reading.sentences
    if all_ >= _SENTENCES and over >= all_ / 4:
        count = Count(f"over {stage.long_sentence} words", wilson(over, all_))
        severity: Severity = 1 if profile.stage else 0
        found.append(pattern_finding("language/long-sentences", "language", severity, count, reading.long_sentences))
    if stage.age and reading.age and reading.age[0] > stage.age + 1:
        count = Count(f"a reader of {reading.age[0]} or more", wilson(all_, all_))
        found.append(replace(pattern_finding("language/reading-age", "language", 0, count), counts=()))
    if len(reading.hard_words) >= 8 and reading.sentences >= _SENTENCES:
        firsts = tuple(term.places[0] for term in reading.hard_words)
        places = firsts + tuple(place for term in reading.hard_words for place in term.places[1:])
        words = sum(
            len(block.text.split()) for block in document.blocks if block.kind in COUNTED and for_learners(block)
        )
        count = Count("long words", wilson(min(words, len(places)), words))
        found.append(pattern_finding("language/hard-words", "language", 0, count, places))
    blocks = enumerate(document.blocks)
    paragraphs = [(at, block) for at, block in blocks if block.kind == "paragraph" and for_learners(block)]
    walls = tuple(_whole(at, block) for at, block in paragraphs if len(block.text.split()) > stage.long_paragraph)
    if len(walls) >= 3 and len(walls) >= len(paragraphs) / 10:
        count = Count(f"over {stage.long_paragraph} words", wilson(len(walls), len(paragraphs)))
        found.append(pattern_finding("language/wall-of-text", "language", 0, count, walls))
    tasks = Counter({mode.name: len(mode.places) for mode in reading.modes})
    if tasks["write"] >= 5 and len(tasks) == 1:
        count = Count("write", wilson(tasks["write"], tasks["write"]))
        found.append(pattern_finding("disability/only-in-writing", "disability", 1, count, reading.modes[0].places))
    if not reading.headings and sum(len(block.text.split()) for block in document.blocks) > 600:
        count = Count("headings", wilson(0, len(document.blocks)))
        found.append(replace(pattern_finding("disability/no-headings", "disability", 0, count), counts=()))
    return tuple(found)


def _whole(at: int, block: Block) -> Occurrence:
    """A paragraph as a place: its first words, in all of it."""
    opening = _OPENING.match(block.text)
    words = opening[0] if opening else block.text
    return Occurrence(at, 0, len(words), words, block.text, 0, block.place, block.audience)
