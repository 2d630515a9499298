"""The parse of a block's sentences: as it is read, and as a draft whose words can be hung elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parse:
    """Tags, relations and heads of a block's tokens; "" and the token itself where a sentence was not parsed."""

    words: Sequence[str]  # lower case
    tags: Sequence[str]
    deps: Sequence[str]
    heads: Sequence[int]
    kids: Mapping[int, Sequence[int]]

    def root_of(self, first: int, last: int) -> int:
        """The token of a stretch that the others hang on."""
        for at in range(last - 1, first - 1, -1):
            if not first <= self.heads[at] < last or self.heads[at] == at:
                return at
        return last - 1

    def kids_of(self, at: int, *deps: str) -> list[int]:
        """The tokens that hang on one: by the given relations, or all of them."""
        kids = self.kids.get(at)
        if not kids:
            return []
        return [kid for kid in kids if self.deps[kid] in deps] if deps else list(kids)

    def hangs_on(self, at: int, above: int, steps: int) -> bool:
        """Whether a word hangs on another one, by as many words between as the steps allow."""
        for _ in range(steps):
            at = self.heads[at]
            if at == above:
                return True
        return False


@dataclass(frozen=True, slots=True)
class Draft(Parse):
    """A parse while it is read: what cannot be grammar is mended in place."""

    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: dict[int, list[int]]

    def hang(self, at: int, to: int, relation: str) -> None:
        """Hang a word on another one."""
        self.kids[self.heads[at]].remove(at)
        self.kids.setdefault(to, []).append(at)
        self.heads[at], self.deps[at] = to, relation

    def take_place(self, at: int, of: int, relation: str) -> None:
        """Give a word the place of the one that it hangs on, and hang that one on it."""
        above, place = self.heads[of], self.deps[of]
        self.kids[of].remove(at)
        if above == of:
            above = at
        else:
            self.kids[above].remove(of)
            self.kids[above].append(at)
        self.kids.setdefault(at, []).append(of)
        self.heads[at], self.deps[at], self.heads[of], self.deps[of] = above, place, at, relation
