"""Videos that others host: which video an address means, and where its player is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
VIMEO_ID = re.compile(r"[0-9]{5,12}")
VIMEO_KEY = re.compile(r"[0-9a-f]{6,20}")

YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com"})
YOUTUBE_PLAYER_HOSTS = frozenset({"youtube-nocookie.com", "www.youtube-nocookie.com"})
VIMEO_HOSTS = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})


@dataclass(frozen=True)
class HostedVideo:
    """A video at a provider.

    Attributes:
        provider: name, as readers know it.
        url: the page of the video at the provider, always written in the same way.
        player_host: where the player comes from, as readers are told.
        player_url: the player, which starts to play when it is loaded.
    """

    provider: str
    url: str
    player_host: str
    player_url: str


def hosted_video(address: str) -> HostedVideo | None:
    """Return the video that an address of YouTube or Vimeo means, in any of the ways they write it; else None."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if host == "youtu.be":
        return _youtube(_steps(parts)[0])
    if host in YOUTUBE_HOSTS | YOUTUBE_PLAYER_HOSTS:
        first, second = _steps(parts)[:2]
        if first == "watch":
            return _youtube(_parameter(parts, "v"))
        return _youtube(second) if first in {"embed", "live", "shorts", "v"} else None
    if host in VIMEO_HOSTS:
        steps = _steps(parts)
        number = next((step for step in steps if VIMEO_ID.fullmatch(step)), "")
        if steps[0] in {"showcase", "album"}:  # their own number comes first
            number = steps[3]
        after = steps[steps.index(number) + 1] if number else ""
        return _vimeo(number, _parameter(parts, "h") or after)
    return None


def _steps(parts: SplitResult) -> list[str]:
    """Return the steps of a path, and empty ones after them."""
    return [*filter(None, parts.path.split("/")), "", "", "", ""]


def _parameter(parts: SplitResult, name: str) -> str:
    return parse_qs(parts.query).get(name, [""])[0]


def _youtube(video: str) -> HostedVideo | None:
    if not YOUTUBE_ID.fullmatch(video):
        return None
    host = "youtube-nocookie.com"
    return HostedVideo(
        provider="YouTube",
        url=f"https://www.youtube.com/watch?v={video}",
        player_host=host,
        player_url=_player(f"www.{host}", f"/embed/{video}", {"autoplay": "1", "rel": "0"}),
    )


def _vimeo(video: str, key: str) -> HostedVideo | None:
    """Return a video of Vimeo. One that is not listed there has a key besides its number."""
    if not VIMEO_ID.fullmatch(video):
        return None
    key = key if VIMEO_KEY.fullmatch(key) else ""
    host = "player.vimeo.com"
    return HostedVideo(
        provider="Vimeo",
        url=f"https://vimeo.com/{video}" + (f"/{key}" if key else ""),
        player_host=host,
        player_url=_player(host, f"/video/{video}", {"autoplay": "1", "dnt": "1", **({"h": key} if key else {})}),
    )


def _player(host: str, path: str, parameters: Mapping[str, str]) -> str:
    return f"https://{host}{path}?{urlencode(parameters)}"
