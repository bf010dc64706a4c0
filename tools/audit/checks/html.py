"""HTML is what the standard demands, by html-validate.

It runs on the Node.js that Lighthouse needs anyway, and on the pages as they were served. The W3C's own checker found
the same faults in them; it needs Java beside Node.js.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from tools import node
from tools.audit.addresses import Address
from tools.audit.crawl import Crawl, get


def served(found: Crawl, addresses: Iterable[Address]) -> dict[str, str]:
    """Return, by path, the HTML of all that links lead to, of the other addresses, and of forms with their errors."""
    texts = dict(found.texts)
    for address in addresses:
        if address.path not in texts:
            texts[address.path] = get(found.site + address.path).text
    return texts | {f"{action}, sent empty": get(found.site + action, sent=b"").text for action in _actions(found)}


def _actions(found: Crawl) -> list[str]:
    """Return where the forms of pages are sent to, each once."""
    forms = (
        form for text in found.texts.values() for form in BeautifulSoup(text, "html.parser")("form", method="post")
    )
    return sorted({str(form["action"]) for form in forms})


def faults(texts: Mapping[str, str]) -> list[str]:
    """Return what is wrong in the HTML of pages, by their paths: each fault once, with how many pages have it.

    Raises:
        RuntimeError: html-validate could not be installed or did not run.
    """
    node.install("html-validate")
    with tempfile.TemporaryDirectory(prefix="html-") as name:
        folder = Path(name)
        paths = {}
        for number, (path, text) in enumerate(texts.items()):
            file = folder / f"{number}.html"
            file.write_text(text, encoding="utf-8")
            paths[str(file)] = path
        report = folder / "report.json"
        command = [
            str(node.program("html-validate")),
            f"--config={node.FOLDER / 'htmlvalidate.mjs'}",
            f"--formatter=json={report}",
        ]
        result = subprocess.run([*command, str(folder / "*.html")], capture_output=True, text=True)
        if not report.exists():
            raise RuntimeError(f"html-validate did not run:\n{result.stderr}")
        return _once_each(json.loads(report.read_text(encoding="utf-8")), paths)


def _once_each(results: list[dict], paths: Mapping[str, str]) -> list[str]:
    places: dict[str, list[str]] = {}
    for result in results:
        for message in result["messages"]:
            what = f"{message['ruleId']}: {message['message']}, at {message.get('selector') or message['line']}"
            places.setdefault(what, []).append(paths[result["filePath"]])
    return [f"{where[0]}{f' and {len(where) - 1} more' if where[1:] else ''}: {what}" for what, where in places.items()]
