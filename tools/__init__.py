"""What the Makefile's tasks run. Standard library only, so that a fresh machine can start them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
