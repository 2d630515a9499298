"""Labels that say who has a job, and what that one does: "• Porter: Gary moves patients"; no line of a script."""

from collections.abc import Sequence

from ..cue import Cue
from ..name_context import Tokens
from ..speech.quotations import TALK
from .said_labels import NOT_AT_WORK

_TAKES = frozenset({"takes"})  # what those at work do too: "Radiographer: Sunita takes X-rays"
_PAIR = 2


def names_worker(tokens: Tokens, cues: Sequence[Cue], index: int) -> bool:
    """ "• Porter: Gary moves patients", "Nurse: Ravi weighs babies. Cook: Ana bakes."; not "Nurse: Ravi smiles."."""
    if tokens.word(cues[index].last) != ":" or not _tells(tokens, cues, index):
        return False
    if tokens.listed and not cues[index].general:
        return cues[index].first <= 1
    told = {cues[i + 1].head for i in range(len(cues) - 1) if _tells(tokens, cues, i)}
    return len(told) >= _PAIR  # in a script, two people do not speak in one line


def _tells(tokens: Tokens, cues: Sequence[Cue], index: int) -> bool:
    """Whether a job, a colon and a name are followed by what that one does: "Porter: Gary moves …"."""
    job, name = cues[index], cues[index + 1] if index + 1 < len(cues) else None
    if job.kind != "role" or not job.role or name is None or name.name is None or name.first != job.last + 1:
        return False
    if tokens.word(job.last) != ":" or not job.bare:
        return False
    verb = tokens.words[name.last] if name.last < len(tokens.words) else ""
    does = verb.islower() and verb.endswith("s") and not verb.endswith("ss")
    at_work = verb not in NOT_AT_WORK or verb in _TAKES or (verb == "looks" and tokens.word(name.last + 1) == "after")
    return does and at_work and TALK.isdisjoint(tokens.lower)
