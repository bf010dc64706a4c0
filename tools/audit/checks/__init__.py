"""One module a check. Each finds the faults of a page that is open, or of what the site served, and says them in words.

A fault is one line: what is wrong, at which element, and the value that was measured.
"""
