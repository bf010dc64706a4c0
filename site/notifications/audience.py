"""Whether somebody is still to be told, asked for many messages at once, just before they leave."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from django.contrib.auth import get_user_model
from wagtail.models import GroupPagePermission, Page, TaskState, WorkflowState

from editorial.emergency import unconfirmed
from editorial.reviews import ReviewDate
from notifications.kinds import AT_ONCE_FOR_EVERYBODY, OF_OTHER_APPS, Kind
from notifications.outbox import Notification

# Takes messages and returns the primary keys of those that still hold and whose readers may have them
Condition: TypeAlias = Callable[[Collection[Notification]], set[int]]

_conditions: dict[str, Condition] = {}


def register_condition(name: str, condition: Condition) -> None:
    """Have a function decide which events that another app posts with `about=name` are still to be told.

    It also decides whether their readers may see the page, which is otherwise a matter of their rights to that page.
    """
    _conditions[name] = condition


class Audience:
    """What decides about some messages: few queries, however many there are.

    Args:
        notifications: with `recipient` and its `notification_preference` at hand.
    """

    def __init__(self, notifications: Collection[Notification]) -> None:
        self.pages = {
            page.pk: page
            for page in Page.objects.select_related("locale").filter(pk__in={each.page_id for each in notifications})
        }
        self._paths = self._paths_seen({each.recipient_id for each in notifications if each.recipient_id})
        waiting = TaskState.objects.filter(
            pk__in=_numbers(notifications, "task_state"),
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        )
        self._waiting = dict(waiting.values_list("pk", "workflow_state__submission__assigned_to"))
        active = WorkflowState.objects.active().filter(pk__in=_numbers(notifications, "workflow_state"))
        self._deadlines = dict(active.values_list("pk", "submission__deadline"))
        self._unconfirmed = set(
            unconfirmed().filter(pk__in=_numbers(notifications, "approval")).values_list("pk", flat=True)
        )
        reviewed = {each.page_id for each in notifications if each.kind == Kind.REVIEW and each.page_id}
        self._reviews = {date.page_id: date for date in ReviewDate.objects.filter(page_id__in=reviewed)}
        self._held = self._still_held(notifications)

    @staticmethod
    def _still_held(notifications: Collection[Notification]) -> set[int]:
        """Return the primary keys of those messages that the apps which posted them still want told."""
        of_names = defaultdict(list)
        for each in notifications:
            if _is_conditional(each):
                of_names[each.data["about"]].append(each)
        return {pk for name, some in of_names.items() for pk in _conditions[name](some)}

    @staticmethod
    def _paths_seen(user_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return, for each person, the tops of the parts of the tree that their groups have any right to."""
        membership = get_user_model().groups.through.objects.filter(user_id__in=user_ids)
        groups = defaultdict(set)
        for user_id, group_id in membership.values_list("user_id", "group_id"):
            groups[group_id].add(user_id)
        paths: dict[int, set[str]] = defaultdict(set)
        rights = GroupPagePermission.objects.filter(group_id__in=groups)
        for group_id, path in rights.values_list("group_id", "page__path").distinct():
            for user_id in groups[group_id]:
                paths[user_id].add(path)
        return {user_id: tuple(each) for user_id, each in paths.items()}

    def wants(self, notification: Notification) -> bool:
        """Whether a message is still to be sent: its reader may have it and asks for it, and it still holds."""
        page = self.pages.get(notification.page_id or 0)
        return page is not None and self._may_have(notification, page) and self._still_holds(notification, page)

    def _may_have(self, notification: Notification, page: Page) -> bool:
        person = notification.recipient
        if person is None:
            return True
        if not person.is_active or not person.email:
            return False
        preference = getattr(person, "notification_preference", None)
        if preference and notification.kind in preference.turned_off and notification.kind != AT_ONCE_FOR_EVERYBODY:
            return False
        if _is_conditional(notification):
            return True
        return person.is_superuser or page.path.startswith(self._paths.get(person.pk) or ("-",))

    def _still_holds(self, notification: Notification, page: Page) -> bool:
        data = notification.data
        if _is_conditional(notification):
            return notification.pk in self._held
        if notification.kind in (Kind.ASSIGNED, Kind.SUBMITTED):
            named = self._waiting.get(data["task_state"])
            return data["task_state"] in self._waiting and named in (None, notification.recipient_id)
        if notification.kind == Kind.DEADLINE:
            deadline = self._deadlines.get(data["workflow_state"])
            return deadline is not None and deadline.isoformat() == data["deadline"]
        if notification.kind == Kind.EMERGENCY:
            return data["approval"] in self._unconfirmed
        if notification.kind == Kind.REVIEW:
            return page.live and self._is_due(notification)
        return True

    def _is_due(self, notification: Notification) -> bool:
        date = self._reviews.get(notification.page_id or 0)
        if date is None or date.review_by.isoformat() != notification.data["review_by"]:
            return False
        return (date.contact_id, date.contact_email) == (notification.recipient_id, notification.address)


def _is_conditional(notification: Notification) -> bool:
    return notification.kind in OF_OTHER_APPS and notification.data.get("about") in _conditions


def _numbers(notifications: Iterable[Notification], name: str) -> set[int]:
    return {each.data[name] for each in notifications if each.data.get(name)}
