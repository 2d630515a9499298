"""Every global guard, alone: where it must speak and where it must not."""

from typing import Any

import pytest
from rules import alone, block, document, entry, look

from bias_audit.detect import examine
from bias_audit.entries import Entry
from bias_audit.guards import GUARDS, judge
from bias_audit.model import Document, Form, Place, Profile, Severity
from bias_audit.pipeline import Pipeline

TERM = entry(phrases=["fireman", "firemen", "layperson", "mankind", "policeman", "suffers from", "dyke"], severity=2)
ASK = entry("poverty/test", form="assumption", phrases=["ask your mum", "your own laptop", "naturally gifted"])
CAPITAL = entry(phrases=["Chinaman", "Eskimo"], severity=2)
MILD = entry(phrases=["fireman"], severity=1)
LABEL = entry("disability/test", phrases=["wheelchair-bound", "handicapped", "cripple"])
HOMOGRAPH = entry("disability/test", phrases=["lame", "blind", "dumb", "invalid", "mental", "handicap"])
DENOMINATIONAL = entry("religion/test", phrases=["our priest"], silent_in=["denominational"])
EARLY = entry("ability/test", phrases=["line up"], silent_in=["early", "esol"])
CASTING = entry("gender/test", form="casting", phrases=["mum cooks"], counterpart=["dad cooks", "Grandad’s soup"])
CLAIM = entry(form="generic", check="generalisation", about=["gender_group"])
PRONOUN = entry(form="default", check="generic_pronoun", about=["pronoun_gendered"])


def titled(text: str, section: str) -> Document:
    return document(block(text, place=Place("paragraph 1", section=section)))


def of_kind(text: str, **fields: Any) -> Document:
    return document(block(text, **fields))


