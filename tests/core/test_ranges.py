"""A range of numbers stays on one line, and what surrounds it stays harmless."""

import pytest

from core.templatetags.site_tags import ranges_together


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("od 8.00–15.00", 'od <span class="together">8.00–15.00</span>'),
        ("5–7 i 8–9", '<span class="together">5–7</span> i <span class="together">8–9</span>'),
        ("Łódź – Żory", "Łódź – Żory"),
        ("<b>1–2</b>", '&lt;b&gt;<span class="together">1–2</span>&lt;/b&gt;'),
        (None, ""),
    ],
)
def test_a_range_is_kept_together_and_the_rest_is_escaped(text, html):
    assert ranges_together(text) == html
