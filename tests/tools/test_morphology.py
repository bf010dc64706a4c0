"""The tool that measures how well one form of a word finds the others."""

from tools.morphology import read_families, recall_and_precision


def test_families_are_read_with_their_headwords(tmp_path):
    file = tmp_path / "families.tsv"
    file.write_text("# a comment\ngmina\tgmina gminy\nwójt\twójta\n", encoding="utf-8")
    assert read_families(file) == {"gmina": ["gmina", "gminy"], "wójt": ["wójt", "wójta"]}


def test_recall_and_precision_count_pairs():
    families = {"gmina": ["gmina", "gminy", "gmin"], "gmin": ["gminem"]}
    keys = {"gmina": {"a"}, "gminy": {"a"}, "gmin": {"b"}, "gminem": {"b"}}
    recall, precision = recall_and_precision(families, lambda word: frozenset(keys[word]))
    assert recall == 2 / 6
    assert precision == 2 / 4
