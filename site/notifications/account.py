"""The choice of notifications on the account page, in the place of Wagtail's own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from accounts.models import User
from notifications.kinds import AT_ONCE_FOR_EVERYBODY, OF_OTHER_APPS, Kind
from notifications.preferences import Delivery, NotificationPreference
from notifications.wording import has_words


def choices() -> list[tuple[str, Any]]:
    """Return what a person may turn off. What other apps tell is named once there is any."""
    kinds = [kind for kind in Kind if kind != AT_ONCE_FOR_EVERYBODY and (kind not in OF_OTHER_APPS or has_words(kind))]
    return [(kind.value, kind.label) for kind in kinds]


class PreferenceForm(forms.ModelForm):
    """Asks when, and of what. What is not ticked is not told."""

    delivery = forms.ChoiceField(label=_("When do you want to be told?"), choices=Delivery, widget=forms.RadioSelect)
    told_of = forms.MultipleChoiceField(
        label=_("Of what?"),
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Emergency publications that you may confirm are always told at once."),
    )

    class Meta:
        model = NotificationPreference
        fields = ["delivery"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        off = self.instance.turned_off
        self.initial["told_of"] = [value for value, _label in choices() if value not in off]

    def save(self, commit: bool = True) -> NotificationPreference:
        """Keep what is not ticked, and what was turned off before and is not asked now."""
        asked = [value for value, _label in choices()]
        off = [value for value in self.instance.turned_off if value not in asked]
        self.instance.turned_off = off + [value for value in asked if value not in self.cleaned_data["told_of"]]
        return super().save(commit)


class PreferencePanel(BaseSettingsPanel):
    """The panel of the account page."""

    name = "notification_preference"
    title = _("Notifications by e-mail")
    tab = notifications_tab
    order = 100
    form_class = PreferenceForm

    def get_form(self) -> PreferenceForm:
        """Return the form with the choice of the person. What was not asked, by a form without this panel, stays."""
        data = self.request.POST if f"{self.name}-delivery" in self.request.POST else None
        return PreferenceForm(data, instance=preference_of(self.user), prefix=self.name)


def preference_of(user: User) -> NotificationPreference:
    """Return the choice of a person, unsaved if there is none."""
    found = NotificationPreference.objects.filter(user=user).first()
    return found or NotificationPreference(user=user)
