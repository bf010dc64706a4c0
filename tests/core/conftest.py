"""What tests of drawn pictures share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """No picture, position or rendition of another test, whose pages have the same numbers after a rollback."""
    cache.clear()
