"""What changed in the Polish text since an English page was made from it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.compare import FieldComparison
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editorial.digest import without_paragraph_keys
from translation.models import TranslationState
from translation.views.report import OnlyForTranslations
from translation.words import fields_that_are_not_language


class SourceChangesView(OnlyForTranslations, WagtailAdminTemplateMixin, TemplateView):
    """Shows two Polish texts side by side, field by field: the one the English page follows, and the one of today.

    Translators may not open Polish pages in the editor, so this reads published texts only and links nowhere else
    that they may not go.
    """

    page_title = gettext_lazy("What changed in Polish")
    header_icon = "history"
    template_name = "translation/changes.html"

    @cached_property
    def state(self) -> TranslationState:
        """The state of the English page at this address.

        Raises:
            PermissionDenied: the person may neither edit nor approve that page.
        """
        state = get_object_or_404(
            TranslationState.objects.select_related("page", "source__published_text__revision", "source_revision"),
            page__in=Page.objects.filter(pk=self.kwargs["page_id"]),  # as a key of its own, it may be of any size
        )
        policy = policy_registry.get_by_type(Page)
        if not policy.user_has_any_permission_for_instance(self.request.user, ["change", "publish"], state.page):
            raise PermissionDenied
        return state

    def comparisons(self) -> list[FieldComparison]:
        """Return the fields of language that differ between the two texts, in the order of the editor."""
        text = self.state.source_text
        if text is None:
            return []
        before, now = self.state.source_revision.as_object(), text.revision.as_object()
        panel = now.get_edit_handler().get_bound_panel(instance=now, request=self.request, form=None)
        ignored = fields_that_are_not_language(now)
        compared = [comparison(before, now) for comparison in panel.get_comparison()]
        return [
            comparison
            for comparison in compared
            if comparison.is_field and comparison.field.name not in ignored and _differs(comparison)
        ]

    def get_page_subtitle(self) -> str:
        return self.state.source.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation:report"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the English page, for those who may edit it."""
        if not self.state.page.permissions_for_user(self.request.user).can_edit():
            return []
        url = reverse("wagtailadmin_pages:edit", args=[self.state.page_id])
        return [HeaderButton(_("Edit the English page"), url=url, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "state": self.state,
            "comparisons": self.comparisons(),
        }


def _differs(comparison: FieldComparison) -> bool:
    before, now = (
        without_paragraph_keys(str(comparison.field.get_prep_value(value)))
        for value in (comparison.val_a, comparison.val_b)
    )
    return before != now
