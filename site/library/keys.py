"""Primary keys as markup and addresses name them: text that anybody may have written."""

LARGEST_KEY = 2**31 - 1
LONGEST_KEY = 18  # digits


def key_named_by(text: object) -> int:
    """Return the primary key that a text names; 0, which nothing has, where it names none that a database can hold."""
    digits = str(text or "")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_KEY else 0
    return number if number <= LARGEST_KEY else 0
