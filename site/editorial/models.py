"""Records that the publishing rules rest on, and the task of a workflow that keeps them."""

from editorial.records import Approval, ChangeNote, Confirmation, Contribution
from editorial.reviews import ReviewDate
from editorial.submissions import Submission
from editorial.take_downs import TakeDown
from editorial.tasks import FourEyesTask

__all__ = [
    "Approval",
    "ChangeNote",
    "Confirmation",
    "Contribution",
    "FourEyesTask",
    "ReviewDate",
    "Submission",
    "TakeDown",
]
