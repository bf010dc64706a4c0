"""The desk: what waits for a person, why, and the one action that clears it. It is the admin's first page."""
