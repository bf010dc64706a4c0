"""Suggestions of a machine translator, off by default, and the rule that a person answers for every word of them."""
