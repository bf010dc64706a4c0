"""The page that every page type is made from, and the association's own data."""

from core.alerts import AlertSettings
from core.pages import BasePage
from core.site_settings import AssociationSettings

__all__ = ["AlertSettings", "AssociationSettings", "BasePage"]
