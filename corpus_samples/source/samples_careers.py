"""Careers: health and care (S4-S6, Word), engineering (S3, slides) and STEM pathways (S5-S6, PDF hand-out)."""

from source.layout_docx import docx_bytes
from source.layout_pdf import pdf_bytes
from source.layout_pptx import pptx_bytes

HEALTH = [
    ("h1", "Careers in health and care"),
    ("p", "S4 to S6. A drop-in guide with tasks for two PSE periods and a day out."),
    ("h2", "Why look at health and care?"),
    (
        "p",
        "About one job in ten around here is in health or social care. People measure, listen, mend machines, cook, drive, plan and comfort. Tell a partner about a time when someone looked after something well: a person, an animal, a bike or a garden.",
    ),
    (
        "pic",
        "care",
        "Three people in a bright room: one standing, one in a wheelchair, one wearing a headscarf.",
        "",
    ),
    ("h2", "Jobs to explore"),
    (
        "table",
        [
            ["Job", "What the day is like", "Ways in"],
            [
                "Nurse",
                "A good nurse knows her patients and spots small changes. A male nurse will tell you that the work suits all sorts.",
                "University at SCQF level 9, or college first",
            ],
            [
                "Biomedical technician",
                "Checks pumps, scanners and hoists.",
                "Modern Apprenticeship, HNC, or university",
            ],
            [
                "Dentist",
                "Treats and prevents tooth problems.",
                "The law asks for a degree. You need a degree to be a dentist.",
            ],
            [
                "Social care worker",
                "You may begin as just a carer and go on to train for more. Hours fit round school runs, so it is ideal for mums.",
                "Direct entry with training, SVQ at SCQF level 6 and up",
            ],
            [
                "Every job here can be done full time or part time, and reasonable adjustments are a right.",
                None,
                None,
            ],
        ],
    ),
    ("h2", "People you could meet"),
    (
        "p",
        "Grace Okonkwo is a mental health nurse in Falkirk. She left school with two Nationals, worked in a bakery, and came back to college at 34. She has a Master’s degree now, and says that her first placement was hard and her mentor helped.",
    ),
    (
        "p",
        "Charge Nurse Ewan Baptiste runs a special care baby unit. He went through college and the Open University. He likes the quiet hour when parents hold their babies for the first time.",
    ),
    (
        "p",
        "Siobhan Kaur works with Deaf patients and uses BSL. She is Deaf herself and trains other staff in Elderslie on how to book an interpreter.",
    ),
    ("h2", "What is the work like?"),
    (
        "p",
        "On a care visit you help the elderly to wash, dress and eat. One visit may be to a dementia sufferer who forgets the time of day; the next to a wheelchair-bound man who wants a hand with his garden. A weak pulse or a reading outside the normal range is a sign to call for help.",
    ),
    (
        "p",
        "You will learn to spot a fever. The skin turns red and the forehead feels hot. You will meet patients with a language barrier, and there is a phone line to interpreters in over a hundred languages.",
    ),
    (
        "p",
        "Male and female patients have different reference values in some blood tests, and the lab prints both. Blind patients may ask for results by phone. Contact tracing teams work from offices or from home.",
    ),
    ("h2", "Ways in"),
    (
        "ul",
        [
            "You need to be really clever to get into medicine, so start early with your revision.",
            "If you do not get the grades, you can always fall back on a college course.",
            "Foundation Apprenticeships in social services and healthcare run in S5 and S6.",
            "The careers room can ask the NHS board to set up a few days for you.",
            "EMA of £30 a week and help with travel are open to many learners: the careers room has the forms.",
        ],
    ),
    ("h2", "The ward visit"),
    (
        "p",
        "The visit is free and the bus leaves from the school. Wear flat shoes. On the ward, remove head coverings and jewellery. Anyone who prefers not to see blood may choose the kitchen, the lab or the workshop tour.",
    ),
    (
        "comment",
        "Please return the slip to the careers room by Friday.",
        "Sister Agnes Home asked if the group could come a week later. The home for older people is next door to it.",
        "Iona Petrov",
    ),
    ("h2", "Task"),
    (
        "p",
        "Choose one job. Find three tasks that use science or maths. Show them as a poster, a short talk or a recorded interview.",
    ),
]

