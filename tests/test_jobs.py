"""Jobs and routes as data, and which words of a text name a route."""

import shutil
from pathlib import Path

import pytest
import spacy
from counts import read

from bias_audit.errors import LexiconError
from bias_audit.jobs import find_routes, load_occupations, load_routes, occupation_of
from bias_audit.lexicon import lexicon_folder
from bias_audit.model import Block, BlockKind, Place
from bias_audit.people import find_people
from bias_audit.people.counts.people_counts import jobs_of
from bias_audit.people.words import load_people_words
from bias_audit.text import tokenise

NLP = spacy.blank("en")
ENGLISH = lexicon_folder() / "en"


def roles(text: str) -> list[tuple[str, ...]]:
    return [p.roles for p in find_people(tokenise([Block(text, "paragraph", Place("paragraph 1"))], NLP)).persons]


def routes(text: str, kind: BlockKind = "paragraph", language: str = "en") -> list[tuple[str, str]]:
    blocks = [Block(text, kind, Place("paragraph 1"), language=language)]
    return [(m.route, m.text) for m in find_routes(tokenise(blocks, NLP))]


# --- occupations --------------------------------------------------------------------------------


def test_occupations_are_many_and_lists_are_closed() -> None:
    jobs = load_occupations()
    assert len(jobs.by_title) >= 800
    assert {j.level for j in jobs.by_title.values()} == set(jobs.levels)
    assert {j.sector for j in jobs.by_title.values()} == set(jobs.sectors)
    assert {r for j in jobs.by_title.values() for r in j.routes} <= set(load_routes().routes)


def test_occupations_are_found_by_every_form_and_by_one_job_only() -> None:
    jobs = load_occupations()
    for job in jobs.by_title.values():
        for form in (job.title, job.plural, *job.other_words):
            assert occupation_of(form) is job


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("Firemen", "firefighter"),
        ("policewoman", "police officer"),
        ("posties", "postie"),
        ("crofters", "crofter"),
        ("creel fishermen", "creel fisher"),
        ("secretaries", "secretary"),
        ("midwives", "midwife"),
        ("lollipop ladies", "school crossing patroller"),
        ("heads of department", "head of department"),
        ("procurators  fiscal", "procurator fiscal"),
        ("children’s nurse", "children's nurse"),
        ("coaches", "coach"),
        ("tradespeople", "tradesperson"),
        ("teachers of the deaf", "teacher of the deaf"),
        # one job, one title: counts would be split
        ("tattooist", "tattoo artist"),
        ("wedding celebrant", "celebrant"),
        ("lollipop people", "school crossing patroller"),
        ("stone mason", "stonemason"),
        ("game designer", "games designer"),
        ("lab technicians", "laboratory technician"),
        ("harbour master", "harbourmaster"),
        ("farmworker", "farm worker"),
        ("MSPs", "member of the scottish parliament"),
        ("CEO", "chief executive"),
        ("ASN teacher", "additional support needs teacher"),
        ("CLD worker", "community learning and development worker"),
        ("electronic engineer", "electronics engineer"),
        ("dykers", "drystone dyker"),
        ("bin workers", "refuse collector"),
        ("HGV driver", "lorry driver"),
        # titles that say a gender name the job
        ("craftswomen", "craftsperson"),
        ("repairman", "repairer"),
        ("sportsmen", "athlete"),
        ("servicewoman", "member of the armed forces"),
        ("airman", "aviator"),
        ("stuntwomen", "stunt performer"),
        ("linesman", "assistant referee"),
        ("lineman", "lines worker"),
        ("clergymen", "member of the clergy"),
        ("anchorman", "newsreader"),
        ("vice-chairman", "vice-chair"),
        ("veterinary surgeon", "vet"),
    ],
)
def test_occupation_of_reads_plurals_and_older_words(word: str, title: str) -> None:
    job = occupation_of(word)
    assert job is not None
    assert job.title == title


