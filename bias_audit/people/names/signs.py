"""What shows that a word which may be something else is the name of somebody there."""

import re

from ..name_context import FoundName, Tokens, is_name_shaped, kind_of, verb_after
from ..words import PeopleWords, fold
from .facts import is_told_as_person, says_person
from .introduced import BUT_THINGS, is_introduced
from .shown import is_shown

_AGE = re.compile(r"[1-9]\d?")
_QUOTE_ENDS = frozenset({'"', "”", "’", "'"})
_GOES_ON = frozenset({",", "!", "?"})
_WHOSE = frozenset("my your his her our their 's".split())
_OF_THEM = frozenset({"them", "us", "whom"})
_GIVEN = 6  # words between what is given and to whom
_COMPOUND = 2  # words before the noun of "new team leader"
_BESIDE = 4  # words of "a full-time dad"
_ENDS_BESIDE = frozenset({",", ".", ";", ")", "from", "of", "who", "in", "at", "with", "on", ""})
_JOB = 4  # words of "trainee wind turbine technician"
_BESIDE_BY = frozenset({"a", "an", "the", "our", "my"})
_CALLED = frozenset({"called", "named", "nicknamed"})
_IS = frozenset({"is", "was", "were", "been", "be", "'s"})
_TO_CALLED = frozenset(  # "the girl was known only as Biddy", "a woman with them, known to all as Biddy"
    "is was were been be 's has had who that with them by to in of as all everyone everybody only better best now "
    "later also often always still once his her their friends family village , and".split()
)
_CALLED_BACK = 8  # words in which somebody stands who is called so
_ONLY_DESCRIBE = frozenset("innocent lucky marvellous misty precious sunny".split())  # no verb follows the word itself
_FROM_SOMEBODY = frozenset({"to", "from", "of", "between"})
_OPENS = frozenset({"", ".", "!", '"', "'"})
_LIKE_VERB = 3  # letters of a verb that "his" or "her" follows: "packs her bag"
_GREETS = frozenset({"dear", "hi", "hello", "hey"})
_CALLS_OUT = frozenset(  # the word before the comma: "Well done, Patience!", "Thanks, Hope"
    "birthday bye cheers congratulations done goodbye hello hi love luck morning on please regards sorry thanks "
    "welcome wishes you".split()
)
_CALLED_OUT = frozenset({"!", "?", ".", ""})
_PLACES_KIN = frozenset("cities city club clubs paper papers school schools ship ships town towns".split())
_MONEY = frozenset("£$€")
_LENDS = frozenset("gave gives handed hands lends lent owed owes paid pays".split())
_AGED = 2  # digits of an age
_AGES = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_ENDS_AGE = frozenset({".", ",", "years", "and", "but", "today"})
_UNITS = frozenset("days weeks months years".split())
_ONE = frozenset({"a", "an", "another"})
_NOT_BEFORE_NAME = frozenset("a an the and or nor".split())
_POINTS_TO = frozenset("here how old tall there this where who".split())  # "Where is Rose?"
_BEFORE_NAME = frozenset({";", "'s", "–", "—"})
_HAS = frozenset({"has", "had"})
_OWNS = frozenset({"has", "had", "is", "was"})
_SOMETHING = frozenset({"a", "an", "the", "his", "her", "some"})
_WINS = frozenset({"won", "wins", "has", "had"})  # what a song or a film does too
_BEFORE_JOB = frozenset({",", "–", "—", "-", ":"})
_LABELS_BY = frozenset({":", "–", "—"})
_LABEL_OPENS = frozenset({"", "(", ".", ";", "•", "-", "–", "—"})
_LABEL_ENDS = frozenset({"", ".", ";", ")", "("})


def _follows_speech(tokens: Tokens, name: FoundName) -> bool:
    """ "“It works,” (Hope) signs.": a word after a quotation mark opens no sentence where the quotation goes on."""
    return tokens.word(name.first - 1) in _QUOTE_ENDS and tokens.word(name.first - 2) in _GOES_ON