ENGINEERING = [
    {
        "title": "Could engineering be for you?",
        "subtitle": "S3 careers: options time",
        "picture": ("site_team", "image.png"),
        "notes": "One period. Put the chairs in a horseshoe so that everyone can see the captions. Pupils have met the word engineer in P7, though most think of engines.",
    },
    {
        "title": "What engineers do",
        "bullets": [
            "An engineer solves problems for people, and his work is all around us.",
            "Clean water, prosthetic hands, game consoles, wheelchairs, wind farms.",
            "Nearly everything man-made has been through an engineer’s hands.",
            "A team of boffins at the harbour is building a robot that cleans hulls.",
        ],
        "notes": "Ask where pupils have seen something mended or improved this week: at home, on a farm, at a club or in town. The manhole cover outside has a maker’s mark from Falkirk, so send two volunteers to look at it. If asked, the master cylinder in the brake model pushes fluid to the slave cylinder.",
    },
    {
        "title": "Is it for everyone?",
        "bullets": [
            "Girls are just as good as boys at engineering.",
            "We want more women and minorities to come forward.",
            "You need to be really clever at maths, but do not let that put you off.",
            "In 2024, 16.9% of people in UK engineering and technology jobs were women (EngineeringUK, 2025).",
        ],
        "notes": "It is a myth that girls find it too technical. Talk about why people believed it and who gained. Matching the figure is not the goal: our aim is that anyone who enjoys solving problems feels welcome.",
    },
    {
        "title": "Routes",
        "table": [
            ["Route", "Level", "Earn while you learn?"],
            ["University", "SCQF 9 to 11", "No"],
            ["Graduate Apprenticeship", "SCQF 10 or 11", "Yes"],
            ["College HNC or HND", "SCQF 7 or 8", "Some"],
            ["Modern Apprenticeship", "from SCQF 5", "Yes"],
        ],
        "notes": "This is the slide to spend time on. Tell pupils that if they are not academic they can look at the last row. The academic year starts in August or September, and apprenticeship adverts come out from January. Adjustments and travel help are on the sheet.",
    },
    {
        "title": "Choosing a route",
        "bullets": [
            "You need a degree to be an engineer who designs things.",
            "If university does not work out, fall back on an apprenticeship.",
            "Unskilled jobs on site are a way to find out what you like.",
            "For the best jobs, be ready to leave the island.",
        ],
        "notes": "Employers on the island told us they hire every year: the ferry yard, the fish farm, the hospital workshop and the distillery. In the crane demo the safety arm will fall back on its spring when the power is cut: nobody stands there.",
    },
    {
        "title": "Meet three people",
        "bullets": [
            "Nadia Haddow is just a technician at the tidal site, but she loves it.",
            "Callum Osei is an apprentice welder. He failed his first test weld, practised with his team and passed.",
            "Wen Li Ross designs hearing aids with the people who wear them. She is Deaf and tests each one.",
        ],
        "group": ["Plan", "Make", "Test", "Mend"],
        "notes": "Callum will visit on Tuesday; he has just left for the training centre. He looks after his gran on Fridays and his firm lets him change his shifts. Ask him about overtime, boots and the hard hat with his name on it.",
    },
    {
        "title": "Try it: the tallest tower",
        "bullets": [
            "Teams of four. Roles: buyer, builder, tester, reporter. Rotate at the bell.",
            "Materials are on the table. Test, change one thing, test again.",
            "Turn the base through 90 degrees and check that it stands.",
            "Just press the green button marked START when you are ready.",
        ],
        "notes": "There is no prize. Ask each team what went wrong and what helped. Brilliant white card is stiffer than the cream sheets. A female connector is taped under each base for the lamp.",
    },
    {
        "title": "Next",
        "bullets": [
            "Speak to a careers adviser: drop in on Wednesday, or book a call.",
            "Write, draw or record one question to ask Callum.",
        ],
        "notes": "The yard is short of people this summer, so summer jobs may come up for pupils who are 16. All of them are paid.",
    },
]

