"""The checks that read a parse, each through its guards, on sentences as they stand in lessons.

[ ] marks the words that must be pointed at; a sentence without a mark must stay silent (severity 0 counts
as silent: the words are quoted or their source is dated).
"""

import check_tables
import pytest
from assumed import ASSUMPTION, FROM_HOME, INSTRUCTION, OWN_USE
from rules import alone, entry, look, words_found

from bias_audit.checks import CHECKS
from bias_audit.entries import marked_spans
from bias_audit.pipeline import Pipeline

RULES = {
    "generic_pronoun": entry(form="default", check="generic_pronoun", about=["pronoun_gendered"]),
    "generalisation": entry(form="generic", check="generalisation", about=["gender_group", "gender_adjective"]),
    "yardstick": entry(form="yardstick", check="yardstick", about=["gender_group", "female_person", "male_person"]),
    "pathway_ranking": entry("pathways/test", form="hierarchy", check="pathway_ranking", about=["route_work"]),
    "brilliance_gate": entry("ability/test", form="gate", check="brilliance_gate", about=["clever"]),
    "assumption": entry(
        form="assumption", check="assumption", about=["home_space", "holiday_word", "family_car", "pet_word"]
    ),
    "from_home": entry(form="access", check="from_home", about=["home_material", "own_stationery", "online_task"]),
    "instruction": entry(form="assumption", check="instruction", about=["parent_name", "moving"]),
    "own_use": entry(form="access", check="own_use", about=["pocket_device"]),
    **check_tables.RULES,
}

