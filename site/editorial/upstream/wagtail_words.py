"""Words of Wagtail's editor and lists that its Polish catalogue lacks; ours gives them.

Nothing imports this: `make messages` reads it, and Django prefers our catalogue to an app's own.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    # Two people in one page, and saving by itself
    _("Proceeding will overwrite the changes made by %(user_name)s."),
    _("Proceeding will overwrite the changes you made in that window."),
    _("Alternatively, you can view the latest version in a new tab."),
    _("View latest version"),
    _("Currently idle"),
    _("Saving will overwrite a newer version."),
    _("Saved"),
    _("Autosave is paused"),
    _("Autosave is <span>paused</span>"),
    _("A network error occurred"),
    _(
        "Troubleshoot your connection to the site before proceeding. Open the editor in a separate tab to view the "
        "last saved version."
    ),
    # Errors
    _("Go to the first error"),
    _("There are validation errors, click save to highlight them."),
    _("The page could not be created due to validation errors."),
    _("The page could not be saved due to validation errors."),
    _("The page could not be saved as it is locked."),
    _("Correct the validation errors to resume preview (saving will highlight errors)"),
    _("Expiry date/time must be in the future."),
    _("The slug '%(page_slug)s' is already in use within the parent page."),
    # The panels at the side
    _("Toggle checks"),
    _("Readability"),
    _("This data explained"),
    _("How we calculate our metrics"),
    _("Once scheduled:"),
    _("Cancelled by %(cancelled_by)s"),
    _("Add or show comments"),
    _("Toggle minimap"),
    _("Actions (footer)"),
    # Lists
    _("No %(model_name)s match your query."),
    _("There are no %(model_name)s to display."),
    _("item"),
    _("items"),
    _("Minimum"),
    _("Maximum"),
    _("Anyone"),
    _("Locked by"),
    _("Compare"),
)
