"""Where translation enters the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from accounts.models import User
from translation.access import may_see_translations, may_start_translations
from translation.locales import source_locale_id
from translation.models import english_of
from translation.upstream.localize_hooks import drop_hooks, localize_urls
from translation.views.changes import SourceChangesView
from translation.views.report import TranslationReportView
from translation.views.start import StartTranslationView

drop_hooks()


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Give our views their addresses, and wagtail-localize what is left of its own."""
    ours = [
        path("", TranslationReportView.as_view(), name="report"),
        path("results/", TranslationReportView.as_view(results_only=True), name="report_results"),
        path("<int:page_id>/changes/", SourceChangesView.as_view(), name="changes"),
    ]
    return [
        path("translations/", include((ours, "translation"), namespace="translation")),
        *localize_urls({"submit_page_translation": StartTranslationView.as_view()}),
    ]


class TranslationsMenuItem(MenuItem):
    """The list of translations, for those who work on English pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_translations(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    """Put the list of translations beside the pages."""
    return TranslationsMenuItem(
        gettext_lazy("Translations"),
        reverse("translation:report"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=150,
    )


def _may_be_translated(page: Page, user: User) -> bool:
    return page.live and not page.is_root() and page.locale_id == source_locale_id() and may_start_translations(user)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the English version in the header of a Polish page."""
    if not _may_be_translated(page, user):
        return
    label = _("Translate to English") if english_of(page) is None else _("Edit the English version")
    yield Button(label, _start_url(page), icon_name="wagtail-localize-language", priority=55)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the English version in a row of the explorer, without a query for each row."""
    if _may_be_translated(page, user):
        yield Button(_("English version"), _start_url(page), icon_name="wagtail-localize-language", priority=55)


def _start_url(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
