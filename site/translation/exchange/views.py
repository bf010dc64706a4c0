"""Where texts of English pages are taken out as files and sent in again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page, Site

from accounts.models import User
from translation.exchange.access import MOST_PAGES, below, may_exchange, states_for, with_something_left
from translation.exchange.exporting import file_stem, po_of, zip_of
from translation.exchange.importing import ChangedMeanwhile, Report, examine, take_in
from translation.exchange.judging import PageReport, Row
from translation.exchange.page_texts import load_texts
from translation.exchange.po import LARGEST, FileRefused
from translation.exchange.store import Kept, NotKept, forget, keep, kept
from translation.locales import target_locale_id
from translation.models import TranslationState
from translation.views.base import OnlyForTranslations

MOST_ROWS = 500  # of one report, on one screen
TOO_MANY = gettext_lazy(
    "These are %(found)d pages, and a file may have %(number)d. Choose a part of them, or only those with something "
    "left to do."
)


class UploadForm(forms.Form):
    """Asks for a file that came back from a translator."""

    file = forms.FileField(
        label=gettext_lazy("PO file, or ZIP file of some"),
        help_text=gettext_lazy("At most 5 MB. You see first what would become of each text; nothing is written yet."),
        widget=forms.FileInput(attrs={"accept": ".po,.zip"}),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is too large before a byte of it is read.

        Raises:
            ValidationError: it is.
        """
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024 // 1024})
        return file


@dataclass(frozen=True)
class ShownPage:
    """A page of a report with as many of its rows as there is room for: what is refused first, then what is taken."""

    report: PageReport
    rows: list[Row]
    left_out: int


def shown_pages(report: Report) -> Iterator[ShownPage]:
    """Yield the pages of a report as they are shown."""
    room = MOST_ROWS
    for page in report.pages:
        told = [*page.refused, *page.taken]
        yield ShownPage(page, told[:room], max(0, len(told) - room))
        room -= min(room, len(told))


class PageScope(OnlyForTranslations):
    """A view about an English page and those below it, or about all English pages that the person may edit."""

    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def page(self) -> Page | None:
        """The English page at this address, as its specific class; None for all.

        Raises:
            Http404: there is none.
            PermissionDenied: the person may not edit it.
        """
        if "page_id" not in self.kwargs:
            return None
        return english_page(self.kwargs["page_id"], self.user)

    @property
    def user(self) -> User:
        """Who asks."""
        return cast(User, self.request.user)


def english_page(page_id: int, user: User) -> Page:
    """Return an English page that a person may edit.

    Raises:
        Http404: there is none.
        PermissionDenied: the person may not edit it.
    """
    page = get_object_or_404(Page.objects.filter(locale_id=target_locale_id(), depth__gt=1), pk=page_id).specific
    if not may_exchange(user, page):
        raise PermissionDenied
    return page


def form_url(page: Page | None) -> str:
    """Return the address of the form about an English page, or about all."""
    return reverse("translation:exchange_page", args=[page.pk]) if page else reverse("translation:exchange")


class ExchangeAdminPage(PageScope, WagtailAdminTemplateMixin):
    """The frame of a page of the admin about the exchange, and what is shown of a file in it."""

    page_title = gettext_lazy("Texts as PO files")
    header_icon = "download"

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title() if self.page else ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation:report"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def show_report(self, data: bytes, report: Report, *, is_new: bool = False) -> HttpResponse:
        """Return what would become of a file, with its ticket if anything would be written.

        Args:
            data: the file.
            report: of it.
            is_new: whether the person has seen another report of this file before.
        """
        page_id = self.page.pk if self.page else None
        context = {
            **WagtailAdminTemplateMixin.get_context_data(self),
            "report": report,
            "shown": list(shown_pages(report)),
            "ticket": keep(data, self.user.pk, report.digest(), page_id) if report.taken else "",
            "is_new": is_new,
            "way_back": form_url(self.page),
        }
        return render(self.request, "translation/exchange/report.html", context)


class ExchangeView(ExchangeAdminPage, FormView):
    """Offers the texts as a file, and says what would become of a file that is sent in."""

    template_name = "translation/exchange/form.html"
    form_class = UploadForm

    def form_valid(self, form: UploadForm) -> HttpResponse:
        data = form.cleaned_data["file"].read()
        try:
            report = examine(data, self.user, self.page)
        except FileRefused as refusal:
            for reason in refusal.reasons:
                form.add_error("file", reason)
            return self.form_invalid(form)
        return self.show_report(data, report)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.page is None:
            return context
        states = states_for(self.user).filter(below(self.page))
        return {
            **context,
            "page": self.page,
            "state": states.filter(page_id=self.page.pk).first(),
            "pages_below": states.exclude(page_id=self.page.pk).count(),
            "download_url": reverse("translation:exchange_page_download", args=[self.page.pk]),
        }


class ConfirmView(ExchangeAdminPage, View):
    """Takes in a file whose report the person has seen."""

    file: Kept

    @cached_property
    def page(self) -> Page | None:
        """The English page that the file was sent to; None for all."""
        page_id = self.file.page_id
        return None if page_id is None else english_page(page_id, self.user)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Save the drafts and lead to them, or say why nothing was written."""
        try:
            self.file = kept(request.POST.get("ticket", ""), self.user.pk)
        except NotKept:
            messages.warning(request, _("This report is older than an hour, or it was used. Send the file again."))
            return redirect("translation:exchange")
        forget(self.file.name)
        try:
            pages = take_in(self.file.data, self.user, self.file.digest, self.page)
        except ChangedMeanwhile as change:
            return self.show_report(self.file.data, change.report, is_new=True)
        except FileRefused as refusal:
            messages.error(request, " ".join(refusal.reasons))
            return redirect(form_url(self.page))
        messages.success(
            request,
            ngettext(
                "The texts were taken into a draft of %(number)d page. Read it, then submit it for approval.",
                "The texts were taken into drafts of %(number)d pages. Read them, then submit them for approval.",
                len(pages),
            )
            % {"number": len(pages)},
        )
        return redirect("wagtailadmin_pages:edit", pages[0].pk) if len(pages) == 1 else redirect(form_url(self.page))


class DownloadView(PageScope, View):
    """Hands out the texts of an English page, or of it and those below it."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Return the file, or lead back if there is nothing to hand out or too much."""
        page = english_page(page_id, self.user)
        states = self.states(page)
        found = states.count()
        if not found:
            messages.info(request, _("There are no texts here to take out."))
            return redirect(form_url(page))
        if found > MOST_PAGES:
            messages.warning(request, TOO_MANY % {"found": found, "number": MOST_PAGES})
            return redirect(form_url(page))
        pages = load_texts(states)
        site = Site.find_for_request(request)
        project = (site.site_name or site.hostname) if site else request.get_host()
        stem = file_stem(pages[0]) if len(pages) == 1 else "texts"
        if request.GET.get("as") == "zip":
            return _file(zip_of(pages, project), f"{stem}.zip", "application/zip")
        return _file(po_of(pages, project).encode(), f"{stem}.po", "text/x-gettext-translation; charset=utf-8")

    def states(self, page: Page) -> QuerySet[TranslationState]:
        """Return the states of the pages that are asked for."""
        is_section = bool(self.request.GET.get("below"))
        states = states_for(self.user).filter(below(page) if is_section else Q(page_id=page.pk))
        return states.filter(with_something_left()) if self.request.GET.get("left") else states


def _file(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
