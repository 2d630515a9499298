"""Moving a word of a parse to another head, with all that says so: what mending a misread sentence is made of."""

from collections.abc import Sequence


def hang(at: int, to: int, relation: str, deps: list[str], heads: list[int], kids: dict[int, list[int]]) -> None:
    """Hang a word on another one."""
    kids[heads[at]].remove(at)
    kids.setdefault(to, []).append(at)
    heads[at], deps[at] = to, relation


def take_place(at: int, of: int, relation: str, deps: list[str], heads: list[int], kids: dict[int, list[int]]) -> None:
    """Give a word the place of the one that it hangs on, and hang that one on it."""
    above, place = heads[of], deps[of]
    kids[of].remove(at)
    if above == of:
        above = at
    else:
        kids[above].remove(of)
        kids[above].append(at)
    kids.setdefault(at, []).append(of)
    heads[at], deps[at], heads[of], deps[of] = above, place, at, relation


def hangs_on(at: int, above: int, heads: Sequence[int], steps: int) -> bool:
    """Whether a word hangs on another one, by as many words between as the steps allow."""
    for _ in range(steps):
        at = heads[at]
        if at == above:
            return True
    return False
