"""Changes to Wagtail's own behaviour, one module each."""
