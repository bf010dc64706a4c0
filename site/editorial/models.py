"""Records that the publishing rules rest on, and the task of a workflow that keeps them."""

from editorial.records import Approval, Contribution
from editorial.tasks import FourEyesTask

__all__ = ["Approval", "Contribution", "FourEyesTask"]
