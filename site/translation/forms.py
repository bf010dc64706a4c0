"""The editing form of a page that may be a translation."""

from typing import Any

from wagtail.admin.forms.pages import WagtailAdminPageForm


class SourceOwnedPageForm(WagtailAdminPageForm):
    """Leaves out of a translation's form what the source page owns; the panels of those fields then hide."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.instance.fields_outside_approval():
            self.fields.pop(name, None)
