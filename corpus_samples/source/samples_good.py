"""Two lessons that do well: bridges (P6, Word) and space (P5, slides). They hold near misses and nothing else."""

from source.layout_docx import docx_bytes
from source.layout_pptx import pptx_bytes

BRIDGES = [
    ("pic", "band", "decorative", ""),
    ("h1", "Strong bridges: forces in action"),
    ("p", "Stage: P6, Second Level sciences and technologies. Time: 60 minutes. Groups of four."),
    ("h2", "What we are doing"),
    (
        "ul",
        [
            "We are testing how the shape of a bridge changes the load it can carry.",
            "We are measuring fairly and comparing results together.",
            "We are improving a design after a test that did not go to plan.",
        ],
    ),
    (
        "p",
        "Show what you found out in the way that suits you: write it, draw it, say it, or record a short clip on a school tablet.",
    ),
    ("h2", "Start from what you know"),
    (
        "p",
        "Think of a bridge, a plank or a ramp that you have crossed: in a town, on a farm track, in a story or in a game. What held it up?",
    ),
    (
        "pic",
        "bridges",
        "Three simple bridges: a beam bridge, an arch bridge and a suspension bridge.",
        "Three ways to cross a gap",
    ),
    (
        "box",
        [
            "Word bank",
            "Load: the weight that a bridge carries.",
            "Span: the distance from one support to the next.",
            "Normal force: the push back from a surface, at right angles to it.",
        ],
    ),
    ("h2", "Plan for the hour"),
    (
        "table",
        [
            ["Time", "Learners", "Adults"],
            [
                "0 to 10 minutes",
                "Talk in pairs about a bridge you have crossed.",
                "Collect ideas on the board, in any language.",
            ],
            [
                "10 to 20 minutes",
                "Choose a beam, an arch or a suspension bridge. Predict its load.",
                "Show the three models from the bridge box.",
            ],
            [
                "20 to 45 minutes",
                "Build and test. Roles are on the cards: builder, measurer, recorder, speaker. Roles rotate after each test.",
                "Ask: what did you try, and what will you change?",
            ],
            ["Pause: check the floor is clear and that everyone can reach the table", None, None],
            [
                "45 to 60 minutes",
                "Compare results and explain one improvement.",
                "Take photographs of bridges, not faces.",
            ],
        ],
    ),
    ("h2", "How to test"),
    (
        "ol",
        [
            "Rest the bridge on two blocks, 30 cm apart.",
            "Place the weight in the middle of the beam.",
            "Add one load block at a time. Red blocks are marked R and blue blocks are marked B.",
            "Record the last load before the bridge bends by 1 cm.",
            "Change one thing. Test again.",
        ],
    ),
    (
        "pic",
        "testing",
        "Three learners, one of them using a wheelchair, test a model bridge on a table.",
        "A team tests its beam bridge",
    ),
    ("h2", "People who make bridges work"),
    (
        "p",
        "Catriona MacAskill inspects bridges from a base in Inverness. She uses a wheelchair and leads a team of six. Her first footbridge shook too much, so she and the team measured it again and added a stiffer deck.",
    ),
    (
        "p",
        "Rashid Anwar is a technician in a materials lab in Dundee. He learned the job through a Modern Apprenticeship. He works four days a week so that he can look after his two small children.",
    ),
    (
        "p",
        "Kaichi Watanabe, an engineer from Japan, studied in Glasgow and worked on the Forth Bridge, which opened in 1890. Thousands of other people built it with him.",
    ),
    ("h2", "Talk about it"),
    (
        "p",
        "It is a myth that boys prefer building things. Who builds, mends and plans in the places you know?",
    ),
    (
        "p",
        "An old poster in our folder says “Strong men wanted”. Who does the poster leave out? How would you write the advert today?",
    ),
    ("h2", "Teacher notes"),
    (
        "ul",
        [
            "Copy the role cards from the master copy in the P6 folder.",
            "A weak joint is a good place to begin the next test. It shows the team what to improve.",
            "If a card beam suffers from fatigue after many tests, swap it for a new strip.",
            "Everything is in the bridge box. There is no need to bring anything from home.",
            "Photographs from the Isle of Man and from Mostar show other stone arches.",
        ],
    ),
    (
        "comment",
        "The two models of an arch are with the janitor.",
        "The arch with the dwarf birch painted on it is the lighter one.",
        "Ailsa Okafor",
    ),
    ("h2", "Next step"),
    (
        "p",
        "Choose one: sketch a bridge for a burn near the school, explain your test to another class, or write three top tips for a team that starts tomorrow.",
    ),
]

