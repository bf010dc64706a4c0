"""Make `.venv` and install the pinned requirements into it, unless they are there already.

Run by the machine's own Python: `python3 -m tools.install production` (or `dev`, which has it all).
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import ROOT, VENV

PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed-requirements"


def digest(name: str) -> str:
    """Return what identifies a set of requirements: their pins."""
    content = b"".join((ROOT / "requirements" / part).read_bytes() for part in (name + ".txt", "uv.txt"))
    return hashlib.sha256(content).hexdigest()


def works() -> bool:
    """Say whether `.venv` is complete and its Python still the one it was made with."""
    return STAMP.exists() and subprocess.run([str(PYTHON), "-c", "import uv"], capture_output=True).returncode == 0


def is_installed(name: str) -> bool:
    """Say whether `.venv` holds a set of requirements as it is pinned now. The development set has production's."""
    return works() and STAMP.read_text() in {digest(name), digest("dev")}


def make_venv() -> None:
    """Make `.venv` anew, with pip in it."""
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("ensurepip") is None:
        get_ensurepip()
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def get_ensurepip() -> None:
    """On Debian, where Python comes without what makes a virtual environment, install it or say how."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if shutil.which("apt-get") is None:
        sys.exit(
            f"{sys.executable} has no ensurepip module, which virtual environments need. Install it, or name "
            "another Python: make run PYTHON=/path/to/python3"
        )
    if os.geteuid() != 0:
        sys.exit(f"This Python cannot make virtual environments yet. Run:  sudo apt-get install {package}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", package], check=True)


def environment() -> dict[str, str]:
    """Return the environment for uv: its cache is the user's, or the project's where there is no home to write to."""
    env = dict(os.environ)
    env.pop("VIRTUAL_ENV", None)
    if not os.access(Path.home(), os.W_OK):
        env.setdefault("UV_CACHE_DIR", str(ROOT / "var" / "cache" / "uv"))
    return env


def install(name: str) -> None:
    """Install uv with pip, and everything else with uv; both check every hash."""
    if not works():
        make_venv()
    STAMP.unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    uv = [
        str(VENV / "bin" / "uv"),
        "pip",
        "sync",
        "--quiet",
        "--compile-bytecode",
        "--python",
        str(PYTHON),
        "--require-hashes",
    ]
    subprocess.run([*pip, "-r", "requirements/uv.txt"], check=True, cwd=ROOT)
    subprocess.run([*uv, f"requirements/{name}.txt"], check=True, cwd=ROOT, env=environment())
    STAMP.write_text(digest(name))


def main() -> None:
    """Install the set named on the command line."""
    name = sys.argv[1]
    if is_installed(name):
        return
    print(f"Installing the requirements ({name}) into .venv ...", flush=True)
    try:
        install(name)
    except subprocess.CalledProcessError as error:
        sys.exit(
            f"The installation failed (exit code {error.returncode}); the message above says why. "
            "Is the package index reachable? Run the same command again to go on."
        )


if __name__ == "__main__":
    main()
