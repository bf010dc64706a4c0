from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideConfig(AppConfig):
    """The guide for those who write and translate, inside of the admin."""

    name = "guide"
    verbose_name = _("Guide")
