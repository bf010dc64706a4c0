"""The tools that run on Node.js: whether this machine can run them, and their installation from the lock file."""

import json
import shutil
import subprocess
from pathlib import Path

from tools import ROOT, SUDO

FOLDER = ROOT / "tools" / "audit"
MODULES = FOLDER / "node_modules"
OLDEST = (20, 19)  # what html-validate 10 runs on
REMEDY = f"{SUDO}apt-get install nodejs npm (where that is older than {OLDEST[0]}.{OLDEST[1]}: from nodejs.org)"


def why_missing() -> str | None:
    """Return what this machine lacks to run them; None where it lacks nothing."""
    if not shutil.which("node"):
        return "no Node.js"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout.strip()
    numbers = tuple(int(part) for part in version.removeprefix("v").split(".")[:2] if part.isdigit())
    if numbers < OLDEST:
        return f"Node.js {version or 'that does not start'}, older than {OLDEST[0]}.{OLDEST[1]}"
    return None if shutil.which("npm") else "no npm"


def program(package: str) -> Path:
    """Return the program of a package that is named as the package is."""
    return MODULES / ".bin" / package


def is_installed(package: str) -> bool:
    """Say whether a package is there in the version that the lock file names."""
    locked = json.loads((FOLDER / "package-lock.json").read_text())["packages"][f"node_modules/{package}"]["version"]
    try:
        return bool(json.loads((MODULES / package / "package.json").read_text())["version"] == locked)
    except FileNotFoundError:
        return False


def install(package: str) -> None:
    """Install what is needed for a package, unless it is there.

    Raises:
        RuntimeError: npm failed; the message holds what it said.
    """
    if is_installed(package):
        return
    manifest = json.loads((FOLDER / "package.json").read_text())
    leave_out = ["--omit=dev"] if package in manifest["dependencies"] else []
    result = subprocess.run(["npm", "ci", *leave_out], cwd=FOLDER, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"npm ci failed in {FOLDER.relative_to(ROOT)}:\n{result.stderr}")
