"""Puts English texts into the content of an English revision, and touches nothing else of it."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block
from wagtail.models import Page
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from translation.exchange.aligning import Attributes, Pair, pairs_of, shape_of_table
from translation.exchange.markup import shape_of
from translation.segments import CAPTION, Kind, Part, Path, parts_of, row_key

Place = tuple[Path, int]


class NotWritten(Exception):  # noqa: N818 - an answer to whoever gave the text, no error of the program
    """Why a text cannot be put where it belongs, in words."""


def write_texts(
    content: Mapping[str, Any],
    model: type[Page],
    texts: Mapping[Place, str],
    source: Mapping[Path, Part] | None = None,
    base: Mapping[Path, Part] | None = None,
) -> tuple[dict[str, Any], dict[Place, str]]:
    """Return the content of an English revision with some of its texts replaced, and what was refused.

    A rich text keeps its own paragraphs and lists; the attributes of its links come in the order of the alphabet, as
    the editor writes them. Only if a text is given for a Polish paragraph that has no place
    there yet, it takes those of the Polish one, and only if every paragraph of either has its place in the outcome.

    Args:
        content: of the English revision; it stays as it is.
        model: the specific class of the page.
        texts: markup as `read_markup` returns it, by path and by the index of the Polish segment.
        source: the Polish parts now. Without them, indexes and links are those of the English text itself.
        base: the Polish parts that the English was made from.

    Returns:
        The new content, and why not, in words, for each text that is not in it: the page has no such part, the part
        has no place for it, a link is unknown, or the field does not take the value, such as one that is too long.
    """
    parts = parts_of(content, model)
    draft = _Draft(content, model)
    refused: dict[Place, str] = {}
    by_path: dict[Path, dict[int, str]] = {}
    for (path, index), markup in texts.items():
        by_path.setdefault(path, {})[index] = markup
    for path, wanted in by_path.items():
        part = parts.get(path)
        try:
            if part is None or not part.kind.is_words:
                raise NotWritten(_("The English page has no such text."))
            value = _new_value(part, draft.value(path), wanted, (source or {}).get(path), (base or {}).get(path))
            _check(part.definition, part.kind, value)
            draft.put(path, value)
        except NotWritten as reason:
            refused |= {(path, index): str(reason) for index in wanted}
    return draft.content(), refused


def _new_value(part: Part, raw: Any, wanted: Mapping[int, str], source: Part | None, base: Part | None) -> Any:
    if source is not None and source.kind != part.kind:
        raise NotWritten(_("The English page has another kind of text here than the Polish one."))
    pairs = {each.polish.index: each for each in pairs_of(source or part, part, base)}
    if part.kind == Kind.TEXT and set(wanted) == {0}:
        return _plain(wanted[0])
    if not set(wanted) <= set(pairs):
        raise NotWritten(_("The English page has no such text."))
    if part.kind == Kind.TABLE:
        return _new_table(raw, wanted, source)
    return _new_rich_text(str(raw or ""), part, wanted, pairs, source, base)


def _plain(markup: str) -> str:
    return StringValue(markup).render_text()


def _new_table(raw: Any, wanted: Mapping[int, str], source: Part | None) -> Any:
    if source is not None and shape_of_table(source.raw) != shape_of_table(raw):
        raise NotWritten(_("The English table has other rows or columns than the Polish one. Make them alike first."))
    table = deepcopy(raw)
    cells = [(row, column) for row in table.get("data") or () for column in range(len(row or ()))]
    for index, markup in wanted.items():
        if index == 0:
            table[CAPTION] = _plain(markup)
        else:
            row, column = cells[index - 1]
            row[column] = _plain(markup)
    return table


def _new_rich_text(
    raw: str,
    part: Part,
    wanted: Mapping[int, str],
    pairs: Mapping[int, Pair],
    source: Part | None,
    base: Part | None,
) -> str:
    given = {index: _as_string(markup, pairs[index].attributes) for index, markup in wanted.items()}
    template, strings = extract_strings(raw)
    slots = {index: pairs[index].slot for index in wanted}
    if all(slot is not None and slot < len(strings) for slot in slots.values()):
        for index, slot in slots.items():
            strings[slot] = given[index]
        return restore_strings(template, strings)
    _check_places(part, wanted, pairs, base)
    template, _polish = extract_strings(source.raw if source else "")
    kept = {index: _as_string(pair.english, pair.attributes) for index, pair in pairs.items()}
    return restore_strings(template, [{**kept, **given}[index] for index in sorted(pairs)])


def _as_string(markup: str, attributes: Attributes) -> tuple[StringValue, Attributes]:
    if not set(shape_of(markup).links) <= set(attributes):
        raise NotWritten(_("It has a link that the Polish text does not have."))
    return StringValue(markup), attributes


def _check_places(part: Part, wanted: Mapping[int, str], pairs: Mapping[int, Pair], base: Part | None) -> None:
    """Ask whether the paragraphs of the Polish text can take the place of the English ones.

    Raises:
        NotWritten: a Polish one would have no English text, or an English one no place.
    """
    if any(index not in wanted and not pair.english for index, pair in pairs.items()):
        raise NotWritten(
            _("The Polish text has other paragraphs than the English one. Translate all of them, or make them alike.")
        )
    placed = {pair.slot for pair in pairs.values()}
    untranslated = {each.markup for each in base.segments} if base else set()
    if any(each.index not in placed and each.markup not in untranslated for each in part.segments):
        raise NotWritten(
            _("The English text has paragraphs that the Polish one does not have. They would be lost: edit it by hand.")
        )


def _check(definition: Field | Block | None, kind: Kind, value: Any) -> None:
    """Ask the field or block whether it takes a value.

    Raises:
        NotWritten: it does not.
    """
    if kind == Kind.TABLE or definition is None:
        return
    try:
        if isinstance(definition, Block):
            definition.clean(definition.to_python(value))
            return
        definition.clean(value, None)
    except ValidationError as error:
        raise NotWritten(" ".join(error.messages)) from error
    longest = getattr(definition, "max_length", None)  # of a text field only a form asks it
    if longest and len(value) > longest:
        raise NotWritten(_("It is longer than the %(longest)d characters of this field.") % {"longest": longest})


class _Draft:
    """The content of a revision, of which single values are replaced. What is not replaced is not even copied."""

    def __init__(self, content: Mapping[str, Any], model: type[Page]) -> None:
        self._content = dict(content)
        self._relations = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
        self._opened: dict[str, Any] = {}
        self._changed: set[str] = set()

    def value(self, path: Path) -> Any:
        """Return the value at a path."""
        holder, key = self._holder(path)
        return holder[key]

    def put(self, path: Path, value: Any) -> None:
        """Replace the value at a path."""
        holder, key = self._holder(path)
        holder[key] = value
        self._changed.add(path[0])

    def content(self) -> dict[str, Any]:
        """Return the content with what was put."""
        for name in self._changed & set(self._opened):
            tree = self._opened[name]
            is_text = isinstance(self._content[name], str)
            self._content[name] = json.dumps(tree, cls=DjangoJSONEncoder) if is_text else tree
        return self._content

    def _holder(self, path: Path) -> tuple[Any, Any]:
        name, *steps = path
        if not steps:
            return self._content, name
        if name not in self._opened:
            value = self._content[name]
            self._opened[name] = json.loads(value) if isinstance(value, str) else deepcopy(value)
        if name in self._relations:
            row = next(row for number, row in enumerate(self._opened[name]) if row_key(row, number) == steps[0])
            return row, steps[1]
        holder: Any = self._opened
        key: Any = name
        for step in steps:
            value = holder[key]
            holder, key = (_item(value, step), "value") if isinstance(value, list) else (value, step)
        return holder, key


def _item(items: list[Any], step: str) -> Any:
    """Return the item of a stream or list that a step of a path names, which may be its number."""
    found = [each for number, each in enumerate(items) if str(each.get("id") or number) == step]
    return found[-1]  # where an id is there twice, its parts are those of the last
