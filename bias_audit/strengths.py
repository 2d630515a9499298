"""Something good in the document, found as entries are; never in quoted or denied text, nor beside a finding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .detect import matched_in, sentence_of
from .findings import occurrence
from .guards import negation
from .matching import shielded
from .model import Document, Finding, Occurrence, Strength
from .pipeline import Pipeline
from .spots import Context, Spot
from .voices import critique, quotation

_SILENCING = {"GG01": quotation, "GG02": critique, "GG16": negation}


def find_strengths(
    document: Document, context: Context, pipeline: Pipeline, findings: Iterable[Finding] = ()
) -> tuple[Strength, ...]:
    """Strengths in the order of the lexicon, each with its places; not where a sentence has a finding worth a look."""
    amiss = {(o.block, o.start) for f in findings if f.severity > 0 for o in f.places}
    entries = pipeline.lexicon.strengths
    places: dict[int, list[Occurrence]] = defaultdict(list)
    for block, doc in enumerate(context.text.docs):
        if document.blocks[block].kind in ("code", "reference"):
            continue
        shields = shielded(doc, pipeline.strengths)
        for match in matched_in(doc, entries, pipeline.strengths, shields, pipeline.lexicon):
            index, first, last = match.entry, match.first, match.last
            spot = Spot(sentence_of(context.text, block, first), first, last)
            if any(at == block and spot.sentence.start <= start < spot.sentence.end for at, start in amiss):
                continue
            if not any(asks(spot, context, context.lexicon.guards[id]) for id, asks in _SILENCING.items()):
                places[index].append(occurrence(spot, document, context.text))
    kept = _once(places)
    return tuple(
        Strength(entry.id, entry.dimension, tuple(kept[index]))
        for index, entry in enumerate(entries)
        if len(kept.get(index, ())) >= entry.least
    )


def _once(places: Mapping[int, Sequence[Occurrence]]) -> dict[int, list[Occurrence]]:
    """The places of each entry, where words that two entries find belong to the one that takes in more of them."""
    order = sorted(((o.start - o.end, index, o) for index, found in places.items() for o in found), key=lambda x: x[:2])
    taken: dict[int, list[tuple[int, int, int]]] = defaultdict(list)  # by block: start, end and entry
    kept: dict[int, list[Occurrence]] = defaultdict(list)
    for _, index, place in order:
        if all(i == index or place.end <= start or end <= place.start for start, end, i in taken[place.block]):
            taken[place.block].append((place.start, place.end, index))
            kept[index].append(place)
    for found in kept.values():
        found.sort(key=lambda o: (o.block, o.start))
    return kept