GENERIC_PRONOUN = [
    # anyone in a role, early years to adult learning
    "Each child hangs up [his] coat before circle time.",
    "When a toddler falls, let [him] try to get up alone.",
    "Every pupil should check [his] answers with a partner.",
    "A plumber always turns off the water before [he] starts.",
    # words that the parse reads as part of a plural, someone after a comma, any reader's child
    "Before the dentist drills in, [he] numbs the gum.",
    "After the frost in the night, a gardener, for all [his] care, may lose a plant.",
    "When your toddler wakes, [he] may kick off the blanket.",
    "Once a diver has surfaced, [he] should rest.",
    "Before the dentist drills, thank the dentist.",
    "After our lunch with the boss, a gardener, he told us about frost.",
    "When our toddler wakes, he may kick off the blanket.",
    "Once a diver had surfaced, he rested.",
    "An adviser asks a female student if she is well.",
    "If a learner finishes early, [he] can help with the display.",
    "The apprentice must sign [his] logbook every Friday.",
    "Ask a scientist what [he] does when an experiment fails.",
    "A nurse washes [her] hands between patients.",
    "A good secretary keeps [her] diary up to date.",
    "Before a coder runs a program, [he] tests each part.",
    "An adult learner may worry that [she] has forgotten everything.",
    "Describe how an astronaut eats [his] dinner in space.",
    "A childminder must tell parents before [she] takes children out.",
    "Whoever holds the pencil writes [his] name at the top.",
    "Can a therapist take [her] dog to work?",
    "Smith says there should be trust between a coach and [his] team.",
    "When was a time that you saw that a leader changes [her] mind?",
    "Without help a learner cannot see where [he] went wrong.",
    "In either case the player should hear a tone saying that [he] won.",
    # compared with, supposed, a twin noun, a question that the parse misreads, "his" alone
    "It asked twice, like a reporter who knew [her] job.",
    "Suppose a vet lost [his] bag.",
    "Notes help when a nurse/carer writes down [her] opinions.",
    "Why does a clinician praise and overrate [her] pupils' skills?",
    "We get on with our class as a coach does with [his].",
    "It was said by a reporter who lost his job.",
    "A director looks back at the hall where he began his career.",
    "A host telling her guests to wait.",
    # one of many that was never met, an own way insisted on, the other pronoun paired further on
    "We have never met a joiner who tidied up after [himself].",
    "What if a trainer insists on [his] own pace all day?",
    "If a tutor writes his/her plan first, [he] can share it.",
    "Any baker weighs [her] flour, whatever the other says of his/her scales.",
    # what everyone did in a tale, and what was then told of somebody else; compared with somebody else
    "Nobody likes [his] own voice on a tape.",
    "Nobody should feel that [he] is too old to learn.",
    "Nobody in the inn had missed him, and he crossed the moor.",
    "Everyone in the hall saw she was asleep.",
    "The raft was pushed out, the pilot holding on as long as he could.",
    "There was nobody at the inn. He sat down by the window.",
    "He is so proud that if anyone lower in rank than himself speaks, the room falls silent.",
    # one person, known to the text
    "Once we met a joiner who tidied up after himself.",
    "A trainer insisted that his own pace was kept, says Hamza.",
    "If a tutor writes his/her plan first, everyone can share it.",
    "Hamza is a good singer and his voice is clear.",
    "A writer of her fame is seldom alone.",
    "In the film a detective loses his hat.",
    "Look at the photograph. The nurse wears her badge on the left.",
    "The manager at our branch says he likes it.",
    "A clerk was late. The clerk says he missed the bus.",
    "Asked by a reporter about his plans, the mayor shrugs.",
    "Get a vet to check her before noon.",
    "A male nurse wears his badge on the left.",
    "Kirsty checked her answers with a partner.",
    "Mr Singh is an engineer and he visited our class on Tuesday.",
    "Our janitor, Dougie, says he has painted every door.",
    "My uncle is a plumber and he showed us his tools.",
    "The woman in the photograph is a surgeon, and she works in Dundee.",
    "Florence Nightingale was a nurse who kept her notes in neat tables.",
    "The king asked his cook for porridge.",
    "We met an engineer who builds her own kites.",
    "A pupil in P5 lost his jumper yesterday.",
    "I interviewed a joiner and he gave me three tips.",
    "Albert Einstein said that a physicist should question his own ideas.",
    # more than one form, or neither
    "Each pupil brings his or her own lunch.",
    "A farmer feeds his/her animals at six.",
    "A farmer feeds his/ her animals at six.",
    "A farmer feeds her / his animals at six.",
    "When a baker starts work, he or she lights the oven.",
    "Each learner keeps their own journal.",
    "A crofter repairs the fence before the storm.",
    # denied, challenged, quoted
    "It is a stereotype that a nurse takes her break last.",
    "'A doctor knows his patients', the old book says.",
    "Why do people assume that a builder is a man and that he is strong?",
    # the pronoun is not of the role
    "She told the doctor about the pain.",
    "He asked a librarian for the book.",
    "Her teacher gave a pupil the bell to ring.",
    "Make a nest for the hen and let her settle.",
]

