"""The editing form of the accessibility statement."""

from typing import Any

from django.utils.html import strip_tags
from wagtail.blocks import BlockField, StreamValue
from wagtail.fields import RichTextField

from core.forms import PageForm
from home.declaration.checks import untranslated
from home.declaration.faults import described, description_block, to_describe


class AccessibilityStatementForm(PageForm):
    """Lets a draft wait for what has to agree, and asks a translator for the descriptions of the faults alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.has_owner_elsewhere and "faults" in self.fields:
            self._ask_for_descriptions()

    def _ask_for_descriptions(self) -> None:
        block = description_block(self.instance)
        if block is None:
            del self.fields["faults"]
            return
        stock = self.fields["faults"]
        self.fields["faults"] = BlockField(block, label=stock.label, help_text=stock.help_text, required=False)
        self.initial["faults"] = block.to_python(to_describe(self.instance))

    def clean(self) -> dict[str, Any]:
        """Take a text without words for none: the editor of rich text leaves an empty paragraph behind."""
        cleaned = super().clean()
        for field in self.instance._meta.get_fields():
            if isinstance(field, RichTextField) and not strip_tags(cleaned.get(field.name) or "x").strip():
                cleaned[field.name] = ""
        return cleaned

    def _post_clean(self) -> None:
        """Refuse to submit what is still in Polish."""
        super()._post_clean()
        if not self.instance.is_unfinished:
            for name, message in untranslated(self.instance).items():
                if name in self.fields and name not in self.errors:
                    self.add_error(name, message)

    def clean_faults(self) -> StreamValue:
        """Return the faults; a translator's descriptions with the rest of what the Polish page says."""
        answers = self.cleaned_data["faults"]
        if not self.instance.has_owner_elsewhere:
            return answers
        stream = self.instance._meta.get_field("faults").stream_block
        return stream.to_python(list(described(self.instance, answers)))
