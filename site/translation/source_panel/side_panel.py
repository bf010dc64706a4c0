"""The panel at the side of the editor of an English page."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

from editorial.views.edit import GovernedEditView
from translation.access import may_see_source
from translation.source_panel.rows import SourceText
from translation.source_panel.ways import ways_of
from translation.truth.statements import state_of


class SourceSidePanel(BaseSidePanel):
    """Shows the Polish text, part by part, and what has changed in it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it, with how much waits for the translator."""

        aria_label = _("Polish text")
        icon_name = "wagtail-localize-language"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), "count": self.panel.source.waiting}

    name = "source"
    title = _("Polish text")
    template_name = "translation/source_panel/side_panel.html"
    order = 50

    def __init__(self, source: SourceText, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return {**context, "source": self.source, "ways": ways_of(self.source, self.request.user)}


class SourceBesideEditView(GovernedEditView):
    """The editor, with the Polish text beside an English page."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if self.expects_json_response or not getattr(self.page, "is_translation", False):
            return panels
        state = state_of(self.page)
        if state is not None and may_see_source(self.request.user, self.page):
            panels.append(SourceSidePanel(SourceText(self.page, state), self.page, self.request))
        return panels
