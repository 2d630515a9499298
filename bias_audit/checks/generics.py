"""He or she for anyone: a pronoun whose only antecedent is an unnamed role."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .sentence import Parsed, Words

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_ANYONE = frozenset({"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "one", "whoever", "person"})
_GENERIC_DETERMINERS = frozenset({"a", "an", "each", "every", "any", "either", "neither", "no"})
_PAIRS = frozenset({"/", "or", "and"})
# Words that say that one particular someone is meant.
_FEMALE = frozenset(
    "woman girl lady mother mum sister daughter wife aunt auntie gran granny grandmother queen princess actress"
    " waitress goddess niece bride widow female heroine girlfriend mom ma'am madam lass nun witch policewoman"
    " chairwoman spokeswoman saleswoman businesswoman stewardess hostess mermaid maid nanny".split()
)
_MALE = frozenset(
    "man boy gentleman father dad brother son husband uncle grandad grandfather grandpa king prince actor waiter"
    " god nephew groom widower male hero boyfriend guy lad bloke monk wizard policeman chairman fireman spokesman"
    " salesman businessman papa sir lord duke priest pope".split()
)


def generic_pronoun(sentence: Parsed, about: Words) -> Iterator[Span]:
    """Yield each he or she that speaks of any engineer, any pupil, anyone.

    Silent for a named or known person, for someone introduced with a gendered word, and for paired
    forms (his or her, he/she), also when "they" has taken over in the same sentence.
    """
    doc = sentence.doc
    pronouns = [t for t in doc if t.lower_ in about and t.pos_ in ("PRON", "DET")]
    if not pronouns or _paired(doc) or _known_person(doc, sentence.before):
        return
    for pronoun in pronouns:
        antecedent = _antecedent(pronoun, sentence)
        if antecedent is not None and _is_anyone(antecedent, sentence):
            yield doc[pronoun.i : pronoun.i + 1]


def _paired(doc: Doc) -> bool:
    """he/she, his or her, (s)he: both forms stand side by side."""
    for token in doc[: len(doc) - 1]:
        window = {t.lower_ for t in doc[token.i : token.i + 4]}
        if token.lower_ in _HE | _SHE and window & _HE and window & _SHE and window & _PAIRS:
            return True
    text = doc.text.lower()
    return any(form in text for form in ("s/he", "(s)he", "he/she", "she/he", "his/her", "her/his", "him/her", "herself/"))


def _known_person(doc: Doc, before: tuple[Doc, ...]) -> bool:
    """A name, or a word for a woman or a man, that the pronoun may well speak of."""
    pronouns = [t.i for t in doc if t.lower_ in _HE | _SHE]
    here = [t for t in doc if t.i < max(pronouns)]
    for token in [*here, *(t for earlier in before for t in earlier)]:
        if token.lower_ in _FEMALE | _MALE:
            return True
        if token.pos_ == "PROPN" and token.is_title and not _names_a_thing(token):
            return True
        if token.lower_ in ("i", "me", "my", "we", "our") and token.doc is doc and _introduces(token):
            return True
    # a name just after: "in her lab, Amina ..."
    return any(t.pos_ == "PROPN" and t.dep_ in ("nsubj", "nsubjpass") and t.i > min(pronouns) for t in doc)


def _names_a_thing(token: Token) -> bool:
    """A capitalised word that modifies a common noun ("a Python programmer", "a Scottish nurse")."""
    return token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ == "NOUN"


def _introduces(token: Token) -> bool:
    """ "my doctor", "our teacher", "I met an engineer": someone the writer knows."""
    if token.dep_ == "poss":
        return True
    return token.dep_ == "nsubj" and token.head.tag_ == "VBD"


def _antecedent(pronoun: Token, sentence: Parsed) -> Token | None:
    """The nearest earlier person noun: in this sentence, subjects first, else in the one or two before."""
    doc = sentence.doc
    found = _nearest([t for t in doc if t.i < pronoun.i and _is_person_noun(t, sentence)])
    if found is None and pronoun.i + 1 < len(doc) and pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "advcl":
        found = next((t for t in doc if t.i > pronoun.i and t.dep_ == "nsubj" and _is_person_noun(t, sentence)), None)
    for earlier in reversed(sentence.before):
        if found is None:
            found = _nearest([t for t in earlier if _is_person_noun(t, sentence)])
    return found


def _nearest(people: list[Token]) -> Token | None:
    subjects = [t for t in people if t.dep_ in ("nsubj", "nsubjpass")]
    return (subjects or people)[-1] if people else None


def _is_person_noun(token: Token, sentence: Parsed) -> bool:
    if token.lower_ in _ANYONE:
        return True
    if token.pos_ != "NOUN" or token.tag_ != "NN":
        return False
    word = token.lower_
    return word in sentence.words["person"] or word in sentence.words["role"] or word.endswith(_ROLE_ENDINGS)


_ROLE_ENDINGS = ("ician", "ologist", "ographer", "eneur", "ineer", "smith", "wright", "person", "keeper", "maker", "worker")


def _is_anyone(noun: Token, sentence: Parsed) -> bool:
    """Unnamed and any: "a student", "each pupil", "the user" in a rule or a general statement."""
    if noun.lower_ in _ANYONE:
        return True
    determiners = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "predet")}
    if any(c.dep_ == "poss" for c in noun.children):
        return False
    if any(c.dep_ in ("appos",) and c.pos_ == "PROPN" for c in noun.children):
        return False
    if _past_event(noun):
        return False
    if determiners & {"this", "that", "these", "those", "another", "same"}:
        return False
    return bool(determiners & (_GENERIC_DETERMINERS | {"the"})) or not determiners


def _past_event(noun: Token) -> bool:
    """The noun takes part in something that happened: a story about someone, not about anyone."""
    verb = noun.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    verbs = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    if any(v.tag_ == "MD" for v in verbs):
        return False
    return any(v.tag_ == "VBD" for v in verbs) or (
        verb.tag_ == "VBN" and any(v.lower_ in ("had", "was", "were") for v in verbs)
    ) or (verb.tag_ == "VBG" and any(v.lower_ in ("is", "'s", "was") for v in verbs))