@pytest.mark.parametrize(
    ("title", "sector", "level", "stem", "some_routes"),
    [
        ("play therapist", "health", "professional", True, {"university"}),
        ("retained firefighter", "emergency and defence", "officer", False, {"work"}),
        ("graduate engineer", "engineering", "apprentice", True, {"university"}),
        ("ironmonger", "retail", "manager", False, {"own-business"}),
        ("headteacher", "education", "manager", False, {"university"}),
        ("dock worker", "transport", "operator", False, {"work"}),
        ("meter reader", "energy", "operator", False, {"work"}),
        ("data entry clerk", "business", "assistant", False, {"modern-apprenticeship"}),
        ("network engineer", "computing", "technician", True, {"college"}),
        ("sound engineer", "engineering", "professional", True, {"college", "work"}),
        ("marine engineer", "engineering", "professional", True, {"modern-apprenticeship", "graduate-apprenticeship"}),
        ("nursery manager", "care", "manager", False, {"college", "university"}),
        ("army medic", "emergency and defence", "officer", True, {"armed-forces"}),
        ("exam invigilator", "education", "assistant", False, {"work"}),
        ("foreperson", "construction", "manager", False, {"work", "modern-apprenticeship"}),
        ("street trader", "retail", "assistant", False, {"own-business"}),
        ("cafe owner", "food and hospitality", "manager", False, {"own-business"}),
        ("physics teacher", "education", "professional", True, {"university"}),
        ("history teacher", "education", "professional", False, {"university"}),
        ("player", "any", "performer", False, set()),
        ("editor", "creative", "professional", False, set()),
    ],
)
def test_occupations_stand_in_their_groups(
    title: str, sector: str, level: str, stem: bool, some_routes: set[str]
) -> None:
    job = load_occupations().by_title[title]
    assert (job.sector, job.level, job.stem) == (sector, level, stem)
    assert some_routes <= set(job.routes)


@pytest.mark.parametrize(
    ("word", "sector", "stem"),
    [
        ("content creator", "creative", False),
        ("steel fixers", "construction", False),
        ("landscaper", "farming and sea", False),
        ("bailiff", "law", False),
        ("magistrate", "law", False),
        ("prison governor", "emergency and defence", False),
        ("inventor", "engineering", True),
        ("naturalist", "science", True),
        ("radiotherapist", "health", True),
        ("animal care worker", "care", False),
        ("pet groomer", "farming and sea", False),
        ("digital marketer", "business", False),
        ("data architect", "computing", True),
        ("eyelash technician", "personal services", False),
        ("front end developer", "computing", True),
    ],
)
def test_occupations_that_a_last_word_would_misplace_have_titles(word: str, sector: str, stem: bool) -> None:
    job = occupation_of(word)
    assert job is not None
    assert (job.sector, job.stem) == (sector, stem)


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("robotics engineer", ["robotics engineer"]),
        ("form tutor", ["tutor"]),
        ("tenant farmer", ["farmer"]),
        ("letting agent", ["letting agent"]),
        ("learner driver", []),
        ("school captain", []),
        ("line judge", []),
        ("vice president", []),
        ("vice principal", []),
        ("vice captain", []),
    ],
)
def test_jobs_of_a_role_are_read_from_its_last_word_where_that_holds(role: str, titles: list[str]) -> None:
    assert [job.title for job in jobs_of([role])] == titles


@pytest.mark.parametrize("word", ["turbine", "gravity", "", "boffin", "person"])
def test_occupation_of_is_none_for_other_words(word: str) -> None:
    assert occupation_of(word) is None


def test_occupations_that_are_as_often_things_are_marked() -> None:
    for word in ("conductor", "server", "driver", "model", "player", "printer", "ranger", "estimator", "bouncer"):
        job = occupation_of(word)
        assert job is not None
        assert job.ambiguous
        assert word not in load_people_words().roles


