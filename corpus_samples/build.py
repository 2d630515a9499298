"""Builds the sample lessons: ``python corpus_samples/build.py`` writes them, ``--check`` compares them."""

import argparse
import base64
import re
import sys
from importlib.metadata import version
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from source import (  # noqa: E402  (the folder is found only now)
    samples_adult,
    samples_careers,
    samples_early,
    samples_good,
    samples_primary,
    samples_secondary,
)
from source.drawings import png  # noqa: E402
from source.readme import readme  # noqa: E402
from source.verify import problems  # noqa: E402

MODULES = (samples_good, samples_early, samples_primary, samples_secondary, samples_careers, samples_adult)
LIBRARIES = ("python-docx", "python-pptx", "reportlab", "pillow")


def built() -> dict[str, bytes]:
    """Return every produced file but the README: name, and its bytes."""
    return {name: with_pictures(name, make()) for module in MODULES for name, make in module.FILES.items()}


def with_pictures(name: str, data: bytes) -> bytes:
    """Put the pictures that an HTML or Markdown sample points to into the file itself."""
    if not name.endswith((".html", ".md")):
        return data
    text = data.decode()
    for path in re.findall(r"pictures/(\w+)\.png", text):
        inline = "data:image/png;base64," + base64.b64encode(png(path)).decode()
        if name.endswith(".html"):
            text = text.replace(f"pictures/{path}.png", inline)
        else:
            text = text.replace(f"](pictures/{path}.png)", f"][{path}]") + f"\n[{path}]: {inline}\n"
    return text.encode()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the files on disk, write nothing")
    check = parser.parse_args(arguments).check
    planted = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))["files"]
    files = built()
    wrong = problems(planted, files)
    for problem in wrong:
        print(f"planted.yaml: {problem}")
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    files["README.md"] = readme(planted, versions).encode()
    if check and versions not in (HERE / "README.md").read_text(encoding="utf-8"):
        # other library versions give other bytes: hold the files on disk against planted.yaml instead
        wrong = problems(planted, {name: (HERE / name).read_bytes() for name in planted})
        print(f"Built with other versions than here ({versions}): words compared, bytes not.")
        return 1 if wrong else 0
    if check:
        differing = [name for name, data in files.items() if not same(HERE / name, data)]
        for name in differing:
            print(f"{name}: differs from what the sources give; run python corpus_samples/build.py")
        return 1 if differing or wrong else 0
    for name, data in files.items():
        (HERE / name).write_bytes(data)
    print(f"Wrote {len(files)} files, {sum(map(len, files.values())) // 1024} KB.")
    return 1 if wrong else 0


def same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


if __name__ == "__main__":
    sys.exit(main())
