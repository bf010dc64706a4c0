"""How the table of permissions is renewed after a change that is meant."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the table."""
    parser.addoption("--renew-permissions", action="store_true", help="write docs/operators/permissions.md anew")
