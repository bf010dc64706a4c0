"""Tasks that wait for a worker: those that failed are tried again, and administrators see them."""
