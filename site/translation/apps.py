from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """How the English pages stay true to the Polish ones."""

    name = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from translation import desk, follow, guard, privacy, states
        from translation.mixins import take_source_owned_fields
        from translation.upstream import localize_saving

        pre_save.connect(take_source_owned_fields, dispatch_uid="translation.source_owned_fields")
        follow.connect()
        guard.connect()
        privacy.connect()
        states.connect()
        desk.register()
        localize_saving.apply()
