from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from core.legal_pages import register
        from home.legal import EasyReadPage, PrivacyPolicyPage, SignLanguagePage

        register(EasyReadPage, kind="easy_read", order=20)
        register(SignLanguagePage, kind="sign_language", order=30)
        register(PrivacyPolicyPage, kind="privacy", order=40)