PATHWAYS = [
    ("h1", "After Highers: STEM pathways"),
    (
        "p",
        "For learners in S5 and S6 and the people who support them. Bring it to your careers interview, on paper or on a screen.",
    ),
    ("h2", "First, some good news"),
    (
        "p",
        "Skills from science, maths, technologies and computing are used in hundreds of jobs: beekeeping, game sound, ship repair, food safety, sports data, textiles and nursing. You do not have to decide for life. People change route, and the last page says how.",
    ),
    ("h2", "The routes side by side"),
    (
        "table",
        [
            ["Route", "SCQF level", "Pay while learning", "An example"],
            ["Foundation Apprenticeship", "mostly 6", "No", "Software development in S5 and S6"],
            ["Modern Apprenticeship", "5 and up", "Yes", "Laboratory technician, Grangemouth"],
            ["HNC and HND at college", "7 and 8", "Bursary", "Aquaculture, Shetland"],
            ["University degree", "9 and 10", "Loan or grant", "Physics, Aberdeen"],
            ["Graduate Apprenticeship", "10 or 11", "Yes", "Civil engineering, with an employer"],
            ["Job with training", "varies", "Yes", "Data assistant for a council"],
        ],
    ),
    ("h2", "Planning your year"),
    (
        "p",
        "After school you will go to university, so use S6 to prepare for independent study. Some universities look for five Highers in one sitting. Hard subjects such as physics and maths are worth more to them than soft options, so choose with care. The Academic Registrar of each university lists the entry rules.",
    ),
    (
        "p",
        "If you have a maths brain, look at actuarial science or physics. Girls tend to find physics too technical, and biology keeps many doors open for them. In 2021 about 27% of Higher Physics entries were from girls, as Tes reported in 2022.",
    ),
    (
        "p",
        "Some of last year’s group ended up at college, and they are doing well. Vocational courses are there for those who cannot manage Highers. Your guidance teacher may say that you are too clever for an apprenticeship, so talk it over at home.",
    ),
    ("h2", "Making your application stand out"),
    (
        "ul",
        [
            "An unpaid internship in the summer will show that you are keen.",
            "Most site posts are open to able-bodied applicants with good eyesight.",
            "Choose any course at your local college: you can live at home and commute.",
            "Care leavers should be realistic and start with a short course.",
            "Keep a hard copy of each form and a soft copy on the school drive.",
        ],
    ),
    ("h2", "Three stories"),
    (
        "p",
        "Hamza Lindsay did an HND, then joined year three of a degree. He failed fluid mechanics once, asked a study group for help, and passed. He is the set designer’s favourite engineer at the theatre, where he builds moving floors.",
    ),
    (
        "p",
        "Oksana Muir came to Scotland with a degree in chemistry. She took an ESOL class and a Master’s, and now leads water testing in Dumfries. Her top tip: ask what your earlier study counts for.",
    ),
    (
        "p",
        "Beathag Ali is an apprentice in a wind turbine team on Lewis. She studies online with the University of the Highlands and Islands, and stays on the island by choice. The simple pendulum demo in S4 got her hooked.",
    ),
    ("h2", "Help with costs and support"),
    (
        "p",
        "EMA, bursaries and travel grants are there for many learners. Disabled learners have a right to adjustments. Care-experienced learners of any age may ask about the bursary at college and university. Weak Wi-Fi at home? The library lends devices.",
    ),
    ("h2", "Changing route"),
    (
        "p",
        "Courses for adults give people a second chance if they wasted their time at school. You can move between routes: an apprentice can go to university, and a graduate can take up a trade. Normal office hours for the careers line are 9 to 5.",
    ),
]


def health() -> bytes:
    return docx_bytes("Careers in health and care", "S4 to S6 · Careers", "Careers room, ground floor", HEALTH)


def engineering() -> bytes:
    return pptx_bytes("Could engineering be for you?", ENGINEERING)


def pathways() -> bytes:
    return pdf_bytes("After Highers: STEM pathways", "STEM pathways", "Careers hand-out 6", PATHWAYS)


FILES = {
    "s4-s6-health-and-care.docx": health,
    "s3-engineering-careers.pptx": engineering,
    "higher-stem-pathways.pdf": pathways,
}
