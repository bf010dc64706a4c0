"""What the queue can be narrowed to."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page, get_page_models

from translation.places import Section
from translation.waiting import Drift, State, stands_in_queue

ANY_STATE = "all"
SOON = timedelta(days=7)


class Whose(models.TextChoices):
    """Whom a page is asked of, and by whom."""

    MINE = "mine", _("asked of me")
    NOBODYS = "unassigned", _("asked of nobody in person")
    ASKED = "asked", _("asked for by me")
    ANY = "requested", _("asked for by anybody")


class Due(models.TextChoices):
    """By when it is asked for."""

    OVERDUE = "overdue", _("has passed")
    SOON = "soon", _("within 7 days")
    ANY = "any", _("any day")
    NONE = "none", _("none")


def _radio(choices: Any, label: Any, method: str) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        choices=choices, label=label, method=method, widget=forms.RadioSelect, empty_label=_("All")
    )


def page_types() -> list[tuple[str, str]]:
    """Return the types of page, by the numbers of their content types, which are kept once they are known."""
    types = ContentType.objects.get_for_models(*get_page_models()).values()
    named = [(str(each.pk), get_content_type_label(each)) for each in types if each.model_class() is not Page]
    return sorted(named, key=lambda pair: pair[1])


class QueueFilterSet(WagtailFilterSet):
    """Narrows the queue. Without a state it holds what waits for a translator.

    Args:
        sections: the sections that a person sees pages of.
    """

    state = django_filters.MultipleChoiceFilter(
        choices=[*State.choices, (ANY_STATE, _("any"))],
        label=_("English version"),
        method="filter_state",
        widget=forms.CheckboxSelectMultiple,
    )
    drift = django_filters.MultipleChoiceFilter(
        choices=Drift.choices,
        label=_("Changed in Polish since"),
        widget=forms.CheckboxSelectMultiple,
        distinct=False,  # no page comes twice
    )
    whose = _radio(Whose.choices, _("Request"), "filter_whose")
    deadline = _radio(Due.choices, _("Deadline"), "filter_deadline")
    section = django_filters.ChoiceFilter(label=_("Section of the site"), method="filter_section", choices=[])
    content_type = django_filters.MultipleChoiceFilter(
        choices=page_types, label=_("Type"), widget=forms.CheckboxSelectMultiple, distinct=False
    )

    def __init__(self, *args: Any, sections: Iterable[Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = {str(section.pk): section for section in sections}
        self.filters["section"].extra["choices"] = [(number, each.title) for number, each in self.sections.items()]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data["state"] else narrowed.filter(stands_in_queue())

    def filter_state(self, queryset: QuerySet, _name: str, states: list[str]) -> QuerySet:
        """Leave the pages in one of some states."""
        return queryset if ANY_STATE in states else queryset.filter(state__in=states)

    def filter_whose(self, queryset: QuerySet, _name: str, whose: str) -> QuerySet:
        """Leave the pages that are asked of somebody, or by somebody."""
        user = self.request.user
        wanted = {
            Whose.MINE: Q(assignee_id=user.pk),
            Whose.NOBODYS: Q(assignee_id__isnull=True),
            Whose.ASKED: Q(translation_state__request__asked_by=user.pk),
            Whose.ANY: Q(request_id__isnull=False),
        }
        return queryset.filter(wanted[Whose(whose)])

    def filter_deadline(self, queryset: QuerySet, _name: str, due: str) -> QuerySet:
        """Leave the pages with such a deadline."""
        today = timezone.localdate()
        wanted = {
            Due.OVERDUE: Q(due__lt=today),
            Due.SOON: Q(due__range=(today, today + SOON)),
            Due.ANY: Q(due__isnull=False),
            Due.NONE: Q(due__isnull=True),
        }
        return queryset.filter(wanted[Due(due)])

    def filter_section(self, queryset: QuerySet, _name: str, number: str) -> QuerySet:
        """Leave the pages of one section; the home page is one by itself."""
        return queryset.filter(self.sections[number].holds())