def test_people_words_take_the_jobs_that_mean_nothing_else() -> None:
    roles = load_people_words().roles
    assert {"joiner", "slater", "ghillie", "turbine technician", "park ranger"} - roles == {"slater"}  # woodlice too
    assert {"neighbour", "runner"} <= roles  # from people.yaml
    assert not roles & load_people_words().people_in_general


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The park ranger counted the deer.", ["The park ranger"]),
        ("The + operator joins two strings, and an operator may be unary.", []),
        ("An editor is a program for text.", []),
        ("A civil engineer visited. The engineer said the bridge sways.", ["A civil engineer"]),
        ("A bus driver and a lorry driver met.", ["A bus driver", "a lorry driver"]),
        ("Michael Faraday had trained as a bookbinder.", ["Michael Faraday"]),
    ],
)
def test_people_are_found_by_longer_titles(text: str, persons: list[str]) -> None:
    found = find_people(tokenise([Block(text, "paragraph", Place("paragraph 1"))], NLP))
    assert [p.label for p in found.persons] == persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The front-end developer said yes.", [("front-end developer",)]),
        ("An out-of-school care worker met them.", [("out-of-school care worker",)]),
        ("My mother-in-law met them.", [()]),
        ("The sub-editor and the baker met.", [("sub-editor",), ("baker",)]),
    ],
)
def test_titles_with_a_hyphen_are_read_whole(text: str, expected: list[tuple[str, ...]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("The postwoman said yes.", "she"),
        ("The delivery woman said yes.", "she"),
        ("The ballerina said yes.", "she"),
        ("The postman said yes.", "not stated"),
        ("The stuntman said yes.", "not stated"),
        ("The dancer said yes.", "not stated"),
    ],
)
def test_titles_in_woman_say_she_as_policewoman_does(text: str, gender: str) -> None:
    found = find_people(tokenise([Block(text, "paragraph", Place("paragraph 1"))], NLP))
    assert [p.gender for p in found.persons] == [gender]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Prime Minister said yes.", [("prime minister",)]),
        ("Yesterday the First Minister spoke to pupils.", [("first minister",)]),
        ("The Chief Constable thanked the crowd.", [("chief constable",)]),
        ("The Prime Minister's Office is in London.", []),
        ("We read The Lighthouse Keeper's Lunch.", []),
        ("They watched The Prime Minister on stage.", []),
    ],
)
def test_capitals_of_an_office_make_no_title_of_a_work(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [p.roles for p in read(text).persons if p.roles] == expected


# --- routes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "You could go to university or college, or start a Modern Apprenticeship.",
            [
                ("university", "university"),
                ("college", "college"),
                ("modern-apprenticeship", "Modern Apprenticeship"),
            ],
        ),
        ("University, college or work experience?", ["university", "college", "work"]),
        ("An HNC or a Higher in maths will do.", ["college", "school"]),
        ("She needs a degree in chemistry.", ["university"]),
        ("She studied engineering at the University of Strathclyde.", ["university"]),
        ("He began at Inverness College as a student.", []),
        ("He trained at Inverness College.", ["college"]),
        ("A Foundation Apprenticeship fits into S5.", ["foundation-apprenticeship"]),
        ("A graduate apprentice earns a wage.", ["graduate-apprenticeship"]),
        ("He started work at 16 and taught himself to code.", ["work", "self-taught"]),
        ("Ailsa went back to college at 40.", ["adult-return"]),
        ("She joined the Royal Navy, then set up her own firm.", ["armed-forces", "own-business"]),
        ("Volunteering at the food bank counts too.", ["volunteering"]),
        ("You need an SVQ level 3, or a time-served joiner to teach you.", ["apprenticeship", "apprenticeship"]),
        ("He learned his trade early and was indentured to a printer.", ["apprenticeship", "apprenticeship"]),
        ("The firm trained her, though she had no qualifications.", ["work", "work"]),
        ("She started as a trainee after an internship.", ["work", "work"]),
        ("She volunteers at the food bank.", ["volunteering"]),
        ("He left the family business for her own firm.", ["own-business", "own-business"]),
        ("They take graduates from any subject, and a bachelor of arts.", ["university", "university"]),
        ("He came back to study at 40 with other mature learners.", ["adult-return", "adult-return"]),
        ("He picked up coding at home.", ["self-taught"]),
        ("He studied at the college, and she hopes to study at the university.", ["college", "university"]),
        ("She applied to a college.", ["college"]),
        ("Ask at your local college.", ["college"]),
        ("He retrained as a nurse.", ["adult-return"]),
        ("Leave school and find a job.", ["work"]),
    ],
)
def test_routes_are_found_by_the_words_that_name_them(text: str, expected: list[object]) -> None:
    found = routes(text)
    assert (found if expected and isinstance(expected[0], tuple) else [route for route, _ in found]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turn the dial by 60 degrees.",
        "The temperature fell by a degree in the night.",
        "Use the degree or radian setting.",
        "The cylinder is graduated in millilitres.",
        "The University of Glasgow opened a new lab.",
        "Staff of City of Glasgow College and the Royal College of Nursing wrote it.",
        "University researchers found a fossil.",
        "The college roof has solar panels.",
        "Carlos plays college soccer.",
        "Start work on question 3.",
        "Set up your own circuit.",
        "Reactions go faster at higher temperatures.",
        "A higher mark needs a higher ramp.",
        "You can retrain the model with new pictures.",
        "The school hall is 20 m long.",
        "Thanks for volunteering an answer.",
        "We saw The Sorcerer's Apprentice.",
        "Turn it by a degree in either direction.",
        "The school is next to the college.",
        "He lives near a college and works at the university.",
        "Scientists at the university found a new moon.",
        "A study at the university says so.",
        "A college of cardinals chose the Pope.",
        "The sergeant started work at six.",
        "Find a job for each member of the group.",
        "Each pupil should get a job: timer, writer or reader.",
        "Get a job from the job jar.",
        "Can I have a volunteer for the demonstration?",
        "Volunteer for a task you like.",
        "I need two volunteers at the front.",
        "That is your own business.",
        "The model was retrained on new data.",
    ],
)
def test_routes_stay_quiet_in_near_misses(text: str) -> None:
    assert routes(text) == []


