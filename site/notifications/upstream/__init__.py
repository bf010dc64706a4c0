"""Changes to what Wagtail itself sends, and when, one module a change."""
