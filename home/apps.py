from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from core.legal_pages import DECLARATION, PRIVACY, register
        from editorial.conditions import register_condition
        from home.declaration import versions
        from home.declaration.checks import why_not_publish
        from home.models import AccessibilityStatementPage, EasyReadPage, PrivacyPolicyPage, SignLanguagePage

        register(AccessibilityStatementPage, kind=DECLARATION, order=10)
        register(EasyReadPage, kind="easy_read", order=20)
        register(SignLanguagePage, kind="sign_language", order=30)
        register(PrivacyPolicyPage, kind=PRIVACY, order=40)
        register_condition("home.declaration", why_not_publish)
        versions.connect()
