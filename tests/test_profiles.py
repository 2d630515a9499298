"""Who tells of himself or herself under a name: profiles, and near misses."""

import pytest

from bias_audit.audit import analyse, read_bytes
from bias_audit.model import People


def people(markdown: str) -> People:
    return analyse(read_bytes(markdown.encode(), "lesson.md")).people


def tellers(markdown: str) -> dict[str, int]:
    """How often each person says "I"; "" for nobody."""
    found = people(markdown)
    said: dict[str, int] = {}
    for mention in found.mentions:
        if mention.text == "I":
            label = found.persons[mention.person].label if mention.person >= 0 else ""
            said[label] = said.get(label, 0) + 1
    return said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Dan, apprentice joiner\n\nI always liked making things.", {"Dan": 1}),
        ("Freya MacAskill, marine biologist\n\nI study seals. I love my job.", {"Freya MacAskill": 2}),
        ("Profile: Gemma Roy, Site Manager\n\nI left school with four Nationals.", {"Gemma Roy": 1}),
        ("# A day in the life of Sunil Rao, dental nurse\n\n8 am: I open the surgery.", {"Sunil Rao": 1}),
        ("Cristina, 28, from Romania\n\nI came to Scotland in 2015.", {"Cristina": 1}),
        ("# Kofi (19)\n\nI fix bikes.\n\n## My route\n\nI left school early.", {"Kofi": 2}),
        ("# Amina's story\n\nI grew up in Leith.", {"Amina": 1}),
        ("# Gemma Roy\n\nSite manager\n\nI left school with four Nationals.", {"Gemma Roy": 1}),
        ("# Gemma Roy\n\nAge: 26\n\nI left school with four Nationals.", {"Gemma Roy": 1}),
        ("# Gemma Roy\n\nI left school at 16 and I trained as a joiner.", {"Gemma Roy": 2}),
        ("# Dan, apprentice joiner\n\nI'm Dan and I make doors. My boss is Ana. She trained me.", {"Dan": 2}),
        ("Gemma Roy\n\nSite manager, Wick\n\nI left school.", {"Gemma Roy": 1}),
        ("Gemma Roy\n\nNurse at Raigmore Hospital\n\nI left school.", {"Gemma Roy": 1}),
        ("# Q and A with Gemma Roy\n\n**What's your job?** I'm a train driver.", {"Gemma Roy": 1}),
        ("# Interview: Gemma Roy, train driver\n\nWhat do you like? I like trains.", {"Gemma Roy": 1}),
        ("# My day, by Kofi\n\nFirst I feed the hens.", {"Kofi": 1}),
        # each under a name of his or her own
        ("# Our people\n\n## Dan, joiner\n\nI make doors.\n\n## Zara, welder\n\nI weld.", {"Dan": 1, "Zara": 1}),
        ("Dan, joiner\n\nI make doors.\n\nZara, welder\n\nI weld pipes. I like it.", {"Dan": 1, "Zara": 2}),
        ("Zara Roy, 19\n\nI weld.\n\nXiqo Brill, 22\n\nI bake. I like it.", {"Zara Roy": 1, "I": 2}),  # no known name
    ],
)
def test_whoever_a_profile_names_is_its_i(text: str, expected: dict[str, int]) -> None:
    assert tellers(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Ada Lovelace, mathematician\n\nI think she was brave. I liked her letters.", "Ada Lovelace"),
        ("# Robert Burns, poet\n\nI like how Burns writes. I read him at school.", "Robert Burns"),
        ("# Mary Slessor, missionary\n\nI can say where Nigeria is.", "Mary Slessor"),
        ("# Mary Slessor\n\nWhat did I learn today?", "Mary Slessor"),
        ("# Dan, joiner\n\nI'm Gemma and I met a joiner.", "Dan"),
        ("Gemma Roy, Site Manager\n\nDear Ms Roy,\n\nI saw your advert. I am a joiner.", "Gemma Roy"),
        ("I feel nervous there.\n\nTam, 14\n\nI like it there.\n\nMo, 15", "Tam"),  # each below what he says
        ("# Dan, joiner\n\nDoors are hard.\n\n# What to do\n\nI made a door. I liked it.", "Dan"),
        ("Tam, 14, is a joiner.\n\nI met him. I liked him.", "Tam"),
        ("# Interview: Gemma Roy\n\nI met Gemma in Wick. I asked about trains.", "Gemma Roy"),
        ("# My day with Kofi\n\nFirst I feed the hens.", "Kofi"),
        ("# My poem, by Kofi, and yours\n\nFirst I feed the hens.", "Kofi"),
        ("# Macbeth's wife\n\nI think it is sad. I cried.", "Macbeth"),
    ],
)
def test_a_name_on_top_is_not_always_the_i_below(text: str, name: str) -> None:
    assert name not in tellers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kerry Lamont\n\nAge 26, from Dingwall\n\nShe loves heights.",
        "## Kerry Lamont, farrier\n\nWorks with: horses\n\nQualifications: SVQ 3\n\nShe started at 17.",
        "# Kerry Lamont\n\nJob: welder\n\n## Day-to-day tasks\n\nShe works in Govan.",
    ],
)
def test_lines_without_people_do_not_part_a_name_from_she(text: str) -> None:
    assert {p.label: p.gender for p in people(text).persons} == {"Kerry Lamont": "she"}


@pytest.mark.parametrize(
    "text",
    [
        "Kerry Lamont works here.\n\n# Question 2\n\nAdd the numbers.\n\nShe paints a door.",  # another section
        "Kerry Lamont met Ana.\n\nIt was hot.\n\nShe left.",  # one of two
        "Kerry Lamont left.\n\nIt was hot.\n\nIt was late.\n\nIt was dark.\n\nIt rained.\n\nShe left.",  # far below
    ],
)
def test_she_after_a_heading_or_far_below_may_be_somebody_else(text: str) -> None:
    assert {p.label: p.gender for p in people(text).persons}["Kerry Lamont"] == "not stated"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Gemma Roy\n\nMarine engineer, Stornoway", ("marine engineer",)),
        ("Gemma Roy\n\n*Dairy farmer, Isle of Skye*", ("dairy farmer",)),
        ("Gemma Roy, 22\n\nApprentice engineer, Rolls-Royce", ("apprentice engineer",)),
        ("Gemma Roy (22)\n\nNurse at Raigmore Hospital", ("nurse",)),
        ("Fraser Hogg, 22\n\nSoftware developer, Dundee", ("software developer",)),
        ("Gemma Roy\n\nNurse, tired and happy", ()),
        ("Gemma Roy\n\nAuthor, The Boy Who Ran", ()),
        ("Gemma Roy left, 22\n\nSoftware developer, Dundee", ()),
    ],
)
def test_the_line_below_a_name_says_the_job_and_where(text: str, roles: tuple[str, ...]) -> None:
    assert [p.roles for p in people(text).persons if p.label.split()[0] in ("Gemma", "Fraser")] == [roles]
