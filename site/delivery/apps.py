from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "delivery"
    verbose_name = _("Delivery")

    def ready(self) -> None:
        from delivery import redirects
        from delivery.caching import changes, moments

        redirects.connect()
        changes.connect()
        moments.register(moments.next_expiry)
