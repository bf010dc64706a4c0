"""The editor of pages, where a decision on a page is taken once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.edit import EditView

from editorial.refusals import PublishingRefused

DECIDED = _("Somebody has already decided on “%(title)s”.")
UNDER_WAY = _("The decision is being carried out.")


class GovernedEditView(EditView):
    """Wagtail's editor. Its button of a decision changes the form, so autosave sends the decision a second time."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save or decide, as the form asks; autosave decides nothing."""
        if self.expects_json_response and request.POST.get("action-workflow-action"):
            return self.json_error_response("decision", str(UNDER_WAY))
        return super().post(request, *args, **kwargs)

    def perform_workflow_action(self) -> HttpResponse:
        """Take the decision.

        Raises:
            PublishingRefused: another one was taken since the form was sent.
        """
        if self.page.current_workflow_task is None:
            raise PublishingRefused(DECIDED % {"title": self.page.get_admin_display_title()})
        return super().perform_workflow_action()
