"""Somebody in another's arms: "Ana stood there, a baby on her hip" tells of two people."""

from collections.abc import Sequence

_AT = frozenset("against around at behind beside by in on round under upon".split())
_WHOSE = frozenset("her his my our their your".split())
_BODY = frozenset("arm arms back bosom breast chest heels hip hips knee lap neck shoulder shoulders side".split())


def is_held(words: Sequence[str], last: int) -> bool:
    """Whether what follows a noun says where somebody has it: "in her arms", "at his side"; not "in her forties"."""
    return last + 2 < len(words) and words[last] in _AT and words[last + 1] in _WHOSE and words[last + 2] in _BODY
