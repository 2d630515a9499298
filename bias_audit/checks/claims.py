"""What is claimed of a group, and by which word: "girls are neater", "women should stay", "they always work hard"."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from .anyone import determiner_of
from .sentence import Words

_BODY = frozenset({"puberty", "adolescence", "menopause", "periods"})  # what is started or reached: a fact of life
_GRANTED = frozenset("have get receive feel earn decide choose vote own".split())  # "women should have a say": a right
_WEAK = frozenset({"just", "only", "more", "less"})  # adverbs that alone say little
_BE = frozenset("are is be 're seem become make".split())
_FINDS = frozenset("find finds consider considers think call".split())
_PAST = frozenset({"have", "has", "had", "'ve"})
_URGES = frozenset({"should", "must", "ought"})
_CAN = frozenset({"can", "ca", "could", "will", "wo"})


def claim_of(noun: Token, verb: Token, words: Mapping[str, Words]) -> Token | None:
    """The word that carries the claim that a verb makes of a group, or None when it makes none."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in _BODY for c in verb.rights):
        return None
    if noun.dep_ == "nsubjpass":
        return _passive(verb, helpers, words)
    if _tells_what_happened(verb, helpers, words):
        return None
    if verb.pos_ == "ADJ" and verb.head.lower_ in _FINDS:
        return verb  # "I find teenagers rude"
    if _is_of_words(noun, verb):
        return None
    if verb.tag_ == "VBG":  # "girls are playing" is a scene, "women are naturally caring" is not
        return verb if is_by_nature(verb, words) else None
    if verb.lower_ in _BE:
        return _copula(verb, helpers, words)
    negated = any(c.dep_ == "neg" for c in verb.children)
    modal = next((h for h in helpers if h.tag_ == "MD"), None)
    told = determiner_of(noun) == "the" and any(t.tag_ == "VBD" for t in verb.doc)
    if modal is not None and modal.lower_ == "could" and told:  # "the villagers could not see what he held"
        return None
    if modal is not None and not (is_by_nature(verb, words) and modal.lower_ == "will"):  # "boys will usually pick"
        return _with_modal(verb, modal, negated=negated)
    if negated and (verb.lower_ in words["attitude_verb"] or verb.lower_ in ("want", "belong")):
        return _denied(verb, words)
    if verb.lower_ in ("find", "finds") and (hard := next((c for c in verb.children if c.dep_ == "ccomp"), None)):
        return hard if hard.pos_ in ("ADJ", "ADV") else None  # "girls find physics hard"
    if not negated and (said := _changed(verb, words)):
        return said
    return _trait(verb, words) or _deed(verb, words, negated=negated)


def is_by_nature(verb: Token, words: Mapping[str, Words]) -> bool:
    """ "Women are naturally caring", "boys usually pick the blocks"."""
    return any(c.lower_ in words["by_nature"] - _WEAK for c in verb.lefts)


def _tells_what_happened(verb: Token, helpers: Sequence[Token], words: Mapping[str, Words]) -> bool:
    """ "Women have won", "girls will perform a song": what happened, or is to."""
    past = _PAST if is_by_nature(verb, words) else _PAST | {"will"}
    return verb.tag_ == "VBD" or any(h.tag_ == "VBD" or h.lower_ in past for h in helpers)


def _is_of_words(noun: Token, verb: Token) -> bool:
    """ "English is a language", "Scots has a word for it", "Asians make up 8% of the city"."""
    if noun.tag_ in ("NNP", "NNPS", "NNS") and verb.tag_ == "VBZ":
        return True
    return verb.lower_ == "make" and any(c.dep_ == "prt" for c in verb.children)


def _with_modal(verb: Token, modal: Token, *, negated: bool) -> Token | None:
    """ "Girls can code" praises; "girls can't code", "women should stay" do not."""
    if any(t.lower_ == "themselves" for t in verb.doc[verb.i + 1 : verb.i + 3]):
        return None  # "girls cannot see themselves in this poster"
    if verb.lower_ == "vote" or (not negated and verb.lower_ in _GRANTED):
        return None  # "cannot vote until 16": the law
    return verb if modal.lower_ in _URGES or (negated and modal.lower_ in _CAN) else None


def _denied(verb: Token, words: Mapping[str, Words]) -> Token | None:
    """ "Poor families don't value education", "migrants don't want to learn", "girls don't belong"."""
    if verb.lower_ == "want":
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.lower_ in words["effort_verb"]), None)
    return last_word(verb)


def _changed(verb: Token, words: Mapping[str, Words]) -> Token | None:
    """ "Bilingual children get confused"."""
    if verb.lower_ not in ("get", "become", "grow"):
        return None
    changed = next((c for c in verb.children if c.dep_ in ("acomp", "ccomp") and c.pos_ in ("ADJ", "VERB")), None)
    close = changed is not None and changed.i == verb.i + 1
    return changed if close and changed is not None and changed.lower_ not in words["benign_predicate"] else None


