"""What the views for people who work on English pages share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from wagtail.models import Page

from translation.access import may_see_source, may_see_translations
from translation.places import EnglishRights
from translation.source_panel.rows import SourceText
from translation.truth.models import TranslationState


class OnlyForTranslations:
    """A view for people who work on English pages."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person does nothing with English pages.
        """
        if not may_see_translations(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # it is mixed into a view

    @cached_property
    def rights(self) -> EnglishRights:
        """What the person may do with English pages."""
        return EnglishRights(self.request.user)


class OfAnEnglishPage:
    """A view of what an English page says and its Polish page says, for people who edit or approve the English one."""

    request: HttpRequest
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person neither edits nor approves this page.
        """
        if not may_see_source(request.user, self.english):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # it is mixed into a view

    @cached_property
    def state(self) -> TranslationState:
        """The state of the English page at this address."""
        pages = Page.objects.filter(pk=self.kwargs["page_id"])  # as a key of its own, it may be of any size
        states = TranslationState.objects.select_related("page", "source__latest_revision", "true_to", "begun_from")
        return get_object_or_404(states, page__in=pages)

    @cached_property
    def english(self) -> Page:
        """The English page."""
        return get_object_or_404(Page, pk=self.state.page_id).specific

    @cached_property
    def source(self) -> SourceText:
        """The Polish text of it."""
        return SourceText(self.english, self.state)
