"""What a submission asks of approvers, and taking it back."""

from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from editorial.decisions import why_not_approve, why_not_hand_over, why_not_take_back
from editorial.fields import ReasonField
from editorial.log_actions import HAND_OVER, TAKE_BACK
from editorial.submissions import Submission
from editorial.views.base import PageStepView


class SubmissionForm(forms.ModelForm):
    """Asks by when, how urgently, and of whom."""

    class Meta:
        model = Submission
        fields = ["deadline", "priority", "assigned_to"]
        widgets = {"deadline": AdminDateInput}

    def __init__(self, *args: Any, approvers: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["assigned_to"]).queryset = approvers

    def clean_deadline(self) -> Any:
        """Refuse a day that is over.

        Raises:
            ValidationError: it is.
        """
        deadline = self.cleaned_data["deadline"]
        if deadline and "deadline" in self.changed_data and deadline < timezone.localdate():
            raise ValidationError(_("This day is over. Give one that is not."))
        return deadline

    def clean_assigned_to(self) -> Any:
        """Refuse somebody who may not approve the page.

        Raises:
            ValidationError: with the reason.
        """
        person = self.cleaned_data["assigned_to"]
        if person and (reason := why_not_approve(person, self.instance.workflow_state.content_object)):
            raise ValidationError(
                _("%(person)s changed this page and may not approve it. Choose somebody else.") % {"person": person}
                if person.is_active
                else str(reason)
            )
        return person


class WaitingPageView(PageStepView):
    """A form about a page that waits for approval."""

    @cached_property
    def state(self) -> WorkflowState:
        """The approval under way; once it has ended, the last one."""
        state = self.page.current_workflow_state or self.page.workflow_states.order_by("pk").last()
        if state is None:
            raise Http404
        return state


class SubmissionView(WaitingPageView):
    """Sets by when a page should be live, how urgent it is, and who is to approve it."""

    page_title = gettext_lazy("Deadline, priority and approver")
    header_icon = "calendar-alt"
    form_class = SubmissionForm
    submit_label = gettext_lazy("Save")
    done_message = gettext_lazy("The submission of “%(title)s” was changed.")

    def why_not(self) -> str | Promise | None:
        return why_not_hand_over(self.user, self.state)

    def get_form_kwargs(self) -> dict[str, Any]:
        submission = Submission.objects.filter(workflow_state=self.state).first()
        return {
            **super().get_form_kwargs(),
            "instance": submission or Submission(workflow_state=self.state),
            "approvers": approvers_of(self.state),
        }

    @transaction.atomic
    def carry_out(self, form: Any) -> None:
        submission = form.save()
        parts = [submission.get_priority_display()]
        if submission.deadline:
            parts.append(_("by %(day)s") % {"day": submission.deadline.isoformat()})
        if submission.assigned_to:
            parts.append(_("for %(person)s") % {"person": submission.assigned_to})
        log(instance=self.page, action=HAND_OVER, user=self.user, data={"reason": ", ".join(map(str, parts))})


def approvers_of(state: WorkflowState) -> QuerySet:
    """Return the people who are asked to approve what waits in this step, by name."""
    groups = state.current_task_state.task.specific.groups.all()
    people = get_user_model().objects.filter(is_active=True, groups__in=groups)
    return people.distinct().order_by("last_name", "first_name", "username")


class TakeBackForm(forms.Form):
    """Asks why."""

    reason = ReasonField(label=gettext_lazy("Reason"), required=False, help_text=gettext_lazy("For the record."))


class TakeBackView(WaitingPageView):
    """Takes a submission back, so that the page can be edited again."""

    page_title = gettext_lazy("Take back")
    header_icon = "rotate"
    form_class = TakeBackForm
    explanation = gettext_lazy(
        "The page becomes a draft again, with all that was written. Nobody is asked to approve it."
    )
    submit_label = gettext_lazy("Take back")
    done_message = gettext_lazy("“%(title)s” is a draft again.")

    def why_not(self) -> str | Promise | None:
        return why_not_take_back(self.user, self.state)

    def carry_out(self, form: Any) -> None:
        self.state.cancel(user=self.user)
        log(instance=self.page, action=TAKE_BACK, user=self.user, data={"reason": form.cleaned_data["reason"]})
