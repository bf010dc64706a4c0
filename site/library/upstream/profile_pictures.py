"""Profile pictures are held to the same rules as other images.

Wagtail 8.0 takes any format and size there, shows no error, and has no setting for the form.
docs/deviations/profile-pictures.md says when this can go.
"""

from wagtail.admin.views.account import AvatarSettingsPanel

from library.forms import ProfilePictureForm


def apply() -> None:
    """Give the panel of the account page our form, and a template that shows its errors."""
    AvatarSettingsPanel.form_class = ProfilePictureForm
    AvatarSettingsPanel.template_name = "library/profile_picture.html"
