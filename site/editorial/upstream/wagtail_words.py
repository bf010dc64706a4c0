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
    _("Checks"),
    _("Meta description is empty"),
    _("Add a concise description for search engines"),
    _("Empty frame title found"),
    _("Input button text is empty"),
    _("We extract the main content from the page preview, remove all formatting, and calculate the number of words."),
    _("We calculate reading time from word count, using different reading speeds for different languages."),
    _(
        "We use a readability formula based on length of words and sentences. Long sentences and words result in a "
        "worse readability score."
    ),
    _(
        'See our <a href="%(guide_link)s" target="_blank">content checks guide</a> for more information on how '
        "content metrics are calculated."
    ),
    # Tables in texts
    _("Which cells should be displayed as headers?"),
    _("Select a header option"),
    _("Display the first row as a header"),
    _("Display the first column as a header"),
    _("Display the first row AND first column as headers"),
    _("A heading that identifies the overall topic of the table, and is useful for screen reader users."),
    _("- Select an option -"),
    # The dialog of keyboard shortcuts, and the account
    _("Show keyboard shortcuts"),
    _("Keyboard shortcuts are currently enabled; manage your %(account_link)s to disable them."),
    _("account"),
    _("Application"),
    _("Text editing"),
    _("Subscript"),
    _("Superscript"),
    _("Close modal dialogs (like this one)"),
    _("Enable custom keyboard shortcuts specific to Wagtail."),
    _("Use server language: %(language_name)s"),
    _("Profile"),
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
    _("Breadcrumb"),
    _("%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s"),
    _("Is commenting action"),
)
