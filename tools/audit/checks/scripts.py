"""The JavaScript that a check asks a page with lies beside the check, under the same name."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page


@cache
def _read(name: str) -> str:
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")


def ask(tab: Page, name: str, argument: object = None) -> Any:
    """Run the function in a script of ours on the open page, and return its answer."""
    return tab.evaluate(_read(name), argument)
