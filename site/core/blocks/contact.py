"""Whom to ask, and how to reach them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import previews
from core.validators import validate_phone


class ContactBlock(blocks.StructBlock):
    """A person or a unit. The names of the fields are those of the association's own data, which look the same."""

    name = blocks.CharBlock(label=_("Name"), max_length=120, help_text=_("Of a person or of a unit."))
    function = blocks.CharBlock(
        label=_("Function"), required=False, max_length=160, help_text=_("What they do, or what they answer for.")
    )
    phone = blocks.CharBlock(
        label=_("Phone"),
        required=False,
        max_length=40,
        validators=[validate_phone],
        help_text=_("With spaces, such as +48 000 000 000."),
    )
    email = blocks.EmailBlock(
        label=_("E-mail"), required=False, help_text=_("Readers and machines that collect addresses see it.")
    )
    office_hours = blocks.CharBlock(
        label=_("Hours"), required=False, max_length=160, help_text=_("For example: Monday to Friday, 8.00–15.00.")
    )
    address = blocks.TextBlock(
        label=_("Address"), required=False, rows=3, max_length=300, help_text=_("Line by line, as on an envelope.")
    )

    def clean(self, value: Any) -> Any:
        """Ask for at least one way to reach them.

        Raises:
            StructBlockValidationError: on `phone`, if there is none.
        """
        value = super().clean(value)
        if not (value["phone"] or value["email"] or value["address"] or self.is_deferred_validation):
            raise StructBlockValidationError(
                {"phone": ValidationError(_("Give a telephone number, an e-mail address or a postal address."))}
            )
        return value

    class Meta:
        label = _("Contact")
        icon = "user"
        group = _("Links")
        template = "core/blocks/contact.html"
        description = _("A person or a unit with phone, e-mail, hours and address.")
        preview_value = staticmethod(previews.contact)