# (guard, entry, text or document, whether the guard speaks)
CASES: list[tuple[str, Entry, Document | str, bool]] = [
    # --- quotation
    ("GG01", TERM, 'The poster says "Be a fireman" in red.', True),
    ("GG01", TERM, "The poster says “Be a fireman” in red.", True),
    ("GG01", TERM, "The poster says ‘Be a fireman’ in red.", True),
    ("GG01", TERM, "The poster says 'Be a fireman!' in red.", True),
    ("GG01", TERM, "'The fireman's hat is wet,' said Ali.", True),
    ("GG01", TERM, '"I am cold. The fireman is warm. Go home."', True),
    ("GG01", TERM, of_kind("The fireman is warm.", kind="quote"), True),
    ("GG01", TERM, 'Say "stop" to the fireman and "go" to the bus.', False),
    ("GG01", TERM, "The girls' fireman and the boys' policeman.", False),
    ("GG01", TERM, "It's the fireman's hat, isn't it?", False),
    ("GG01", TERM, "'Tis the season when a fireman visits the girls' club.", False),
    ("GG01", TERM, "In the '90s the fireman opened the boys' club.", False),
    ("GG01", TERM, "Rock 'n' roll and the fireman at the boys' club.", False),
    ("GG01", TERM, 'He shouted "Help and ran. The fireman came.', False),
    ("GG01", TERM, 'He shouted "Help and ran. The fireman said "hello" to us.', False),
    ("GG01", TERM, 'Cut a 6" pipe for the fireman and a 12" pipe for the school.', False),
    ("GG01", TERM, "The fireman said 'hello' and 'goodbye'.", False),
    ("GG01", PRONOUN, 'A nurse "loves her job".', False),
    ("GG01", PRONOUN, 'The sign says "A nurse loves her job".', True),
    ("GG01", TERM, "“Stop,” said the fireman. “Come here.”", False),
    # --- critique
    ("GG02", TERM, "Fireman is an outdated job title.", True),
    ("GG02", TERM, "It is a myth that a fireman is always strong.", True),
    ("GG02", TERM, "Do not say fireman.", True),
    ("GG02", TERM, "A fireman is always brave. This is a stereotype.", True),
    ("GG02", TERM, "Avoid words such as these: fireman, policeman.", True),
    ("GG02", TERM, "We now say firefighter, not fireman.", True),
    ("GG02", TERM, titled("The fireman is strong.", "Challenging stereotypes"), True),
    ("GG02", TERM, titled("The fireman is strong.", "What’s wrong with the word? Myths"), True),
    ("GG02", TERM, "It is wrong to think that a fireman must be a man.", True),
    ("GG02", TERM, "The fireman drove the engine. The engine was red.", False),
    ("GG02", TERM, "The fireman drove the engine. Stereotypes are on page 9.", False),
    ("GG02", TERM, "Stereotypes are on page 9. The fireman drove the engine.", False),
    ("GG02", TERM, "Tell the fireman to report the fire.", False),
    ("GG02", TERM, "The fireman told people about the rubbish.", False),
    ("GG02", TERM, titled("The fireman is strong.", "People who help us"), False),
    ("GG02", TERM, "Avoid the puddle where the fireman stands.", False),
    ("GG02", TERM, "Here are some common myths. A fireman is always strong.", True),
    ("GG02", TERM, "A fireman is always strong. Do you agree?", True),
    ("GG02", TERM, "True or false? A fireman is always strong. (Answer: false.)", True),
    (
        "GG02",
        TERM,
        document(block("Words to avoid:"), block("policy", kind="list"), block("fireman", kind="list")),
        True,
    ),
    ("GG02", TERM, document(block("Words to avoid:"), block("A fireman came.")), False),  # no list
    ("GG02", TERM, "True or false: the statement says a fireman is strong.", False),
    ("GG02", TERM, "A fireman mistaken for a porter.", True),
    ("GG02", TERM, "The wind was wrong for the fireman's ladder.", False),
    # --- teaching about the term
    ("GG03", TERM, "The word fireman was used for a stoker too.", True),
    ("GG03", TERM, "Look up fireman in a dictionary.", True),
    ("GG03", TERM, "Fireman is a word for someone who tends a boiler.", True),
    ("GG03", TERM, titled("Fireman: someone who tends a boiler.", "Glossary"), True),
    ("GG03", TERM, titled("fireman", "Word bank for this unit"), True),
    ("GG03", TERM, "The fireman keeps his word.", False),
    ("GG03", TERM, "The word 'brave' is in bold, and the fireman smiles.", False),
    ("GG03", TERM, "The fireman has a kind expression, and the expression stays.", False),
    ("GG03", TERM, "In other words, the fireman was late.", False),
    ("GG03", TERM, "The fireman came in the summer term.", False),
    ("GG03", TERM, titled("The fireman was late.", "Words we read"), False),
    # --- dated source
    ("GG04", TERM, "The poster of 1925 shows a fireman.", True),
    ("GG04", TERM, "In a letter of 3 May 1941 the fireman is thanked.", True),
    ("GG04", TERM, "The 1881 census lists a fireman.", True),
    ("GG04", TERM, "The author wrote in 1850 of a brave fireman.", True),
    ("GG04", TERM, "Draw a poster of a fireman.", False),
    ("GG04", TERM, "The fireman was born in 1925.", False),
    ("GG04", TERM, "The film of 1998 shows a fireman.", False),
    ("GG04", TERM, "In 1925 there was a big fire. The fireman on the poster is tall.", False),
    ("GG04", TERM, "Turn to page 12 of the novel and find the fireman.", False),
    ("GG04", TERM, "Post your letter to the fireman at PO box 31925.", False),
    # --- proper noun
    ("GG05", TERM, "We read Fireman Fred to the class.", True),
    ("GG05", TERM, "The Retired Firemen Trust gave us a kit.", True),
    ("GG05", TERM, "Pupils joined the League of Firemen in May.", True),
    ("GG05", TERM, "THE FIREMAN COMES TO SCHOOL", False),
    ("GG05", TERM, "A Visit From The Fireman", False),
    ("GG05", TERM, "The Fireman's Day", False),
    ("GG05", TERM, "Firemen climb ladders.", False),
    ("GG05", TERM, "We met a fireman. Firemen climb ladders.", False),
    ("GG05", TERM, "The fireman met Amina.", False),
    ("GG05", TERM, "On Monday the fireman comes.", False),
    ("GG05", CAPITAL, "An Eskimo built this.", False),
    ("GG05", CAPITAL, "Mr Jones met an Eskimo Hunter here.", False),
    # --- reference, address, code
    ("GG06", TERM, "Open pictures/jobs/the-fireman/day_2.png in the editor.", True),
    ("GG06", TERM, "Open /home/class/fireman-pictures now.", True),
    ("GG06", TERM, of_kind("fireman = Sprite()", kind="code"), True),
    ("GG06", TERM, of_kind("Ross, A. The fireman.", kind="reference"), True),
    ("GG06", TERM, "See https://example.org and ask the fireman.", False),
    ("GG06", TERM, "Choose a baker/fireman/nurse and draw.", False),
    ("GG06", TERM, "The fireman and/or the nurse visits.", False),
    ("GG06", TERM, "Go to the fireman.Then come back.", False),
    ("GG06", TERM, "Meet on 12/05/2024 with the fireman.", False),
    # --- self-description
    ("GG07", LABEL, "I am handicapped and proud.", True),
    ("GG07", LABEL, "I call myself a cripple.", True),
    ("GG07", LABEL, "I’m wheelchair-bound after a fall.", True),
    ("GG07", LABEL, "We are handicapped, and we run the club.", True),
    ("GG07", LABEL, "He is handicapped.", False),
    ("GG07", LABEL, "I met a cripple in the story.", False),
    ("GG07", LABEL, "I was told that the handicapped boy left.", False),
    ("GG07", LABEL, "We are going to see a handicapped man.", False),
    ("GG07", LABEL, "I was late. A handicapped man waited.", False),
    ("GG07", LABEL, "The handicapped man said: I am tired.", False),
    # --- statistics
    ("GG08", TERM, "In a survey of 90 crews, one fireman in ten was new.", True),
    ("GG08", TERM, "About 5% of crews call it fireman.", True),
    ("GG08", TERM, "On average a fireman works 42 hours.", True),
    ("GG08", TERM, "The fireman saved 3 cats.", False),
    ("GG08", TERM, "Read the research about the fireman.", False),
    ("GG08", TERM, "Study the fireman on the wall.", False),
    ("GG08", TERM, "The survey had 90 rows. The fireman was late.", False),
    # --- balanced pair
    ("GG09", CASTING, document("In one picture mum cooks.", "In the other dad cooks."), True),
    ("GG09", CASTING, document("DAD COOKS!", "Then mum cooks."), True),
    ("GG09", CASTING, document("Then mum cooks.", "We ate Grandad's soup."), True),
    ("GG09", CASTING, document("In one picture mum cooks.", "In the other dad reads."), False),
    ("GG09", CASTING, document("Mum cooks.", "My stepdad cooks."), False),
    ("GG09", CASTING, document("Mum cooks.", "The dad cooksey family left."), False),
    # --- alternative offered
    ("GG10", ASK, "Ask your mum or another adult.", True),
    ("GG10", ASK, "Bring your own laptop if you have one.", True),
    ("GG10", ASK, "Bring your own laptop. You can borrow one from us.", True),
    ("GG10", ASK, "If you can, bring your own laptop.", True),
    ("GG10", ASK, "Bring your own laptop.", False),
    ("GG10", ASK, "Bring your own laptop or you will fall behind.", False),
    (
        "GG10",
        ASK,
        "Bring your own laptop on Monday. We will meet at nine in the hall beside the big red door, walk to "
        "the bus, sing all the way there, eat our lunch in the park and come back. You can borrow a coat.",
        False,
    ),
    ("GG10", ASK, document("Bring your own laptop.", "You can borrow a coat."), False),
    ("GG10", ASK, "Ask your mum if you can see her bill.", False),  # asks, and lets nobody off
    ("GG10", TERM, "Ask a fireman if you can.", False),  # not one of its forms
    ("GG10", ASK, "Ask your mum for any colour.", False),
    # --- technical sense
    ("GG11", HOMOGRAPH, "Do the mental maths first.", True),
    ("GG11", HOMOGRAPH, "The golf handicap is 12.", True),
    ("GG11", HOMOGRAPH, "The program prints Invalid input.", True),
    ("GG11", HOMOGRAPH, "What a lame excuse.", False),
    ("GG11", HOMOGRAPH, "That is mental. Maths is next.", False),
    ("GG11", HOMOGRAPH, "He is an invalid. Input is next.", False),
    # --- setting
    ("GG13", EARLY, "Children line up at the door.", False),
    ("GG13", DENOMINATIONAL, "Say hello to our priest.", False),
    # --- exam wording
    ("GG14", TERM, "The SQA specification says fireman.", True),
    ("GG14", TERM, "For National 5, name one task of a fireman.", True),
    ("GG14", TERM, titled("Name a task of a fireman.", "SQA past paper"), True),
    ("GG14", TERM, "Name five nationalities of a fireman.", False),
    ("GG14", TERM, "The exam about the fireman is on Monday.", False),
    ("GG14", ASK, "The SQA says ask your mum.", False),  # not one of its forms
    # --- teacher note
    ("GG15", TERM, of_kind("Ask the fireman to start.", audience="teacher"), True),
    ("GG15", TERM, of_kind("Ask the fireman to start.", kind="note", audience="teacher"), True),
    ("GG15", TERM, of_kind("Ask the fireman to start.", audience="learner"), False),
    ("GG15", TERM, of_kind("The fireman comes in.", kind="heading", audience="teacher"), True),
    ("GG15", TERM, titled("Ask the fireman to start.", "Teacher notes"), False),  # the reader's task to say
    ("GG15", TERM, "Teachers: ask the fireman to start.", False),
    # --- negation
    ("GG16", ASK, "You do not need to ask your mum.", True),
    ("GG16", ASK, "You don't need your own laptop.", True),
    ("GG16", ASK, "You don’t need your own laptop.", True),
    ("GG16", ASK, "Nobody is naturally gifted.", True),
    ("GG16", ASK, "No one is naturally gifted.", True),
    ("GG16", ASK, "Work without your own laptop.", True),
    ("GG16", ASK, "NOBODY IS NATURALLY GIFTED", True),
    ("GG16", ASK, "Not only will you ask your mum, you will ask your gran.", False),
    ("GG16", ASK, "Why not ask your mum?", False),
    ("GG16", ASK, "Don't forget to ask your mum.", False),
    ("GG16", ASK, "Don’t forget your own laptop.", False),
    ("GG16", ASK, "It is not hard, so ask your mum.", False),
    ("GG16", ASK, "If you are not sure, ask your mum.", False),
    ("GG16", ASK, "It is not hard — ask your mum.", False),
    ("GG16", ASK, "Do not wait; ask your mum.", False),
    ("GG16", ASK, "It is not raining. Ask your mum.", False),
    ("GG16", ASK, "Ask your mum and not your gran.", False),
    ("GG16", CLAIM, "I do not think girls can't code.", True),
    ("GG16", CLAIM, "Do they not realise that girls are weak?", False),  # taken for granted
    ("GG16", CLAIM, "Nothing helps when girls can't code.", False),
    ("GG16", TERM, "He is not a fireman.", False),  # not one of its forms
    # --- other language
    ("GG17", TERM, "Tha am fireman ann agus tha e mòr.", True),
    ("GG17", TERM, "The bairns cannae see the fireman frae the hoose, ken.", True),
    ("GG17", TERM, "Le fireman est dans une maison et les enfants des voisins.", True),
    ("GG17", TERM, of_kind("Fireman, hallo.", language="de"), True),
    ("GG17", TERM, "Warm air rises, cold air sinks, air moves past a fireman.", False),
    ("GG17", TERM, "I am an artist, am I? An hour with a fireman, an apple, an ice lolly.", False),
    ("GG17", TERM, "Ken, Les and Ann met Ken's fireman, Ann's aunt and Les.", False),
    ("GG17", TERM, "Die, die, die: roll the die, fireman!", False),
    ("GG17", TERM, "Wee dogs, wee cats, wee mice: fireman's pets.", False),
    ("GG17", TERM, "The fireman lives in Los Angeles.", False),
    # --- word problem
    ("GG19", PRONOUN, "A baker makes 60 rolls for his shop. How many trays of 12 is that?", True),
    ("GG19", PRONOUN, "A painter has three tins for her shed. Work out the area of one wall.", True),
    ("GG19", PRONOUN, "A cyclist logs 14 rides on his watch. Calculate the mean.", True),
    ("GG19", PRONOUN, "A good baker cleans his oven every day.", False),
    ("GG19", PRONOUN, "A baker needs his sleep. How many rolls fit on a tray?", False),  # nothing to count with
    ("GG19", PRONOUN, "A baker keeps his 3 rules. Read them on page 4.", False),
    ("GG19", TERM, "A fireman has 30 m of hose. How much is left?", False),  # the title stays a title
    # --- barrier planned for
    ("GG20", ASK, "Learners without your own laptop in mind: print the sheet for them.", True),
    ("GG20", ASK, "Some pupils may not have this, so print copies: it says use your own laptop.", True),
    ("GG20", ASK, "Use your own laptop. Some families cannot afford one, so the library lends them.", True),
    ("GG20", ASK, "Not everyone has a mum at home, so keep the task open: ask your mum is only one way.", True),
    ("GG20", ASK, "Use your own laptop. Some families cannot afford one.", False),  # no way out
    ("GG20", ASK, "Use your own laptop. It can run the program.", False),
    ("GG20", ASK, document("Use your own laptop.", "Some do not have one, so lend it."), False),
    ("GG20", TERM, "The fireman can help those without a ladder.", False),  # not one of its forms
    # --- reported view
    ("GG21", CLAIM, "They said that girls are weak.", True),
    ("GG21", CLAIM, "It was once thought that girls are weak.", True),
    ("GG21", CLAIM, "People used to believe that girls are weak.", True),
    ("GG21", CLAIM, "The chatbot answered that girls are weak.", True),
    ("GG21", CLAIM, "Why do some people think that girls are weak?", True),
    ("GG21", CLAIM, "Some people say girls are weak. What would you answer?", True),
    ("GG21", CLAIM, "In the poem, girls are weak.", True),
    ("GG21", CLAIM, "I always said that girls are weak.", False),
    ("GG21", CLAIM, "We thought that girls are weak.", False),
    ("GG21", CLAIM, "Experts said that girls are weak.", False),
    ("GG21", CLAIM, "They say that girls are weak.", False),
    ("GG21", CLAIM, "He said hello, but girls are weak.", False),
    ("GG21", CLAIM, "In the gym, girls are weak.", False),
    ("GG21", CLAIM, "He told her that girls are weak.", True),
    ("GG21", TERM, "They said that the fireman came.", False),  # not one of its forms
    # --- name of a person
    ("GG18", TERM, "Ask Mr Fireman about the trip.", True),
    ("GG18", TERM, "Ask Dr. Fireman about the trip.", True),
    ("GG18", TERM, "The art of Alison Dyke is in the hall.", True),
    ("GG18", CAPITAL, "Ask Mrs Eskimo about the trip.", True),
    ("GG18", CAPITAL, "We read about Eskimo boats.", False),
    ("GG18", TERM, "Fireman should open in a new window.", True),
    ("GG18", TERM, "Firemen should open the gate.", False),
    ("GG18", TERM, "Mankind has always looked at the stars.", False),
    ("GG18", TERM, "Fireman on duty today: Ali.", False),
    ("GG18", TERM, "mr fireman came in.", False),
    ("GG18", TERM, "DR FIREMAN", False),
    ("GG18", TERM, "The Dyke burst in the night.", False),
]


