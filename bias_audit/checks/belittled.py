"""People of a job or a route said to be dull, lazy or unable to learn: "joiners can't do maths"."""

from collections.abc import Iterator

from spacy.tokens import Span

from .generalisation import generalisation
from .sentence import Parsed, Words


def belittled(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the claims about a group of ``about`` that look down on it; all else is a fact about the job."""
    low, high = sentence.words["low_trait"], sentence.words["school_gift"]
    for claim in generalisation(sentence, about):
        subject = next((t.i for t in claim if t.dep_ in ("nsubj", "nsubjpass")), claim.start)
        said = {t.lower_ for t in sentence.doc[subject + 1 : claim.end]}
        rest = said | {t.lower_ for t in claim[-1].subtree if t.i > subject}
        denied = not said.isdisjoint(("n't", "not", "never", "no"))
        if rest & low or (denied and rest & high):
            yield claim
