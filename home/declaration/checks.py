"""What an accessibility statement may not say: dates that cannot be, and claims that its own list of faults denies."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from core.models import AssociationSettings
from core.templatetags.site_tags import page_date
from home.declaration.faults import Fault, Kind, faults_of

if TYPE_CHECKING:
    from wagtail.models import Page

    from home.declaration.page import AccessibilityStatementPage

Errors = dict[str, str]


def wrong_dates(page: "AccessibilityStatementPage") -> Errors:
    """Return a message for each date that cannot be, by name of the field. A translation's dates are not its own."""
    if page.has_owner_elsewhere:
        return {}
    errors: Errors = {}
    today = timezone.localdate()
    for name in ("published_on", "changed_on", "drawn_up_on", "reviewed_on"):
        day = getattr(page, name)
        if day and day > today and not page.is_unfinished:  # a draft is written ahead of the day
            errors[name] = _("This day is still to come. Write the day on which it happened.")
    if page.published_on and page.changed_on and page.changed_on < page.published_on:
        errors.setdefault(
            "changed_on", _("The site cannot have changed before it was published. Correct one of the two.")
        )
    if page.reviewed_on and page.drawn_up_on and page.reviewed_on < page.drawn_up_on:
        errors.setdefault(
            "reviewed_on", _("The statement cannot have been reviewed before it was drawn up. Correct one of the two.")
        )
    first = _first_drawn_up(page)
    if first and page.drawn_up_on and page.drawn_up_on != first:
        errors["drawn_up_on"] = _(
            "The published statement was drawn up on %(date)s, and that day never changes. Write it again. "
            "For a review, fill in the day of the last review."
        ) % {"date": page_date(first)}
    return errors


def _first_drawn_up(page: "AccessibilityStatementPage") -> date | None:
    """Return the day that readers have been told, or None before the first publication."""
    if page.pk is None:
        return None
    published = type(page).objects.filter(pk=page.pk, first_published_at__isnull=False)
    return published.values_list("drawn_up_on", flat=True).first()


def contradictions(page: "AccessibilityStatementPage") -> Errors:
    """Return what stands against publishing the statement as it is, by name of the field."""
    faults = faults_of(page)
    still_open = [fault for fault in faults if fault.is_open]
    errors = _about_texts(page, still_open)
    if not page.has_owner_elsewhere:
        errors |= _about_status(page, still_open) | _about_basis(page) | _about_contact(page) | _about_repairs(faults)
    return errors


def untranslated(page: "AccessibilityStatementPage") -> Errors:
    """Return what a translator has left in Polish, by name of the field. A draft, which starts as a copy, may wait."""
    still_open = [fault for fault in faults_of(page) if fault.is_open]
    has_burden = any(fault.kind == Kind.BURDEN for fault in still_open)
    errors: Errors = {}
    if any(fault.language for fault in still_open):
        errors["faults"] = _("A known fault is still described in Polish. Describe it in the language of this page.")
    if has_burden and page.burden_assessment and not page.own_burden_assessment:
        errors["burden_assessment"] = _("The assessment is still in Polish. Write it in the language of this page.")
    return errors


def _about_status(page: "AccessibilityStatementPage", still_open: list[Fault]) -> Errors:
    if page.status == "full" and still_open:
        return {
            "status": _(
                "A fully compliant site has no known faults, but the list has some that are not repaired. Choose "
                "another status, or write the day of repair at each of them."
            )
        }
    if page.status in ("partial", "none") and not still_open:
        return {
            "status": _(
                "This status needs at least one known fault that is not repaired. Describe in the list what is not "
                "accessible, or choose “fully compliant”."
            )
        }
    return {}


def _about_texts(page: "AccessibilityStatementPage", still_open: list[Fault]) -> Errors:
    errors: Errors = {}
    has_burden = any(fault.kind == Kind.BURDEN for fault in still_open)
    if has_burden and not page.burden_assessment:
        errors["burden_assessment"] = _(
            "A known fault rests on disproportionate burden, which the law allows only after an assessment. "
            "Write its result here, or choose another kind for the fault."
        )
    if page.burden_assessment and not has_burden:
        errors["burden_assessment"] = _(
            "No known fault rests on disproportionate burden any more. Remove this text, or add the fault."
        )
    if not page.architecture and not page.architecture_url:
        errors["architecture"] = _("Describe how accessible the seat is, or give the address of a description below.")
    return errors


def _about_basis(page: "AccessibilityStatementPage") -> Errors:
    if page.basis not in ("audit", "supplier"):
        if page.assessor:
            return {
                "assessor": _(
                    "A self-assessment is the association's own. Remove the name, and the address of a result that is "
                    "not the association's, or choose another basis."
                )
            }
        return {}
    errors: Errors = {}
    if not page.assessor:
        errors["assessor"] = _("Name who made the audit or the statement.")
    if not page.assessment_url:
        errors["assessment_url"] = _("Give the address at which readers find the audit's report or the statement.")
    return errors


def _about_contact(page: "AccessibilityStatementPage") -> Errors:
    if page.contact_email and page.contact_phone:
        return {}
    association = AssociationSettings.objects.filter(site__is_default_site=True).first()
    errors: Errors = {}
    if not page.contact_email and not (association and association.email_for_accessibility):
        errors["contact_email"] = _("The association's settings have no e-mail address. Give one here or there.")
    if not page.contact_phone and not (association and association.phone_for_accessibility):
        errors["contact_phone"] = _("The association's settings have no phone number. Give one here or there.")
    return errors


def _about_repairs(faults: list[Fault]) -> Errors:
    today = timezone.localdate()
    for number, fault in enumerate(faults, start=1):
        if fault.repaired_on and fault.repaired_on > today:
            return {
                "faults": _("Fault %(number)s: the day of repair is still to come. Write it once it works.")
                % {"number": number}
            }
        if fault.is_open and fault.planned_on and fault.planned_on < today:
            return {
                "faults": _(
                    "Fault %(number)s was to be repaired by %(date)s, which has passed. "
                    "Write the day of repair, or plan another one."
                )
                % {"number": number, "date": page_date(fault.planned_on)}
            }
    return {}


def why_not_publish(page: "Page") -> str | None:
    """Say why a page may not go live, if it is a statement that contradicts itself: a condition of publishing."""
    from home.declaration.page import AccessibilityStatementPage

    if not isinstance(page, AccessibilityStatementPage):
        return None
    messages = [message for check in (wrong_dates, contradictions, untranslated) for message in check(page).values()]
    return " ".join(messages) or None