def others(guard: str) -> tuple[str, ...]:
    return tuple(g for g in GUARDS if g != guard)


@pytest.fixture(scope="module")
def only(pipeline: Pipeline) -> dict[int, Pipeline]:
    """By entry: a pipeline that knows this entry only, compiled once."""
    rules = {id(e): e for _, e, _, _ in CASES}
    return {key: alone(rule, pipeline) for key, rule in rules.items()}


@pytest.mark.parametrize(
    ("guard", "rule", "what", "speaks"),
    CASES,
    ids=[f"{g}-{w if isinstance(w, str) else w.blocks[0].text}"[:90] for g, _, w, _ in CASES],
)
def test_guard_speaks_where_it_should_and_nowhere_else(
    guard: str, rule: Entry, what: Document | str, speaks: bool, only: dict[int, Pipeline]
) -> None:
    pipe = only[id(rule)]
    bare, nothing = look(what, pipe, without=tuple(GUARDS))
    assert bare and not nothing, "the case needs a hit"
    _, silenced = look(what, pipe, without=others(guard))
    assert {s.guard for s in silenced} == ({guard} if speaks else set())


def test_cases_hold_six_or_more_of_every_guard() -> None:
    elsewhere = {"GG12", "GG13", "GG22", "GG23", "GG24"}  # they need a whole document, or a profile: below
    for guard in set(GUARDS) - elsewhere:
        some = [speaks for g, _, _, speaks in CASES if g == guard]
        assert len(some) >= 6, guard
        assert True in some and False in some, guard


