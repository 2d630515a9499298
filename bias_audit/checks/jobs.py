"""What jobs are said to be worth: work that is said to need no skill, and work as a threat."""

import re
from collections.abc import Iterator

from spacy.tokens import Span

from .sentence import Parsed, Words, asks_whether, found, phrase

_LITTLE = r"(?:no|little|few|hardly\ any|barely\ any|not\ much|very\ little|very\ few|zero|minimal)"
_SKILL = (
    r"(?:skills?|training(?!\ (?:data|set|shoes|run))|qualifications?|brains?|brain-?power|thought|thinking"
    r"|intelligence|education|talent"
    r"|ability)"
)
_NO_SKILL = re.compile(
    rf"""\b(?:
    (?:need|take|require|demand|involve|have|has|get)s?\ {_LITTLE}\ (?:\w+\ ){{0,2}}{_SKILL}
  | (?:do|does|did)(?:n't|\ not)\ (?:really\ |actually\ )?(?:need|take|require|demand|involve|call\ for)
        \ (?:any\ |much\ |many\ |a\ lot\ of\ )?(?:\w+\ )?{_SKILL}
  | (?:is|are|was|were)\ (?:just\ |really\ |all\ |much\ |generally\ |usually\ )?
        (?:less|low|lower|least|un|semi|barely|hardly|not\ (?:very|really|so|as|that|particularly))[-\ ]?skilled
  | (?:is|are)\ (?:something|a\ job|jobs|work)\ (?:that\ )?(?:anyone|anybody|everyone|everybody)\ (?:can|could)\ do
  | (?:anyone|anybody|everyone|everybody)\ (?:can|could)\ do\ (?:it|that|this|them)
  | (?:without|with\ no|with\ few|with\ hardly\ any)\ (?:any\ |real\ )?{_SKILL}
  | (?:is|are)\ (?:just\ |only\ |really\ |basically\ |simply\ |pretty\ |quite\ ){{0,2}}
        (?:easy(?!\ to\b)|babysitt\w+|child\ ?minding\ for\ money|mindless|brainless|unskilled)
  | all\ (?:you|they|he|she)\ (?:do|does|need\ to\ do)\b.{{0,25}}\ is\ (?:stand|sit|play|chat|wash|clean|smile|push
        |stack)
  | (?:just|only|simply|basically|merely)\ (?:wash|clean|play|chat|sit|stand|push|make\ tea|tidy|wipe|help
        |lift)(?:es|s)?\b
    )""",
    re.VERBOSE,
)


def needs_no_skill(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield what denies the skill, where the sentence is about a kind of work in ``about``."""
    doc = sentence.doc
    if asks_whether(doc):
        return
    work = [t for t in doc if t.lower_ in about and t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")]
    for denied in found(doc, _NO_SKILL):
        outside = [t for t in work if not denied.start <= t.i < denied.end]
        before = [t for t in outside if t.i < denied.start]
        if denied[0].lower_ in ("is", "are", "was", "were") and not before:
            continue
        if denied[0].lower_ in _ONLY and not any(
            t.dep_ == "nsubj" and t.tag_ == "NNS" and t.head in denied for t in before
        ):
            continue
        if outside:
            yield denied
            return


_ONLY = frozenset("just only simply basically merely".split())
_LOW_WORK = re.compile(
    r"""\b(?:
    (?:stack|sweep|flip|clean|scrub|empty|dig|wash|mop|push|collect|pick|serv|shovel|haul|pack|peel)(?:p?ing|ning
        |ging|e)?
        \ (?:up\ )?(?:\w+\ ){0,2}(?:shelves|burgers|streets?|toilets?|loos?|bins?|roads?|holes?|ditches|dishes|pots
        |trolleys|floors?
        |offices?|litter|chips|tables|boxes|rubbish|potatoes|coffees?)
  | (?:at|on|behind|working)\ (?:the|a)\ (?:supermarket\ )?(?:tills?|checkouts?|dole|scrapheap|building\ sites?
        |factory\ floor|bins)
  | (?:the|a)\ (?:checkout|dole|till|scrapheap|broom|mop)\ for\ (?:you|them|him|her) | on\ (?:the\ dole|benefits)
  | (?:in|at)\ (?:a|the|some)\ (?:local\ )?(?:chip\ shop|chippy|factory|warehouse|supermarket|fast[-\ ]food\ \w+
        |call\ centre|burger\ bar|car\ wash
        |shop|laundry|canteen|kebab\ shop)
  | (?:be|as|become|becoming|being)\ an?\ (?:cleaner|bin\ ?man|binman|bin\ ?lorry\ driver|labourer|waitress|waiter
        |road\ sweeper|street\ sweeper
        |shelf[-\ ]stacker|cashier|shop\ assistant|janitor|dustman|porter|barista|delivery\ driver)
    )\b""",
    re.VERBOSE,
)
_AS_THREAT = re.compile(
    r"""\b(?:
    or\ (?:else\ )?(?:you|they|he|she|it|we)(?:'ll|'s|\ will|\ could|\ may|\ might|\ are)?\b
  | otherwise | unless | if\ (?:you|they|he|she|we)\ (?:don't|do\ not|fail|drop|skip|doesn't|won't|never|muck|mess)
  | without\ (?:\w+\ ){0,2}(?:maths|english|science|qualifications|highers|exams?|grades?|physics|education|school)
  | (?:no|few|bad|poor)\ (?:qualifications|grades|highers|exams?|results|marks)\ (?:means|leads?)
  | people\ with(?:out|\ no)\ (?:\w+\ )?(?:qualifications|grades|highers|exams?) | fail\ (?:this|your|the|maths)
  | (?:end|ends|ended|ending|finish|finishes|finished|wind|winds|wound)\ up
  | (?:you|we|they)\ (?:don't|do\ not|wouldn't)\ want\ to | (?:nobody|no\ one|who)\ (?:dreams?|wants?|hopes?
        |fancies|would\ want|grows\ up)
  | do\ you\ (?:really\ )?want\ to | for\ a\ living | (?:all|for\ the\ rest\ of|the\ rest\ of|whole
        |your\ entire)\ (?:of\ )?(?:your|his|her|their|your)?\ ?(?:life|lives|days)
  | a\ life\ of | lucky\ to\ (?:get|find|have) | (?:be|is|are|get|getting)\ stuck | fancy\ (?:a|spending|working)
    )""",
    re.VERBOSE,
)


def job_threat(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield from the threat to the work: "unless you fancy a career at the till". ``about`` calls for the parse."""
    doc = sentence.doc
    for work in found(doc, _LOW_WORK):
        around = [t for t in found(doc, _AS_THREAT) if t.end <= work.start or t.start >= work.end]
        if not around:
            continue
        threat = around[0]
        plain_or = threat[0].lower_ == "or"  # "clean the tables or you will slip" is no threat of a job
        if plain_or and work[0].pos_ == "VERB" and work[0].tag_ == "VB":
            continue
        if threat[0].lower_ in ("end", "ends", "ended", "ending", "finish", "finished") and work.start < threat.start:
            continue
        yield phrase(
            doc,
            threat[0] if threat.start < work.start else work[0],
            work[-1] if threat.start < work.start else threat[-1],
        )
        return
