"""What the tests of accounts share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _forget_counts():
    """Throttles count in the cache, which no test may hand on to the next."""
    cache.clear()
    yield
    cache.clear()
