"""The rules that need syntax, one file per idea. An entry names one with ``check:``.

A check looks at one parsed sentence and yields the spans to point at. ``about`` are the words whose
presence made the sentence worth parsing (the entry's word groups).
"""

from . import brilliance, generalisation, generics, pathways, yardstick
from .sentence import Check

CHECKS: dict[str, Check] = {
    "generic_pronoun": generics.generic_pronoun,
    "generalisation": generalisation.generalisation,
    "yardstick": yardstick.yardstick,
    "pathway_ranking": pathways.pathway_ranking,
    "brilliance_gate": brilliance.brilliance_gate,
}
