"""Why the tool said nothing, or said less: each silenced hit with its reason and its sentence."""

from collections import defaultdict
from collections.abc import Mapping

from .. import wording
from ..model import Report, SilencedHit
from ..wording import counted, opening, plain
from . import sections


def as_text(report: Report, saw: Mapping[str, str]) -> str:
    """The silenced hits by reason, the commonest first. ``saw``: by entry, what it looks for in plain words."""
    summary = sections.left_alone_line(report) or "Nothing was left alone: no rule came near."
    lines = [plain(report.name), summary, ""]
    groups: dict[tuple[str, str], list[SilencedHit]] = defaultdict(list)
    for hit in report.silenced:
        groups[hit.guard, hit.effect].append(hit)
    for (guard, effect), hits in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        what = "left alone" if effect == "hidden" else "made less of"
        reason = opening(plain(wording.guard(guard)))
        lines.append(f"{reason} ({plain(guard)}): {counted(len(hits), 'place')} {what}")
        for hit in hits:
            quote = sections.quote(hit.place)
            looked_for = plain(saw.get(hit.entry, "")).rstrip(".")
            lines.append(f"  {sections.place(hit.place)} · {looked_for or 'a rule'} ({plain(hit.entry)})")
            lines.append(f"    {quote.before}«{quote.words}»{quote.after}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"
