"""Bringing the structure of a Polish page over into the English draft, and the English texts that find no place."""

from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from editorial.views.base import PageStepView
from translation.merging.bringing import (
    Prepared,
    bring_over_structure,
    dismiss,
    prepare,
    why_not_bring_over,
    why_not_dismiss,
)
from translation.merging.keeping import leftovers_of
from translation.merging.models import Leftover
from translation.merging.report import Change, What

# What a person is told, in this order
HEADINGS: dict[What, str | Promise] = {
    What.NEW: _("Comes in, in Polish: to be translated"),
    What.REPLACED: _("Was not translated, and is replaced by the new Polish text: to be translated"),
    What.AGAIN: _("Stays in English, but the Polish text has changed: to be translated again"),
    What.GONE: _("Goes, as it did in Polish"),
    What.MOVED: _("Moves to where it is in Polish"),
    What.TAKEN: _("Is taken over from the Polish page"),
    What.KEPT: _("Has changed in Polish, and stays as it is, since it differs in English on purpose"),
    What.REMOVED: _("Is in Polish only, since it was removed in English, and does not come back"),
}


class StructureForm(forms.Form):
    """Says what the person was shown: `Prepared.read`."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)


class StructureView(PageStepView):
    """Shows what would happen to an English page, and does it."""

    page_title = _("Bring the Polish structure over")
    header_icon = "wagtail-localize-language"
    template_name = "translation/structure.html"
    form_class = StructureForm
    submit_label = _("Bring it over")
    done_message = _("The newest draft of “%(title)s” has the Polish structure now. Readers see no change yet.")

    @cached_property
    def prepared(self) -> Prepared:
        """What would happen."""
        return prepare(self.page)

    def why_not(self) -> str | Promise | None:
        return why_not_bring_over(self.user, self.page)

    def carry_out(self, form: Any) -> None:
        bring_over_structure(self.page, self.user, form.cleaned_data["read"])

    def groups(self) -> list[tuple[str | Promise, list[Change]]]:
        """Return what would happen, under its headings."""
        report = self.prepared.merge.report
        return [(heading, report.of(what)) for what, heading in HEADINGS.items() if report.of(what)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "prepared": self.prepared,
            "groups": self.groups(),
            "leftovers": leftovers_of(self.page),
        }


class DismissLeftoverView(PageStepView):
    """Forgets an English text that has no place any more."""

    page_title = _("Dismiss a text without a place")
    header_icon = "bin"
    template_name = "translation/dismiss_leftover.html"
    form_class = forms.Form
    submit_label = _("Dismiss")
    done_message = _("The text was dismissed. The history of “%(title)s” still says which one it was.")

    @cached_property
    def leftover(self) -> Leftover:
        """The text at this address.

        Raises:
            Http404: there is none.
        """
        found = next((each for each in leftovers_of(self.page) if each.pk == self.kwargs["leftover_id"]), None)
        if found is None:
            raise Http404
        return found

    def why_not(self) -> str | Promise | None:
        return why_not_dismiss(self.user, self.page)

    def carry_out(self, form: Any) -> None:
        dismiss(self.leftover, self.user)

    def way_back(self) -> str:
        if self.why_not():
            return super().way_back()
        return reverse("translation:structure", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "leftover": self.leftover}
