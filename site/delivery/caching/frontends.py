"""Caches in front of the site, as backends of wagtail.contrib.frontend_cache that can forget everything at once."""

from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import requests
from wagtail.contrib.frontend_cache.backends.cloudflare import CloudflareBackend
from wagtail.contrib.frontend_cache.backends.http import HTTPBackend

SECONDS = 2  # that whoever publishes waits for a cache at most


class Frontend(Protocol):
    """A cache that can be told to forget."""

    def purge_all(self) -> None: ...


class Varnish(HTTPBackend):
    """Varnish with `deploy/varnish/default.vcl`, which takes the method BAN from the site's own machines.

    Settings:
        LOCATION: `http://host:port` of the Varnish; several with commas between them.
        KEY: what the environment of the Varnish calls `BAN_KEY`, if it is set there.
    """

    def __init__(self, params: dict[str, Any]) -> None:
        self.locations = [each.strip().rstrip("/") for each in params["LOCATION"].split(",") if each.strip()]
        self.key = params.pop("KEY", "")
        super().__init__({**params, "LOCATION": self.locations[0]})

    def purge_all(self) -> None:
        """Ban all that is kept now, in every Varnish.

        Raises:
            OSError: one did not answer, or refused; the others have been asked before that is raised.
        """
        failed: OSError | None = None
        for location in self.locations:
            headers = {"X-Ban-Key": self.key} if self.key else {}
            request = Request(f"{location}/", method="BAN", headers=headers)  # noqa: S310 - an address of the settings
            try:
                urlopen(request, timeout=SECONDS).close()  # noqa: S310 - as above
            except HTTPError as error:
                error.close()
                failed = error
            except OSError as error:
                failed = error
        if failed is not None:
            raise failed


class Cloudflare(CloudflareBackend):
    """Cloudflare. Settings: ZONEID and BEARER_TOKEN, as Wagtail's own backend has them."""

    def purge_all(self) -> None:
        """Purge everything of the zone.

        Raises:
            requests.RequestException: the service did not answer, or refused.
        """
        requests.post(
            self.cloudflare_purge_endpoint_url,
            json={"purge_everything": True},
            headers={"Authorization": f"Bearer {self.cloudflare_token}"},
            timeout=SECONDS,
        ).raise_for_status()