FILLER = "Pour the water into the tall jar and wait for ten minutes. "  # 12 words


@pytest.mark.parametrize(
    ("rule", "text", "speaks"),
    [
        (MILD, FILLER * 90 + "The fireman came.", True),
        (MILD, FILLER * 90 + "THE FIREMAN CAME.", True),
        (MILD, FILLER * 90 + "The fireman met a fireman.", False),  # twice
        (MILD, FILLER * 80 + "The fireman came.", False),  # under 1,000 words
        (MILD, "The fireman came.", False),
        (TERM, FILLER * 90 + "The fireman came.", False),  # severity 2
    ],
)
def test_single_mild_hit_needs_a_long_document(rule: Entry, text: str, speaks: bool, pipeline: Pipeline) -> None:
    findings, silenced = look(text, alone(rule, pipeline), without=others("GG12"))
    assert [s.guard for s in silenced] == (["GG12"] if speaks else [])
    assert findings[0].severity == (0 if speaks else rule.severity)


TALE = '"Come with me," said the old fox. “No!” the hen cried. '


@pytest.mark.parametrize(
    ("form", "severity", "text", "speaks"),
    [
        ("load", 1, TALE * 3, True),
        ("gate", 0, TALE * 3 + FILLER * 100, True),  # now and then is enough
        ("load", 1, TALE, False),  # two turns are no story
        ("load", 1, TALE * 3 + FILLER * 300, False),  # a few turns in a long text
        ("load", 2, TALE * 3, False),
        ("term", 1, TALE * 3, False),
        ("load", 1, "They said that the fox asked. " * 6, False),  # nobody speaks
    ],
)
def test_story_is_told_how_its_teller_likes(
    form: Form, severity: Severity, text: str, speaks: bool, pipeline: Pipeline
) -> None:
    rule = entry(phrases=["fireman"], form=form, severity=severity)
    findings, silenced = look(f"{text}The fireman came.", alone(rule, pipeline), without=others("GG23"))
    assert {s.guard for s in silenced} == ({"GG23"} if speaks else set())
    assert bool(findings) is not speaks


