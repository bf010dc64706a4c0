"""Refusals of the publishing rules, each saying why and what to do."""

from django.utils.functional import Promise


class PublishingRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A rule of publishing forbids what was asked.

    It is no `PermissionDenied`: Wagtail would answer that with a sentence about access. Ours reaches the person
    in words (`editorial.middleware`).
    """

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)
