"""The rules that need syntax, one file per idea. An entry names one with ``check:``.

A check looks at one parsed sentence and yields the spans to point at. ``about`` are the words whose
presence made the sentence worth parsing (the entry's word groups).
"""

from collections.abc import Callable, Iterable

from . import (
    assumption,
    belittled,
    brilliance,
    casting,
    crossing,
    frames,
    gates,
    generalisation,
    generics,
    jobs,
    labels,
    marked,
    pathways,
    ranking,
    routes,
    worth,
    yardstick,
)
from .sentence import BeforeParse, Check, Parsed

CHECKS: dict[str, Check] = {
    "generic_pronoun": generics.generic_pronoun,
    "generalisation": generalisation.generalisation,
    "belittled": belittled.belittled,
    "yardstick": yardstick.yardstick,
    "even_they": yardstick.even_they,
    "pathway_ranking": pathways.pathway_ranking,
    "fall_back": pathways.fall_back,
    "brilliance_gate": brilliance.brilliance_gate,
    "assumption": assumption.assumption,
    "from_home": assumption.from_home,
    "instruction": assumption.instruction,
    "own_use": assumption.own_use,
    "casting": casting.casting,
    "one_acts_one_watches": casting.one_acts_one_watches,
    "given_by_gender": casting.given_by_gender,
    "one_gender": marked.one_gender,
    "difficulty_gate": gates.difficulty_gate,
    "surprise": gates.surprise,
    "needs_no_skill": jobs.needs_no_skill,
    "job_threat": jobs.job_threat,
    "ability_label": labels.ability_label,
    "never_will": labels.never_will,
    "minimised": ranking.minimised,
    "ranked_above": ranking.ranked_above,
    "route_assumed": routes.route_assumed,
    "degree_gate": routes.degree_gate,
    "acted_upon": frames.acted_upon,
    "crossing": crossing.crossing,
    "regretted": worth.regretted,
    "language_worth": worth.language_worth,
}
# What a sentence must have besides, for a check to find anything in it: a word of each of these groups, ...
CUES: dict[str, tuple[str, ...]] = {
    "assumption": ("assumption_cue",),
    "from_home": ("from_home_cue",),
    "own_use": ("owner_word",),
    "casting": ("part_word",),
    "given_by_gender": ("class_job",),
    "never_will": ("class_topic", "failing_who", "failing_what"),
    "surprise": ("surprising_person", "achieved"),
    "ability_label": ("label_cue",),
    "brilliance_gate": ("clever_cue",),
    "difficulty_gate": ("gate_cue",),
    "minimised": ("minimised_cue",),
    "ranked_above": ("rank_measure", "rank_cue"),
    "route_assumed": ("reader_cue",),
    "yardstick": ("yardstick_cue",),
    "even_they": ("even_word",),
    "belittled": ("looking_down",),
    "one_gender": ("one_gender_cue",),
    "acted_upon": ("acted_upon_cue",),
    "crossing": ("crossing_adjective",),
    "regretted": ("taking_up",),
}
# ... this shape, ...
SHAPES = {
    "difficulty_gate": "beyond_most",
    "needs_no_skill": "no_skill_needed",
    "job_threat": "low_work",
    "pathway_ranking": "lack",
    "fall_back": "fallen_back",
    "degree_gate": "degree_needed",
    "language_worth": "useless_language",
    "regretted": "regret",
}
# Checks that also look at the sentence before: the shape may stand there.
LOOKING_BACK = frozenset({"regretted"})
# ... and what these say of its words. Others are not parsed.
WORTH_PARSING: dict[str, BeforeParse] = {
    "generic_pronoun": generics.may_speak_of_anyone,
    "generalisation": generalisation.may_claim,
    "belittled": generalisation.may_claim,
    "even_they": generalisation.may_claim,
    "one_acts_one_watches": casting.may_name_two,
}
# What in a document is the counter case of a check (GG09), asked of the sentences that the check was called on.
BALANCED: dict[str, Callable[[Iterable[Parsed]], bool]] = {"casting": casting.balanced}
