"""Upper primary: climate and energy (P7, slides), coding (P5, Markdown) and money problems (P4, Markdown)."""

from source.layout_pptx import pptx_bytes

CLIMATE = [
    {
        "title": "Climate and energy",
        "subtitle": "P7 sciences and social studies",
        "picture": (
            "turbines",
            "A picture containing sky, outdoor, windmill. Description automatically generated",
        ),
        "notes": "Three lessons. The pupils know the greenhouse effect from last term. Begin with the question box: some have family who have lived through floods or drought, so let them choose whether to speak.",
    },
    {
        "title": "What is changing?",
        "bullets": [
            "Human activity, above all burning coal, oil and gas, is warming the planet.",
            "Since about 1850 mankind has added carbon dioxide to the air.",
            "The heat waves we read about are only the tip of the iceberg.",
            "Seas take in heat, ice melts, and storms carry more water.",
        ],
        "notes": "Real icebergs come next, so keep the photograph of Greenland ready. Explain that weather is one day and climate is many years. Check the word normal: a normal temperature here means the mean of thirty years.",
    },
    {
        "title": "How much power does it use?",
        "bullets": [
            "Read the bar chart.",
            "\tThe red bar shows the kettle: about 2,000 watts.",
            "\tWhich appliance uses the least power?",
        ],
        "picture": ("bars", None),
        "notes": "For homework pupils bring in an electricity bill from home and we compare them in class. If a pupil has no bill, use the made-up bills in the folder next time. The thick line on the second chart is labelled A and the dotted line is labelled B.",
    },
    {
        "title": "Who is hit hardest?",
        "bullets": [
            "Countries in the Third World have done least to cause the problem.",
            "In Africa people walk a long way to fetch water when the rains fail.",
            "Low islands in the Pacific, such as Tuvalu, plan for higher seas.",
            "The River Tay and the River Nith flood more often after heavy rain.",
        ],
        "notes": "We have a collection tin on the desk to help the less fortunate. Ask what fairness could mean. Engineers in Tuvalu are raising land above the expected sea level, so show their drawings too.",
    },
    {
        "title": "Energy without burning",
        "table": [
            ["Place", "How electricity is made", "A job there"],
            ["Kenya", "mostly geothermal, hydro and wind", "drilling technician"],
            ["Orkney", "wind and tide", "turbine diver"],
            ["Morocco", "sun and wind", "mirror cleaner and robot fitter"],
            ["Your school", "solar panels on the hall roof since 2019", "electrician"],
        ],
        "notes": "Ikram Saidi’s letter is in the folder: she fits the robots that clean the mirrors at a solar plant. She trained at a college for two years. She writes that poor contact in one cable stopped a whole row, and how the team found it.",
    },
    {
        "title": "What can we do?",
        "bullets": [
            "Ask your family to buy an electric car.",
            "Turn your heating down and wear a jumper.",
            "Walk to your nearest train station instead of driving.",
            "Think of the carbon the next time you fly off on holiday.",
            "Plant native woodland with the council rangers: trees and spades are provided.",
        ],
        "notes": "Some homes are already too cold, so go gently. What could the school, the landlord or the council do? The school’s eco group asked for a bike shelter and got it. Not every plant helps: an alien species such as rhododendron can shade out young oaks.",
    },
    {
        "title": "Model a greenhouse",
        "bullets": [
            "Groups of three: timer, reader, recorder. Swap jobs at half time.",
            "Two jars, one with a lid. Lamp 20 cm away.",
            "Read both thermometers every two minutes.",
            "Glass is a poor conductor. Does that matter here?",
        ],
        "group": ["Light goes in", "The inside warms", "Heat leaves slowly", "The lid slows it more"],
        "notes": "Hot lamps: nobody moves them but you. Record the weak points of the model: air is not trapped in a jar by the planet. A dead battery is the usual fault.",
    },
    {
        "title": "Before next time",
        "bullets": [
            "Stream the film at home and note three facts.",
            "Then choose: write a letter, make a poster or plan a short talk.",
        ],
        "notes": "The film lasts forty minutes. The black jar and the white jar will stay on the sill as a long test.",
    },
    {
        "title": "Spare questions",
        "hidden": True,
        "bullets": [
            "Why does a dark roof warm up more than a pale one?",
            "How could we test it on a cloudy day?",
        ],
        "notes": "Hidden until there is time for it. The second question has many good answers.",
    },
]

