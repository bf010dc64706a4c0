"""Headings in their order."""

from content.sample_blocks import accordion_value


def heading(level):
    return ("heading", {"text": f"Nagłówek {level}", "level": f"h{level}"})


TEXT = ("text", "<p>Tekst.</p>")


def test_headings_in_order_are_fine(found):
    assert found("heading-skipped", heading(2), TEXT, heading(3), heading(4), heading(2), heading(3)) == []


def test_a_heading_that_leaves_a_level_out_is_found(found):
    assert found("heading-skipped", TEXT, heading(3), heading(4)) == ["body.1.level"]
    assert found("heading-skipped", heading(2), heading(4), heading(3)) == ["body.1.level"]


def test_headings_of_other_blocks_count(found):
    files = ("files", {"heading": "Pliki", "files": []})
    assert found("heading-skipped", heading(2), heading(3), files, heading(4)) == ["body.3.level"]
    assert found("heading-skipped", ("accordion", accordion_value("Co?")), heading(2)) == []
