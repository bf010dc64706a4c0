"""Whatever is done to either version of a page, in whatever order: a merge loses no English text."""

import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.merging.edits import Editor, author, texts_in
from tests.translation.merging.guide import ENGLISH, Guide, english_of
from translation.merging.merge import merge

IN_POLISH = ["write", "set", "add", "remove", "move", "retype"]
IN_ENGLISH = ["write", "set", "add", "remove", "retype"]
# What is done in Polish and in English before each of several merges
rounds = st.lists(
    st.tuples(
        st.lists(st.sampled_from(IN_POLISH), min_size=1, max_size=8),
        st.lists(st.sampled_from(IN_ENGLISH), max_size=8),
    ),
    min_size=1,
    max_size=6,
)
seeds = st.integers(0, 2**64 - 1)
shares = st.sampled_from([0, 0.2, 0.9])  # how much of it is done in tables


@settings(max_examples=150, deadline=None)
@given(seed=seeds, in_tables=shares, rounds=rounds, reorders_english=st.booleans())
def test_no_english_text_is_lost_and_the_order_is_the_polish_one(seed, in_tables, rounds, reorders_english):
    random = Random(seed)  # noqa: S311 - it chooses edits
    polish = author(random, in_tables)
    base = polish.content
    english = Editor(english_of(base), "en", in_tables)
    for polish_actions, english_actions in rounds:
        for action in polish_actions:
            polish.act(random, action)
        for action in english_actions:
            english.act(random, action)
        if reorders_english:
            english.act(random, "move")
        check_that_nothing_comes(base, english.content)
        merged = check_merge(base, polish.content, english.content)
        if not reorders_english:
            check_order(base, polish.content, merged)
        base, english.content = polish.content, merged


def check_that_nothing_comes(base: dict[str, Any], target: dict[str, Any]) -> None:
    """Merge where Polish has not changed."""
    merged = merge(Guide, base, base, target)
    assert merged.content == target
    assert not merged.report.leftovers


def check_merge(base: dict[str, Any], source: dict[str, Any], target: dict[str, Any]) -> dict[str, Any]:
    """Merge, ask what became of every word, and return the content."""
    given = json.dumps([base, source, target])
    merged = merge(Guide, base, source, target)
    assert json.dumps([base, source, target]) == given, "what is merged is not changed"
    left = [text for each in merged.report.leftovers for text in (each.text, each.markup)]
    assert texts_in(target, "en") <= texts_in(merged.content, "en") | texts_in({"left": left}, "en")
    assert (merged.content["slug"], merged.content["year"]) == (target["slug"], target["year"])
    ids = [key for _kind, key in names_of(json.loads(merged.content["body"]))]
    assert len(ids) == len(set(ids))
    steps = merged.content["steps"]
    assert all((row["guide"], row["locale"]) == (ENGLISH, ENGLISH) for row in steps)
    assert not {row["pk"] for row in source["steps"] if row["pk"]} & {row["pk"] for row in steps}
    again = merge(Guide, source, source, merged.content)
    assert again.content == merged.content
    return merged.content


def names_of(items: Any) -> list[tuple[str, str]]:
    return [(each["type"], each["id"]) for each in items if isinstance(each, dict) and each.get("id")]


def check_order(base: dict[str, Any], source: dict[str, Any], merged: dict[str, Any]) -> None:
    """Ask of every list that Polish has changed whether what both pages have of it stands in the Polish order."""
    check_order_inside(*(json.loads(content["body"]) for content in (base, source, merged)))
    keys, others = ([row["translation_key"] for row in content["steps"]] for content in (source, merged))
    assert [key for key in keys if key in others] == [key for key in others if key in keys]


def check_order_inside(base: Any, polish: Any, english: Any) -> None:
    if isinstance(polish, list) and isinstance(english, list):
        names, others = names_of(polish), names_of(english)
        if not isinstance(base, list) or names != names_of(base):
            assert [name for name in names if name in others] == [name for name in others if name in names]
        before, after = by_name(base), by_name(english)
        for name, value in by_name(polish).items():
            if name in after:
                check_order_inside(before.get(name), value, after[name])
    elif isinstance(polish, dict) and isinstance(english, dict):
        for name in polish.keys() & english.keys():
            check_order_inside(base.get(name) if isinstance(base, dict) else None, polish[name], english[name])


def by_name(items: Any) -> dict[tuple[str, str], Any]:
    named = [each for each in items if isinstance(each, dict) and each.get("id")] if isinstance(items, list) else []
    return {(each["type"], each["id"]): each["value"] for each in named}
