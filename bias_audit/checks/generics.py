"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words

_ANYONE = frozenset("someone somebody anyone anybody everyone everybody nobody whoever".split())
_EVERY = frozenset({"each", "every", "any", "either", "no"})
_GENERIC = frozenset("a an each every any either neither no the".split())
_MINE = frozenset({"my", "our", "your", "we", "us"})
_WATCHED = frozenset(
    "met meeting saw seen seeing knew know known had have visited visiting asked found hired interviewed interviewing"
    " remember remembered heard hear hearing watched watching".split()
)
_JOINS = frozenset({"/", "or", "and"})
_IF = frozenset({"if", "unless", "whenever", "suppose"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ROLE_ENDINGS = ("ician", "ologist", "ographer", "smith", "wright", "person", "keeper", "maker", "worker", "rian")
_NOT_ROLES = frozenset("checklist shortlist wishlist playlist twist mist fist list gist wrist assist".split())


def generic_pronoun(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield each he or she that speaks of any engineer, any pupil, anyone.

    Silent for a named or known person, for someone introduced with a gendered word, for what
    happened once, for someone in a picture or a film, and for paired forms (his or her, he/she).
    """
    doc = sentence.doc
    pronouns = [t for t in doc if t.lower_ in about]
    if not pronouns or _paired(doc, sentence):
        return
    for pronoun in pronouns:
        antecedent = _antecedent(pronoun, sentence)
        if antecedent is None or not _is_anyone(antecedent, sentence) or _someone_before(pronoun, antecedent, sentence):
            continue
        if _own_gender_between(pronoun, antecedent, sentence):
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


# --- whom the pronoun speaks of -----------------------------------------------------------------


def _antecedent(pronoun: Token, sentence: Parsed) -> Token | None:
    """The role that the pronoun speaks of; None when it may well be someone else, or nobody is there."""
    above = _subject_above(pronoun, sentence)
    if above is not None:
        if _is_role(above, sentence):
            return above
        return _antecedent(above, sentence) if _same_side(above, pronoun, sentence) else None
    if _someone_known(pronoun, sentence):
        return None
    found = _nearest([t for t in sentence.doc if t.i < pronoun.i and _can_be(t, pronoun, sentence)])
    for earlier in reversed(sentence.before):
        if found is None:
            found = _nearest([t for t in earlier if _can_be(t, pronoun, sentence) and _stands_out(t)])
    return found


def _someone_before(pronoun: Token, antecedent: Token, sentence: Parsed) -> bool:
    """ "Whether she wants to be a dancer, her choice": the first "she" is someone else than the role after it."""
    words = sentence.words[f"pronoun_{_side(pronoun, sentence)}"]
    first = next(t for t in pronoun.doc if t.lower_ in words)
    if antecedent.doc is not pronoun.doc or first.i >= min(antecedent.i, pronoun.i):
        return False
    return _antecedent(first, sentence) is not antecedent


def _own_gender_between(pronoun: Token, antecedent: Token, sentence: Parsed) -> bool:
    """ "A clerk asks a woman her age": someone of the pronoun's own gender stands nearer than the role."""
    gendered = sentence.words["male_person" if _side(pronoun, sentence) == "he" else "female_person"]
    near = pronoun.doc[antecedent.i + 1 : pronoun.i] if antecedent.doc is pronoun.doc else pronoun.doc[: pronoun.i]
    return any(t.lower_ in gendered and t.pos_ == "NOUN" for t in near)


def _nearest(people: list[Token]) -> Token | None:
    subjects = [t for t in people if t.dep_ in _SUBJECTS]
    return (subjects or people)[-1] if people else None


def _subject_above(pronoun: Token, sentence: Parsed) -> Token | None:
    """The closest subject over the pronoun that is a person: it wins over any name further off.

    It may be the same pronoun again: "a coder thinks he can sell his work".
    """
    came = pronoun
    while came.head.i != came.i:
        verb = came.head
        if came.dep_ == "conj" and verb.i < pronoun.i and _can_be(verb, pronoun, sentence):  # "a vet and his dog"
            return verb
        for subject in (c for c in verb.children if c.dep_ in _SUBJECTS and c.i not in (pronoun.i, came.i)):
            if subject.i > pronoun.i and came.dep_ not in ("advcl", "prep"):
                continue
            if subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
                subject = verb.head
                if _is_predicate(subject, sentence):  # "she is a vet who loves her job"
                    return _said_of(subject)
            if _apart(pronoun, subject, verb):
                continue
            same = _same_side(subject, pronoun, sentence)
            if same or _is_role(subject, sentence) or _is_known(subject, pronoun, sentence):
                return subject
        came = verb
    return None


def _same_side(subject: Token, pronoun: Token, sentence: Parsed) -> bool:
    return subject.lower_ in sentence.words[f"pronoun_{_side(pronoun, sentence)}"]


def _said_of(predicate: Token) -> Token | None:
    return next((c for c in predicate.head.children if c.dep_ in _SUBJECTS), None)


def _apart(pronoun: Token, subject: Token, verb: Token) -> bool:
    """An object is never the subject of its own verb: "let a doctor see her"."""
    own = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return pronoun.dep_ in ("dobj", "dative", "pobj") and not pronoun.lower_.endswith("self") and own.i == verb.i


def _is_known(subject: Token, pronoun: Token, sentence: Parsed) -> bool:
    """A name, a word of the pronoun's own gender, or someone's own ("my neighbour")."""
    if subject.pos_ == "PROPN":
        return not _names_a_thing(subject)
    gendered = sentence.words["male_person" if _side(pronoun, sentence) == "he" else "female_person"]
    return subject.lower_ in gendered or (subject.tag_ == "NN" and _owned(subject))


def _can_be(noun: Token, pronoun: Token, sentence: Parsed) -> bool:
    """A role that may be meant, by where it stands to the pronoun."""
    if not _is_role(noun, sentence) or _is_predicate(noun, sentence):
        return False
    if noun.doc is not pronoun.doc:
        return True
    if any(c.lower_ == "of" and pronoun.i in range(c.i, c.i + 4) for c in noun.children):
        return False  # "a comedian of his standing" is another one than he
    verb = _verb_of(noun)
    if (
        noun.dep_ == "pobj" and noun.head.lower_ == "by" and verb.tag_ == "VBN" and verb.dep_ != "acl"
    ):  # "asked by a reporter about his plans"
        return verb.i != _verb_of(pronoun).i
    own = _verb_of(pronoun)
    let = noun.dep_ == "dobj" and own.dep_ in ("xcomp", "ccomp", "advcl") and own.head.i == noun.head.i
    if pronoun.dep_ in ("dobj", "dative") and (let or own.head.i == noun.i):
        return False  # "get a vet to see her", "a vet who sees her"
    return not (noun.dep_ in _SUBJECTS and _apart(pronoun, noun, noun.head))


def _stands_out(noun: Token) -> bool:
    """In an earlier sentence: what it is about, not a word in passing ("the best album a singer could make")."""
    verb = _verb_of(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "of"):
        return False
    return verb.dep_ not in ("relcl", "acl") and (noun.head.i == verb.i or noun.dep_ in ("ROOT", "conj", "pobj"))


def _verb_of(token: Token) -> Token:
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb


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
        if token.doc is doc and _determiner(token) == "the" and _is_role(token, sentence) and _past_event(token):
            return True  # "nobody is born a baker: it took the owner a year to open her shop"
    if _opens_with_pronoun(pronoun, sentence):
        return True
    # a name just after: "in her lab, Amina ..."
    return any(t.pos_ == "PROPN" and t.dep_ in _SUBJECTS and t.i > pronoun.i for t in doc)


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
    words = sentence.words[f"pronoun_{_side(pronoun, sentence)}"]
    first = next(t for t in pronoun.doc if t.lower_ in words)
    if any(t.i < first.i and _can_be(t, first, sentence) for t in pronoun.doc):
        return False
    return not any(
        _can_be(t, first, sentence) and _stands_out(t) and _is_anyone(t, sentence) for d in sentence.before for t in d
    )


# --- who is anyone ------------------------------------------------------------------------------


def _is_role(token: Token, sentence: Parsed) -> bool:
    word = token.lower_
    if word in _ANYONE:
        return True
    if token.tag_ not in ("NN", "NNP", "JJ") or not _heads_phrase(token):
        return False
    if word in sentence.words["role"]:
        return True
    is_ist = word.endswith("ist") and len(word) > 5 and word not in _NOT_ROLES
    return token.tag_ != "NNP" and (is_ist or word.endswith(_ROLE_ENDINGS))


def _heads_phrase(token: Token) -> bool:
    """Not the first half of "a teacher shortage"; a verb that was read as a noun does not count ("can a vet help")."""
    if token.dep_ not in ("compound", "amod", "nmod"):
        return token.tag_ != "JJ" or token.dep_ in (*_SUBJECTS, "dobj", "pobj", "conj")
    return token.head.pos_ in ("VERB", "AUX") or (token.head.dep_ == "ROOT" and token.doc[-1].text == "?")


def _is_predicate(token: Token, sentence: Parsed) -> bool:
    """ "He is a journalist", "known as a singer": says what someone is, and so is not whom "he" means."""
    if token.dep_ == "attr":
        verb = token.head if token.head.dep_ != "xcomp" else token.head.head  # "wanted to be a singer"
        subject = next((c for c in verb.children if c.dep_ in (*_SUBJECTS, "csubj")), None)
        if subject is None or subject.lower_ in _ANYONE | {"there", "it", "what", "who", "one", "you"}:
            return False
        return not _is_role(subject, sentence)
    return token.dep_ == "appos" or (token.dep_ == "pobj" and token.head.lower_ == "as")


def _determiner(noun: Token) -> str:
    """The article, "each", "my" or "'s" before a noun and its adjectives; read by place, since the parse errs here."""
    for token in reversed(noun.doc[max(0, noun.i - 4) : noun.i]):
        if token.pos_ == "DET" or token.tag_ in ("PRP$", "POS", "DT", "CD"):
            return token.lower_
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB") and token.text != "-":
            break
    return ""


def _is_anyone(noun: Token, sentence: Parsed) -> bool:
    """Unnamed and any: "a student", "each pupil", "the user" in a rule or a general statement."""
    if noun.lower_ in _ANYONE:
        return True
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children) or _past_event(noun) or _was_met(noun):
        return False
    if _pictured(noun, sentence):
        return False
    if any(c.lower_ in ("male", "female", "man", "woman") for c in noun.lefts):  # "a female vet": she is said to be one
        return False
    determiner = _determiner(noun)
    if determiner == "the" and (any(t.lower_ in _MINE for t in noun.subtree) or _introduced(noun, sentence)):
        return False  # "the manager at our branch"
    return determiner in _GENERIC or (not determiner and (noun.i == 0 or noun.dep_ == "conj"))


def _introduced(noun: Token, sentence: Parsed) -> bool:
    """ "Look at the photo. The nurse ...", "A clerk was late. The clerk ...": an earlier sentence made it someone."""
    for earlier in sentence.before:
        for token in earlier:
            if token == noun:
                return False  # what stands before it has been looked at
            if token.lower_ in sentence.words["shown_in"] and earlier[0].tag_ == "VB":
                return True
            if token.lower_ == noun.lower_ and not _is_anyone(token, sentence):
                return True
    return False


def _pictured(noun: Token, sentence: Parsed) -> bool:
    """ "In the film the detective ...", "a photo of a vet": one that is shown."""
    works = sentence.words["shown_in"]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in works:
        return True
    return any(
        t.lower_ in works
        and t.dep_ == "pobj"
        and t.head.lower_ in ("in", "from")
        and not any(c.tag_ == "PRP$" for c in t.children)
        for t in noun.doc
    )


def _narrated(pronoun: Token) -> bool:
    """The pronoun stands in a clause that tells what happened: "he seized it", "her hut was cold"."""
    verb = _verb_of(pronoun)
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" or v.tag_ in ("VBZ", "VBP") for v in verbs):
        return False
    return any(v.tag_ == "VBD" for v in verbs) and not _within_other(verb)


def _within_other(verb: Token) -> bool:
    """A past clause inside one that is not: "cannot see where he went wrong"."""
    over = verb.head
    return verb.dep_ in ("ccomp", "advcl", "relcl") and any(
        v.tag_ in ("MD", "VBZ", "VBP") for v in (over, *over.children) if v.pos_ in ("VERB", "AUX") and v.i != verb.i
    )


def _is_every(noun: Token) -> bool:
    return noun.lower_ in _ANYONE or _determiner(noun) in _EVERY


def _was_met(noun: Token) -> bool:
    """ "I met an engineer who ...", "while interviewing a director": one that the writer knows."""
    verb = noun.head
    if verb.lower_ not in _WATCHED:
        return False
    if verb.tag_ == "VBG":
        return True
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children)


def _past_event(noun: Token) -> bool:
    """The noun takes part in something that happened: a story about someone, not about anyone."""
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        if verb.pos_ == "NOUN" and noun.dep_ != "conj":  # "the bond between a teacher and his class"
            return False
        verb = verb.head
    if any(c.dep_ == "mark" and c.lower_ in _IF for c in verb.children):
        return False
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" or v.lower_ in ("do", "does") for v in verbs):
        return False
    asked = verb.doc[-1].text == "?"
    return (
        any(v.tag_ == "VBD" and not (asked and v.lower_ == "did") for v in verbs)
        or (verb.tag_ == "VBN" and any(v.lower_ in ("had", "was", "were", "has") for v in verbs))
        or (
            verb.tag_ == "VBG" and verb.dep_ in ("ROOT", "conj") and any(v.lower_ in ("is", "'s", "was") for v in verbs)
        )
    )
