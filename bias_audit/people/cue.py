"""A stretch of text that may refer to someone, as it stands."""

from dataclasses import dataclass

from ..model import GenderWords, MentionKind
from .name_context import FoundName

THEY = frozenset("they them their theirs themself themselves".split())
I_WORDS = frozenset("i me my mine myself".split())
SHE_OR_HE = frozenset("she her hers herself he him his himself".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first:last`` that refer to someone, and what they say of them.

    ``head``: the noun, pronoun or name, lower case. ``of``: the index of the cue that the text says is the
    same person ("Priya is a nurse").
    """

    first: int
    last: int
    kind: MentionKind
    head: str
    genders: tuple[GenderWords, ...] = ()
    name: FoundName | None = None
    role: str = ""  # the job or part that it says
    general: bool = False  # counted only when something more is said of the person
    bare: bool = False  # without a determiner
    maybe: bool = False  # a thing unless something shows a person
    led_by: str = ""  # the determiner
    said_at: int | None = None  # the token after the person of whom this is said
    of: int | None = None
    placed: bool = False  # a job of whoever a table or a form names
    told: tuple[tuple[str, str], ...] = ()  # what a table, a form or a list says of a name: ("age", "34")

    @property
    def paired(self) -> bool:
        """ "he or she"."""
        return self.kind == "pronoun" and len(self.genders) > 1
