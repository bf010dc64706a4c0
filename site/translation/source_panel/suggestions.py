"""What a translator may carry into a field: what the memory, the glossary and a machine have for a Polish passage."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from accounts.models import User
from editorial.refusals import PublishingRefused
from translation.machine.suggesting import is_on, mark_read, suggest
from translation.memory.lookup import similar
from translation.memory.visibility import Place
from translation.source_panel.views import SourcePanelView
from translation.terms.matching import terms_in

LONGEST = 5_000  # characters of a passage that is looked up
LONGEST_NUMBER = 6  # digits of the number of a passage


class SuggestionsView(SourcePanelView):
    """Answers with the terms, the remembered translations and the way to the machine for the passage `text`."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or refuse.

        Raises:
            PermissionDenied: the person may not change this English page.
        """
        if not self.english.permissions_for_user(self.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        """Who asks."""
        return cast(User, self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what there is."""
        text = request.GET.get("text", "")[:LONGEST]
        context = {
            "page": self.english,
            "terms": list(dict.fromkeys(hit.term for hit in terms_in(text))),
            "matches": similar(text, self.user, apart_from=self._place()),
            "may_ask_machine": is_on(),
        }
        return render(request, "translation/source_panel/suggestions.html", context)

    def _place(self) -> Place | None:
        """Return where the passage stands, if it is said: `path` as the editor's `contentpath`, and `index`."""
        path, index = self.request.GET.get("path", ""), self.request.GET.get("index", "")
        is_number = index.isascii() and index.isdigit() and len(index) < LONGEST_NUMBER
        return Place(self.english.pk, path, int(index)) if path and is_number and "\0" not in path else None


class AskMachineView(SuggestionsView):
    """Asks the machine translator for one passage."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show its suggestion, or why there is none."""
        context: dict[str, Any] = {"page": self.english}
        try:
            context["machine"] = suggest(self.english, request.POST.get("text", ""), self.user)
        except PublishingRefused as refusal:
            context |= {"refusal": str(refusal), "may_ask_machine": is_on()}
        return render(request, "translation/source_panel/machine.html", context)


class MarkReadView(SuggestionsView):
    """Takes the word of a person that a machine's passage is right as it stands."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Record it, and show the Polish text as it is now."""
        mark_read(self.english, request.POST.get("text", ""), self.user)
        return self.shown()
