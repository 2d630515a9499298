"""Secondary: genetics (S3, Word) and electricity (S2, a two-column PDF worksheet)."""

from source.layout_docx import docx_bytes
from source.layout_pdf import pdf_bytes

GENETICS = [
    ("h1", "Inheritance: from peas to people"),
    ("p", "S3 Biology. Two periods of 50 minutes and one homework task."),
    ("h2", "By the end we can"),
    (
        "ul",
        [
            "explain dominant allele, recessive allele and genotype in our own words;",
            "use a Punnett square and compare what we predict with what we count;",
            "say why one gene is seldom the whole story.",
        ],
    ),
    (
        "box",
        [
            "Word bank",
            "Allele: one form of a gene.",
            "Phenotype: what can be seen or measured, such as a tall or a dwarf plant.",
            "Daughter cells: the cells made when one cell divides.",
        ],
    ),
    ("h2", "Starter: Mendel’s peas"),
    (
        "p",
        "Working alone in his monastery garden, Gregor Mendel changed biology for ever. He had studied physics in Vienna with Christian Doppler, and he counted thousands of pea plants over eight years. He moved pollen by hand between male and female flower parts.",
    ),
    (
        "pic",
        "peas",
        "A tall pea plant, a dwarf pea plant and a two by two Punnett square for T and t.",
        "Crossing two Tt plants",
    ),
    (
        "p",
        "A geneticist keeps careful notes so that his results can be checked. Count the plants on the sheet and find the ratio. If you get an abnormal result, check the count before you change it. A conclusion from five plants may be invalid.",
    ),
    ("h2", "Plan"),
    (
        "table",
        [
            ["Time", "Activity", "Support and stretch"],
            [
                "10 minutes",
                "Count tall and dwarf peas in pairs. One reads, one records; swap at plant 20.",
                "Counters and large print sheets are on the side bench.",
            ],
            [
                "15 minutes",
                "Punnett squares for Tt and Tt, then TT and tt.",
                "EAL/SEN pupils can use the cut-up version.",
            ],
            [
                "15 minutes",
                "Read the case studies and choose one to explain.",
                "Extension sheet B is for the more able pupils.",
            ],
            ["Break between the two periods: collect the jotters", None, None],
            [
                "20 minutes",
                "Fictional family: the Ferreira pedigree, with attached earlobes shaded.",
                "Explain, draw or build it with cards.",
            ],
        ],
    ),
    ("h2", "Case studies"),
    (
        "p",
        "Case 1. Struan is 15 and suffers from cystic fibrosis. He plays shinty and codes games. His condition comes from two copies of a faulty gene on chromosome 7. New medicines mean that he can lead a normal life.",
    ),
    (
        "p",
        "Case 2. Sickle cell is a disease of Black people. Red blood cells change shape when oxygen is low. White blood cells are not changed. Abena works as a baker in Perth; she has sickle cell disease and rests when it is cold.",
    ),
    (
        "p",
        "Case 3. Boffins at the university have sorted thousands of samples from older islanders, in a blind trial, to look for alleles that affect bone strength. The heights of the volunteers follow a normal distribution.",
    ),
    (
        "p",
        "Case 4. Identical twins were adopted by two families. Each twin lived far from the other and neither knew their real parents. Their heights at 30 were almost the same, and their hobbies were not.",
    ),
    ("h2", "Check what you understand"),
    (
        "ol",
        [
            "Cross a tall plant (Tt) with a dwarf plant (tt). What share of the young plants do you expect to be tall?",
            "Sister chromatids carry the same alleles before crossing over. Why?",
            "A mutation in the lac operon stops a bacterium using lactose. Suggest how you would test this.",
            "Two white flowers gave purple young plants. What could explain it?",
            "Not everything is dominant or recessive. Name one trait with many genes.",
        ],
    ),
    ("h2", "Homework: traits in my family"),
    (
        "ul",
        [
            "Draw your family tree for three generations.",
            "List the eye colour of your mother, your father and your grandparents.",
            "Copy your pedigree onto the sheet that we give out, for Tuesday.",
        ],
    ),
    (
        "comment",
        "If pupils ask about tongue rolling, say that it is not a simple one-gene trait.",
        "Master copy of the Ferreira cards is in the biology base. Nobody should feel weak at this: the squares get quicker with practice.",
        "Fergus Nwosu",
    ),
]

