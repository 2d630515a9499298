"""The Careers and routes tab as HTML: who has which job, and what is said of ways into work. Pure; all escaped."""

from collections import defaultdict
from collections.abc import Sequence

from ..model import Finding, GenderWords, Person, Report
from ..reports import sections
from ..wording import GENDER_WORDS, counted, opening
from . import texts
from .render import esc, link, strength_item
from .render_language import links
from .render_pictures import bar


def careers(report: Report, still: Sequence[tuple[int, Finding]], more: bool = False) -> str:
    """Jobs with the people who have them, then strengths and open findings about routes; ``more`` comes after."""
    found = [index for index, finding in still if finding.dimension == "pathways"]
    well = [strength for strength in report.strengths if strength.dimension == "pathways"]
    parts = [_jobs(report)]
    if well:
        rules = sections.rules_by_id(report)
        items = "".join(strength_item(s, sections.rule_of(rules, s.entry)) for s in well)
        parts.append(f'<section class="ba-box ba-good"><h2>{texts.WORKING_WELL}</h2><ul>{items}</ul></section>')
    if found:
        parts.append(f'<div class="ba-box"><h2>{texts.WORTH_A_LOOK}</h2>{links(report, found)}</div>')
    if any(parts) or more:
        return "".join(parts)
    return f'<div class="ba-box ba-empty"><h2>{texts.NO_CAREERS}</h2><p>{texts.NO_CAREERS_MORE}</p></div>'


def _jobs(report: Report) -> str:
    """A row for each job: how many people have it, how they are described, and their sentences."""
    holders: dict[str, list[tuple[int, Person]]] = defaultdict(list)
    for index, person in enumerate(report.people.persons):
        for role in person.roles:
            holders[role].append((index, person))
    if not holders:
        return ""
    most = max(map(len, holders.values()))
    rows = "".join(
        f'<tr><th scope="row">{esc(opening(role))}</th>'
        f'<td class="n">{counted(len(people), "person", "people")} {bar(len(people), most)}</td>'
        f"<td>{esc(_described([person for _, person in people]))}</td>"
        f"<td>{_sentences(report, {index for index, _ in people})}</td></tr>"
        for role, people in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    heads = "".join(f'<th scope="col">{h}</th>' for h in texts.JOBS_HEADS)
    few = f"{texts.TOO_FEW} " if sum(map(len, holders.values())) < 20 else ""
    return (
        f'<div class="ba-box"><h2>{texts.JOBS}</h2><div class="ba-scroll"><table class="ba-counts">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f'<p class="ba-small">{few}{texts.JOBS_NOTE}</p></div>'
    )


def _described(people: Sequence[Person]) -> str:
    """ "2 he, 1 not stated"."""
    kinds: dict[GenderWords, int] = dict.fromkeys(GENDER_WORDS, 0)
    for person in people:
        kinds[person.gender] += 1
    return ", ".join(f"{number} {kind}" for kind, number in kinds.items() if number)


def _sentences(report: Report, people: set[int]) -> str:
    seen = {m.sentence: m for m in reversed(report.people.mentions) if m.person in people}
    quotes = "".join(
        f"<li>{esc(sentence)} {link(mention.place.label, f'b{mention.block}')}</li>"
        for sentence, mention in reversed(seen.items())
    )
    return f"<details><summary>{counted(len(seen), 'sentence')}</summary><ul>{quotes}</ul></details>" if seen else ""
