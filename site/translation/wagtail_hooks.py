"""Where translation enters the admin."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from accounts.models import User
from translation.access import may_see_translations, may_start_translations
from translation.exchange.admin_urls import urls as exchange_urls
from translation.exchange.links import page_button
from translation.locales import source_locale_id
from translation.memory.urls import urlpatterns as memory_urls
from translation.models import english_in_place
from translation.requests.rules import why_not_ask
from translation.requests.steps import open_request_of
from translation.source_panel.admin_urls import urlpatterns as source_panel_urls
from translation.terms.admin import TermViewSet, register_log_actions
from translation.terms.views import PagesToCorrectView
from translation.upstream.localize_hooks import drop_hooks, localize_urls
from translation.views.changes import SourceChangesView
from translation.views.matrix import MatrixView
from translation.views.queue import QueueView
from translation.views.requests import AskView, CancelView, DeclineView, HandOverView, RequestView, TakeView
from translation.views.say_true import SayTrueView
from translation.views.start import StartTranslationView
from translation.views.structure import DismissLeftoverView, StructureView
from translation.views.withholding import LiftView, WithholdView
from translation.withholding import why_not_lift, why_not_withhold

drop_hooks()
hooks.register("register_admin_viewset", TermViewSet)
hooks.register("register_log_actions", register_log_actions)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Give our views their addresses, and wagtail-localize what is left of its own."""
    ours = [
        path("<int:page_id>/true/", SayTrueView.as_view(), name="say_true"),
        *source_panel_urls,
        path("terms/<int:pk>/pages/", PagesToCorrectView.as_view(), name="term_pages"),
        *memory_urls,
        path("", QueueView.as_view(), name="report"),
        path("results/", QueueView.as_view(results_only=True), name="report_results"),
        path("matrix/", MatrixView.as_view(), name="matrix"),
        path("<int:page_id>/changes/", SourceChangesView.as_view(), name="changes"),
        path("<int:page_id>/ask/", AskView.as_view(), name="ask"),
        path("<int:page_id>/request/", RequestView.as_view(), name="request"),
        path("<int:page_id>/request/take/", TakeView.as_view(), name="take"),
        path("<int:page_id>/request/hand-over/", HandOverView.as_view(), name="hand_over"),
        path("<int:page_id>/request/decline/", DeclineView.as_view(), name="decline"),
        path("<int:page_id>/request/cancel/", CancelView.as_view(), name="cancel"),
        path("<int:page_id>/withhold/", WithholdView.as_view(), name="withhold"),
        path("<int:page_id>/lift/", LiftView.as_view(), name="lift"),
        *exchange_urls,
        path("<int:page_id>/structure/", StructureView.as_view(), name="structure"),
        path(
            "<int:page_id>/leftovers/<int:leftover_id>/dismiss/", DismissLeftoverView.as_view(), name="dismiss_leftover"
        ),
    ]
    return [
        path("translations/", include((ours, "translation"), namespace="translation")),
        *localize_urls({"submit_page_translation": StartTranslationView.as_view()}),
    ]


@hooks.register("before_edit_page")
def tell_the_approver(request: HttpRequest, page: Page) -> None:
    """Tell who may approve a Polish page that its author sees no change of meaning: approving it confirms that."""
    is_opened = request.method == "GET" and page.locale_id == source_locale_id()
    task = page.current_workflow_task if is_opened else None
    if task is None:
        return
    newest = page.get_latest_revision_as_object()
    actions = {name for name, _label, _asks in task.get_actions(page, request.user)}
    if getattr(newest, "keeps_meaning", False) and "approve" in actions:
        messages.info(
            request,
            _(
                "The author says that this change does not change the meaning, so that the English version stays true. "
                "Approving the page confirms it."
            ),
        )


@hooks.register("insert_editor_js")
def editor_script() -> SafeString:
    """Add the script of the Polish text beside an English page."""
    return format_html('<script src="{}"></script>', static("translation/source_panel.js"))


@hooks.register("insert_global_admin_css")
def editor_styles() -> SafeString:
    """Add its styles."""
    return format_html('<link rel="stylesheet" href="{}">', static("translation/source_panel.css"))


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


@hooks.register("register_reports_menu_item")
def register_memory_report() -> MenuItem:
    """Put the translation memory among the reports."""
    return TranslationsMenuItem(
        gettext_lazy("Translation memory"),
        reverse("translation:memory_report"),
        name="translation-memory",
        icon_name="history",
        order=130,
    )


def _may_be_translated(page: Page, user: User) -> bool:
    return page.live and not page.is_root() and page.locale_id == source_locale_id() and may_start_translations(user)


@hooks.register("register_page_header_buttons")
def header_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the English version in the header of a Polish page."""
    if not _may_be_translated(page, user):
        return
    label = _("Translate to English") if english_in_place(page) is None else _("Edit the English version")
    yield Button(label, _start_url(page), icon_name="wagtail-localize-language", priority=55)


@hooks.register("register_page_header_buttons")
def request_buttons(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer in the header of a Polish page to ask for its English version, or to leave it untranslated."""
    if page.is_root() or page.locale_id != source_locale_id() or not page.live:
        return
    if why_not_ask(user, page) is None:
        label = (
            _("Ask for a translation") if open_request_of(page) is None else _("Change the request for a translation")
        )
        yield Button(label, reverse("translation:ask", args=[page.pk]), icon_name="comment", priority=56)
    if why_not_lift(user, page) is None:
        yield Button(
            _("Translate after all"), reverse("translation:lift", args=[page.pk]), icon_name="rotate", priority=57
        )
    elif why_not_withhold(user, page) is None:
        url = reverse("translation:withhold", args=[page.pk])
        yield Button(_("Leave untranslated"), url, icon_name="cross", priority=57)


@hooks.register("register_page_header_buttons")
def exchange_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the texts of an English page as a file."""
    yield from page_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page: Page, user: User, **_kwargs: Any) -> Iterator[Button]:
    """Offer the English version in a row of the explorer, without a query for each row."""
    if _may_be_translated(page, user):
        yield Button(_("English version"), _start_url(page), icon_name="wagtail-localize-language", priority=55)


def _start_url(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