CODING = """# Guide the robot: loops and bugs

**Stage:** P5, Second Level technologies
**Time:** two lessons of 45 minutes
**You need:** class laptops, one floor robot for each group of three

![A grid of squares with a robot in one corner and a line that turns three times to reach a triangle in the far corner](pictures/robot.png)

## What we are learning

- We are writing instructions that a robot can follow.
- We are finding bugs, and we are sharing how we found them.
- We can use a loop when a step is repeated.

## Warm-up: the human robot

One learner is the robot and one gives instructions. The robot does only what it is told. Learners may speak the steps, point to cards or sign them. Change over after each turn.

Children today are digital natives, so most of the class will need little help with the laptops.

## Main task

1. Draw a path on the grid.
2. Write the steps. How many repeat?
3. Put the repeated steps in a loop.
4. Test, find the bug, improve, test again.

```
repeat 3 times:
    forward 2
    turn left
git checkout master
```

The block with the loop is so simple that even your gran could use it. A simple loop has one step inside. A race condition comes up if two robots want the same square: let the groups invent a rule. Enter the number 7 and see what the program does with invalid input.

If the robot must stay away from some squares, put those squares on the blacklist; the safe ones go on the whitelist.

## Decorate

There is a box of glitter and pink stickers, so the girls have a robot that they like too. The rest of the stickers have maps, fish, stars and footballs.

## People who code

Maisie Tulloch is a girl coder from Lerwick who made a game about otters. She shared it with her class, found eleven bugs with their help and mended nine. Lewis Achebe mends the motherboard of a fishing-boat radar when it fails. He learned at a college in Shetland and at sea.

Ada Lovelace wrote about a machine that could follow a list of steps. Her notes came out in 1843.

## Teacher notes

- To motivate the boys, add a competition at the end of the first lesson.
- The low ability group can use the picture cards and skip the loop.
- EAL pupils join the bottom group until their English improves.
- Jakub is naturally gifted at this and can be the class expert.
- Learners who like everything in straight lines may be a bit OCD about the grid, and that is fine.
- The ability to test one thing at a time grows with practice. Black box testing means that you look at what goes in and what comes out.
- Some learners will have heard the word "geek". Talk about why some people dislike it.
- Copy the grid from the master copy on the drive.

## Show what you learned

Explain your loop to a partner, draw it, or record it on a class tablet. What did not work at first? What did you change?

## Homework

Finish the game at home on your laptop and send the link by Friday. There is no new work to learn.
"""

MONEY = """# Money problems

**Stage:** P4, First Level numeracy and mathematics
**Today:** add and take away with pounds and pence, and explain how we did it

![](pictures/coins.png)

## Starter (mental maths)

Count in 20p steps. Count back from £2 in 50p steps. Boys and girls, bring your jotters to the mat. Talk with your partner about a way that works; there is more than one.

## Groups

The Einsteins start at question 5. The Tortoises start at question 1 and can use the coin trays. Christian measured the coins last week and found that the 2p coin is wider than the 10p coin: the trays have both.

## Questions

1. Sam has 240p. A pencil costs 35p. How many pencils can Sam buy?
2. How much pocket money do you get each week? Write it down and work out what you get in a year.
3. Mum buys flour, eggs and butter for a cake. Dad buys a drill for £24 and a box of screws for £3.75. How much does each spend?
4. Marco lost his purse with £4.20 in it. Eilidh found it under the bench and handed it in. She got 50p from Marco to say thank you. How much has Marco left?
5. A juice at the tuck shop costs 45p. A brother and sister share the cost. Is 45 an odd number? What could they do?
6. A man bets £5 at the races and wins £12. How much more money has he now?
7. A single mum on benefits has £20 for the week. She spends £13.60 on food. How much is left?
8. Ned saved £4 a week for six weeks. Then he took out £9. Is he in the black or in the red?
9. You go to the shopping centre with £10. The escalator takes you to the book shop. A book costs £6.99. What is your change?
10. A boat ticket to Arran costs £3 and the bus on the island costs £1.50. What do Mr and Mrs Obi and their two children pay?
11. A stall sells his and hers mugs at £7 a pair. What do three pairs cost?
12. Gala tickets are £2 for boys and girls and £3 for men and women. What do two adults and three children pay?

| Item | Price | Shop |
| --- | --- | --- |
| Apple | 30p | market stall |
| Oatcakes | £1.20 | village shop |
| Chapati flour | £2.10 | corner shop |
| Second-hand football | £1.00 | school swap table |

## Make your own

Use the price table to write a question for a friend. A poor estimate is a useful start: say how you would make it better. Try, check, and tell a partner what you changed. You may say your answer, write it, or show it with coins. Look at the alphabet cards if you need a letter for a label.

## Talk about money

- How many Easter eggs did you get this year? Draw a graph of the class.
- Ask your mum and dad how much the weekly shop costs.
- Work hard at your sums or you will end up stacking shelves.
- Which jobs use sums? A joiner measures, a nurse counts doses, a driver plans miles and a baker weighs flour.
- In this table, what does the word table mean?

## Next week

Friday is dress-down day: bring £1 in an envelope. Coins and notes for the class shop are in school, and all pencils are on the desks. We will find the mean price of an apple and set up the top shelf of the shop.
"""


def climate() -> bytes:
    return pptx_bytes("Climate and energy", CLIMATE)


FILES = {
    "p7-climate-and-energy.pptx": climate,
    "p5-coding.md": CODING.encode,
    "p4-money-problems.md": MONEY.encode,
}
