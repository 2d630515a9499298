"""Adults and communities: rural renewables (careers web page) and everyday science (CLD ESOL web page)."""

RENEWABLES = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Work in renewables: wind, water and sun</title>
<style>body { font-family: Arial, sans-serif; max-width: 46em; margin: auto; } .native { color: #234; }</style>
</head>
<body>
<nav><a href="#jobs">Jobs</a> <a href="#routes">Routes</a> <a href="#visit">Visit</a></nav>
<main>
<h1>Work in renewables: wind, water and sun</h1>
<p>For school leavers, career changers and anyone who is curious. Written with the development trust on the west side.</p>
<figure>
<img src="pictures/turbines.png" alt="Three wind turbines in the sea beside a white house on a grassy shore" width="640" height="400">
<figcaption>Turbines off the west coast</figcaption>
</figure>

<h2>Why here?</h2>
<p>The site may look like the middle of nowhere, but the wind is among the best in Europe. When the first surveyors came to these empty, unspoilt hills, they found just what they needed. Islanders are a hardy and friendly people, so you will feel at home in no time.</p>
<p>In Gaelic, wind is <em lang="gd">gaoth</em> and sea is <em lang="gd">muir</em>. The trust&rsquo;s own turbine pays for the community bus, the hall roof and two bursaries a year.</p>

<h2 id="jobs">Jobs on site</h2>
<table>
<tr><th>Job</th><th>What you do</th><th>Where</th></tr>
<tr><td>Blade technician</td><td>Inspect, sand and repair blades, by rope or with a drone.</td><td>At sea and in the shed</td></tr>
<tr><td>Control room operator</td><td>Read the screens. If one unit trips, isolate the fault and call the crew.</td><td>Harbour, step-free</td></tr>
<tr><td>Boat crew</td><td>Take people and parts out. Local fishermen have joined us in the quiet months.</td><td>Pier</td></tr>
<tr><td>Ecologist</td><td>Count birds, seals and native oysters. Map wild flowers on the track.</td><td>Shore and hill</td></tr>
<tr><td>Cook, store keeper, data clerk</td><td>Keep people fed, parts ready and numbers right.</td><td>Base</td></tr>
</table>
<p>Our dashboard is so clear that your granny could read it. We are a young and dynamic team, and you will learn from people with thirty years at sea.</p>

<h2>People</h2>
<p>Murdo Rahman was a crofter and a fiddle teacher before he trained as a blade technician at 47. He says that mending a fence in a gale taught him most of the physics: wind, force and where not to stand.</p>
<p>Fiadh Nowak runs the control room. She uses a wheelchair and planned the step-free desk with the builders. Her partner Anna skippers the supply boat. The old turbine was louder, Fiadh says, and the young oysters do not seem to mind.</p>
<blockquote><p>A history board at the pier quotes a guide book of 1890: &ldquo;the natives are slow to trust a stranger&rdquo;. Ask at the museum how people here read that line today.</p></blockquote>

<h2 id="routes">Routes in</h2>
<ul>
<li>Modern Apprenticeship from SCQF level 5, paid, with no age limit for many of our places.</li>
<li>College: HNC in engineering, in person or online.</li>
<li>University, then a paid year with us.</li>
<li>Direct entry: we train you.</li>
</ul>
<p>Applicants with five GCSEs at grade C or above can skip the first test. You must have your own car and a full licence for most posts. With your car and a good phone signal you can reach the base from anywhere on the island. For a work placement, ask a family friend in the trade to put in a word.</p>
<p>Some of our best people grew up here, though many of the brightest leave the island to get on. Young people do not need to decide at 16. You can do much of it by remote sensing, from a kitchen table in Barra or a flat in Leith.</p>

<h2 id="visit">Come and see</h2>
<p>Visits are free. The community bus meets the ferry and has a lift. Cannot travel? There is a live tour, a short film to download in the library, and a paper pack by post.</p>
<p>Try this at home or in class: cut a paper propeller and drop it. Change one blade. What happened? We provide card and clips, and there is nothing to buy. In the demo the force sensor sits in the middle of the beam. Young&rsquo;s modulus comes up if you ask why blades bend; a weak blade flexes more.</p>
<p>The cable to the Isle of Man and the dyke by the shore were both built by people from this parish and from Poland, Ghana and Donegal.</p>
</main>
<footer><p>Page written for learning. CC BY 4.0.</p></footer>
</body>
</html>
"""

ESOL = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Everyday science: an ESOL class</title>
</head>
<body>
<header><p>Riverbank Community Centre, adult learning</p></header>
<main>
<h1>Everyday science: heat in the kitchen</h1>
<p>ESOL, SQA National 3. Ten adults, one evening, two hours. Crèche places are free.</p>
<p>Class starts at half six and the doors close at ten past. The bus fare can be paid back on the night.</p>

<h2>Welcome</h2>
<p>You all know a lot about heat: from cooking, mending, farming, nursing or a long day in the sun. Tonight we share what we know and learn the English words for it. You may use any language to think and to plan with a friend.</p>
<p>If your name is hard for us to say, choose an English name for your badge. During the practical it is English only, please, so that everybody practises.</p>
<img src="pictures/kitchen.png" alt="A steaming pan on a worktop and a thermometer beside it" width="640" height="400">

<h2>Words for tonight</h2>
<dl>
<dt>boil</dt><dd>to turn from liquid to gas with bubbles: the boiling point of water is 100 degrees Celsius at sea level</dd>
<dt>melt</dt><dd>to turn from solid to liquid</dd>
<dt>conductor</dt><dd>something that heat moves through well; a poor conductor keeps heat back</dd>
<dt>rule of thumb</dt><dd>an idiom: a quick guide that is mostly right</dd>
</dl>

<h2>Activity 1: which spoon is hottest?</h2>
<ol>
<li>Work in threes. One person times, one holds the thermometer, one writes. Change jobs for each spoon.</li>
<li>Put a metal, a wooden and a plastic spoon in warm water.</li>
<li>Wait two minutes. Which handle is warm?</li>
<li>Say or draw your result. Compare it with another group. Why might they differ?</li>
</ol>
<p>The ladies will know this from cooking, and the men from fixing cars. Copper pans heat fast. Irem Yilmaz worked in a copper workshop in Gaziantep for nine years and will show us one. She can tell you why the handle is wood.</p>

<h2>Activity 2: jelly</h2>
<p>Melt the jelly cubes in hot water, then taste the jelly when it has set. The strong jelly sets faster than the weak one. At home you can weigh the sugar on your kitchen scales and compare.</p>
<p>Jelly made with agar, from seaweed, sets at room temperature. We tried it last year and the cubes held their shape.</p>

<h2>Activity 3: food and days that matter</h2>
<p>Eid is the Muslim Christmas, and families cook for days. Tell your group about a day that you like, or a dish, or a smell that you remember. It can be from any country, any belief or none.</p>
<p>Dreich, braw and wee are Scots words you will hear at the bus stop. They are slang, so use proper English in your writing. English breakfast tea, on the other hand, comes from Assam, Kenya and Sri Lanka.</p>

<h2>Numbers check</h2>
<p>Do the sums on the card. If the pan cools by 5 degrees each minute, how long does it take to cool by 30? Show your steps in the way that you learned them: people divide in more than one way.</p>
<p>Anyone who gets full marks gets a gold star, and a really good girl or boy gets two.</p>

<h2>After the class</h2>
<ul>
<li>Level 1 learners with poor English can stay for extra help.</li>
<li>Native speakers from the reading group will come for tea and a chat.</li>
<li>If you would like to train as a kitchen assistant, come back when your English is better.</li>
<li>Volunteers are paid travel. Ask Tendai, who is a retired heating engineer, about the repair cafe: he will show you how a kettle switch works.</li>
</ul>

<h2>Notes for tutors</h2>
<p>Learners are multilingual: this group speaks eleven languages. Two people trained as pharmacists, one drove lorries, one ran a bakery. Broken thermometers go in the yellow tub marked B. The native plant beds outside are good for a break in the light evenings.</p>
<p>It is a myth that adults are too old to learn a language. If a learner says that they are stupid, say what they did well tonight and what comes next. Rule 1 in this room: nobody has to answer.</p>
</main>
</body>
</html>
"""

FILES = {"rural-renewables.html": RENEWABLES.encode, "cld-esol-everyday-science.html": ESOL.encode}
