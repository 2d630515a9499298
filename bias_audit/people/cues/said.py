"""The cues of a block while it is worked out which of them are said of which."""

from dataclasses import dataclass

from ..cue import THEY, Cue
from ..name_context import Tokens
from ..parses.grammar import SUBJECTS
from ..parses.parse import Parse

_VERBS = 4  # verbs that may share one subject


@dataclass(frozen=True, slots=True)
class Said:
    """The cues of a block, and by which token each is found."""

    tokens: Tokens
    cues: list[Cue]
    parse: Parse
    at_token: dict[int, int]
    ends: dict[int, int]  # by the token after them

    def one(self, index: int | None) -> int | None:
        """A cue, if it is one person."""
        if index is None or self.cues[index].kind == "group" or self.cues[index].head in THEY:
            return None
        return index

    def subject_of(self, verb: int) -> int | None:
        """The cue of a verb's subject, also where it shares that of another verb; of "who", the one before it."""
        parse = self.parse
        for _ in range(_VERBS):
            subjects = parse.kids_of(verb, *SUBJECTS)
            if subjects:
                at = subjects[0]
                if parse.words[at] in ("who", "that", "which"):
                    at = parse.heads[verb]
                    at = next(iter(parse.kids_of(at, "attr")), at)  # "it is his wife who is the plumber"
                return self.at_token.get(at)
            if parse.deps[verb] not in ("conj", "xcomp", "advcl", "prep", "pcomp"):
                return None
            verb = parse.heads[verb]
        return None