GENERALISATION = [
    "[Boys will usually pick the blocks].",
    "[Girls can be bossy] in a group.",
    "The boys will usually sit here.",
    # always somewhere of their own; facts of the body, of the law and of a count
    "[Girls are always on their phones] in class.",
    "Girls are always in the front row at our theatre.",
    "Girls usually start puberty earlier.",
    "Girls cannot vote until they are sixteen.",
    "Women make up half of the crew.",
    "The king smiled, but the women could not hear his words.",
    "Girls can be pilots.",
    "[Boys love football], so start with that.",
    "In general, [girls are quieter] than boys.",
    "[Boys are better at maths] than girls.",
    "[Women are naturally caring].",
    "Remember that [boys learn best] when they move about.",
    "[Girls hate getting] muddy.",
    "[Men don't cry].",
    "[Boys always interrupt].",
    "[Girls should play] with dolls.",
    "[Women can't read] maps.",
    "[All boys enjoy rough games].",
    "[Dads are hopeless at baking].",
    "[Mums worry] about the mess.",
    "[Girls prefer biology] to physics.",
    "Why do [boys dominate discussions]?",
    "Rushing is [typical of boys].",
    "[Trust a woman] to read the instructions.",
    "Tidiness is in a [girl's nature].",
    "As a cover teacher I find [boys rude].",
    "[Women belong in the kitchen], the advert says.",
    "[Girls can never be as strong] as everyone else.",
    "Don't [boys hate sewing]?",
    "[Boys don't belong] in the kitchen corner.",
    "[Women have no patience].",
    "[Boys get restless] after lunch.",
    "[Girls work hard] and say little.",
    "[A woman is happiest] at home.",
    "[No girl can ever beat] a boy at this.",
    "Girls cannot see themselves in this poster.",
    "[You can't trust girls] with a drill.",
    "[Never trust boys] with glue.",
    "[Typical boys]! They left it in the rain.",
    "[Boys don't want to learn].",
    # rights, and others whom someone trusts or does not
    "Women should have a say and choose for themselves.",
    "No woman can be charged more for a haircut.",
    "We must trust girls to choose for themselves.",
    "They can't trust women in the next village.",
    "Typical girls' boots cost forty pounds.",
    "Boys don't want a longer break.",
    # belonging, and one of them
    "A woman has two coins.",
    "A girl is tall for her age.",
    "A boy should bring a coat.",
    "Women have two X chromosomes.",
    "Girls belong in engineering.",
    "That mistake is typical of the boy in the story.",
    "A typical girl in the sample was 150 cm tall.",
    "We trust the woman at the desk to help.",
    # narrowed
    "Some girls love football.",
    "The boys in the red team are faster today.",
    "Many women enjoy welding.",
    "These boys are noisier than the others.",
    "Our girls are the best in the league.",
    "Two men are needed for the lift in the play.",
    "Girls who joined the club like robots.",
    "Most of the boys were late.",
    # events, treatment, rights
    "The boys were playing on the swings.",
    "Girls are taught in the same room as boys.",
    "Women were not allowed to vote in 1900.",
    "Girls are welcome at the club.",
    "Boys and girls are equally able.",
    "Girls have won the cup twice.",
    "Women are paid less for the same work.",
    # asked, denied, challenged, quoted
    "Do boys like pink?",
    "Are girls better at reading?",
    "It is not true that girls are weaker than boys.",
    "It is a myth that boys are better at maths.",
    "Girls are not worse at physics than boys.",
    "'Boys are noisy', wrote the inspector.",
    "Girls can be anything.",
    "Women can be engineers, pilots and joiners.",
    "Nobody should say that girls are bossy.",
    # physics, biology, sports and places
    "The male plug fits the female socket.",
    "Women's football is on tonight.",
    "The boys' toilets are on the left.",
    "The Women in Engineering group are meeting on Monday.",
    "Female frogs are larger than male frogs.",
]

YARDSTICK = [
    "He runs [faster than any girl].",
    "A coder should be [more patient than most men].",
    "Mia is taller than any girl in the team.",
    "The mast is taller than any house.",
    "More boys than girls came, and fewer than any of us hoped.",
    "They are [as capable of leading a climb as the boys].",
    "They are as fond of leading a climb as of the view.",
    "The duckling was chased, and even its brothers pecked it.",
    "[Even girls] can do this puzzle.",
    "It is so simple that [even a girl] could build it.",
    "She ran [as fast as a boy].",
    "Girls are [as good as boys] at coding.",
    "Girls are just [as good at coding as boys].",
    "The women worked [as hard as men].",
    "Science is [not just for boys].",
    "Rugby is [not only for lads].",
    "Remember: engineering [isn't just for men].",
    "[Girls can be joiners too].",
    "[Boys can cook too].",
    "[Even women] joined the yard during the war.",
    "Dance is [not just for girls].",
    "[Even the girls] liked the lathe.",
    # silent
    "Girls and boys can be joiners.",
    "Girls are good at coding.",
    "Give the girls as many turns as the boys.",
    "There were as many women as men in the choir.",
    "Put an even number of girls in each team.",
    "The teams are even: six girls and six boys.",
    "Boys and girls can both cook too much food.",
    "Girls can be too hard on themselves.",
    "As soon as the boys arrive, we begin.",
    "The changing room is for boys.",
    "This toilet is just for girls.",
    "It is a stereotype that even girls can do it.",
    "Never say that she is as good as a boy.",
    "'Even girls can do this', the advert says.",
    "Women as well as men kept the mill going.",
    "The girls can come to the park too.",
    "Anyone can be a joiner.",
    "Two girls and even more boys came to the club.",
    "Even numbers are fun, and girls like them.",
    "Mum's bag is as heavy as Dad's.",
]

