"""Bringing a page back, and reading it before."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from accounts.models import User
from editorial.refusals import PublishingRefused
from editorial.views.base import PageStepView
from recycle_bin.decisions import why_not_restore, why_not_there
from recycle_bin.models import BinnedPage
from recycle_bin.places import outside_bin
from recycle_bin.restoring import restore


class RestoreForm(forms.Form):
    """Asks for a place, where the page cannot stand where it stood."""

    parent = forms.ModelChoiceField(
        label=gettext_lazy("Page for it to stand below"),
        queryset=Page.objects.none(),
        widget=AdminPageChooser,
        error_messages={"required": gettext_lazy("Choose a page for it to stand below.")},
    )

    def __init__(self, *args: Any, user: User, binned: BinnedPage, asks_for_place: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.binned = user, binned
        if asks_for_place:
            cast(forms.ModelChoiceField, self.fields["parent"]).queryset = Page.objects.filter(
                outside_bin(), depth__gt=1
            )
        else:
            del self.fields["parent"]

    def clean_parent(self) -> Page:
        """Refuse a page that this one may not stand below.

        Raises:
            ValidationError: with the reason.
        """
        parent = self.cleaned_data["parent"]
        if reason := why_not_there(self.user, self.binned, parent):
            raise forms.ValidationError(str(reason))
        return parent


class RestoreView(PageStepView):
    """Asks whether a page shall come back, and where to if it cannot stand where it stood."""

    page_title = gettext_lazy("Restore")
    header_icon = "bin"
    template_name = "recycle_bin/restore.html"
    form_class = RestoreForm
    submit_label = gettext_lazy("Restore")

    @cached_property
    def binned(self) -> BinnedPage:
        """The row of the page at this address."""
        rows = BinnedPage.objects.select_related("page__locale", "parent", "user")
        return get_object_or_404(rows, page__pk=self.kwargs["page_id"])

    @cached_property
    def page(self) -> Page:
        return self.binned.page.specific

    @cached_property
    def no_way_back(self) -> str | Promise | None:
        """Why the page cannot stand where it stood, or None."""
        return why_not_there(self.user, self.binned, self.binned.parent)

    def why_not(self) -> str | Promise | None:
        return why_not_restore(self.user, self.binned)

    def way_back(self) -> str:
        return reverse("recycle_bin:list")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "user": self.user,
            "binned": self.binned,
            "asks_for_place": self.no_way_back is not None,
        }

    def form_valid(self, form: forms.BaseForm) -> HttpResponse:
        try:
            done = restore(self.binned, self.user, form.cleaned_data.get("parent"))
        except PublishingRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        title = done.page.draft_title
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[done.page.pk]), _("Edit"))
        messages.success(
            self.request,
            _("“%(title)s” is back, below “%(parent)s”.")
            % {"title": title, "parent": done.page.get_parent().draft_title},
            buttons=[edit],
        )
        for page in done.renamed:
            messages.warning(
                self.request,
                _("Another page has taken the address of “%(title)s” meanwhile. Its address ends in “%(slug)s” now.")
                % {"title": page.draft_title, "slug": page.slug},
            )
        for page in done.left_behind:
            messages.warning(
                self.request,
                _(
                    "“%(title)s” stays in the recycle bin: the page that it would stand below has no version in its "
                    "language. It can be restored by itself."
                )
                % {"title": page.draft_title},
            )
        return redirect("wagtailadmin_explore", done.page.get_parent().pk)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("recycle_bin:list"), "label": _("Recycle bin")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "binned": self.binned,
            "no_way_back": self.no_way_back,
            "below": self.page.get_descendants().count(),
            "companions": self.binned.companions.select_related("page__locale"),
        }


class DraftView(View):
    """Shows the newest version of a page in the bin, to those who may have it back."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Answer with the page.

        Raises:
            PermissionDenied: the person may not have it back.
            Http404: it is not in the bin, or there is no preview of it.
        """
        binned = get_object_or_404(BinnedPage.objects.select_related("page"), page__pk=page_id)
        if why_not_restore(cast(User, request.user), binned):
            raise PermissionDenied
        page = binned.page.get_latest_revision_as_object()
        if not page.is_previewable():
            raise Http404
        return page.make_preview_request(request, page.default_preview_mode)
