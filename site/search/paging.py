"""Pages of a list, by a number that is the reader's to change."""

import re

from django.core.paginator import Page, Paginator

MOST_DIGITS = 9


def nearest_page(paginator: Paginator, number: str) -> Page:
    """Return the page of that number, or the one nearest to it; the first one for what is no number."""
    number = number.strip()
    if re.fullmatch(r"-\d+|0+", number, re.ASCII):
        number = "1"
    elif re.fullmatch(r"\d+", number, re.ASCII) and len(number.lstrip("0")) > MOST_DIGITS:
        number = str(paginator.num_pages)
    return paginator.get_page(number)
