"""The association's own data while the example set is loaded."""

from wagtail.models import Site

from content.example.texts import read
from content.structure import neutral_settings
from core.models import AssociationSettings


def describe_association() -> None:
    """Give the example's values to what staff have not filled in."""
    _replace(neutral_settings(), read("settings"))


def forget_association() -> None:
    """Take the example's values away where staff have not changed them."""
    _replace(read("settings"), neutral_settings())


def _replace(old: dict[str, str], new: dict[str, str]) -> None:
    site = Site.objects.get(is_default_site=True)
    association, _created = AssociationSettings.objects.get_or_create(site=site)
    for name in {**old, **new}:
        if getattr(association, name) == old.get(name, ""):
            setattr(association, name, new.get(name, ""))
    association.full_clean()
    association.save()
