"""Moving a word of a parse to another head, with all that says so: what mending a misread sentence is made of."""


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
