"""What the Makefile's tasks run. What installs has the standard library only, so that a fresh machine can start it."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# How a person gets what the machine lacks
SUDO = "" if os.geteuid() == 0 else "sudo "
