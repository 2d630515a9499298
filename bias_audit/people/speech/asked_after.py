"""After whom somebody asks: "“Where is my aunt?” asked Mina. “She is at work.”"."""

from ..parses.grammar import SUBJECTS
from ..scene import Scene

_BETWEEN = 8  # tokens from a question to its answer: "asked the tall girl."
_OPENS = frozenset("yes yeah no nope well oh sorry i'm ,".split())
_BE = frozenset("is was are were 's has does did".split())


def asked_after(here: Scene, i: int) -> int | None:
    """ "“Where is my aunt?” asked Mina. “She is at work.”": the only one of whom the question asks."""
    quote, quotes, parse = here.quote[i], here.around.quotes, here.around.parse
    if not quote or quotes[quote].line or parse.deps[here.cues[i].first] not in SUBJECTS:
        return None
    asked, answer = quotes[quote - 1], quotes[quote]
    opens = all(parse.words[at] in _OPENS for at in range(answer.first, here.cues[i].first))
    if not opens or parse.words[asked.last - 1] != "?" or answer.first - asked.last > _BETWEEN:
        return None
    speakers = here.around.speakers[quote - 1 : quote + 1]
    if None not in speakers and here.who[speakers[0] or 0] is here.who[speakers[1] or 0] is not None:
        return None
    first = max([asked.first, *(start for start in here.around.starts if start < asked.last - 1)])
    inside = [j for j in range(i) if first <= here.cues[j].first < asked.last and "person" not in here.cues[j].kind]
    one = len({here.cues[j].of if here.cues[j].of is not None else j for j in inside}) == 1
    asks = one and parse.deps[here.root(inside[0])] in (*SUBJECTS, "attr")
    return inside[0] if asks and parse.words[parse.heads[here.root(inside[0])]] in _BE else None
