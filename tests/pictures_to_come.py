"""Pictures that documents name and that are not there yet. The list is to be empty."""

PICTURES_TO_COME = frozenset(
    f"editors/{name}-{language}.webp"
    for language in ("pl", "en")
    for name in (
        "desk",
        "submitted",
        "returned",
        "emergency",
        "take-down",
        "withdrawn",
        "recycle-bin",
        "checks",
        "review-date",
    )
)