ELECTRICITY = [
    ("h1", "Series circuits"),
    (
        "p",
        "S2 Sciences. Work with a partner. You may write, sketch or say your answers to the class assistant, who will note them.",
    ),
    ("h2", "1. What we need to know"),
    (
        "p",
        "Current is the flow of charge. Obviously it needs a complete path. A dim lamp tells us that the current is small; a bright lamp tells us that it is larger.",
    ),
    ("pic", "circuit", "Figure 1. One cell, one lamp and an open switch"),
    (
        "p",
        "Each pupil should draw his circuit in pencil and label the parts. A thick wire has less resistance than a thin one. Copper is a good conductor and rubber is a poor conductor.",
    ),
    ("h2", "2. Build it"),
    (
        "ol",
        [
            "Clip the red wire to the top of the lamp.",
            "Close the switch. Write what you see.",
            "Add a second lamp in series. What changes?",
            "Swap a weak cell for a new one and try again.",
            "Push the male plug into the female connector until it clicks.",
        ],
    ),
    (
        "p",
        "Change roles after each circuit: one builds, one checks. Did it fail at first? Good. Say what you tried and what you changed.",
    ),
    ("h2", "3. Lights at home"),
    (
        "p",
        "In December we all put up Christmas lights. In an old set, one broken lamp put out the whole string. Explain why. A modern set stays on for weeks with one lamp out. How might it be wired?",
    ),
    ("h2", "4. People and ideas"),
    (
        "p",
        "Michael Faraday, the father of electricity, made a simple motor in 1821. He had trained as a bookbinder. Lewis Latimer found a better way to make lamp filaments and held a patent for it in 1882. In 1899 Hertha Ayrton became the first woman to be a member of the Institution of Electrical Engineers; she had studied why arc lamps hiss.",
    ),
    (
        "p",
        "When an electrician is called out, he checks the meter before anything else. Sunita Rae, who wires houses in Ayr, says that most faults are loose screws. She learned the trade as an apprentice at 31.",
    ),
    ("h2", "5. Questions"),
    (
        "ol",
        [
            "The current in a series circuit is 0.4 A. What is the current in each lamp?",
            "The circuit with two cells was a piece of cake for Ravi, but his lamp burned out. Explain what he could change.",
            "Is a short circuit short in length? Explain the term.",
            "Two boards share a buzzer. One board is the master and the other is the slave. Draw the wires.",
            "A dead cell still has two ends. What is missing?",
            "This one is for the brightest in the class: three lamps, one switch, and only two may light.",
        ],
    ),
    ("h2", "6. Challenge"),
    (
        "p",
        "Quick quiz! The first pair to finish wins. When the learner has built the circuit, he or she may go on to the buzzer box. The bottom set can stop at question 3.",
    ),
    (
        "p",
        "All the kit is in the tray, and nothing is needed from home. If a wire gets hot, open the switch and tell an adult. The hard part of fault finding is to change one thing at a time: that is a habit, and nobody is born with it.",
    ),
]


def genetics() -> bytes:
    return docx_bytes("Inheritance: from peas to people", "S3 Biology · Unit 2", "Teacher and pupil copy", GENETICS)


def electricity() -> bytes:
    return pdf_bytes("Series circuits", "S2 Sciences: electricity", "Worksheet 3", ELECTRICITY, columns=2)


FILES = {"s3-genetics.docx": genetics, "s2-electricity.pdf": electricity}
