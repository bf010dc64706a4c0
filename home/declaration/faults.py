"""What of the site is not accessible: a list that the Polish page owns and each language describes.

Kind, criterion and dates are not language. An English page keeps its own descriptions, block by block; all else is read
from the Polish page whenever it is shown, so it cannot differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from translation.locales import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from home.declaration.page import AccessibilityStatementPage

# Success criteria of WCAG 2.1 and 2.2, levels A and AA: of each guideline, which numbers
CRITERIA = {
    "1.1": [1],
    "1.2": range(1, 6),
    "1.3": range(1, 6),
    "1.4": [1, 2, 3, 4, 5, 10, 11, 12, 13],
    "2.1": [1, 2, 4],
    "2.2": [1, 2],
    "2.3": [1],
    "2.4": [1, 2, 3, 4, 5, 6, 7, 11],
    "2.5": [1, 2, 3, 4, 7, 8],
    "3.1": [1, 2],
    "3.2": [1, 2, 3, 4, 6],
    "3.3": [1, 2, 3, 4, 7, 8],
    "4.1": [1, 2, 3],
}
CRITERION_NUMBERS = frozenset(f"{guideline}.{number}" for guideline, numbers in CRITERIA.items() for number in numbers)


class Kind(models.TextChoices):
    """Why something is not accessible."""

    FAULT = "fault", _("non-compliance with the appendix to the act")
    EXEMPT = "exempt", _("content that the act does not cover")
    BURDEN = "burden", _("disproportionate burden")


def validate_criterion(value: str) -> None:
    """Check the number of a success criterion of WCAG, level A or AA.

    Raises:
        ValidationError: there is none of this number.
    """
    if value not in CRITERION_NUMBERS:
        raise ValidationError(
            _("WCAG has no criterion of this number at level A or AA. Write three numbers, such as 1.4.3.")
        )


class FaultBlock(blocks.StructBlock):
    """One thing that is not accessible."""

    description = blocks.TextBlock(
        label=_("Description"),
        rows=3,
        help_text=_("What does not work, where, and for whom, in plain words, in the language of this page."),
    )
    kind = blocks.ChoiceBlock(label=_("Kind"), choices=Kind.choices, default=Kind.FAULT.value, search_index=False)
    criterion = blocks.CharBlock(
        label=_("WCAG criterion"),
        required=False,
        max_length=6,
        validators=[validate_criterion],
        help_text=_("The number of the success criterion that is not met, such as 1.4.3, if it is known."),
    )
    planned_on = blocks.DateBlock(
        label=_("Repair planned by"), required=False, help_text=_("The day by which it will work.")
    )
    repaired_on = blocks.DateBlock(
        label=_("Repaired on"),
        required=False,
        help_text=_("The day on which it began to work. Readers then do not see it in the list any more."),
    )

    class Meta:
        label = _("Known fault")
        icon = "warning"
        form_classname = "struct-block"


@dataclass(frozen=True)
class Fault:
    """One thing that is not accessible, as readers of a page see it.

    `language` is the code of the language of the description where it is not the page's own, else empty.
    """

    description: str
    kind: str
    criterion: str
    planned_on: date | None
    repaired_on: date | None
    language: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still has to be repaired."""
        return self.repaired_on is None


def is_translated(text: str, source: str) -> bool:
    """Whether a text says something, and not in the very words of its source: a copy waits for its translator.

    Args:
        text: plain or rich; marks and spaces do not count.
        source: the same on the Polish page.
    """
    return bool(_words(text)) and _words(text) != _words(source)


def _words(text: str) -> list[str]:
    return unescape(strip_tags(text)).split()


def faults_of(page: "AccessibilityStatementPage") -> list[Fault]:
    """Return the faults of a page in their order, repaired ones too."""
    if not page.has_owner_elsewhere or page.source is None:
        return [_fault(block.value) for block in page.faults]
    described = {block.id: block.value["description"] or "" for block in page.faults}
    return [
        _fault({**block.value, "description": described[block.id]})
        if is_translated(described.get(block.id, ""), block.value["description"] or "")
        else _fault(block.value, SOURCE_LANGUAGE)
        for block in page.source.faults
    ]


def _fault(value: Any, language: str = "") -> Fault:
    return Fault(
        description=value["description"] or "",
        kind=value["kind"] or Kind.FAULT,
        criterion=value["criterion"] or "",
        planned_on=value["planned_on"],
        repaired_on=value["repaired_on"],
        language=language,
    )


def description_block(page: "AccessibilityStatementPage") -> blocks.StreamBlock | None:
    """Return the block that a translator fills in: a description for each fault of the Polish page, or None without."""
    number = len(page.source.faults) if page.source else 0
    if not number:
        return None
    description = FaultBlock().child_blocks["description"]
    fault = blocks.StructBlock([("description", description)], label=_("Known fault"), icon="warning")
    return blocks.StreamBlock([("fault", fault)], min_num=number, max_num=number)


def to_describe(page: "AccessibilityStatementPage") -> list[dict[str, Any]]:
    """Return the raw value of `description_block`: each fault as it is described here, or else in Polish."""
    described = {block.id: block.value["description"] for block in page.faults}
    faults: Any = page.source.faults if page.source else []
    return [
        {
            "type": "fault",
            "id": block.id,
            "value": {"description": described.get(block.id) or block.value["description"]},
        }
        for block in faults
    ]


def described(page: "AccessibilityStatementPage", answers: Any) -> Iterator[dict[str, Any]]:
    """Yield the raw blocks of an English page's own stream: the Polish page's, with the translator's descriptions.

    What the translator has left in Polish stays empty. Kept, it would pass for English once the Polish page changes.
    """
    words = {block.id: block.value["description"] or "" for block in answers}
    for item in page.source.faults.get_prep_value() if page.source else []:
        if item["id"] in words:
            is_new = is_translated(words[item["id"]], item["value"]["description"] or "")
            yield {**item, "value": {**item["value"], "description": words[item["id"]] if is_new else ""}}
