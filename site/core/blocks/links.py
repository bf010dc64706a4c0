"""Links to pages of the site and to other sites."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import previews
from core.navigation import active_language
from core.relations import versions_for_readers


class LinkBlock(blocks.StructBlock):
    """One link, to a page of the site or to another site."""

    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_(
            "A page of this site. Its address may change later. Readers get the link while they may see the page, in "
            "their language if it is written in it."
        ),
    )
    url = blocks.URLBlock(
        label=_("Address"),
        required=False,
        max_length=500,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Of a page of another site. Give either this or a page of this site."),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("What readers find there. Empty: the title of the page of this site."),
    )
    description = blocks.CharBlock(
        label=_("Description"),
        required=False,
        max_length=300,
        help_text=_("Why it is worth following, in one sentence."),
    )

    def clean(self, value: Any) -> Any:
        """Ask for one target, and for a title where the target gives none.

        Raises:
            StructBlockValidationError: on `url` or `title`.
        """
        value = super().clean(value)
        errors = {}
        if value["page"] and value["url"]:
            errors["url"] = ValidationError(_("A link has one target. Remove the page or the address."))
        elif not (value["page"] or value["url"] or self.is_deferred_validation):
            errors["page"] = ValidationError(_("Choose a page, or give an address below."))
        if value["url"] and not (value["title"] or self.is_deferred_validation):
            errors["title"] = ValidationError(_("Say what readers find at this address."))
        if errors:
            raise StructBlockValidationError(errors)
        return value

    class Meta:
        label = _("Link")
        icon = "link"


@dataclass(frozen=True)
class ShownLink:
    """A link as readers get it.

    Attributes:
        url: where it leads.
        title: what readers find there.
        description: one sentence, or nothing.
        language: code of the language of the page that it leads to, if readers read another one; else empty.
        title_language: the same for the title.
        host: of another site; empty for a page of ours.
    """

    url: str
    title: str
    description: str
    language: str = ""
    title_language: str = ""
    host: str = ""


class LinkListValue(blocks.StructValue):
    """A list of links, of which readers get those that lead somewhere."""

    def shown(self, request: HttpRequest | None) -> list[ShownLink]:
        """Return the links that readers of this language may follow, in at most one query for each language."""
        language = active_language()
        versions = versions_for_readers([link["page"] for link in self["links"] if link["page"]], language)
        links = []
        for link in self["links"]:
            if link["page"] is None:
                if link["url"]:
                    host = (urlsplit(link["url"]).hostname or "").removeprefix("www.")
                    links.append(ShownLink(link["url"], link["title"], link["description"], host=host))
                continue
            page = versions.get(link["page"].translation_key)
            if page is None or not (url := page.get_url(request)):
                continue
            code = page.locale.language_code
            foreign = "" if code == language else code
            links.append(
                ShownLink(
                    url,
                    link["title"] or page.title,
                    link["description"],
                    language=foreign,
                    title_language="" if link["title"] else foreign,
                )
            )
        return links


class LinkListBlock(blocks.StructBlock):
    """Links under a heading."""

    heading = blocks.CharBlock(
        label=_("Heading"), required=False, max_length=120, help_text=_("What the links have in common.")
    )
    links = blocks.ListBlock(
        LinkBlock(), label=_("Links"), min_num=1, help_text=_("In the order in which readers need them.")
    )

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the links that readers may follow, as `links`."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "links": value.shown(context.get("request"))}

    class Meta:
        label = _("List of links")
        icon = "link"
        group = _("Links")
        template = "core/blocks/link_list.html"
        value_class = LinkListValue
        is_live = True
        description = _("Pages of this site or of others, each with a title and a sentence about it.")
        preview_value = staticmethod(previews.link_list)