def _is_spoken_to_or_speaks(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "asked Florence to read", "gave the key to Hope", "…," said Poppy."""
    if name.kind == "place" and fold(name.parts[0]) not in lexicon.given_places:
        return False
    before, earlier = tokens.word(name.first - 1), tokens.word(name.first - 2)
    hardly, word = name.kind == "hardly", fold(name.parts[0])
    if before in lexicon.brings_speech and earlier in _QUOTE_ENDS:
        return not hardly or word in lexicon.wordlike or word in lexicon.times  # "…," said Teddy; not "…," said Nissan
    if hardly:
        return False
    if before in lexicon.addressing and tokens.word(name.last) in lexicon.goes_on:
        return True
    if (before in lexicon.gives or before in lexicon.addressing) and tokens.word(name.last) in _SOMETHING:
        return name.kind != "eponym"  # "gave Iona a book"
    many = earlier.isdigit() and len(earlier) <= _AGED  # "gives 2 to Skye"
    if before == "to" and (name.kind == "word" or (many and name.kind != "hardly")) and not tokens.title_case:
        return any(tokens.word(at) in lexicon.gives for at in range(name.first - _GIVEN, name.first - 1))
    return before in _QUOTE_ENDS and verb_after(tokens, name.last) in lexicon.brings_speech


def _is_told_more(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Kai, who plays chess", "River (they/them)", "Grace, 19, sings"."""
    after, then = tokens.word(name.last), tokens.word(name.last + 1)
    if after == "(" and tokens.word(name.last + 2) == "/":
        return then in lexicon.gender["pronouns"] or then == "they"
    if after in (",", "(") and _AGE.fullmatch(then) and tokens.word(name.last + 2) in (",", ")"):
        return True  # "Grace, 19, …"
    if after == "," and len(name.parts) > 1 and not name.first and name.last + 2 == len(tokens.words):
        given = name.kind != "place" or fold(name.parts[0]) in lexicon.given_places
        if given and _AGE.fullmatch(then):
            return True  # the line "Grace Reid, 19"
    if len(name.parts) > 1 and signs_with_job(tokens, name.last, lexicon):
        return True  # "Grace Reid, electrician"
    if len(name.parts) > 1 and not name.first and name.kind == "word" and stands_with_job(tokens, name.last, lexicon):
        return True  # "Grace Reid – cook"
    if name.kind == "place":
        led, given = tokens.word(name.first - 1) in lexicon.place_leads, fold(name.parts[0]) in lexicon.given_places
        if led and (not given or tokens.word(name.first - 2) in lexicon.cue_words):
            return False  # "the vet from Perth, who is deaf"
        if led or not given:
            return after == "," and then in ("who", "whose")
    if after == "who" and tokens.word(name.first - 1) in _IS and tokens.word(name.first - 2) == "it":
        return True  # "It was Violet who …"
    return after == "," and (then in ("who", "whose") or is_beside_noun(tokens, name.last, lexicon))


def signs_with_job(tokens: Tokens, comma: int, lexicon: PeopleWords) -> bool:
    """ "(Blessing Adeyemi), electrician": whether a job is all that is left of a block after a comma."""
    job = tokens.words[comma + 1 :]
    if tokens.word(comma) != "," or not 0 < len(job) <= _JOB or not all(w.isalpha() and w.islower() for w in job):
        return False
    return job[-1] in lexicon.roles and job[-1] not in lexicon.maybe_roles


def stands_with_job(tokens: Tokens, end: int, lexicon: PeopleWords) -> bool:
    """ "(Joan Hill), dental nurse", "(Joan Hill) – cook", "(Joan Hill) (driver)": a line with a name and a job."""
    job = tokens.words[end + 1 :]
    if tokens.word(end) == "(" and job[-1:] == (")",):
        job = job[:-1]
    elif tokens.word(end) not in _BEFORE_JOB:
        return False
    alone = 0 < len(job) <= _JOB and all(word.isalpha() for word in job) and (job[0].islower() or job[-1].istitle())
    noun = job[-1].lower() if alone else ""
    thing = noun in lexicon.maybe_roles and noun in lexicon.said_of_things  # "Alexandra Park (guide)"
    return noun in lexicon.cue_words and noun not in lexicon.gender["groups"] and not thing


def is_beside_noun(tokens: Tokens, comma: int, lexicon: PeopleWords) -> bool:
    """ "Lewis, a full-time dad, asks": whether a noun for one person stands beside what is before a comma."""
    if tokens.word(comma) != "," or tokens.word(comma + 1) not in _BESIDE_BY:
        return False
    for at in range(comma + 2, min(comma + 2 + _BESIDE, len(tokens.words))):
        if tokens.word(at + 1) in _ENDS_BESIDE:
            noun = tokens.words[at]
            return noun.islower() and noun in lexicon.cue_words and noun not in lexicon.maybe_roles
        if not (tokens.word(at).isalpha() or tokens.word(at) == "-"):
            return False
    return False


def _is_of_noun(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Her neighbour Frank", "my sister Hope", "his wife, Florence, sings", "my team leader, Carol, sings"."""
    beside = tokens.word(name.first - 1) == "," and tokens.word(name.last) in (",", ".")
    at = name.first - 1 - beside
    noun, whose = tokens.words[at], tokens.word(at - 1)
    if whose in lexicon.born_order:
        whose = tokens.word(at - 2)
    elif beside and noun not in BUT_THINGS and name.kind != "place":
        whose = _before_compound(tokens, at, lexicon)
    if beside and noun in _OF_THEM and whose == "of":
        return True  # "one of them, Fraser, …"
    known = noun in lexicon.roles or noun in lexicon.others
    job = known and (whose == "the" if not beside else whose in _ONE)  # "the nurse Hope", "a nurse, Hope,"
    job = job and not (beside and noun in BUT_THINGS)  # "a rival, Chelsea,"
    return noun in lexicon.cue_words and noun.islower() and (whose in _WHOSE or job)


def _before_compound(tokens: Tokens, noun: int, lexicon: PeopleWords) -> str:
    """The "my" of "my team leader", the "her" of "her new line manager": what stands before the words of a noun."""
    at = noun - 1
    while at > noun - 1 - _COMPOUND and tokens.words[at].islower() and tokens.word(at) not in lexicon.determiners:
        if tokens.word(at) in lexicon.not_between or not tokens.word(at).isalpha():
            break
        at -= 1
    return tokens.word(at)


def _is_called_out_to(tokens: Tokens, name: FoundName) -> bool:
    """ "Dear Faith,", "Well done, Patience!", "Love, Rose": to whom a line speaks, or who signs it."""
    before, earlier, after = tokens.word(name.first - 1), tokens.word(name.first - 2), tokens.word(name.last)
    if before in _GREETS and earlier in _OPENS:
        return after in (",", "!", "-", "")
    thanked = earlier in ("you", "thanks") and after == "," and tokens.word(name.last + 1) == "for"
    return before == "," and earlier in _CALLS_OUT and (thanked or after in _CALLED_OUT)


def _counts_something(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Rose) bought 3 pens", "(Sydney) has £5", "(Grace) is nine."."""
    verb, after = tokens.word(at), tokens.word(at + 1)
    if verb in _HAS:
        return after[:1] in _MONEY
    if verb in ("is", "was"):
        version = fold(tokens.word(at - 1)) in lexicon.eponyms - lexicon.given_places  # "Ruby is 3."
        old = tokens.word(at + 2) in _UNITS and tokens.word(at + 3) == "old"  # "Ruby is 7 years old."
        aged = (after.isdigit() and len(after) <= _AGED and (old or not version)) or after in _AGES
        return aged and tokens.word(at - 1) != "mark" and (old or tokens.word(at + 2) in _ENDS_AGE)
    return after.isdigit() and verb in lexicon.person_verbs and verb not in _WINS


def _gives_so_much(tokens: Tokens, at: int) -> bool:
    """ "(Grace) lends him 20p", "(Mark) gave her £5"; not "Grace gives him strength"."""
    return (
        tokens.word(at) in _LENDS
        and tokens.word(at + 1) in ("him", "her", "them")
        and (tokens.word(at + 2)[:1].isdigit() or tokens.word(at + 2)[:1] in _MONEY)
    )


def _is_labelled(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Timekeeper: Iona.", "Helper on Mondays: Grace.": a job or part, and who has it."""
    if tokens.word(name.first - 1) not in _LABELS_BY or tokens.word(name.last) not in _LABEL_ENDS:
        return False
    return any(
        tokens.word(at) in lexicon.cue_words and {tokens.word(at - 1), tokens.word(at - 2)} & _LABEL_OPENS
        for at in range(name.first - 2, name.first - 5, -1)
    )


def is_doing(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Hope) tapped the glass", "(Joy) lifts her bag"; not "(Poppy) seeds are", "(Mark) coloured parts"."""
    verb, after = tokens.word(at), tokens.word(at + 1)
    if len(verb) <= _LIKE_VERB or verb in lexicon.not_between:
        return False
    if verb.endswith("ed"):
        goes_on = not after.isalpha() or after.endswith("ly") or after in lexicon.gender["pronouns"]
        return after != "-" and (goes_on or after in lexicon.determiners or after in lexicon.not_between)
    return verb.endswith("s") and not verb.endswith("ss") and after in ("a", "an", "the", "his", "her", "him", "it")


def is_person_called(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "A crofter called Hughina", "a woman with them, known only as Biddy", "he was nicknamed Sparky"."""
    called = at - 1
    if tokens.word(called) == "as":
        while called > at - _CALLED_BACK and tokens.word(called) != "known":
            called -= 1
    if (tokens.word(called) not in _CALLED and tokens.word(called) != "known") or tokens.word(at + 1) == "'s":
        return False  # also "She was named Scotland's best young joiner"
    for back in range(called - 1, max(-1, called - _CALLED_BACK), -1):
        word = tokens.word(back)
        if word in lexicon.gender["pronouns"] and word not in _TO_CALLED:
            return tokens.word(called - 1) in _IS and word in ("he", "she")
        if word in lexicon.cue_words and word not in _TO_CALLED:
            return tokens.words[back].islower() and word not in lexicon.gender["groups"]
        if word not in _TO_CALLED and not word.endswith("ly"):
            return False
    return False


def stands_alone(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """Whether the words around a name show that it is a person's."""
    verb, starts = verb_after(tokens, name.last), name.first in tokens.starts
    before, after = tokens.word(name.first - 1), tokens.word(name.last)
    acts = verb in lexicon.person_verbs
    if name.kind == "plain":
        return len(name.parts) > 1 or not (before in _QUOTE_ENDS and after in _QUOTE_ENDS)
    given = name.kind in ("word", "eponym") or fold(name.parts[0]) in lexicon.given_places
    if is_person_called(tokens, name.first, lexicon) or (given and _is_called_out_to(tokens, name)):
        return True
    shown = is_shown(tokens, name, lexicon) or is_introduced(tokens, name, lexicon)
    if shown or says_person(tokens, name, lexicon):
        return True
    if name.kind != "hardly" and _is_labelled(tokens, name, lexicon):
        return True
    opens = starts and not _follows_speech(tokens, name)
    if not opens and _is_spoken_to_or_speaks(tokens, name, lexicon):
        return True
    kin = tokens.word(name.last + 1) in lexicon.gender["kin"] and tokens.word(name.last + 2) not in _PLACES_KIN
    if given and after == "'s" and kin:
        return True  # "Milan's dad"
    month = name.kind == "hardly" and tokens.lower[name.first] in lexicon.times
    month = month and not tokens.lower[name.first].endswith("day")  # "my sister June"
    kin = tokens.word(name.first - 1 - (month and before == ",")) in lexicon.gender["kin"]
    kin = kin and (month or name.kind == "place") and fold(name.parts[0]) not in lexicon.states
    if (given or kin) and not starts and _is_of_noun(tokens, name, lexicon):
        return True
    if name.kind not in ("hardly", "plain") and _is_told_more(tokens, name, lexicon):
        return True
    if len(name.parts) > 1:
        if name.kind == "hardly":
            return acts and not starts
        if is_told_as_person(tokens, name.first, name.last, name.kind, lexicon):
            return True  # "Lewis Paterson is a chef"
        given = name.kind == "plain" and (starts or before not in lexicon.place_leads)  # "Jo Fraser, whose …"
        if _has_surname(tokens, name, lexicon):
            return True
        if name.kind == "place" or (not given and any(fold(part) in lexicon.places for part in name.parts[1:])):
            only = name.kind == "place" and fold(name.parts[0]) not in lexicon.given_places
            acts = acts and not (only and verb in lexicon.things_do)  # "Edinburgh Napier opened its library"
            return acts or _is_listed(tokens, name, lexicon)
        is_whole_block = name.first == 0 and name.last >= len(tokens.words) - 1
        return not tokens.title_case and not is_whole_block
    if name.kind == "word":
        owns = after == "'s" and tokens.word(name.last + 1) in lexicon.owned
        led = before in lexicon.person_leads and not starts
        word = tokens.lower[name.first]
        mild = starts and word in lexicon.sentence_openers and word not in _ONLY_DESCRIBE
        does = verb in lexicon.mind_verbs or _counts_something(tokens, name.last, lexicon) if mild else acts
        does = does or _gives_so_much(tokens, name.last)
        aged = verb in ("is", "was") and _counts_something(tokens, name.last, lexicon)
        return owns or led or does or aged or (word == "will" and _is_no_auxiliary(tokens, name.last, lexicon))
    if name.kind in ("place", "hardly") and before in lexicon.place_leads:
        return False  # "Women in Govan refused"
    if fold(name.parts[0]) in lexicon.states and verb in lexicon.states_do:
        return False
    does = (acts and verb not in lexicon.things_do) or (verb in _OWNS and _counts_something(tokens, name.last, lexicon))
    return verb in lexicon.mind_verbs or (given and (does or _does_to_somebody(tokens, name.last, lexicon)))


def is_only_capital(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Tom saw (Rose).", "Is (Poppy) right?": nothing else gives a reason for its capital; not "Wheel of Fortune"."""
    if name.kind != "word" or name.first in tokens.starts or tokens.title_case:
        return False
    before, earlier = tokens.words[name.first - 1], "".join(tokens.words[max(0, name.first - 2) : name.first - 1])
    of_name = before == "of" and earlier[:1].isupper()
    if before == "is" and earlier.lower() not in _POINTS_TO:
        return False  # "The rose's name is Hope."
    opens = name.first - 1 in tokens.starts
    around = tokens.words[name.first - 1 + opens : name.first] + tokens.words[name.last : name.last + 1]
    if of_name or tokens.word(name.last) in ("of", "mean", "means") or before in _NOT_BEFORE_NAME:
        return False
    alone = all(not word[0].isupper() or kind_of(word, lexicon) == "plain" for word in around)
    return alone and (before.isalpha() or before in _BEFORE_NAME)


def _does_to_somebody(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Jordan) saw Tom", "(Lewis) gave Ana a pen"; not "Jordan saw changes", "Georgia met Wales"."""
    verb, whom = tokens.word(at), tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    does = (lexicon.person_verbs, lexicon.known_does, lexicon.things_do, lexicon.gives)
    return any(verb in some for some in does) and is_name_shaped(whom) and kind_of(whom, lexicon) == "plain"


def _is_no_auxiliary(tokens: Tokens, at: int, lexicon: PeopleWords) -> bool:
    """ "(Will) goes to the shop": no verb of "will" ends so; not "Will works of art be sold?"."""
    verb = tokens.word(at)
    return verb.endswith("s") and verb in lexicon.person_verbs and "?" not in tokens.words[at:]


def _has_surname(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "A letter from Florence Robinson": a given name that is a place too, before what is only a name."""
    known = name.kind == "place" and fold(name.parts[0]) in lexicon.given_places and not tokens.title_case
    if not known or tokens.word(name.first - 1) in lexicon.place_leads - _FROM_SOMEBODY:
        return False
    return all(kind_of(part, lexicon) == "plain" for word in name.parts[1:] for part in word.split("-"))


def _is_listed(tokens: Tokens, name: FoundName, lexicon: PeopleWords) -> bool:
    """ "Iona Reid – recorder": a line that says what somebody is."""
    dash = tokens.word(name.last) in ("-", "–", "—") and tokens.spaced[name.last - 1]
    return name.first == 0 and dash and tokens.lower[-1] in lexicon.cue_words and tokens.words[-1].islower()
