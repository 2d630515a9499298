"""The spaCy component ``bias_audit``: ``nlp.add_pipe("bias_audit")`` marks what our rules find.

Registered by entry point, so nobody has to import this package; it imports nothing heavy, since every
start of spaCy on the machine loads it. It sets no extension: results are one SpanGroup,
``doc.spans["bias_audit"]``, with the dimension as label and the entry's id as span id.
Rules that need a parse use our own model, so that a blank pipeline is enough.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("bias_audit", assigns=["doc.spans"], default_config={"spans_key": "bias_audit"})
def bias_audit(nlp: Language, name: str, spans_key: str) -> Callable[[Doc], Doc]:
    """A component that writes the found spans to ``doc.spans[spans_key]``."""
    return Marker(spans_key)


class Marker:
    """Marks spans; holds only its key, so that it can be copied to other processes."""

    def __init__(self, spans_key: str) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Mark what is found in ``doc``, and return it."""
        from .audit import analyse
        from .model import Block, Document, Place

        block = Block(doc.text, "paragraph", Place("paragraph 1"))
        report = analyse(Document("text", "text/plain", "", (block,)))
        spans = [
            span
            for finding in report.findings
            for place in finding.places
            if (
                span := doc.char_span(
                    place.start,
                    place.end,
                    label=finding.dimension,
                    span_id=finding.entry,
                    alignment_mode="expand",
                )
            )
        ]
        doc.spans[self.spans_key] = sorted(spans, key=lambda s: (s.start, s.end, s.id_))
        return doc
