"""Gaps of Wagtail that the recycle bin would show to readers, one module a gap."""
