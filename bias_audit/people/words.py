"""The words by which people are found: people.yaml and the list of given names, loaded and checked."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter

from ..errors import LexiconError
from ..jobs import load_occupations, plural_of
from ..lexicon import lexicon_folder
from ..model import GenderWords
from ..yaml_file import read, validated

Word = Annotated[str, Field(min_length=1, strict=True)]
Words = frozenset[Word]
# Letters that do not come apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words by the gender that they say; ``not_stated`` words leave it open."""

    she: Words = frozenset()
    he: Words = frozenset()
    they: Words = frozenset()
    not_stated: Words = frozenset()
    __pydantic_config__ = ConfigDict(extra="forbid")

    def genders(self) -> dict[str, GenderWords]:
        """Each word and the gender that it says."""
        said: dict[str, GenderWords] = dict.fromkeys(self.not_stated, "not stated")
        said |= dict.fromkeys(self.they, "they")
        return said | dict.fromkeys(self.he, "he") | dict.fromkeys(self.she, "she")


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """The groups of people.yaml, where each is explained, and the given names of names.txt.

    ``roles`` also holds the titles of occupations.yaml that mean nothing but a job.
    ``names``: given names that are nothing else; ``wordlike``: given names that are ordinary words too.
    """

    pronouns: Said
    titles: Said
    kin: Said
    nouns: Said
    groups: Said
    modifiers: Said
    kin_as_name: Words
    kin_before_name: Words
    roles: Words
    others: Words
    maybe: Words
    with_capital: Words
    initials: Words
    only_in_capitals: Words
    no_roles: Words
    epithets: Words
    renaming: Words
    people_in_general: Words
    not_people: Words
    not_after: dict[str, Words]
    not_led_by: dict[str, Words]
    shops: Words
    not_near: dict[str, Words]
    thing_leads: Words
    plural_or_verb: Words
    look_words: Words
    determiners: Words
    not_between: Words
    not_before: dict[str, Words]
    pairs: list[tuple[Word, Word]]
    pair_joiners: Words
    pair_fixed: list[tuple[Word, Word]]
    person_verbs: Words
    mind_verbs: Words
    things_do: Words
    known_does: Words
    said_of_things: Words
    counted: Words
    scholars: Words
    done_to_people: Words
    living_verbs: Words
    born_order: Words
    person_leads: Words
    addressing: Words
    goes_on: Words
    gives: Words
    brings_speech: Words
    given_places: Words
    owned: Words
    sentence_openers: Words
    law_words: Words
    law_between: Words
    thing_words: Words
    thing_verbs: Words
    thing_names: Words
    never_surnames: Words
    thing_before: Words
    firm_headings: Words
    works: Words
    offices: Words
    named_things: Words
    not_names: Words
    eponyms: Words
    hardly_names: Words
    places: Words
    states: Words
    states_do: Words
    place_leads: Words
    times: Words
    short_months: Words
    credit_made: Words
    credit_labels: Words
    field_labels: Words
    speaker_leads: Words
    fields: dict[str, Words]
    job_headings: Words
    comes_to_see: Words
    hobby_leads: Words
    habits: Words
    habit_leads: Words
    not_own: Words
    job_leads: Words
    time_leads: Words
    name_halves: Words
    surname_links: Words
    by_names: Words
    one_name: Words
    after_names: Words
    taught: Words
    not_in_name: Words
    names: Words = frozenset()
    wordlike: Words = frozenset()
    new_names: Words = frozenset()  # that a document shows to be names
    # made from the groups above and occupations.yaml
    maybe_roles: Words = frozenset()  # jobs whose word is as often a thing: only where the grammar shows a person
    gender: dict[str, dict[str, GenderWords]] = field(default_factory=dict)  # group -> word -> what it says
    singular: dict[str, str] = field(default_factory=dict)  # plural -> the job or part of each
    cue_words: Words = frozenset()  # the last word of anything but a name that refers to someone
    title_words: Words = frozenset()  # as they are written: "mrs", "mrs."
    __pydantic_config__ = ConfigDict(extra="forbid")

    def is_name(self, folded: str) -> bool:
        """Whether a word, folded, is a given name that is nothing else."""
        return folded in self.names or folded in self.new_names


