"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words

_ANYONE = frozenset("someone somebody anyone anybody everyone everybody nobody whoever".split())
_EVERY = frozenset({"each", "every", "any", "either", "no"})

_GENERIC = frozenset("a an each every any either neither no the".split())
_POINTING = frozenset(["this", "that", "these", "those", "another", "same", "other"])
_MEETING = frozenset("met saw knew had visited asked found hired know have interviewed remember remembered".split())
_JOINS = frozenset({"/", "or", "and"})
_ROLE_ENDINGS = (
    "ician",
    "ologist",
    "ographer",
    "smith",
    "wright",
    "person",
    "keeper",
    "maker",
    "worker",
    "rian",
)
_NOT_ROLES = frozenset("checklist shortlist wishlist playlist twist mist fist list gist wrist assist".split())


def generic_pronoun(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield each he or she that speaks of any engineer, any pupil, anyone.

    Silent for a named or known person, for someone introduced with a gendered word, for what
    happened once, and for paired forms (his or her, he/she).
    """
    doc = sentence.doc
    pronouns = [t for t in doc if t.lower_ in about]
    if not pronouns or _paired(doc, sentence):
        return
    for pronoun in pronouns:
        if _someone_known(pronoun, sentence):
            continue
        antecedent = _antecedent(pronoun, sentence)
        if antecedent is None or not _is_anyone(antecedent) or _bound_apart(pronoun, antecedent):
            continue
        if not _narrated(pronoun) or _is_every(antecedent):
            yield doc[pronoun.i : pronoun.i + 1]


def _side(pronoun: Token, sentence: Parsed) -> str:
    return "she" if pronoun.lower_ in sentence.words["pronoun_she"] else "he"


def _paired(doc: Doc, sentence: Parsed) -> bool:
    """he/she, his or her, (s)he: both forms stand side by side."""
    he, she = sentence.words["pronoun_he"], sentence.words["pronoun_she"]
    for token in doc[: len(doc) - 1]:
        window = {t.lower_ for t in doc[token.i : token.i + 4]}
        if token.lower_ in he | she and window & he and window & she and window & _JOINS:
            return True
    text = doc.text.lower().replace(" /", "/").replace("/ ", "/")
    return any(form in text for form in ("s/he", "(s)he", "he/she", "she/he", "his/her", "her/his", "him/her"))


def _someone_known(pronoun: Token, sentence: Parsed) -> bool:
    """A name, a gendered word or an earlier pronoun that this one may well speak of."""
    doc, side = pronoun.doc, _side(pronoun, sentence)
    gendered = sentence.words["male_person" if side == "he" else "female_person"]
    earlier = [t for d in sentence.before for t in d] + [t for t in doc if t.i < pronoun.i]
    for token in earlier:
        if token.lower_ in gendered and not _belongs_to_pronoun(token, sentence):
            return True
        if token.tag_ == "NN" and _is_role(token, sentence) and _owned(token):  # "my neighbour", "our teacher"
            return True
        if token.pos_ == "PROPN" and not _names_a_thing(token) and token.lower_ not in sentence.words["role"]:
            return True
    if _opens_with_pronoun(pronoun, sentence):
        return True
    # a name just after: "in her lab, Amina ..."
    return any(t.pos_ == "PROPN" and t.dep_ in ("nsubj", "nsubjpass") and t.i > pronoun.i for t in doc)


def _owned(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in ("my", "our", "your") for c in noun.children)


def _belongs_to_pronoun(noun: Token, sentence: Parsed) -> bool:
    """ "his wife": the wife is not whom "his" speaks of."""
    return any(c.dep_ == "poss" and c.lower_ in sentence.words["pronoun_gendered"] for c in noun.children)


def _names_a_thing(token: Token) -> bool:
    """A name before a common noun ("a Python programmer") or one of a place or time ("in Leith", "on Friday")."""
    if token.dep_ in ("compound", "amod", "nmod"):
        return token.head.pos_ == "NOUN" or (token.head.i != token.i and _names_a_thing(token.head))
    return token.dep_ in ("npadvmod", "nummod") or (
        token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "on", "near", "from", "since", "until")
    )


def _opens_with_pronoun(pronoun: Token, sentence: Parsed) -> bool:
    """The first pronoun of this side stands before any role: it speaks of someone outside the sentence."""
    doc, words = pronoun.doc, sentence.words[f"pronoun_{_side(pronoun, sentence)}"]
    first = next(t for t in doc if t.lower_ in words)
    role = next((t for t in doc if _is_role(t, sentence) and not _is_predicate(t)), None)
    if role is not None and role.i < first.i:
        return False
    if any(_is_role(t, sentence) and not _is_predicate(t) and _is_anyone(t) for d in sentence.before for t in d):
        return False
    return not _looks_ahead(first)


def _looks_ahead(pronoun: Token) -> bool:
    """ "When she tests a design, an engineer ...": in a clause that comes before its main clause."""
    token = pronoun
    while token.head.i != token.i and token.dep_ != "advcl":
        token = token.head
    return token.dep_ == "advcl" and token.i < token.head.i


def _antecedent(pronoun: Token, sentence: Parsed) -> Token | None:
    """The nearest earlier person noun: in this sentence, subjects first, else in the one or two before."""
    doc = sentence.doc
    found = _nearest([t for t in doc if t.i < pronoun.i and _is_role(t, sentence) and not _is_predicate(t)])
    if found is None and _looks_ahead(pronoun):
        found = next((t for t in doc if t.i > pronoun.i and t.dep_ == "nsubj" and _is_role(t, sentence)), None)
    for earlier in reversed(sentence.before):
        if found is None:
            found = _nearest([t for t in earlier if _is_role(t, sentence) and not _is_predicate(t)])
    return found


def _nearest(people: list[Token]) -> Token | None:
    subjects = [t for t in people if t.dep_ in ("nsubj", "nsubjpass")]
    return (subjects or people)[-1] if people else None


def _is_role(token: Token, sentence: Parsed) -> bool:
    word = token.lower_
    if word in _ANYONE:
        return True
    if token.tag_ not in ("NN", "NNP"):
        return False
    if word in sentence.words["role"]:
        return True
    is_ist = word.endswith("ist") and len(word) > 5 and word not in _NOT_ROLES
    return token.tag_ == "NN" and (is_ist or word.endswith(_ROLE_ENDINGS))


def _is_predicate(token: Token) -> bool:
    """ "He is a journalist", "known as a singer": says what someone is, and so is not whom "he" means."""
    if token.dep_ == "attr":
        verb = token.head if token.head.dep_ != "xcomp" else token.head.head  # "wanted to be a singer"
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return subject is not None and (
            subject.pos_ in ("PRON", "PROPN") and subject.lower_ not in _ANYONE | {"there", "it", "what", "who"}
        )
    return token.dep_ == "pobj" and token.head.lower_ == "as"


def _bound_apart(pronoun: Token, antecedent: Token) -> bool:
    """An object pronoun is never the subject of its own verb: "let a doctor see her"."""
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return (
        pronoun.dep_ in ("dobj", "dative", "pobj")
        and not pronoun.lower_.endswith("self")
        and antecedent.dep_ in ("nsubj", "nsubjpass")
        and antecedent.head.i == verb.i
        and antecedent.doc is pronoun.doc
    )


def _is_anyone(noun: Token) -> bool:
    """Unnamed and any: "a student", "each pupil", "the user" in a rule or a general statement."""
    if noun.lower_ in _ANYONE:
        return True
    if any(c.dep_ == "poss" or (c.dep_ == "appos" and c.pos_ == "PROPN") for c in noun.children):
        return False
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "predet")}
    if determiners & _POINTING or _past_event(noun) or _was_met(noun):
        return False
    return bool(determiners & _GENERIC) or (noun.i == 0 and noun.dep_ == "nsubj") or noun.dep_ == "conj"


def _narrated(pronoun: Token) -> bool:
    """The pronoun stands in a clause that tells what happened: "he seized it", "her hut was cold"."""
    verb = pronoun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" or v.tag_ in ("VBZ", "VBP") for v in verbs):
        return False
    return any(v.tag_ == "VBD" for v in verbs)


def _is_every(noun: Token) -> bool:
    return noun.lower_ in _ANYONE or any(c.lower_ in _EVERY for c in noun.children if c.dep_ == "det")


def _was_met(noun: Token) -> bool:
    """ "I met an engineer who ...": one that the writer knows."""
    verb = noun.head
    return verb.lower_ in _MEETING and any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)


def _past_event(noun: Token) -> bool:
    """The noun takes part in something that happened: a story about someone, not about anyone."""
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        if verb.pos_ == "NOUN" and noun.dep_ != "conj":  # "the bond between a teacher and his class"
            return False
        verb = verb.head
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" for v in verbs):
        return False
    asked = verb.doc[-1].text == "?"
    return (
        any(v.tag_ == "VBD" and not (asked and v.lower_ == "did") for v in verbs)
        or (verb.tag_ == "VBN" and any(v.lower_ in ("had", "was", "were", "has") for v in verbs))
        or (verb.tag_ == "VBG" and any(v.lower_ in ("is", "'s", "was") for v in verbs))
    )