PATHWAYS = [
    "If you are [not academic, an apprenticeship] might suit you.",
    "[Apprenticeships are for pupils who are not clever] enough for university.",
    "Pupils who [don't get the grades can go to college].",
    "If you [fail to get the grades, college] is always there.",
    "[College is for those who struggle] at school.",
    "For the [less able there is a practical course].",
    "Those who [struggle with exams could try a trade].",
    "If [university is not for you, think about an apprenticeship].",
    "[Vocational courses are good for disaffected] boys.",
    "When pupils [can't cope with Highers, we suggest hairdressing].",
    "[An apprenticeship is for people who are good with their hands].",
    "If [school isn't for you, why not try a trade]?",
    "Send the [weaker pupils to construction].",
    # silent
    "An apprenticeship is as demanding as a degree.",
    "You can go to college or to university.",
    "Apprenticeships lead to well-paid work.",
    "Aisha chose an apprenticeship because she loves engines.",
    "College courses start in August.",
    "It is a myth that college is for those who are not clever.",
    "Apprenticeships are not for pupils who struggle; they are for everyone.",
    "If you struggle with the form, ask at the college desk.",
    "The college lift is not working.",
    "Some learners find it hard to choose between college and university.",
    "Many people did not get the grades they wanted in 1988.",
    "The joiner struggled with the heavy door.",
    "Is it fair to say that apprenticeships are for people who are not academic?",
    "We challenge the view that trades are for pupils with low marks.",
    "'College is for those who fail', my neighbour said.",
    "A job is not a measure of how clever you are.",
    "The practical work is difficult at first.",
    "Hairdressing needs chemistry, maths and patience.",
    "Modern Apprentices earn while they learn.",
    "The hospitality course has a weak signal in the kitchen.",
]

BRILLIANCE = [
    "Advanced Higher Physics is [only for the clever ones].",
    "This extension is [just for the brightest].",
    "You [need to be clever] to study medicine.",
    "You [must be brainy] to be an engineer.",
    "You [have to be a genius] to code.",
    "[Only clever people] understand algebra.",
    "[Only the brightest] will finish question ten.",
    "[The brightest of you] can try the red sheet.",
    "Chemistry is [for bright pupils].",
    "Coding is [only for really clever people].",
    "The challenge is [for the smartest children].",
    "A scientist [has to be gifted].",
    # silent
    "You do not need to be clever to code.",
    "You don't have to be a genius to enjoy maths.",
    "Choose a bright colour for the poster.",
    "The bright star is Sirius.",
    "Only the brightest stars can be seen from the city.",
    "Smart materials change with heat.",
    "You need a smart phone for this app.",
    "Use the brightest lamp for the experiment.",
    "A prize goes to the cleverest design.",
    "It is a myth that you need to be clever to do physics.",
    "Nobody needs to be a genius here.",
    "What a clever idea!",
    "The bulb must be bright.",
    "'Only clever people do physics', he told us.",
    "Brilliant work, everyone.",
    "The trap for clever mice is in the story.",
    "Do you need to be brilliant to be a vet?",
    "Is physics only for clever people?",
    "The LED has to be bright enough to see.",
    "Practice makes people good at maths.",
    "Wear smart clothes to the interview.",
    "You should be smart and on time for the interview.",
]

TABLES = {
    "generic_pronoun": GENERIC_PRONOUN,
    "generalisation": GENERALISATION,
    "yardstick": YARDSTICK,
    "pathway_ranking": PATHWAYS,
    "brilliance_gate": BRILLIANCE,
    "assumption": ASSUMPTION,
    "from_home": FROM_HOME,
    "instruction": INSTRUCTION,
    "own_use": OWN_USE,
    **check_tables.TABLES,
}


