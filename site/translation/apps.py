from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """How the English pages stay true to the Polish ones."""

    name = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        from translation import desk, follow, guard, log_actions, withholding
        from translation.machine import conditions as machine
        from translation.memory import following
        from translation.merging import base as merging
        from translation.merging import log_actions as merging_log
        from translation.mixins import take_source_owned_fields
        from translation.requests import notices, steps
        from translation.terms import uses
        from translation.truth import signals as truth
        from translation.upstream import localize_saving
        from translation.votes import counting as votes

        pre_save.connect(take_source_owned_fields, dispatch_uid="translation.source_owned_fields")
        follow.connect()
        guard.connect()
        truth.connect()
        following.connect()  # after the states, which it reads
        steps.connect()
        withholding.connect()
        notices.connect()
        votes.connect()
        desk.register()
        log_actions.connect()
        machine.connect()
        uses.connect()
        merging.connect()
        merging_log.connect()
        localize_saving.apply()