_PLURALS = {"wife": "wives", "child": "children", "grandchild": "grandchildren"}
_IN_LAW = "-in-law"
_SAID_GROUPS = ("pronouns", "titles", "kin", "nouns", "groups", "modifiers")
_ADAPTER = TypeAdapter(PeopleWords)


def fold(name: str) -> str:
    """Lower case and without accents: how the list of given names is spelled."""
    name = name.lower()
    if name.isascii():
        return name
    apart = unicodedata.normalize("NFD", name.translate(_PLAIN))
    return "".join(c for c in apart if not unicodedata.combining(c))


@cache
def load_people_words(folder: Path | None = None) -> PeopleWords:
    """The people words and names of a language folder (English by default). Raises LexiconError."""
    base = folder or lexicon_folder() / "en"
    path = base / "people.yaml"
    data = read(path)
    if not isinstance(data, dict):
        raise LexiconError(f"{path.name}: this is not a set of word groups. Write `group: [word, word]`.")
    for key in ("names", "wordlike", "new_names", "maybe_roles", "gender", "singular", "cue_words", "title_words"):
        if key in data:
            raise LexiconError(f"{path.name}: {key!r} is not a group of this file. Names belong in names.txt.")
    names, wordlike = _load_names(base / "names.txt")
    checked = validated(_ADAPTER, data, path)
    _refuse_clashes(checked, path)
    occupations = load_occupations(base)
    jobs = occupations.by_title.values()
    clear = {form for job in jobs if not job.ambiguous for form in (job.title, *job.other_words)}
    roles = checked.roles | clear - checked.people_in_general
    maybe = (checked.maybe | {job.title for job in jobs}) - roles - checked.others - checked.people_in_general
    gender = {group: getattr(checked, group).genders() for group in _SAID_GROUPS}
    gender["nouns"] = dict.fromkeys(occupations.says_she, "she") | gender["nouns"]
    gender["groups"] = _plurals(roles | checked.others | checked.people_in_general, gender) | gender["groups"]
    cues = {word for group in ("pronouns", "kin", "nouns", "groups") for word in gender[group]}
    cues |= roles | maybe | checked.others | checked.people_in_general | checked.with_capital
    return PeopleWords(
        **({name: getattr(checked, name) for name in data} | {"roles": roles}),
        names=names,
        wordlike=wordlike,
        maybe_roles=maybe,
        gender=gender,
        cue_words=frozenset(cue.split()[-1].rsplit("-")[-1] for cue in cues),
        title_words=frozenset(title + stop for title in gender["titles"] for stop in ("", ".")),
        singular={plural_of(word, _PLURALS): word for word in (roles | checked.others) - checked.no_roles},
    )


def _plurals(neutral: frozenset[str], gender: dict[str, dict[str, GenderWords]]) -> dict[str, GenderWords]:
    """The plural of every noun for a person, and what it says."""
    said: dict[str, GenderWords] = {plural_of(word, _PLURALS): "not stated" for word in neutral}
    said |= {f"{plural_of(w[: -len(_IN_LAW)], _PLURALS)}{_IN_LAW}": g for w, g in gender["kin"].items() if _IN_LAW in w}
    return said | {plural_of(w, _PLURALS): g for group in ("kin", "nouns") for w, g in gender[group].items()}


def _refuse_clashes(words: PeopleWords, path: Path) -> None:
    for group in _SAID_GROUPS:
        said: Said = getattr(words, group)
        kinds = (said.she, said.he, said.they, said.not_stated)
        clash = sorted(w for w in frozenset().union(*kinds) if sum(w in kind for kind in kinds) > 1)
        if clash:
            raise LexiconError(f"{path.name}: {group!r} gives {clash[0]!r} more than one gender. Keep one.")


def _load_names(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Names that are nothing else, and names marked "?" that are ordinary words too."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"{path.name} was not found. Install bias-audit again.") from error
    kept = [line for line in lines if line and not line.startswith("#")]
    marked = frozenset(line.removesuffix(" ?") for line in kept if line.endswith(" ?"))
    plain = frozenset(kept) - {f"{name} ?" for name in marked}
    wrong = next((name for name in sorted(plain | marked) if not name.isalpha() or name != fold(name)), None)
    if wrong is not None:
        raise LexiconError(f"{path.name}: {wrong!r} is not a name in plain lower case. One name a line.")
    return plain, marked
