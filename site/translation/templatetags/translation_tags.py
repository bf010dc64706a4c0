"""Tags for what staff read of translations."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translation.queue import Progress

register = template.Library()


def _numbers(progress: Progress) -> dict[str, object]:
    return {
        "done": number_format(progress.done, force_grouping=True),
        "all": number_format(progress.all, force_grouping=True),
        "percent": progress.percent,
    }


@register.simple_tag
def words_of(progress: Progress) -> str:
    """Say how far something is: “1,200 of 5,000 words (24%)”."""
    words = ngettext(
        "%(done)s of %(all)s word (%(percent)s%%)", "%(done)s of %(all)s words (%(percent)s%%)", progress.all
    )
    return words % _numbers(progress)


@register.simple_tag
def share_of(progress: Progress) -> str:
    """Say the same where a heading says of what: “1,200 of 5,000 (24%)”."""
    return _("%(done)s of %(all)s (%(percent)s%%)") % _numbers(progress)


@register.simple_tag
def words_done(progress: Progress) -> str:
    """Say how far all is, in a sentence."""
    return _("Translated and true: %(words)s.") % {"words": words_of(progress)}
