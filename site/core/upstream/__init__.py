"""Gaps of Wagtail that every page would fall through, one module a gap."""
