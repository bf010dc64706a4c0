"""The Polish text of an English page, asked for again after each save, and what a translator says of it."""

from enum import StrEnum
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.generic import View
from wagtail.log_actions import log

from accounts.models import User
from translation.log_actions import SAY_SAME, SETTLE, TAKE_BACK
from translation.source_panel.rows import SegmentRow
from translation.source_panel.ways import ways_of
from translation.targets import said_by
from translation.truth.models import SettledSegment
from translation.truth.statements import say_same, settle, take_back
from translation.views.base import OfAnEnglishPage


class SourcePanelView(OfAnEnglishPage, View):
    """Answers with the Polish text, as the side panel shows it."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the text."""
        return self.shown()

    def shown(self, refusal: Promise | None = None) -> HttpResponse:
        """Return the fragment, with the reason why something was not done."""
        context = {
            "source": self.source,
            "ways": ways_of(self.source, cast(User, self.request.user)),
            "page": self.english,
            "refusal": refusal,
        }
        return render(self.request, "translation/source_panel/text.html", context)


class Word(StrEnum):
    """What a translator may say of one passage."""

    TRUE = "true"  # its Polish has changed, and its English needs no change
    SAME = "same"  # it is the same in English
    BACK = "back"  # neither, after all


class SettleView(SourcePanelView):
    """Takes the word of a translator about one passage."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Record the word, unless the passage has changed meanwhile, and show the text as it is now.

        Raises:
            PermissionDenied: the person may not change the English page.
        """
        if not self.english.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        row = self._row(request.POST.get("segment", ""))
        refusal = self._say(request.POST.get("word", Word.TRUE), row) if row is not None else None
        return self.shown(refusal)

    def _say(self, word: str, row: SegmentRow) -> Promise | None:
        """Do what is said, or return why not."""
        user = cast(User, self.request.user)
        if word == Word.TRUE and row.difference is not None:
            if row.why_not_settle:
                return row.why_not_settle
            if row.waits:
                settle(self.state, [row.segment], SettledSegment.Ground.TRANSLATOR, user)
                self._note(SETTLE, row)
        elif word == Word.SAME and row.is_still_polish:
            say_same(self.state, row.segment, user)
            self._note(SAY_SAME, row)
        elif word == Word.BACK and take_back(self.state, row.segment):
            self._note(TAKE_BACK, row)
        return None

    def _note(self, action: str, row: SegmentRow) -> None:
        """Keep who said it, and read what it has changed."""
        words = said_by(row.segment, self.source.names)
        log(instance=self.english, action=action, user=self.request.user, data={"reason": words[:200]})
        self.__dict__.pop("source", None)
        self.__dict__.pop("state", None)

    def _row(self, key: str) -> SegmentRow | None:
        path, _dot, digest = key.rpartition(":")
        for part in self.source.rows:
            for segment in part.segments:
                if part.path == path and segment.key == digest:
                    return segment
        return None