def test_routes_are_not_read_in_code_references_and_other_languages() -> None:
    text = "She went to university."
    assert routes(text)
    assert not routes(text, "code")
    assert not routes(text, "reference")
    assert not routes(text, language="fr")
    assert not routes("Ma sœur est dans une college et nous sommes avec les élèves pour la fête.")


def test_routes_keep_quiet_by_every_unless_phrase() -> None:
    for route in load_routes().routes.values():
        for phrase in route.unless:
            assert route.id not in [found for found, _ in routes(f"And so {phrase} .")], phrase


def test_routes_are_named_by_every_phrase() -> None:
    for route in load_routes().routes.values():
        for phrase in route.phrases:
            assert routes(f"We like {phrase} .") == [(route.id, phrase)]


def test_scqf_levels_run_upwards() -> None:
    for route in load_routes().routes.values():
        if route.scqf:
            low, high = route.scqf
            assert low <= high
            assert all(low <= level <= high for level in route.scqf_of.values())


# --- mistakes in the files ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("occupations.yaml", "level: chief, stem: true", "level: boss, stem: true", "'boss'"),
        ("occupations.yaml", "- {sector: sport", "- {sector: sports", "'sports'"),
        ("occupations.yaml", "routes: [armed-forces]", "routes: [army]", "'army'"),
        ("occupations.yaml", "chief pharmacist,", "dentist,", "'dentist' is given twice"),
        ("occupations.yaml", "chief pharmacist,", "Chief Pharmacist,", "lower case"),
        ("occupations.yaml", "ambiguous: [", "ambiguous: [moonraker, ", "'moonraker'"),
        ("occupations.yaml", "says_she: [", "says_she: [moonrakess, ", "'moonrakess'"),
        ("occupations.yaml", "[fireman,", "[dentist,", "'dentist' names"),
        ("occupations.yaml", "stem: true", "stem: maybe", "stem"),
        ("routes.yaml", "counts_as: college", "counts_as: colleges", "'colleges'"),
        ("routes.yaml", "phrases: [college,", "phrases: [college, university,", "'university'"),
        ("routes.yaml", "id: college", "id: university", "used twice"),
        ("routes.yaml", "unless: [college green,", "unless: [green field,", "'green field'"),
        ("routes.yaml", "scqf_of: {HNC: 7", "scqf_of: {HNQ: 7", "'HNQ'"),
        ("routes.yaml", "scqf: [4, 6]", "scqf: [4, 16]", "scqf"),
        ("routes.yaml", "body: true", "bodies: true", "bodies' is not a field"),
    ],
)
def test_mistakes_in_the_files_are_told_with_their_place(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    for name in ("occupations.yaml", "routes.yaml"):
        shutil.copy(ENGLISH / name, tmp_path / name)
    path = tmp_path / file
    text = path.read_text("utf-8")
    assert old in text
    # the head of the file explains the fields: only what follows it is data
    at = text.index(old, text.index("\nroutes:" if file == "routes.yaml" else "\nlevels:"))
    path.write_text(text[:at] + new + text[at + len(old) :], "utf-8")
    with pytest.raises(LexiconError, match=rf"^{file}, line \d+") as error:
        load_occupations(tmp_path)
    assert told in str(error.value)