OLD = "Alas, thou hast told thy foe, quoth she. "


@pytest.mark.parametrize(
    ("form", "severity", "text", "speaks"),
    [
        ("term", 2, TALE * 3 + OLD, True),
        ("default", 1, TALE * 3 + OLD, True),
        ("slur", 2, TALE * 3 + OLD, False),  # what hurts today is said
        ("term", 3, TALE * 3 + OLD, False),
        ("term", 2, OLD * 3, False),  # a hymn, a play: no tale
        ("term", 2, TALE * 3 + "Alas, said she. " * 6, False),  # one old word
        ("term", 2, TALE * 20 + FILLER * 500 + OLD, False),  # a long text of today
    ],
)
def test_old_tale_keeps_its_words(form: Form, severity: Severity, text: str, speaks: bool, pipeline: Pipeline) -> None:
    rule = entry(phrases=["fireman"], form=form, severity=severity)
    findings, silenced = look(f"{text}The fireman came.", alone(rule, pipeline), without=others("GG24"))
    assert {s.guard for s in silenced} == ({"GG24"} if speaks else set())
    assert bool(findings) is not speaks


@pytest.mark.parametrize(("times", "speaks"), [(1, True), (2, True), (3, False), (4, False)])
def test_too_seldom_keeps_what_must_come_again_and_again_quiet(times: int, speaks: bool, pipeline: Pipeline) -> None:
    rule = entry(phrases=["fireman"], severity=1, least=3)
    findings, silenced = look("The fireman came. " * times, alone(rule, pipeline), without=others("GG22"))
    assert {s.guard for s in silenced} == ({"GG22"} if speaks else set())
    assert bool(findings) is not speaks