def _deed(verb: Token, words: Mapping[str, Words], *, negated: bool) -> Token | None:
    """ "Chinese pupils work hard", "girls naturally share", "women belong in the kitchen"."""
    manner = next((c for c in verb.children if c.lower_ in words["manner"] and c.i > verb.i), None)
    if manner is not None and manner.nbor(-1).lower_ == "as":  # "have their own words as well"
        manner = None
    if manner is not None and verb.lower_ in words["claim_verb"] and not negated:
        return manner
    by_nature = any(c.lower_ in words["by_nature"] for c in verb.children if c.dep_ in ("advmod", "acomp", "neg"))
    if by_nature and (verb.lower_ in words["claim_verb"] or is_by_nature(verb, words)):
        return last_word(verb)
    if verb.lower_ in ("belong", "belongs"):  # "girls belong in science" welcomes, "in the kitchen" does not
        return next((d for d in verb.subtree if d.lower_ in words["belittling_place"]), None)
    if verb.lower_ in words["claim_verb"] - words["plain_verb"]:
        return last_word(verb)
    away = next((c for c in verb.children if f"{verb.lower_}-{c.lower_}" in words["claim_with_particle"]), None)
    return away if away is None or not negated else None


def _trait(verb: Token, words: Mapping[str, Words]) -> Token | None:
    """What a group is said to have or lack by being the group: "natural rhythm", no patience, better hearing."""
    if verb.lower_ not in ("have", "lack"):
        return None
    had = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if had is None or had.lower_ not in words["trait_noun"]:
        return None
    rated = any(c.dep_ in ("amod", "neg") or c.lower_ in ("no", "little", "less", "more") for c in had.children)
    return had if rated or verb.lower_ == "lack" else None


def _passive(verb: Token, helpers: Sequence[Token], words: Mapping[str, Words]) -> Token | None:
    """ "Women are built for ...", "girls should be kept": a claim; "girls are told": a fact about treatment."""
    if verb.lower_ in words["made_for"]:
        return verb
    doing = next((d for c in verb.children if c.lower_ == "for" for d in c.children if d.tag_ == "VBG"), None)
    if verb.lower_ in ("known", "renowned") and doing is not None:  # "are known for leaving a mess"
        return doing
    if any(h.lower_ in ("should", "must") for h in helpers) and verb.lower_ in words["harm"]:
        return verb
    return None


def _copula(verb: Token, helpers: Sequence[Token], words: Mapping[str, Words]) -> Token | None:
    """What the group is said to be: an adjective or noun that is more than a fact of life."""
    always = any(c.lower_ in ("always", "never") for c in verb.lefts)
    said = next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "dobj") and c.i > verb.i), None)
    if said is None and any(c.lower_ == "always" for c in verb.children):  # "are always on their phones", "on time"
        there = (d for c in verb.children if c.dep_ == "prep" and c.i > verb.i for d in c.children)
        return next((d for d in there if d.lower_ == "time" or any(p.lower_ == "their" for p in d.children)), None)
    if said is None:
        return None
    if any(h.tag_ == "MD" and h.lower_ not in ("should", "must") for h in helpers) and not always:
        return said if said.lower_ in words["blame_trait"] and "can" in {h.lower_ for h in helpers} else None
    negated = any(c.dep_ == "neg" for c in verb.children)
    never = negated or any(c.lower_ == "never" for c in verb.children)
    if any(d.lower_ == "as" and d.i > said.i for d in said.subtree):  # "as good as boys": the yardstick's to say
        return (
            said if never and any(d.lower_ in ("anyone", "everyone", "others", "else") for d in said.subtree) else None
        )
    compared = any(d.lower_ == "than" for d in said.subtree) or said.tag_ == "JJR"
    if negated and compared:  # "girls are not weaker than boys"
        return None
    if said.tag_ == "CD" or said.pos_ == "NUM" or said.ent_type_:
        return None
    skill = next((c for c in (*said.children, *verb.children) if c.dep_ == "prep" and c.lower_ in ("at", "with")), None)
    if skill is not None and skill.i > said.i and said.lower_ in words["praise_or_blame"]:
        return next(iter(skill.children), skill)
    rated = any(d.tag_ == "JJR" or d.lower_ in ("nothing", "less") for d in said.subtree if d.i > verb.i)
    if said.lower_ in words["benign_predicate"] and not compared and not negated and not rated:
        return None
    if said.pos_ == "NOUN" and any(c.dep_ == "relcl" for c in said.children):
        return None
    if said.pos_ in ("ADJ", "NOUN", "ADV", "VERB"):
        return said
    return None


def last_word(verb: Token) -> Token:
    """The verb's object or complement where it has one close by, else the verb."""
    close = [c for c in verb.children if c.dep_ in ("dobj", "xcomp", "acomp", "attr", "advmod", "prt") and c.i > verb.i]
    return close[0] if close and close[0].i - verb.i <= 4 else verb
