"""Early years: floating and sinking (ELC, Word) and a home-activity letter (P1 family learning, Word)."""

from source.layout_docx import docx_bytes

FLOATING = [
    ("h1", "Floating and sinking at the water tray"),
    (
        "p",
        "Early learning and childcare, children of 3 and 4. Small groups of five, twenty minutes, on two mornings.",
    ),
    ("h2", "What children may find out"),
    (
        "ul",
        [
            "Some things float and some things sink.",
            "A shape that holds air can float even if it is heavy.",
            "We can try, watch, try again and tell a friend what happened.",
        ],
    ),
    ("pic", "floating", None, "Boat, cork and stone"),
    ("h2", "Before the session"),
    (
        "p",
        "The tray is heavy when it is full, so ask two strong boys to help carry the jugs. Put coloured counters, corks, stones, shells and the toy boats in the basket. Our Fireman Sam boat is a favourite and can go in too.",
    ),
    (
        "p",
        "In the week before, ask your mum to save a clean yoghurt pot. We start after the Easter break, and we have spare pots in the store for every child.",
    ),
    ("h2", "Session plan"),
    (
        "table",
        [
            ["Time", "Children", "Adults"],
            [
                "5 minutes",
                "Choose something from the basket. Will it float?",
                "Ask each child to point, nod or say. “Tell me why you think so.”",
            ],
            [
                "10 minutes",
                "Try each thing in the water. Sort: float, sink, not sure yet.",
                "Notice effort: “You turned the shell round to see what would happen.” When a guess is right: “What a clever boy!”",
            ],
            ["Pause for a story: The Wee Boat That Wouldn’t Sink", None, None],
            [
                "5 minutes",
                "Talk about what Santa brought for bath time and whether it floats.",
                "Write children’s words on the chart. Remind anyone who splashes that splashing is for babies.",
            ],
        ],
    ),
    ("h2", "Questions to ask"),
    (
        "ul",
        [
            "What happens if you push it to the bottom of the tray?",
            "Does an orange float? Does it float without its skin?",
            "Is there a slow leak in this boat? How could we mend it?",
            "Who has seen a boat? It could be on a loch, on the sea, in a book or in the bath.",
        ],
    ),
    ("h2", "Ali’s fishing net"),
    (
        "p",
        "Ali’s mum came in last week to show us her fishing net. She works on a boat from Mallaig. She tied a weak knot on purpose and the children laughed when it came undone. “See you later,” she said, and left us the floats to test.",
    ),
    ("h2", "Make and paint"),
    (
        "p",
        "Each child makes a paper boat with a sailor. Set out pink boats for the girls and blue boats for the boys so that they can find their own. Mix some skin-coloured paint for the sailor’s face. Children who finish can fold a Mother’s Day boat card to take home.",
    ),
    (
        "p",
        "Nobody is naturally good at folding; we all get better when we try it together. Folded boats can dry on the rack beside the window blind.",
    ),
    ("h2", "For the team"),
    (
        "comment",
        "The ASN table can use the shallow tray, with towels close by.",
        "Swap to the tray with the ramp if the floor is wet. It fits under Noor’s walking frame.",
        "Morag Sinclair",
    ),
    (
        "p",
        "Two of our new starts have no English. Pair each of them with a friend, use the picture cards, and learn the words for boat and water in Dari and in Polish from the families.",
    ),
    (
        "p",
        "Water can be too cold or too splashy for some children. Offer the dry basket with the same toys. A child who says “that stone is dumb” about a toy that will not float may need the word “heavy”.",
    ),
    ("h2", "Moving on"),
    (
        "p",
        "If it is a fine day, children can try again at home with a paddling pool in your garden. The same basket can go out on loan from the nursery library, and there is nothing to buy.",
    ),
]

LETTER = [
    ("h1", "Beans on the windowsill"),
    ("b", "P1 family learning, with the Community Learning and Development team"),
    ("p", "Dear Parents,"),
    (
        "p",
        "This month our class is growing beans. We are measuring, drawing and asking questions like scientists do. Here are some ideas for home. Do as many or as few as you like.",
    ),
    ("pic", "beans", "IMG_2041.png", "Our beans on day 3, day 8 and day 13"),
    ("h2", "1. Grow a bean"),
    (
        "p",
        "Each child will bring home one bean and a paper cup. You will need to buy a small bag of compost from the garden centre. Stand the cup on your bedroom windowsill, where there is a bright spot. Poor soil is fine for beans, and low light will make the stem long and thin.",
    ),
    (
        "ul",
        [
            "Measure your bean with anything: bricks, fingers, string.",
            "Draw it with coloured pencils, or tell someone about it.",
            "If it does not grow, that is a result too. We have spare dwarf beans in class.",
        ],
    ),
    ("h2", "2. Talk about food that grows"),
    (
        "p",
        "Ask your granny what she grew when she was young, or let your child help to cut a Granny Smith apple and count the pips. Ask someone at home, or a neighbour, which plants they know from another place.",
    ),
    (
        "p",
        "We would like to see what everyone eats: please send a photo of your child’s lunch on Friday. We will sort the foods into leaves, roots, seeds and fruit.",
    ),
    ("h2", "3. Count and compare"),
    (
        "p",
        "December is near. Count the presents under your Christmas tree and sort them by size. Or count coats, spoons or steps. The Christmas holidays begin on 22 December and class opens again on 8 January.",
    ),
    ("h2", "4. Come along"),
    (
        "table",
        [
            ["What", "When", "Where"],
            [
                "Family science evening",
                "Thursday at half seven",
                "School hall, ground floor, with a ramp at the side door",
            ],
            ["Mums’ coffee morning with the nursery nurse", "Wednesday at 9.30", "Community room"],
            ["Weekend idea: a trip to the science centre", "Saturday or Sunday", "Glasgow"],
            ["All events in school are free. Younger and older children are welcome.", None, None],
        ],
    ),
    (
        "p",
        "A fun bake sale will end the project. Mums can help with the baking and dads can put up the tables. Mrs White in the office has the list. Mother Goose rhymes about gardens will be read by the P7 buddies.",
    ),
    ("h2", "5. Share what you found"),
    (
        "p",
        "Take a video on your phone and upload it to the class app by Monday.",
    ),
    (
        "p",
        "If you would like this letter in another language, or read to you, tell us in any way you like. We have a Gaelic copy, and Farah at the desk speaks Urdu and Punjabi. You can print it at home or pick up a copy in school.",
    ),
    (
        "box",
        [
            "Return slip",
            "Child’s Christian name and surname: ______________",
            "Parent or carer (sign if you can): ______________",
            "We would like to come on Thursday: yes / no / not sure yet",
        ],
    ),
    (
        "p",
        "Did you know? Native wild flowers grow along the school fence. Ned from the allotment will bring seeds in spring. At the bottom of the page there is space for your child to draw the bean today.",
    ),
    ("p", "With warm wishes from Mr Adeyemi and all in Primary 1"),
]


def floating() -> bytes:
    return docx_bytes("Floating and sinking", "ELC · Water play", "Plan for the playroom wall", FLOATING)


def letter() -> bytes:
    return docx_bytes("Beans on the windowsill", "Burnfoot Primary School", "Family learning letter 4", LETTER)


FILES = {"elc-floating-and-sinking.docx": floating, "p1-family-letter.docx": letter}
