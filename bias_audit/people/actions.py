"""What kind of thing a verb does (actions.yaml): make, lead, discover, help, watch, …"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..entries import STRICT
from ..lexicon import lexicon_folder
from ..yaml_file import load_one, refuse

Word = Annotated[str, Field(min_length=1, strict=True)]
Verb = Annotated[str, Field(pattern=r"^[a-z]+$", strict=True)]


@dataclass(frozen=True, slots=True)
class _Done:
    verbs: list[Verb]
    things: list[Word]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class _Care:
    people: list[Word]
    does: list[_Done]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class _File:
    classes: dict[str, list[Verb]]
    say_too: list[Verb]
    without_object: dict[str, list[Verb]]
    with_object: dict[str, dict[Verb, list[Word]]]
    felt: list[Verb]
    with_self: list[Verb]
    notice: list[Verb]
    judge: list[Verb]
    praise: list[Word]
    on_anothers: list[Verb]
    cares_for: list[_Care]
    irregular: dict[Verb, list[Verb]]
    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class Actions:
    """The class of each form of a verb, of some without an object or with some objects, and what brings a quotation.

    ``felt``: participles that say how somebody feels, so that nothing is done to them. ``with_self``: verbs that are
    no deed where their object is oneself: "he found himself in front of a door". ``notice`` and ``judge``: whose "he"
    is hardly the subject: "noticed that he limped", "reckons he is the best". ``praise``: what is said of others.
    ``on_anothers``: what is done to another's things as often as to one's own: "carried her bag".
    ``cares_for``: for a form of a verb and a thing, whose job it is to do so for others: "bandaged his knee".
    """

    class_of: dict[str, str]
    alone: dict[str, str]
    by_object: dict[str, dict[str, str]]
    say: frozenset[str]
    felt: frozenset[str]
    with_self: frozenset[str]
    notice: frozenset[str]
    judge: frozenset[str]
    praise: frozenset[str]
    on_anothers: frozenset[str]
    cares_for: dict[tuple[str, str], frozenset[str]]


@cache
def load_actions(folder: Path | None = None) -> Actions:
    """The verbs of a language folder (English by default). Raises LexiconError."""
    path = (folder or lexicon_folder() / "en") / "actions.yaml"
    file = load_one(path, _File)
    class_of: dict[str, str] = {}
    for name, verbs in file.classes.items():
        for verb in verbs:
            if verb in class_of:
                problem = f"{verb!r} stands under {class_of[verb]!r} already. Keep one."
                raise refuse(path, ("classes", name), name, problem)
            class_of |= dict.fromkeys(forms(verb, file.irregular), name)
    say = {form for verb in (*file.classes["say"], *file.say_too) for form in forms(verb, file.irregular)}
    alone = {
        form: "" if name == "none" else name
        for name, verbs in file.without_object.items()
        for verb in verbs
        for form in forms(verb, file.irregular)
    }
    by_object: dict[str, dict[str, str]] = {}
    for name, groups in file.with_object.items():
        for verb, things in groups.items():
            for form in forms(verb, file.irregular):
                by_object.setdefault(form, {}).update(dict.fromkeys(things, "" if name == "none" else name))
    with_self, notice, judge, on_anothers = (
        frozenset(form for verb in verbs for form in forms(verb, file.irregular))
        for verbs in (file.with_self, file.notice, file.judge, file.on_anothers)
    )
    cares_for = {
        (form, thing): frozenset(care.people)
        for care in file.cares_for
        for done in care.does
        for verb in done.verbs
        for form in forms(verb, file.irregular)
        for thing in done.things
    }
    return Actions(
        class_of,
        alone,
        by_object,
        frozenset(say),
        frozenset(file.felt),
        with_self,
        notice,
        judge,
        frozenset(file.praise),
        on_anothers,
        cares_for,
    )


def forms(verb: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    """A verb's forms: ask, asks, asked, asking."""
    if verb in irregular:
        return (verb, *irregular[verb])
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    return (verb, verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"), verb + "ed", verb + "ing")
