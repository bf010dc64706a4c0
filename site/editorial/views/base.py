"""What the forms about one page share."""

from typing import Any, cast

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from accounts.models import User
from editorial.refusals import PublishingRefused


class PageStepView(WagtailAdminTemplateMixin, FormView):
    """A form in which a person does something to one page, if the rules let them; it says why not otherwise."""

    template_name = "editorial/page_step.html"
    header_icon = "doc-empty-inverse"
    explanation: str | Promise = ""
    submit_label: str | Promise = ""
    done_message: str | Promise = ""

    @cached_property
    def page(self) -> Page:
        """The page at this address, as its specific class."""
        return get_object_or_404(Page.objects.filter(depth__gt=1), pk=self.kwargs["page_id"]).specific

    @property
    def user(self) -> User:
        """Who asks."""
        return cast(User, self.request.user)

    def why_not(self) -> str | Promise | None:
        """Say why the person may not do this now."""
        raise NotImplementedError

    def carry_out(self, form: Any) -> None:
        """Do what the valid form asks.

        Raises:
            PublishingRefused: it may not be done after all.
        """
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or say why not and lead back."""
        if reason := self.why_not():
            messages.warning(request, str(reason))
            return redirect(self.way_back())
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            self.carry_out(form)
        except PublishingRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, self.done_message % {"title": self.page.get_admin_display_title()})
        return redirect(self.way_back())

    def way_back(self) -> str:
        """Return where the person goes on: where they came from, the page's editor, or the desk."""
        if came_from := get_valid_next_url_from_request(self.request):
            return came_from
        if self.page.permissions_for_user(self.user).can_edit():
            return reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return reverse("wagtailadmin_home")

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "explanation": self.explanation,
            "submit_label": self.submit_label,
            "way_back": self.way_back(),
            "next": get_valid_next_url_from_request(self.request),
        }
