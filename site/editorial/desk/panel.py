"""The desk as the admin's first page shows it."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from accounts.models import User
from editorial.desk.rows import Section
from editorial.desk.sources import piles

ROWS = 10  # of each section
TOLD_BY_THE_DESK = (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)


class DeskPanel(Component):
    """The first rows of every section, and how many there are in all. It costs one query."""

    name = "desk"
    template_name = "editorial/desk/panel.html"
    order = 150

    class Media:
        css = {"all": ["editorial/desk.css"]}

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        found = piles(self.user, ROWS)
        return {
            **super().get_context_data(parent_context),
            "piles": found,
            "nothing_waits": all(pile.section != Section.WAITING for pile in found),
        }
