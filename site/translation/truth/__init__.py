"""Whether an English page is true to its Polish page: what a person said of it, and what has changed since."""
