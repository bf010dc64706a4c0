"""What goes wrong with backups, in words that say what to do."""


class BackupError(Exception):
    """A backup could not be made, read or brought back. The message says why, and what to do."""
