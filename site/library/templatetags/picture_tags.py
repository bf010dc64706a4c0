"""Images for readers."""

from typing import Any

from django import template
from django.forms.utils import flatatt

from library.models import CustomImage
from library.pictures import PRESETS, picture

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture_of(
    image: CustomImage | None, preset: str, *, alt: str, loading: str = "lazy", sizes: str = "", **attributes: str
) -> dict[str, Any]:
    """Show an image as one of the presets of `library.pictures`, with its size, in every format there is of it.

        {% picture_of page.lead_image "lead" alt=page.lead_image_alt loading="eager" class="figure__image" %}

    Args:
        image: what to show; nothing is shown without one.
        preset: the name of the place.
        alt: what the image says. A decoration has an empty one, which has to be written out.
        loading: "eager" for an image that readers see at once; it is then fetched before others.
        sizes: how wide the place is, where the preset's own answer is wrong.
        attributes: others of the `img`, for example its class.

    Raises:
        TemplateSyntaxError: `alt` is left out, or the preset is unknown.
    """
    if preset not in PRESETS:
        raise template.TemplateSyntaxError(f"“{preset}” is no preset of library.pictures: {', '.join(PRESETS)}.")
    shown = picture(image, preset) if image else None
    if shown is None:
        return {}
    priority = {"fetchpriority": "high"} if loading == "eager" else {}
    return {
        "picture": shown,
        "sizes": sizes or shown.sizes,
        "alt": alt or "",
        "attributes": flatatt({"loading": loading, "decoding": "async", **priority, **attributes}),
    }


@register.simple_tag
def picture_url(image: CustomImage, preset: str) -> str:
    """Return the address of an image as one of the presets, in the format that every browser knows; empty without."""
    shown = picture(image, preset)
    return shown.url if shown else ""
