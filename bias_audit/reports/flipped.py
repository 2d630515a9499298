"""The flip test as text: each sentence above its twin."""

from collections.abc import Sequence

from ..flip import Flipped
from ..wording import counted, plain


def as_text(name: str, flips: Sequence[Flipped]) -> str:
    """Each sentence with its place, and under it the same with genders swapped."""
    lines = [plain(name)]
    if not flips:
        lines.append("No sentence names a gender: there is nothing to swap.")
    else:
        lines.append(
            f"{counted(len(flips), 'sentence')} with genders swapped. Where one of the two sounds odd, ask why."
        )
    for flipped in flips:
        lines += ["", flipped.place.label, f"  {plain(flipped.text)}", f"  {plain(flipped.twin)}"]
    return "\n".join(lines) + "\n"
