"""Renditions are made when a page is published, and whatever happens there is not in the way of publishing."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.management import call_command
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock

from content.factories import full_body, make_image, make_member, make_news, make_publication, make_translation
from content.loading import block
from core.models import AssociationSettings, BasePage
from core.pictures import pictures_in
from library.models import CustomImage
from library.pictures import PRESETS
from news.models import NewsPage


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


def presets_made(image: CustomImage) -> set[str]:
    """Return the presets that all renditions of an image are there of."""
    there = set(image.renditions.values_list("filter_spec", flat=True))
    return {
        name
        for name, preset in PRESETS.items()
        if {spec for specs in preset.specs_for(image).values() for spec in specs} <= there
    }


@pytest.fixture
def image(db):
    return make_image(size=(1800, 1200))


@pytest.fixture
def live_news(structure, image, django_capture_on_commit_callbacks):
    def make(**fields):
        with django_capture_on_commit_callbacks(execute=True):
            return make_news(
                structure["pl"].sections["news"],
                **{"lead_image": image, "lead_image_alt": "A river", "body": [], **fields},
            )

    return make


def test_publishing_makes_what_a_page_and_its_lists_show(live_news, image):
    in_body = make_image(size=(1800, 1200))

    live_news(body=full_body(in_body))

    assert presets_made(image) == {"lead", "story", "card"}
    assert presets_made(in_body) == {"body"}


def test_every_page_type_with_an_image_of_its_own_makes_it(structure, image, django_capture_on_commit_callbacks):
    arms = make_image(size=(600, 700))
    with django_capture_on_commit_callbacks(execute=True):
        make_publication(structure["pl"].sections["publications"], cover=image)
        make_member(structure["pl"].sections["members"], coat_of_arms=arms)

    assert presets_made(image) == {"cover"}
    assert presets_made(arms) == {"sign"}


def test_a_draft_makes_nothing_and_a_translation_makes_nothing_twice(
    live_news, structure, image, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        make_news(structure["pl"].sections["news"], live=False, lead_image=image, lead_image_alt="A river")
    assert not image.renditions.exists()

    page = live_news()
    made = image.renditions.count()
    with django_capture_on_commit_callbacks(execute=True):
        make_translation(page)

    assert image.renditions.count() == made


def test_readers_find_all_renditions_made(live_news, client, monkeypatch):
    page = live_news(body=full_body(make_image(size=(900, 600))))

    def refuse(*_args, **_kwargs):
        raise AssertionError("a rendition was made while a reader waited")

    monkeypatch.setattr(CustomImage, "generate_rendition_file", refuse)
    for address in (page.url, page.get_parent().url, "/"):
        text = client.get(address).content.decode()
        assert "image/avif" in text
        assert "<img" in text


def test_a_body_read_before_its_renditions_were_made_is_rendered_again(
    structure, client, django_capture_on_commit_callbacks
):
    image = make_image(size=(900, 600))
    with django_capture_on_commit_callbacks() as publishing:
        page = make_news(structure["pl"].sections["news"], body=full_body(image))
    assert "image/avif" not in client.get(page.url).content.decode()

    for callback in publishing:
        callback()

    assert "image/avif" in client.get(page.url).content.decode()


def test_a_broken_image_is_logged_and_the_page_is_live(live_news, image, caplog):
    other = make_image(size=(900, 600))
    image.file.storage.delete(image.file.name)

    page = live_news(body=full_body(other))

    assert NewsPage.objects.get(pk=page.pk).live
    assert presets_made(other) == {"body"}
    assert f"Renditions of image {image.pk}" in caplog.text


def test_a_new_focal_point_of_an_image_on_a_live_page_makes_its_cuts(
    live_news, image, django_capture_on_commit_callbacks
):
    live_news()
    before = image.renditions.count()
    image = CustomImage.objects.get(pk=image.pk)
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 50

    with django_capture_on_commit_callbacks(execute=True):
        image.save()

    assert image.renditions.count() == 2 * before


def test_a_body_with_many_images_takes_as_many_queries_as_with_few(live_news, client, django_assert_max_num_queries):
    def body_of(number):
        image = make_image(size=(64, 36))
        value = {"image": image.pk, "alt_text": "A river", "decorative": False, "caption": "", "credit": "A"}
        return [block(uuid4(), "image", value, number) for _ in range(number)]

    counts = []
    for number in (3, 40):
        page = live_news(body=body_of(number))
        client.get("/")  # what every page asks for is in the cache
        with django_assert_max_num_queries(20) as queries:
            client.get(page.url)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_command_makes_what_is_missing_once(structure, image):
    make_news(structure["pl"].sections["news"], title="Ścieżka", lead_image=image, lead_image_alt="A river")
    first, second = StringIO(), StringIO()

    call_command("make_renditions", stdout=first)
    call_command("make_renditions", stdout=second)

    assert presets_made(image) == {"lead", "story", "card"}
    assert f"{image.renditions.count()} for “Ścieżka”" in first.getvalue()
    assert second.getvalue().startswith("0 renditions were made")


def test_the_signs_on_every_page_are_made_when_the_association_is_saved(structure, django_capture_on_commit_callbacks):
    association = AssociationSettings.objects.get()
    association.mark, association.bip_sign = make_image(size=(400, 400)), make_image(size=(600, 300))
    with django_capture_on_commit_callbacks(execute=True):
        association.save()

    assert presets_made(association.mark) == presets_made(association.bip_sign) == {"sign"}


def test_the_command_makes_the_signs_on_every_page(structure):
    association = AssociationSettings.objects.get()
    association.bip_sign = make_image(size=(600, 300))
    association.save()

    call_command("make_renditions", stdout=StringIO())

    assert presets_made(association.bip_sign) == {"sign"}


def test_images_are_found_however_deep(image):
    class Row(blocks.StructBlock):
        photo = ImageChooserBlock()
        sign = ImageChooserBlock(picture_preset="sign", required=False)

    class Gallery(blocks.StructBlock):
        rows = blocks.ListBlock(Row())

        class Meta:
            picture_preset = "gallery"

    stream = blocks.StreamBlock([("gallery", Gallery()), ("nested", blocks.StreamBlock([("row", Row())]))])
    value = stream.to_python(
        [
            {"type": "gallery", "value": {"rows": [{"photo": image.pk, "sign": None}, {"photo": None}]}},
            {"type": "nested", "value": [{"type": "row", "value": {"photo": image.pk, "sign": image.pk}}]},
        ]
    )

    assert list(pictures_in(stream, value)) == [(image, "gallery"), (image, "sign")]


def image_blocks(definition: blocks.Block, preset: str | None = None):
    """Yield every block that takes an image, with the preset it is shown as."""
    preset = getattr(definition.meta, "picture_preset", preset)
    if isinstance(definition, ImageChooserBlock):
        yield definition, preset
    children = [definition.child_block] if isinstance(definition, blocks.ListBlock) else []
    for child in [*children, *getattr(definition, "child_blocks", {}).values()]:
        yield from image_blocks(child, preset)


def page_types(parent: type = BasePage):
    for model in parent.__subclasses__():
        if not model._meta.abstract:
            yield model
        yield from page_types(model)


@pytest.mark.parametrize("model", list(page_types()), ids=lambda model: model.__name__)
def test_every_image_that_a_page_takes_says_where_it_is_shown(model):
    for field in model._meta.get_fields():
        if field.related_model is CustomImage and field.many_to_one:
            assert model.picture_presets.get(field.name), f"{model.__name__}.picture_presets lacks {field.name}"
        if isinstance(field, StreamField):
            for definition, preset in image_blocks(field.stream_block):
                assert preset in PRESETS, f"{model.__name__}.{field.name}: give “{definition.name}” a picture_preset"
    for presets in model.picture_presets.values():
        assert set(presets) <= set(PRESETS)
