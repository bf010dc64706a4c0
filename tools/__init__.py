"""What the Makefile's tasks run. Standard library only, so that a fresh machine can start them."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
# How a person gets what the machine lacks
SUDO = "" if os.geteuid() == 0 else "sudo "
