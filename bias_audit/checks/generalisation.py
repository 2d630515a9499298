"""Claims about a whole group: "girls are neater", "Asians are good at maths"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from ..text import hyphenated
from .anyone import determiner_of
from .sentence import (
    ONE_PERSON,
    SPECIFYING,
    Parsed,
    Words,
    asks_whether,
    is_generic,
    is_generic_one,
    is_plural,
    left_edge,
    many,
    names_group,
    names_one,
    phrase,
    subject_of,
)

_ONE = frozenset("a an any no every".split())
_PLURAL = ("s", "men", "children", "people", "folk")
_GRANTED = frozenset("have get receive feel earn decide choose vote own".split())  # "women should have a say": a right
_PLACES = frozenset({"country", "island"})  # adjectives of a group that are nouns of their own
_BODY = frozenset({"puberty", "adolescence", "menopause", "periods"})  # what is started or reached: a fact of life
_WEAK = frozenset({"just", "only", "more", "less"})  # adverbs that alone say little


def generalisation(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield the claim, from the group's name to the word that carries what is claimed.

    Silent for a narrowed group ("the girls in 4B", "some boys"), for what happened once, for
    how a group is treated, for questions that ask whether, and for a denied comparison.
    """
    doc, people = sentence.doc, sentence.words["people_noun"]
    asking = asks_whether(doc)
    if asking and not _takes_for_granted(doc, sentence.words):
        return
    for noun in doc:
        if not asking and (typical := _typical(noun, about, sentence.words)):
            yield phrase(doc, typical, noun)
        if noun.dep_ not in ("nsubj", "nsubjpass") or (asking and noun.head.dep_ == "ROOT"):
            continue
        if any(c.lower_ in SPECIFYING for t in noun.lefts for c in t.children if c.dep_ == "det"):
            continue  # "some trans people": the parse may hang "some" on the adjective
        if _any_one(noun, about, sentence.words):
            claim = _claim_of_one(noun, sentence.words)
        elif _whole_group(noun, about) or (
            names_group(noun, about, people) and is_generic(noun, sentence.words["race_collective"])
        ):
            claim = next((c for verb in _verbs(noun) if (c := _claim(noun, verb, sentence.words)) is not None), None)
        elif _named_by_place(noun, about, people):
            claim = _claim_of_placed(noun, sentence.words)
        else:
            continue
        if claim is not None and not _everyone(noun, sentence.words) and not _surprised(noun):
            yield phrase(doc, left_edge(noun), claim)


def may_claim(sentence: Span, before: Span, about: Words, words: Mapping[str, Words]) -> bool:
    """A group is named: in the plural, with people, with a capital, after "the", or one of it after "a" or "no"."""
    people = any(t.lower_ in words["people_noun"] or t.lower_ in ONE_PERSON for t in sentence)
    for at, token in enumerate(sentence):
        word = token.lower_
        if people and any(f"{t.lower_} {word}" in about for t in sentence[max(0, at - 2) : at]):  # "people in Africa"
            return True
        if word not in about and hyphenated(token) not in about:
            continue
        if people or word.endswith(_PLURAL) or token.text[:1].isupper():
            return True
        opened = {t.lower_ for t in sentence[max(0, at - 3) : at]}
        if "the" in opened or (many(word) in about and opened & _ONE):
            return True
    return False


def _whole_group(noun: Token, about: Words) -> bool:
    """ "The poor rarely ...", "the elderly cannot ...": an adjective with "the" and a verb in the plural."""
    before = [c for c in noun.children if c.dep_ in ("det", "poss", "amod", "nummod")]
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ == "aux" and c.i > noun.i))
    return (
        noun.lower_ in about - _PLACES
        and noun.tag_ in ("JJ", "NN", "NNS", "NNP")
        and not noun.lower_.endswith("s")
        and [c.lower_ for c in before] == ["the"]
        and noun.i + 1 < len(noun.doc)
        and noun.doc[noun.i + 1].pos_ not in ("NOUN", "PROPN")
        and any(v.tag_ in ("VBP", "MD") for v in verbs)
    )


def _named_by_place(noun: Token, about: Words, people: Words) -> bool:
    """ "People in Africa", "children on benefits", "boys with autism": the group is named by what comes after."""
    if noun.lower_ not in people or any(c.dep_ in ("det", "poss", "nummod", "relcl", "acl") for c in noun.children):
        return False
    if any(c.dep_ == "amod" and c.lower_ in SPECIFYING for c in noun.children):
        return False
    after = [c for c in noun.rights if c.dep_ == "prep"]
    return len(after) == 1 and any(f"{after[0].lower_} {c.lower_}" in about for c in after[0].children)


def _claim_of_placed(noun: Token, words: Mapping[str, Words]) -> Token | None:
    """What "people in ..." are said to be; what they should, need or often do is advice or fact as a rule."""
    said = {c.lower_ for c in noun.head.children if c.dep_ in ("aux", "advmod")}
    return None if said & words["guiding"] else _claim(noun, noun.head, words)