@pytest.mark.parametrize(
    ("rule", "text", "profile", "speaks"),
    [
        (DENOMINATIONAL, "Say hello to our priest.", Profile(denominational=True), True),
        (DENOMINATIONAL, "Say hello to our priest.", Profile(), False),
        (DENOMINATIONAL, "Say hello to our priest.", Profile(stage="early", esol=True), False),
        (EARLY, "Children line up.", Profile(stage="early"), True),
        (EARLY, "Children line up.", Profile(esol=True), True),
        (EARLY, "Children line up.", Profile(stage="adult", denominational=True), False),
        (TERM, "The fireman came.", Profile("early", denominational=True, gaelic_medium=True, esol=True), False),
    ],
)
def test_setting_silences_what_an_entry_names(
    rule: Entry, text: str, profile: Profile, speaks: bool, pipeline: Pipeline
) -> None:
    findings, silenced = look(text, alone(rule, pipeline), profile, without=others("GG13"))
    assert [s.guard for s in silenced] == (["GG13"] if speaks else [])
    assert bool(findings) is not speaks


def test_exam_text_setting_lowers_everywhere(pipeline: Pipeline) -> None:
    findings, silenced = look("The fireman came.", alone(TERM, pipeline), Profile(exam_text=True))
    assert [s.guard for s in silenced] == ["GG14"]
    assert [f.severity for f in findings] == [1]


