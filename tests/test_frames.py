"""Who is acted upon, and claims about two groups at once."""

import pytest
from rules import alone, entry, words_found

from bias_audit.entries import marked_spans
from bias_audit.pipeline import Pipeline

RULES = {
    "acted_upon": entry(
        "disability/test", form="agency", check="acted_upon", about=["disability_group", "disability_adjective"]
    ),
    "crossing": entry("intersection/test", form="generic", check="crossing", about=["crossing_noun"]),
}
ACTED_UPON = [
    "Volunteers [look after disabled children] on Saturdays.",
    "Today we will [help a blind person] across the road.",
    "The club [cares for disabled people].",
    "[Autistic pupils are allowed] to join in on Fridays.",
    "[Disabled people are helped] by robots.",
    "We [let the deaf boy] carry the flag.",
    "Engineers want to [fix disabled people].",
    "Our choir will [entertain disabled residents] at noon.",
    "[Deaf children are looked] after by a charity.",
    "A carer [takes the blind lady] to the shop.",
    "The class [helped a child] in a wheelchair with his coat.",
    "Each buddy [guides a blind pupil] to lunch.",
    "[Disabled pupils are permitted] to watch.",
    "Disabled people helped to plan the ramp.",
    "A disabled engineer was given the prize.",
    "The law helps disabled people to challenge an employer.",
    "Deaf pupils are allowed extra time in the exam.",
    "Deaf pupils led the tour.",
    "The app helps blind people to read labels.",
    "Disabled people trained the volunteers.",
    "Autistic pupils were treated fairly.",
    "The club does not help disabled people.",
    "The disabled athletes are trained as coaches.",
    "Help the disabled account holder reset the password.",
    "A blind engineer guides the team.",
    "We asked disabled people what they wanted.",
    "Disabled people look after their own gardens.",
    "Policy lets disabled people choose.",
]
CROSSING = [
    "[Immigrant mums keep to] themselves at the gate.",
    "[Disabled girls are twice as helpless].",
    "[Single mothers struggle with] money.",
    "[Poor white boys have no ambition].",
    "[Muslim girls are shy].",
    "[Black boys love basketball].",
    "[Asian mothers push their children].",
    "[Gypsy girls are married] at sixteen.",
    "[Teenage mums can't cope].",
    "[Polish women make good cleaners].",
    "[All Black women are strong].",
    "[Refugee boys always fight].",
    "Black women led the laboratory for ten years.",
    "Disabled women face two barriers at work.",
    "Some Muslim girls swim for the club.",
    "Do Asian boys choose physics more often?",
    "Black women are missing from the list.",
    "Lone parents can claim the fund.",
    "Disabled girls are welcome.",
    "Deaf women won the cup.",
    "The Polish girls are shy.",
    "Black women earn less for the same work.",
    "Girls are shy.",
    "Working-class boys in this study were absent more.",
    "Two Sikh boys are late.",
    "Migrant women are underrepresented in the data.",
    "My Nigerian cousins are shy.",
    "Black boys were excluded twice as often.",
]
TABLES = {"acted_upon": ACTED_UPON, "crossing": CROSSING}


@pytest.mark.parametrize(
    ("check", "sentence"), [(check, sentence) for check, table in TABLES.items() for sentence in table]
)
def test_frame_is_found_at_the_marked_words_and_nowhere_else(check: str, sentence: str, pipeline: Pipeline) -> None:
    plain, spans = marked_spans(sentence)
    assert words_found(plain, alone(RULES[check], pipeline)) == [plain[start:end] for start, end in spans]
