"""What the editor of an English page says about the Polish text, and what the dashboard tells a translator."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component

from translation.models import TranslationState
from translation.waiting import STATES, waiting_pages

NEWEST = 5


class SourceNoticePanel(Panel):
    """Stands at the top of the form of a translation and says whether the Polish text has changed since."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "translation/panels/source_notice.html"

        @cached_property
        def state(self) -> TranslationState | None:
            """What the page was made from, or None if it is no translation."""
            if not (self.instance.pk and self.instance.is_translation):
                return None
            return (
                TranslationState.objects.select_related("source__locale", "source__published_text")
                .filter(page_id=self.instance.pk)
                .first()
            )

        def is_shown(self) -> bool:
            return super().is_shown() and self.state is not None

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "state": self.state, "request": self.request}


class WaitingTranslationsPanel(Component):
    """How many Polish pages wait for a translator, and the newest of them."""

    name = "waiting_translations"
    template_name = "translation/panels/waiting.html"
    order = 205

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        waiting = waiting_pages()
        newest = list(waiting[:NEWEST])
        labels = dict(STATES)
        for page in newest:
            page.state_label = labels[page.state]
        return {
            **super().get_context_data(parent_context),
            "request": parent_context["request"],
            "count": waiting.count() if len(newest) == NEWEST else len(newest),
            "pages": newest,
        }
