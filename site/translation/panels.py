"""What the editor of an English page says about the Polish text."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from translation.models import TranslationState, english_of


class MeaningPanel(MultiFieldPanel):
    """Asks the author of a Polish page that has an English version whether a change of it changes its meaning."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("heading", _("English version"))
        options.setdefault("children", [FieldPanel("keeps_meaning")])
        super().__init__(**options)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The question on one page."""

        def is_shown(self) -> bool:
            page = self.instance
            is_public_source = page.first_published_at is not None and not page.is_translation
            return super().is_shown() and is_public_source and english_of(page) is not None


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