def test_guards_of_the_data_are_those_of_the_code_and_their_effects_are_kept(pipeline: Pipeline) -> None:
    guards = pipeline.lexicon.guards
    assert set(guards) == set(GUARDS) == {f"GG{n:02}" for n in range(1, 25)}
    for id in GUARDS:
        assert guards[id].what.endswith("."), id
    hiding = [g for g in GUARDS if guards[g].effect == "hide"]
    assert list(GUARDS)[: len(hiding)] == hiding, "those that hide are asked first"


@pytest.mark.parametrize(
    ("text", "severity", "guards"),
    [
        ("The fireman came.", 2, ()),
        ("In a survey of 90 crews a fireman came.", 1, ("GG08",)),
        ("For National 5, in a survey of 90 crews, a fireman came.", 0, ("GG08", "GG14")),
        ("'The fireman came', it says.", 0, ("GG01",)),
    ],
)
def test_lowering_guards_add_up(text: str, severity: int, guards: tuple[str, ...], pipeline: Pipeline) -> None:
    findings, silenced = look(text, alone(TERM, pipeline))
    assert [(f.severity, f.guards) for f in findings] == [(severity, guards)]
    assert tuple(sorted(s.guard for s in silenced)) == guards
    assert {s.effect for s in silenced} <= {"lowered"}


def test_hiding_guard_stands_alone(pipeline: Pipeline) -> None:
    findings, silenced = look("It is a myth that 'a fireman' is brave.", alone(TERM, pipeline))
    assert findings == ()
    assert [(s.guard, s.effect, s.place.text) for s in silenced] == [("GG02", "hidden", "fireman")]


def test_entry_that_opts_out_is_not_guarded(pipeline: Pipeline) -> None:
    opted = entry(phrases=["fireman"], without=["GG02", "GG15"])
    myth = document(block("It is a myth that a fireman is brave.", audience="teacher"))
    findings, silenced = look(myth, alone(opted, pipeline))
    assert [f.severity for f in findings] == [2]
    assert silenced == ()


def test_check_hits_are_not_taken_for_names(pipeline: Pipeline) -> None:
    findings, silenced = look("A Baker starts before He lights the oven.", alone(PRONOUN, pipeline))
    assert silenced == ()
    assert [p.text for f in findings for p in f.places] == ["He"]


def test_about_the_term_holds_for_a_document_about_stereotypes(pipeline: Pipeline) -> None:
    title = block("Challenging stereotypes in physics", kind="heading")
    context, found = examine(document(title, block("The fireman came.")), alone(TERM, pipeline), Profile())
    assert [[g.id for g in judge(hit, context)] for hit in found] == [["GG03"]]
    context, found = examine(document(block("The fireman came.")), alone(TERM, pipeline), Profile())
    assert [judge(hit, context) for hit in found] == [()]


@pytest.mark.parametrize(
    ("headings", "guards"),
    [
        (["Physics today", "Spotting stereotypes", "Answering stereotypes", "Notes"], ["GG03"]),
        (["Physics today", "Spotting stereotypes", "Notes"], []),  # one part is about them, and this is another
    ],
)
def test_about_the_term_holds_where_several_headings_say_so(
    headings: list[str], guards: list[str], pipeline: Pipeline
) -> None:
    blocks = [block(text, kind="heading") for text in headings]
    context, found = examine(document(*blocks, block("The fireman came.")), alone(TERM, pipeline), Profile())
    assert [[g.id for g in judge(hit, context)] for hit in found] == [guards]