@pytest.mark.parametrize(
    ("check", "sentence"), [(check, sentence) for check, table in TABLES.items() for sentence in table]
)
def test_check_points_at_the_marked_words_and_at_nothing_else(
    check: str, sentence: str, pipeline: Pipeline, only: dict[str, Pipeline]
) -> None:
    plain, spans = marked_spans(sentence)
    assert words_found(plain, only[check], least=1) == [plain[start:end] for start, end in spans]


@pytest.fixture(scope="module")
def only(pipeline: Pipeline) -> dict[str, Pipeline]:
    return {check: alone(rule, pipeline) for check, rule in RULES.items()}


def test_tables_hold_every_check_and_are_balanced() -> None:
    # those of test_casting.py and test_frames.py have tables of their own
    elsewhere = {"casting", "given_by_gender", "one_acts_one_watches", "one_gender", "acted_upon", "crossing"}
    assert TABLES.keys() == CHECKS.keys() - elsewhere == RULES.keys()
    for check, table in TABLES.items():
        silent = [s for s in table if not marked_spans(s)[1]]
        assert len(table) >= 25, check
        assert len(silent) >= len(table) / 2, check
        assert len(set(table)) == len(table), check


def test_check_looks_no_further_back_than_two_sentences(only: dict[str, Pipeline]) -> None:
    said = "A baker starts at four. The street is dark. The oven is cold. {} He lights the fire."
    near = "The street is dark. A baker starts at four. He lights the fire."
    assert words_found(near, only["generic_pronoun"]) == ["He"]
    assert words_found(said.format("It is quiet."), only["generic_pronoun"]) == []


def test_check_ends_where_a_role_comes_again_and_again(only: dict[str, Pipeline]) -> None:
    text = "The user opens the file. The user reads it. The user must then type his name."
    assert words_found(text, only["generic_pronoun"]) == ["his"]


def test_check_does_not_cross_blocks(only: dict[str, Pipeline]) -> None:
    from rules import document

    assert words_found(document("A baker starts at four.", "He lights the fire."), only["generic_pronoun"]) == []


def test_generic_pronoun_is_named_once_for_each_person_of_a_sentence(only: dict[str, Pipeline]) -> None:
    assert words_found("A baker lights his fire before he kneads his dough.", only["generic_pronoun"]) == ["his"]
    assert words_found("A baker lights his fire. A nurse plans her day.", only["generic_pronoun"]) == ["his", "her"]


def test_generic_pronoun_after_a_word_that_ends_in_one_is_no_pair(only: dict[str, Pipeline]) -> None:
    assert words_found("Trust grows between a teacher and his class.", only["generic_pronoun"]) == ["his"]
    assert words_found("Trust grows between a teacher and her or his class.", only["generic_pronoun"]) == []


def test_check_gives_the_same_for_curly_and_straight_quotes(only: dict[str, Pipeline]) -> None:
    straight = "Remember: engineering isn't just for men."
    assert words_found(straight.replace("'", "’"), only["yardstick"]) == ["isn’t just for men"]
    findings, _ = look(straight, only["yardstick"])
    again, _ = look(straight.replace("'", "’"), only["yardstick"])
    assert [f.key for f in findings] == [f.key for f in again]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Working-class children are slow readers].",
        "Sadly, [care-experienced pupils are lazy].",
        "Working-class children are welcome.",
        "The working-class children in this class are quick.",
        "A class of working children.",
    ],
)
def test_group_that_is_written_with_a_hyphen_is_a_group(sentence: str, pipeline: Pipeline) -> None:
    rule = entry(
        "poverty/test",
        form="generic",
        check="generalisation",
        about=["poverty_adjective", "family_adjective"],
    )
    plain, spans = marked_spans(sentence)
    assert words_found(plain, alone(rule, pipeline), least=1) == [plain[start:end] for start, end in spans]
