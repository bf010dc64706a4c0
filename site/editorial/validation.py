"""Whether a page is complete and right in every field.

Wagtail's editor saves drafts without asking for required fields, and no route but the editor's own form looks into the
blocks of a body. So whoever submits or approves a page, by whatever route, is asked for the whole of it here.
"""

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from editorial.refusals import PublishingRefused


def check_content(page: Page) -> None:
    """Check every field of a specific page, and every block of its streams.

    Raises:
        PublishingRefused: naming each field that is wrong, and what is wrong with it where a sentence can say it.
    """
    errors = list(_errors(page))
    if errors:
        raise PublishingRefused(
            _("“%(title)s” is not complete. Open it, correct what follows, and submit it again: %(errors)s")
            % {"title": page.title, "errors": " ".join(errors)}
        )


def _errors(page: Page) -> Iterator[str]:
    try:
        page.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            text = " ".join(messages)
            yield text if name == NON_FIELD_ERRORS else f"{_label(page, name)}: {text}"
    for field in page._meta.get_fields():
        if not isinstance(field, StreamField):
            continue
        try:
            field.stream_block.clean(getattr(page, field.name))
        except ValidationError:
            # The error is a tree of blocks, which the editor shows at each of them.
            yield f"{capfirst(field.verbose_name)}: " + _("a block is not complete.")


def _label(page: Page, name: str) -> str:
    try:
        return capfirst(str(page._meta.get_field(name).verbose_name))
    except FieldDoesNotExist:
        return name