SPACE = [
    {
        "title": "Our place in space",
        "subtitle": "P5 sciences: the Solar System and how we explore it",
        "picture": (
            "planets",
            "The Sun, the eight planets in order and the small dwarf planet Pluto. Not to scale.",
        ),
        "notes": "Two lessons of 50 minutes. Print the large text version from the master copy in the shared folder. Begin with what learners have already seen in the sky: from a window, on a walk, in a book or in a film.",
    },
    {
        "title": "What goes round the Sun?",
        "bullets": ["We are comparing planets and looking for a pattern."],
        "table": [
            ["Object", "Kind", "One trip round the Sun"],
            ["Mercury", "rocky planet", "88 days"],
            ["Earth", "rocky planet", "365 days"],
            ["Jupiter", "gas giant", "12 years"],
            ["Pluto", "dwarf planet", "248 years"],
        ],
        "notes": "Ask pairs to explain the pattern: the farther away, the longer the trip. Learners can say it, draw it or act it out with the rope. A wrong prediction is useful, so keep it on the wall and come back to it.",
    },
    {
        "title": "Dwarf planets and other small worlds",
        "bullets": [
            "Pluto has been called a dwarf planet since 2006.",
            "Scientists discovered Eris in 2005.",
            "Ceres is a dwarf planet between Mars and Jupiter.",
            "One day the Sun will become a white dwarf, a small hot star.",
        ],
        "group": [
            "Planet: it has cleared its path",
            "Dwarf planet: it shares its path",
            "Both go round the Sun",
            "Both are round",
        ],
        "notes": "Word bank on the wall: orbit means the path round a star or planet. Gravity means the pull between things. A black hole comes up every year: it is a place where gravity is so strong that light stays in.",
    },
    {
        "title": "We are testing craters",
        "bullets": [
            "Work in threes: dropper, measurer, recorder. Change roles after each drop.",
            "Drop the ball from 20 cm, 40 cm and 60 cm.",
            "Measure the crater. Try each height three times.",
            "What would you change to make the test fairer?",
        ],
        "notes": "Trays, balls and sand are in the science cupboard, so nothing has to come from home. Put one tray on a low table so that everyone can reach. Sand can be uncomfortable to touch: a scoop and gloves are in the box.",
    },
    {
        "title": "People who explore space",
        "bullets": [
            "Kalpana Chawla, an engineer who grew up in Karnal in India, flew on the shuttle Columbia in 1997.",
            "A team in India landed Chandrayaan-3 near the Moon’s south pole in 2023.",
            "A team in Japan brought back dust from the asteroid Ryugu in 2020.",
            "Unst, in Shetland, has a spaceport. Technicians, divers, cooks and engineers all have work there.",
        ],
        "notes": "Ngozi Bairdie from the astronomy club joins us by video on Thursday. She began as an apprentice in a lens workshop and now builds cameras for telescopes. She will talk about the camera that failed twice and what her team changed. Her husband Tomasz runs the nursery club and will bring the wee ones’ sky drawings.",
    },
    {
        "title": "Words change too",
        "bullets": [
            "Old news reports say “manned mission”.",
            "Today we say crewed mission. Why might people have changed the word?",
            "It is a myth that you have to be a genius to work in space science.",
        ],
        "notes": "Let learners discuss who felt left out by the older word. The stereotype of the lone genius is worth a minute as well: the Ryugu team had hundreds of members.",
    },
    {
        "title": "Sky words near us",
        "bullets": [
            "Scots: the gloamin is the time after sunset.",
            "Gaelic: gealach means moon. Grian means sun.",
            "BSL: we will learn the signs for star and planet.",
            "Which sky words do you know from home or from another place?",
        ],
        "notes": "Galloway Forest Park became a Dark Sky Park in 2009. Learners who live near street lights can use the star photographs in the class book.",
    },
    {
        "title": "Show what you know",
        "bullets": [
            "Choose one: a model, a poster, a talk with a partner, or three quiz questions.",
            "Say one thing you tried and one thing you would improve.",
        ],
        "notes": "There is time in class for this and nothing has to be finished at home.",
    },
]


def bridges() -> bytes:
    return docx_bytes("Strong bridges", "P6 · Sciences and technologies · Block 3", "Lesson 2 of 5", BRIDGES)


def space() -> bytes:
    return pptx_bytes("Our place in space", SPACE)


FILES = {"p6-bridges.docx": bridges, "p5-space.pptx": space}
