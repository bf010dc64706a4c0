"""Images and the words that stand for them."""

import pytest

from content.sample_blocks import item


def image(**fields):
    return {"image": 1, "alt_text": "Most nad rzeką", "decorative": False, "caption": "", "credit": "", **fields}


def test_an_image_with_words_or_marked_as_decoration_is_fine(found):
    values = [image(), image(alt_text="", decorative=True), image(image=None, alt_text="")]
    assert found("image-alt", *(("image", value) for value in values)) == []


def test_an_image_without_words_is_found_at_any_depth(found):
    gallery = {"images": [item(image()), {"type": "item", "id": "b", "value": image(alt_text=" ")}]}
    blocks = [("image", image(alt_text="")), ("gallery", gallery)]
    assert found("image-alt", *blocks) == ["body.0.alt_text", "body.1.images.b.alt_text"]


def test_the_lead_image_has_words_too(found):
    assert found("image-alt", lead_image_id=1) == ["lead_image_alt"]
    assert found("image-alt", lead_image_id=1, lead_image_decorative=True) == []
    assert found("image-alt", lead_image_id=1, lead_image_alt="Most") == []
    assert found("image-alt") == []


@pytest.mark.parametrize("text", ["IMG_2034.JPG", "most.webp", "DSC_0012", "zdjęcie 3", "Zdjęcie", "grafika.", "photo"])
def test_words_that_say_nothing_are_found(found, text):
    assert found("image-alt-empty", ("image", image(alt_text=text))) == ["body.0.alt_text"]


@pytest.mark.parametrize("text", ["Most nad rzeką", "Plakat z datą 5 maja", "Zdjęcie grupowe zarządu", "Obraz Matejki"])
def test_words_that_say_something_are_fine(found, text):
    assert found("image-alt-empty", ("image", image(alt_text=text))) == []
