"""What changed in the Polish text since an English page was made from it."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from translation.views.base import OfAnEnglishPage, OnlyForTranslations


class SourceChangesView(OnlyForTranslations, OfAnEnglishPage, WagtailAdminTemplateMixin, TemplateView):
    """Shows the passages in which the Polish text of today differs from the one that the English page follows.

    Translators may not open Polish pages in the editor, so this reads published texts only and links nowhere else
    that they may not go.
    """

    page_title = gettext_lazy("What changed in Polish")
    header_icon = "history"
    template_name = "translation/changes.html"

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
        """The ways to the English page and to its structure, for those who may edit it."""
        if not self.english.permissions_for_user(self.request.user).can_edit():
            return []
        url = reverse("wagtailadmin_pages:edit", args=[self.english.pk])
        structure = reverse("translation:structure", args=[self.english.pk])
        return [
            HeaderButton(_("Edit the English page"), url=url, icon_name="edit"),
            HeaderButton(_("Bring the Polish structure over"), url=structure, icon_name="list-ul"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "state": self.state, "source": self.source}
