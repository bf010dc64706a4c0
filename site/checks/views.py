"""What the checks say about a page, and the form in which people say why something may stay."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.models import Page

from checks.findings import Result, newest_version, override, results_for
from editorial.decisions import why_not_override
from editorial.fields import ReasonField
from editorial.views.base import PageStepView


class ReasonsForm(forms.Form):
    """Asks for a reason for each finding that stands in the way; those that are left empty stay in the way."""

    def __init__(self, *args: Any, results: list[Result], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.results = {result.finding.fingerprint: result for result in results if result.may_be_overridden}
        for fingerprint, result in self.results.items():
            label = _("Why this may stay: %(place)s") % {"place": result.finding.place}
            self.fields[fingerprint] = ReasonField(label=label, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for one reason at least.

        Raises:
            ValidationError: there is none.
        """
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Give a reason for one of these at least, or go back and put them right."))
        return cleaned

    def reasons(self) -> list[tuple[Result, str]]:
        """Return the reasons that were given, each with its finding."""
        return [(self.results[name], reason) for name, reason in self.cleaned_data.items() if reason]


class ChecksView(PageStepView):
    """Lists what the checks found in the newest version of a page, and takes reasons."""

    page_title = gettext_lazy("Checks before approval")
    header_icon = "glasses"
    form_class = ReasonsForm
    template_name = "checks/page.html"
    submit_label = gettext_lazy("Save the reasons")
    done_message = gettext_lazy("Your reasons at “%(title)s” are saved. Who approves it reads them.")

    def why_not(self) -> str | Promise | None:
        if not self.page.permissions_for_user(self.user).can_edit():
            return _("Only those who may change this page see what the checks say.")
        return why_not_override(self.user, self.page) if self.request.method == "POST" else None

    @cached_property
    def newest(self) -> Page:
        """The page in its newest version."""
        return newest_version(self.page)

    @cached_property
    def results(self) -> list[Result]:
        """What the checks say about it."""
        return results_for(self.newest)

    @cached_property
    def may_override(self) -> bool:
        """Whether the person may give reasons now."""
        return why_not_override(self.user, self.page) is None

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "results": self.results if self.may_override else []}

    def carry_out(self, form: Any) -> None:
        for result, reason in form.reasons():
            override(self.newest, self.user, result, reason)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        rows = [
            (result, form[name] if (name := result.finding.fingerprint) in form.fields else None)
            for result in self.results
        ]
        return {**context, "results": self.results, "rows": rows}


class ChecksPanelView(View):
    """The list of the editor's side panel by itself, for the script that renews it after a save."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Return the list as HTML.

        Raises:
            PermissionDenied: the person may not change the page.
        """
        page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=page_id).specific
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return render(request, "checks/results.html", panel_context(page))


def panel_context(page: Page) -> dict[str, Any]:
    """Return what the list of the side panel shows."""
    results = results_for(newest_version(page))
    return {
        "page": page,
        "results": results,
        "in_the_way": sum(result.stands_in_the_way for result in results),
        "may_be_overridden": any(result.may_be_overridden for result in results),
    }
