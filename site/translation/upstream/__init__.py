"""What wagtail-localize and Wagtail would do to translations around the publishing rules, one module a matter."""
