"""What is to be told to whom, and how each person wants to be told."""

from notifications.outbox import Notification
from notifications.preferences import NotificationPreference
from notifications.reminders import AskedReminder

__all__ = ["AskedReminder", "Notification", "NotificationPreference"]
