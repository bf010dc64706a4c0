"""Gaps of Wagtail that the publishing rules would fall through, one module a gap."""
