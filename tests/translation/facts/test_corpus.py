"""The corpora hold the limits, and so do the texts that the site starts with."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tools import ROOT
from tools.corpus import corpora, main, measure
from translation.facts.parity import compare

# Of the site's own passages, how many may differ: some say less in English on purpose
MOST_ALARMS = 0.02


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
def test_every_corpus_is_within_the_limits(path):
    measured = measure(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert measured.is_good_enough, "\n".join(measured.misses)


def test_the_corpus_of_development_is_large_enough():
    corpus = yaml.safe_load((ROOT / "tests/translation/corpus/development.yaml").read_text(encoding="utf-8"))
    differing = sum(bool(pair["differs"]) for pair in corpus["pairs"])
    assert len(corpus["pairs"]) >= 90
    assert 0.4 < differing / len(corpus["pairs"]) < 0.6
    assert len(corpus["changes"]) >= 80
    identifiers = [each["id"] for each in (*corpus["pairs"], *corpus["changes"])]
    assert len(identifiers) == len(set(identifiers))


def test_a_corpus_below_the_limits_fails_and_lists_its_misses(tmp_path, capsys):
    path = tmp_path / "bad.yaml"
    path.write_text(
        "pairs:\n"
        "- {id: p1, differs: number, pl: Dwie gminy., en: Two municipalities.}\n"
        "- {id: p2, differs: null, pl: Dwie gminy., en: Three municipalities.}\n"
        "changes:\n"
        "- {id: c1, class: fact, kinds: [number], before: Dwie gminy., after: Trzy gminy.}\n"
        "- {id: c2, class: typo, kinds: [], before: Dwie gminy., after: Trzy gminy.}\n",
        encoding="utf-8",
    )
    assert main([str(path)]) == 1
    output = capsys.readouterr().out
    assert "2 pairs, parity precision 0.000, recall 0.000; 2 changes, classes 0.500, kinds 0.500" in output
    assert "overlooked: p1" in output
    assert "false alarm: p2" in output
    assert "class: c2 (typo []), found fact ['number']" in output


def passages(polish: object, english: object) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand at the same place of two structures."""
    if isinstance(polish, str) and isinstance(english, str):
        yield plain(polish), plain(english)
    elif isinstance(polish, dict) and isinstance(english, dict):
        for key in polish.keys() & english.keys() - {"slug"}:
            yield from passages(polish[key], english[key])
    elif isinstance(polish, list) and isinstance(english, list) and len(polish) == len(english):
        for one, other in zip(polish, english, strict=True):
            yield from passages(one, other)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()


def translated(node: object) -> Iterator[tuple[str, str]]:
    """Yield the passages that a file of content has in both languages."""
    if isinstance(node, dict):
        if {"pl", "en"} <= node.keys():
            yield from passages(node["pl"], node["en"])
        for key, value in node.items():
            if key not in ("pl", "en", "slug"):
                yield from translated(value)
    elif isinstance(node, list):
        for value in node:
            yield from translated(value)


def test_hardly_any_of_the_sites_own_translations_alarms():
    files = [path for path in (ROOT / "site/content").rglob("*.yaml") if isinstance(path, Path)]
    pairs = [pair for path in files for pair in translated(yaml.safe_load(path.read_text(encoding="utf-8")))]
    alarms = [pair for pair in pairs if compare(*pair)]
    assert len(pairs) > 300
    assert len(alarms) <= MOST_ALARMS * len(pairs), alarms
