"""What people are told of. The order is that of a digest: what has consequences first."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """An event in the way of a page, or a day that comes near. The labels head the parts of a digest."""

    EMERGENCY = "emergency", _("Emergency publications to be confirmed")
    DEADLINE = "deadline", _("Deadlines")
    ASSIGNED = "assigned", _("For you to approve")
    RETURNED = "returned", _("Sent back with a comment")
    SUBMITTED = "submitted", _("Waiting for approval")
    REVIEW = "review", _("Pages to be reviewed")
    DOWN = "down", _("Taken down or withdrawn")
    REMINDER = "reminder", _("Other reminders")
    TRANSLATION = "translation", _("Translations")
    COMMENTS = "comments", _("Comments beside fields")
    APPROVED = "approved", _("Approved, live later")
    PUBLISHED = "published", _("Gone live")


# Kinds whose events other apps post, each with a name in `about`; they register the words
OF_OTHER_APPS = frozenset({Kind.REMINDER, Kind.TRANSLATION})
ORDER = {kind: number for number, kind in enumerate(Kind)}
# Four eyes rest on somebody reading it soon: nobody puts this off or turns it off.
AT_ONCE_FOR_EVERYBODY = Kind.EMERGENCY