def _verbs(noun: Token) -> Iterator[Token]:
    """What the group does, and what it does besides: "they move around and don't care"."""
    verb: Token | None = noun.head
    while verb is not None:
        yield verb
        verb = next((c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and subject_of(c) is None), None)


def _any_one(noun: Token, about: Words, words: Mapping[str, Words]) -> bool:
    """ "A woman", "no girl", "a disabled person" as the subject of a claim about all of them."""
    return names_one(noun, about, words) and any(c.dep_ == "det" and c.lower_ in _ONE for c in noun.children)


def _claim_of_one(noun: Token, words: Mapping[str, Words]) -> Token | None:
    """ "A woman is happiest in ...", "no girl can ever ...": said of one, meant of all; not "a girl is tall"."""
    verb = noun.head
    verbs = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    if any(v.tag_ == "VBD" for v in verbs) or any(c.dep_ in ("relcl", "acl", "prep") for c in noun.children):
        return None
    if noun.dep_ == "nsubjpass" and verb.lower_ != "trusted":  # "no woman can be charged more": a right
        return None
    said = next((c for c in verb.children if c.dep_ in ("acomp", "attr") and c.i > verb.i), None)
    denied = any(c.lower_ == "no" for c in noun.children) or any(c.dep_ == "neg" for c in verb.children)
    modal = next((v.lower_ for v in verbs if v.tag_ == "MD"), "")
    if denied and modal in ("can", "ca", "will", "should"):  # "no woman could vote" tells of the past
        return verb if said is None else said
    natural = any(c.lower_ in words["by_nature"] - _WEAK for c in verb.lefts) or (
        said is not None and said.tag_ in ("JJS", "RBS")
    )
    return (said or _last_word(verb)) if natural and not modal else None


def _everyone(noun: Token, words: Mapping[str, Words]) -> bool:
    """ "Boys and girls must wear goggles": a rule for all is no claim about one group."""
    either = words["gender_group"]
    return noun.lower_ in either and any(c.dep_ == "conj" and c.lower_ in either for c in noun.children)


def _takes_for_granted(doc: Doc, words: Mapping[str, Words]) -> bool:
    """ "Do they not realise that girls are neater?" asks, but not whether girls are."""
    return any(t.lower_ in words["factive"] for t in doc)


def _typical(noun: Token, about: Words, words: Mapping[str, Words]) -> Token | None:
    """ "typical of boys", "trust a woman to", "in a girl's nature": the word that opens it."""
    if not (names_group(noun, about, words["people_noun"]) or names_one(noun, about, words)):
        return None
    head = noun.head
    first = noun.doc[0]
    if first.lower_ == "typical" and first.head.i == noun.i and is_plural(noun):  # "Typical boys!"
        return first if noun.i + 1 == len(noun.doc) or noun.doc[noun.i + 1].text in (",", "!", ".", ";") else None
    if head.lower_ == "trust" and noun.dep_ == "dobj" and is_generic_one(noun) and (denied := _never(head)):
        return denied  # "you can't trust teenagers with a drill"
    if noun.dep_ == "poss" and head.lower_ in ("nature", "genes", "blood", "dna"):
        return head if head.head.lower_ == "in" else None
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "typical" and is_generic_one(noun):
        return head.head
    to_come = {t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 2]}
    if head.lower_ == "trust" and "to" in to_come and is_generic_one(noun) and subject_of(head) is None:
        return head if not any(c.dep_ == "aux" for c in head.children) else None  # "Trust boys to break it!"
    return None


def _never(verb: Token) -> Token | None:
    """ "You can't", "never", "nobody can": said of everyone's dealings, not of one person's. The word that opens it."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in ("you", "we", "nobody", "one"):
        return None
    denied = next((c for c in verb.lefts if c.dep_ == "neg" or c.lower_ in ("never", "nobody")), None)
    return subject if denied is not None and subject is not None else denied


def _surprised(noun: Token) -> bool:
    """ "even girls enjoy it": the yardstick's to say."""
    return any(t.lower_ == "even" for t in noun.doc[max(0, left_edge(noun).i - 1) : noun.i])


