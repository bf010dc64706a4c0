"""The note that stands in a translation's form for the fields that are not in it."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


class OwnedFieldsPanel(Panel):
    """Tells the translator which fields are not here, and links to the source page, which owns them."""

    class BoundPanel(Panel.BoundPanel):
        """The note on one page."""

        template_name = "translation/panels/owned_fields.html"

        def is_shown(self) -> bool:
            """Whether there is a source page that owns fields of this one."""
            return super().is_shown() and self.instance.has_owner_elsewhere

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Return the source page, the labels of its fields, and the addresses that this person may open."""
            context = super().get_context_data(parent_context)
            source = self.instance.source
            fields = [source._meta.get_field(name) for name in self.instance.source_owned_fields]
            context.update(
                source=source,
                labels=[str(field.verbose_name) for field in fields],
                view_url=source.get_url(self.request) if source.live else None,
                edit_url=(
                    reverse("wagtailadmin_pages:edit", args=[source.pk])
                    if source.permissions_for_user(self.request.user).can_edit()
                    else None
                ),
            )
            return context
