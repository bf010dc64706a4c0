"""What a check is, and what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.crypto import salted_hmac
from django.utils.functional import Promise

from checks.content import Content
from checks.walk import Part, Words


@dataclass(frozen=True)
class Finding:
    """One thing that a check found in one place of a page.

    Attributes:
        check: identifier of the check.
        message: what is wrong and what to do.
        path: the place, as Wagtail writes it for comments: `body.<id of a block>.alt_text`.
        place: the place in words.
        blocks: whether the page cannot be submitted and approved with it, unless somebody says why it may stay.
        excusable: whether a reason may be given. Not where the form of the page asks for the same.
        subject: what exactly it is about; once it changes, a reason that was given for it does not hold any more.
    """

    check: str
    message: Words
    path: str
    place: str
    blocks: bool
    excusable: bool
    subject: str = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """What is the same for the same fault in the same place, in later versions too; 64 hexadecimal digits.

        It is keyed, so that nobody finds a personal number again by trying all of them.
        """
        said = "\n".join((self.check, self.path, self.subject))
        return salted_hmac("checks.finding", said, algorithm="sha256").hexdigest()


class Check:
    """One rule. A class of its own, listed in `checks.registry`."""

    identifier: ClassVar[str]
    title: ClassVar[str | Promise]  # what it finds, in a few words
    blocks: ClassVar[bool] = True
    excusable: ClassVar[bool] = True

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield what is wrong in a page."""
        raise NotImplementedError

    def finding(self, part: Part, message: Words, subject: str = "") -> Finding:
        """Return a finding of this check in one place.

        Args:
            part: the field that the finding leads to.
            message: what is wrong and what to do.
            subject: the words, the target or the state that are wrong, if there may be others in the same field.
        """
        return Finding(
            check=self.identifier,
            message=message,
            path=part.path,
            place=" › ".join(map(str, part.where)),
            blocks=self.blocks,
            excusable=self.blocks and self.excusable,
            subject=subject,
        )
