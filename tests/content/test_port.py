"""Links that the site makes of itself lead to where it was started."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from tools.run import follow_port


@pytest.fixture
def site(structure):
    """A site as `make run` makes it at one port."""
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = "127.0.0.1", 8000
    site.save()
    return site


def test_links_follow_the_port_of_each_start(site, client):
    follow_port("http://127.0.0.1:8011/")
    assert Site.objects.get(pk=site.pk).root_url == "http://127.0.0.1:8011"
    assert b"http://127.0.0.1:8011/" in client.get(reverse("feed")).content


def test_a_host_that_staff_have_named_stays(site):
    site.hostname, site.port = "strona.example.org", 443
    site.save()
    follow_port("http://127.0.0.1:8011/")
    assert Site.objects.get(pk=site.pk).root_url == "https://strona.example.org"
