"""What the process that parses may not do, asked in a process of its own, as there is no way back from it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bias_audit.parsers import limits

# Each is tried in turn after the door is shut; what comes of it is the name of the error, or "done".
TRY = """
import json, os, socket, subprocess, sys, tempfile, urllib.request
from pathlib import Path
from bias_audit.parsers import legacy, limits

own, outside, program = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
os.chdir(own)
legacy.office_program = lambda: program
limits.lock_down(own)

def tried(work):
    try:
        work()
    except Exception as error:
        return type(error).__name__
    return "done"

def sent():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.sendto(b"x", ("127.0.0.1", 9))

print(json.dumps({
    "connect": tried(lambda: socket.create_connection(("127.0.0.1", 9), timeout=1)),
    "datagram": tried(sent),
    "look up": tried(lambda: socket.getaddrinfo("localhost", 80)),
    "fetch": tried(lambda: urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)),
    "system": tried(lambda: os.system("exit 0")),
    "popen": tried(lambda: subprocess.run([sys.executable, "-c", ""])),
    "fork": tried(lambda: os.fork() or os._exit(0)) if hasattr(os, "fork") else "PermissionError",
    "read outside": tried((outside / "secret.txt").read_text),
    "read link": tried((own / "link.txt").read_text) if (own / "link.txt").exists() else "PermissionError",
    "list outside": tried(lambda: os.listdir(outside)),
    "write outside": tried(lambda: (outside / "new.txt").write_text("x")),
    "add outside": tried(lambda: (outside / "secret.txt").open("a").close()),
    "open to write outside": tried(lambda: os.open(outside / "new.txt", os.O_WRONLY | os.O_CREAT)),
    "remove outside": tried((outside / "secret.txt").unlink),
    "move outside": tried(lambda: os.rename(own / "a.txt", outside / "a.txt")),
    "write in the installation": tried(lambda: (Path(limits.__file__).parent / "new.txt").write_text("x")),
    "write own": tried(lambda: (own / "b.txt").write_text("x")),
    "read own": tried((own / "a.txt").read_text),
    "temporary folder": tried(lambda: tempfile.TemporaryDirectory(dir=own).cleanup()),
    "import": tried(lambda: __import__("xmlrpc")),
    "office": tried(lambda: subprocess.run([program, "-c", ""], check=True)),
}))
"""
ALLOWED = {"write own", "read own", "temporary folder", "import", "office"}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    own, outside = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("outside")
    (own / "a.txt").write_text("a", "utf-8")
    (outside / "secret.txt").write_text("secret", "utf-8")
    if sys.platform != "win32":
        (own / "link.txt").symlink_to(outside / "secret.txt")
    office = Path(sys.executable)  # plays LibreOffice, under another name of Python's
    if sys.platform != "win32":
        office = office.with_name("python" if office.name == "python3" else "python3")
    command = [sys.executable, "-c", TRY, str(own), str(outside), str(office)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=Path(limits.__file__).parents[2])
    assert ran.returncode == 0, ran.stderr
    assert sorted(path.name for path in outside.iterdir()) == ["secret.txt"]
    assert (outside / "secret.txt").read_text("utf-8") == "secret"
    result: dict[str, str] = json.loads(ran.stdout)
    return result


@pytest.mark.parametrize(
    "what",
    [
        "connect", "datagram", "look up", "fetch", "system", "popen", "fork", "read outside", "read link",
        "list outside", "write outside", "add outside", "open to write outside", "remove outside", "move outside",
        "write in the installation",
    ],
)  # fmt: skip
def test_locked_process_may_not(what: str, tried: dict[str, str]) -> None:
    assert tried[what] in ("PermissionError", "URLError")  # urllib wraps the first in the second


@pytest.mark.parametrize("what", sorted(ALLOWED))
def test_locked_process_may_still(what: str, tried: dict[str, str]) -> None:
    assert tried[what] == "done"


def test_every_attempt_is_asked_about(tried: dict[str, str]) -> None:
    refused = {what for what, came in tried.items() if came != "done"}
    assert refused == set(tried) - ALLOWED and len(refused) == 16


def test_memory_used_is_asked_of_the_system() -> None:
    used = limits.memory_used()
    assert used == 0 if sys.platform == "win32" else 10 < used < 100_000
