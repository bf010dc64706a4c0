"""The pages that the site comes with pass its own checks."""

from wagtail.models import Page

from checks.findings import findings_in


def test_no_check_stands_in_the_way_of_any_page(structure):
    found = [
        f"{page.title} › {finding.place}: {finding.message}"
        for page in Page.objects.filter(depth__gt=1).specific()
        for finding in findings_in(page)
        if finding.blocks
    ]
    assert not found
