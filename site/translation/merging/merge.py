"""Merges the newest Polish revision into the newest English one, without a database."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from editorial.digest import STATE_FIELDS
from translation.merging.places import Place, Three
from translation.merging.reading import Leaf, definitions_of, label_of, leaves, markup_of, text_of
from translation.merging.report import Left, Report
from translation.merging.values import merge_record
from translation.words import fields_that_are_not_language

Content = Mapping[str, Any]
# What ties a page to its language
OF_THE_LANGUAGE = frozenset({"locale", "translation_key"})


@dataclass(frozen=True)
class Merge:
    """The English content as it would be, and what that means."""

    content: dict[str, Any]
    report: Report


def merge(model: Any, base: Content, source: Content, target: Content) -> Merge:
    """Bring the changes of structure between two Polish revisions into an English one.

    Lists of blocks and child rows take the Polish order, with what is new in Polish and without what Polish has
    removed. English texts stay; those whose Polish counterpart is gone are in `report.leftovers`. What is no words
    follows the Polish unless it differs in English on purpose. Fields that are not language are not touched.

    Args:
        model: the specific class of the page.
        base: content of the Polish revision that the English one follows; empty if that is not known.
        source: content of the newest Polish revision.
        target: content of the newest English revision.
    """
    report = Report()
    three = Three(dict(base), dict(source), dict(target))
    return Merge(merge_record(model, three, Place(), report, untouched(model)), report)


def untouched(model: Any) -> frozenset[str]:
    """Return the names of what a page has that no merge touches: its state, its tree, and what is not language."""
    return STATE_FIELDS | OF_THE_LANGUAGE | fields_that_are_not_language(model)


def texts_that_vanish(model: Any, content: Content, saved: Content) -> list[Left]:
    """Return the texts of a content that are not in what was saved of it, such as those of blocks of a type that the
    site does not know any more: making a page of a content drops them."""
    there = Counter(text for _leaf, text in _texts(model, saved))
    lost = []
    for leaf, text in _texts(model, content):
        there[text] -= 1
        if there[text] < 0:
            lost.append(Left(leaf.place.path, leaf.place.label, text, markup_of(leaf)))
    return lost


def texts_of(model: Any, content: Content) -> set[str]:
    """Return every text of a content, each as the reports of a merge have it."""
    return {text for _leaf, text in _texts(model, content)}


def _texts(model: Any, content: Content) -> Iterator[tuple[Leaf, str]]:
    definitions, left_out = definitions_of(model), untouched(model)
    for name, value in content.items():
        if name in definitions and name not in left_out:
            place = Place().child(name, label_of(definitions[name], name))
            for leaf in leaves(definitions[name], value, place):
                if text := text_of(leaf).strip():
                    yield leaf, text
