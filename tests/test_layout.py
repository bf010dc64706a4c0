"""The layout of the project holds."""

import site
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_python_keeps_its_own_site_module():
    assert Path(site.__file__).parent == Path(sysconfig.get_paths()["stdlib"])


def test_git_ignores_nothing_under_site():
    files = [path for path in (ROOT / "site").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        input="\n".join(map(str, files)),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ignored.returncode == 1, ignored.stdout