def _claim(noun: Token, verb: Token, words: Mapping[str, Words]) -> Token | None:
    """The word that carries the claim, or None when the verb makes none."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in _BODY for c in verb.rights):
        return None
    if noun.dep_ == "nsubjpass":
        return _passive_claim(verb, helpers, words)
    habit = any(c.lower_ in words["by_nature"] - _WEAK for c in verb.lefts)
    past = {"have", "has", "had", "'ve"} if habit else {"have", "has", "had", "'ve", "will"}
    if verb.tag_ == "VBD" or any(h.tag_ == "VBD" or h.lower_ in past for h in helpers):
        return None
    if verb.pos_ == "ADJ" and verb.head.lower_ in ("find", "finds", "consider", "considers", "think", "call"):
        return verb  # "I find teenagers rude"
    if noun.tag_ in ("NNP", "NNPS", "NNS") and verb.tag_ == "VBZ":  # "English is a language", "Scots has a word for it"
        return None
    if verb.tag_ == "VBG":  # "girls are playing" is a scene, "women are naturally caring" is not
        return verb if any(c.lower_ in words["by_nature"] - _WEAK for c in verb.lefts) else None
    if verb.lower_ == "make" and any(c.dep_ == "prt" for c in verb.children):  # "Asians make up 8% of the city"
        return None
    if verb.lower_ in ("are", "is", "be", "'re", "seem", "become", "make"):
        return _copula_claim(verb, helpers, words)
    negated = any(c.dep_ == "neg" for c in verb.children)
    modal = next((h for h in helpers if h.tag_ == "MD"), None)
    told = determiner_of(noun) == "the" and any(t.tag_ == "VBD" for t in verb.doc)
    if modal is not None and modal.lower_ == "could" and told:  # "the villagers could not see what he held"
        return None
    if modal is not None and not (habit and modal.lower_ == "will"):  # "boys will usually pick the blocks"
        if any(
            t.lower_ == "themselves" for t in verb.doc[verb.i + 1 : verb.i + 3]
        ):  # "girls cannot see themselves in this poster"
            return None
        # "girls can code" praises; "girls can't code", "women should stay" do not
        if verb.lower_ == "vote" or (not negated and verb.lower_ in _GRANTED):  # "cannot vote until 16": the law
            return None
        if modal.lower_ in ("should", "must", "ought") or (
            negated and modal.lower_ in ("can", "ca", "could", "will", "wo")
        ):
            return verb
        return None
    if negated and verb.lower_ in words["attitude_verb"]:  # "poor families don't value education"
        return _last_word(verb)
    if negated and verb.lower_ == "want":  # "migrants don't want to learn"
        return next((c for c in verb.children if c.dep_ == "xcomp" and c.lower_ in words["effort_verb"]), None)
    if verb.lower_ in ("find", "finds") and (hard := next((c for c in verb.children if c.dep_ == "ccomp"), None)):
        return hard if hard.pos_ in ("ADJ", "ADV") else None  # "girls find physics hard"
    if verb.lower_ in ("have", "lack") and (trait := _trait(verb, words)):  # "Africans have natural rhythm"
        return trait
    if verb.lower_ in ("get", "become", "grow") and not negated:  # "bilingual children get confused"
        changed = next((c for c in verb.children if c.dep_ in ("acomp", "ccomp") and c.pos_ in ("ADJ", "VERB")), None)
        if changed is not None and changed.i == verb.i + 1 and changed.lower_ not in words["benign_predicate"]:
            return changed
    manner = next((c for c in verb.children if c.lower_ in words["manner"] and c.i > verb.i), None)
    if manner is not None and manner.nbor(-1).lower_ == "as":  # "have their own words as well"
        manner = None
    if manner is not None and verb.lower_ in words["claim_verb"] and not negated:  # "Chinese pupils work hard"
        return manner
    by_nature = any(c.lower_ in words["by_nature"] for c in verb.children if c.dep_ in ("advmod", "acomp", "neg"))
    if by_nature and (
        verb.lower_ in words["claim_verb"] or any(c.lower_ in words["by_nature"] - _WEAK for c in verb.lefts)
    ):
        return _last_word(verb)
    if verb.lower_ == "belong" and negated:
        return _last_word(verb)
    if verb.lower_ in ("belong", "belongs"):  # "girls belong in science" welcomes, "in the kitchen" does not
        return next((d for d in verb.subtree if d.lower_ in words["belittling_place"]), None)
    if verb.lower_ in words["claim_verb"] - words["plain_verb"]:
        return _last_word(verb)
    away = next((c for c in verb.children if f"{verb.lower_}-{c.lower_}" in words["claim_with_particle"]), None)
    return away if away is None or not negated else None


def _trait(verb: Token, words: Mapping[str, Words]) -> Token | None:
    """What a group is said to have or lack by being the group: a talent, no patience, better hearing."""
    had = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if had is None or had.lower_ not in words["trait_noun"]:
        return None
    rated = any(c.dep_ in ("amod", "neg") or c.lower_ in ("no", "little", "less", "more") for c in had.children)
    return had if rated or verb.lower_ == "lack" else None


def _passive_claim(verb: Token, helpers: list[Token], words: Mapping[str, Words]) -> Token | None:
    """ "Women are built for ...", "girls should be kept": a claim; "girls are told": a fact about treatment."""
    if verb.lower_ in words["made_for"]:
        return verb
    doing = next((d for c in verb.children if c.lower_ == "for" for d in c.children if d.tag_ == "VBG"), None)
    if verb.lower_ in ("known", "renowned") and doing is not None:  # "are known for leaving a mess"
        return doing
    if any(h.lower_ in ("should", "must") for h in helpers) and verb.lower_ in words["harm"]:
        return verb
    return None


def _copula_claim(verb: Token, helpers: list[Token], words: Mapping[str, Words]) -> Token | None:
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


def _last_word(verb: Token) -> Token:
    """The verb's object or complement where it has one close by, else the verb."""
    close = [c for c in verb.children if c.dep_ in ("dobj", "xcomp", "acomp", "attr", "advmod", "prt") and c.i > verb.i]
    return close[0] if close and close[0].i - verb.i <= 4 else verb
