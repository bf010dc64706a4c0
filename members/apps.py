from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from core import landscape
        from core.collation import polish_key
        from core.listings import Listing, register
        from members.landscape import places
        from members.models import MemberIndexPage, MemberPage

        register(
            Listing(
                name="members",
                heading=_("Members"),
                more=_("All members"),
                model=MemberPage,
                section=MemberIndexPage,
                item_template="members/components/item.html",
                ordering=("pk",),
                select_related=("coat_of_arms",),
                pictures={"coat_of_arms": ("sign",)},
                layout="strip",
                sorted_by=lambda member: (member.is_past, polish_key(member.title)),
            )
        )
        landscape.register(places)
