"""Which video an address means, and that our policy lets its player in."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings

from core.videos import hosted_video

YOUTUBE = "https://www.youtube.com/watch?v=a-b_cdefghi"
VIMEO = "https://vimeo.com/123456789"
UNLISTED = "https://vimeo.com/123456789/abcdef1234"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://www.youtube.com/watch?v=a-b_cdefghi", YOUTUBE),
        ("http://m.youtube.com/watch?list=PL1&v=a-b_cdefghi&t=10s", YOUTUBE),
        ("https://youtu.be/a-b_cdefghi?si=tracking", YOUTUBE),
        ("https://www.youtube.com/embed/a-b_cdefghi", YOUTUBE),
        ("https://www.youtube.com/shorts/a-b_cdefghi/", YOUTUBE),
        ("https://www.youtube.com/live/a-b_cdefghi?feature=share", YOUTUBE),
        ("https://www.youtube-nocookie.com/embed/a-b_cdefghi", YOUTUBE),
        (" HTTPS://YouTube.com/watch?v=a-b_cdefghi ", YOUTUBE),
        ("https://vimeo.com/123456789", VIMEO),
        ("https://www.vimeo.com/123456789?share=copy", VIMEO),
        ("https://vimeo.com/channels/staffpicks/123456789", VIMEO),
        ("https://vimeo.com/showcase/7654321/video/123456789", VIMEO),
        ("https://player.vimeo.com/video/123456789", VIMEO),
        ("https://vimeo.com/123456789/abcdef1234", UNLISTED),
        ("https://player.vimeo.com/video/123456789?h=abcdef1234", UNLISTED),
    ],
)
def test_every_way_to_write_an_address_means_the_same_video(address, url):
    assert hosted_video(address).url == url


@pytest.mark.parametrize(
    "address",
    [
        "",
        "youtube",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/playlist?list=PL1",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=a-b_cdefghi%22onload",
        "https://youtube.com.example.org/watch?v=a-b_cdefghi",
        "https://example.org/?u=https://youtu.be/a-b_cdefghi",
        "https://user@example.org/watch?v=a-b_cdefghi",
        "javascript:alert(1)//youtu.be/a-b_cdefghi",
        "ftp://youtu.be/a-b_cdefghi",
        "https://youtu.be/",
        "https://vimeo.com/",
        "https://vimeo.com/about",
        "https://vimeo.com/showcase/7654321",
        "http://[",
        "https://youtu.be:port/a-b_cdefghi\x00",
    ],
)
def test_an_address_of_anything_else_means_no_video(address):
    assert hosted_video(address) is None


@pytest.mark.parametrize("address", [YOUTUBE, UNLISTED])
def test_the_policy_lets_the_player_in_and_the_reader_is_told_whence_it_comes(address):
    video = hosted_video(address)
    player = urlsplit(video.player_url)
    assert f"{player.scheme}://{player.hostname}" in settings.VIDEO_PLAYERS
    assert player.hostname.removeprefix("www.") == video.player_host


def test_the_policy_lets_in_nothing_but_the_players():
    players = {urlsplit(hosted_video(address).player_url) for address in (YOUTUBE, VIMEO)}
    assert set(settings.VIDEO_PLAYERS) == {f"{player.scheme}://{player.hostname}" for player in players}


def test_the_key_of_an_unlisted_video_reaches_its_player():
    assert "h=abcdef1234" in hosted_video(UNLISTED).player_url
    assert "h=" not in hosted_video(VIMEO).player_url


def test_providers_are_asked_to_keep_little():
    assert "youtube-nocookie.com" in hosted_video(YOUTUBE).player_url
    assert "dnt=1" in hosted_video(VIMEO).player_url
