"""What the tool says itself is easy to read: measured as it measures others."""

from collections.abc import Iterable, Iterator
from types import ModuleType

from rules import block, document

from bias_audit import wording
from bias_audit.model import Profile
from bias_audit.pipeline import Pipeline, load_model
from bias_audit.readability import reading_of
from bias_audit.text import tokenise
from bias_audit.ui import page_texts, texts

OLDEST = 12  # years
FEWEST = 6  # words: what is shorter is a label


def said_by(value: object) -> Iterator[str]:
    """The texts in a constant."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from said_by(one)


def constants(*modules: ModuleType) -> Iterator[str]:
    for module in modules:
        for name, value in vars(module).items():
            if name.isupper():
                yield from said_by(value)


def ages(said: Iterable[str]) -> tuple[int, int]:
    """The youngest and the oldest reader that the formulas give."""
    whole = document(*(block(words) for words in said if len(words.split()) >= FEWEST))
    found = reading_of(whole, tokenise(whole.blocks, load_model()), Profile()).age
    assert found is not None, "too few words to measure"
    return found


def test_words_of_the_app_are_for_readers_of_twelve() -> None:
    assert ages(constants(texts, page_texts, wording))[1] <= OLDEST


def test_words_of_the_rules_are_for_readers_of_twelve(pipeline: Pipeline) -> None:
    rules = pipeline.lexicon.entries
    assert (
        ages(words for rule in rules for words in (rule.saw, rule.why, rule.fine_when, rule.ask, *rule.try_instead))[1]
        <= OLDEST
    )
