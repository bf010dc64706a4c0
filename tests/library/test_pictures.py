"""Images as readers get them: every width and format, the right size, the focal point, nothing of the camera's."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.template import Context, Template, TemplateSyntaxError
from django.test.utils import CaptureQueriesContext
from PIL import Image, features

from content.factories import make_image
from library.models import CustomImage, CustomRendition
from library.pictures import PRESETS, load_pictures, make_renditions, picture


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


def image_of(content: BytesIO, name: str, size: tuple[int, int], **fields) -> CustomImage:
    return CustomImage.objects.create(
        title=name, file=ContentFile(content.getvalue(), name), width=size[0], height=size[1], **fields
    )


def halves(size: tuple[int, int], **fields) -> CustomImage:
    """Make an image whose left half is red and whose right half is blue."""
    drawn = Image.new("RGB", size, "#ff0000")
    drawn.paste("#0000ff", (size[0] // 2, 0, *size))
    content = BytesIO()
    drawn.save(content, "PNG")
    return image_of(content, "halves.png", size, **fields)


def shown(image: CustomImage | None, arguments: str, **context: str) -> BeautifulSoup:
    template = Template("{% load picture_tags %}{% picture_of image " + arguments + " %}")
    return BeautifulSoup(template.render(Context({"image": image, **context})), "html.parser")


def rendition_at(url: str) -> CustomRendition:
    return next(each for each in CustomRendition.objects.all() if each.url == url)


def again(image: CustomImage) -> CustomImage:
    return CustomImage.objects.get(pk=image.pk)


def test_this_machine_writes_avif():
    assert features.check("avif")


@pytest.mark.django_db
@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("size", [(2400, 1600), (600, 1000), (333, 77)], ids=str)
def test_every_preset_offers_what_the_original_has_and_no_more(name, size):
    image = make_image(size=size)
    make_renditions(image, [name])

    found = shown(image, f'"{name}" alt="A river"')

    sources = found.find_all("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    widths = []
    for source in sources:
        assert source["sizes"] == PRESETS[name].sizes
        candidates = [candidate.split() for candidate in source["srcset"].split(", ")]
        widths = [int(width.removesuffix("w")) for _url, width in candidates]
        assert widths == sorted(set(widths))
        assert widths[-1] <= size[0]
        for url, width in candidates:
            file = rendition_at(url).file
            assert Image.open(file).width == int(width.removesuffix("w"))
    img = found.find("img")
    fallback = rendition_at(img["src"])
    assert Image.open(fallback.file).size == (int(img["width"]), int(img["height"]))
    assert int(img["width"]) == widths[-1]
    expected = PRESETS[name].ratio or size
    assert int(img["width"]) / int(img["height"]) == pytest.approx(expected[0] / expected[1], rel=0.05)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("width", "widths"),
    [(300, [480]), (480, [480]), (500, [480]), (700, [480, 800]), (800, [480, 800]), (5000, [480, 800, 1344])],
)
def test_a_width_that_adds_nothing_is_left_out(width, widths):
    assert PRESETS["body"].widths_for(CustomImage(width=width, height=100)) == widths


@pytest.mark.django_db
@pytest.mark.parametrize(("x", "colour"), [(100, (255, 0, 0)), (1900, (0, 0, 255))])
def test_what_is_cut_keeps_the_focal_point(x, colour):
    image = halves((2000, 400), focal_point_x=x, focal_point_y=200, focal_point_width=100, focal_point_height=100)
    make_renditions(image, ["card"])

    img = shown(image, '"card" alt=""').img
    pixels = Image.open(rendition_at(img["src"]).file).convert("RGB")

    for place in (0.05, 0.5, 0.95):
        pixel = pixels.getpixel((int(pixels.width * place), pixels.height // 2))
        assert pixel == pytest.approx(colour, abs=8)


@pytest.mark.django_db
def test_a_changed_focal_point_changes_the_picture_at_once():
    image = halves((2000, 400))
    make_renditions(image, ["card"])
    before = shown(image, '"card" alt=""').img["src"]

    image = again(image)
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 100
    image.save()
    make_renditions(image, ["card"])

    assert shown(again(image), '"card" alt=""').img["src"] != before


@pytest.mark.django_db
def test_transparency_is_kept_for_signs_and_filled_with_white_elsewhere():
    content = BytesIO()
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(content, "PNG")
    image = image_of(content, "sign.png", (400, 400))
    make_renditions(image, ["sign", "body"])

    for rendition in image.renditions.all():
        pixel = Image.open(rendition.file).convert("RGBA").getpixel((9, 9))
        if rendition.filter_spec.startswith("max-"):
            assert pixel[3] == 0, rendition.filter_spec
        else:
            assert pixel == pytest.approx((255, 255, 255, 255), abs=3), rendition.filter_spec
    assert shown(image, '"sign" alt=""').img["src"].endswith(".png")


@pytest.mark.django_db
def test_a_photograph_gives_away_neither_place_nor_device():
    exif = Image.Exif()
    exif[0x0110] = "Secret camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 13.0, 47.0)
    content = BytesIO()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret place</x:xmpmeta>'
    Image.new("RGB", (800, 600), "#0b5570").save(content, "JPEG", exif=exif, xmp=xmp, comment=b"Secret comment")
    assert b"Secret camera" in content.getvalue()
    image = image_of(content, "photograph.jpg", (800, 600))
    make_renditions(image, PRESETS)
    image.get_rendition("max-165x165")  # as the library shows it to staff

    assert {spec.rpartition("-")[2] for spec in image.renditions.values_list("filter_spec", flat=True)} > {
        "avif",
        "webp",
        "jpeg",
        "png",
    }
    for rendition in image.renditions.all():
        bytes_of_file = rendition.file.open().read()
        assert b"Secret" not in bytes_of_file, rendition.filter_spec
        assert not Image.open(BytesIO(bytes_of_file)).getexif().get_ifd(0x8825), rendition.filter_spec


@pytest.mark.django_db
def test_a_photograph_taken_upright_is_shown_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    content = BytesIO()
    Image.new("RGB", (800, 600), "#0b5570").save(content, "JPEG", exif=exif)
    image = image_of(content, "upright.jpg", (600, 800))
    make_renditions(image, ["body"])

    img = shown(image, '"body" alt=""').img

    assert (img["width"], img["height"]) == ("600", "800")


# The tag


@pytest.mark.django_db
def test_the_tag_escapes_and_passes_on_what_it_is_given():
    image = make_image(size=(900, 600))
    make_renditions(image, ["card"])

    lazy = shown(image, '"card" alt=words class="x" sizes="5rem"', words='<b> "A" & B')
    eager = shown(image, '"card" alt="" loading="eager"')

    assert lazy.img["alt"] == '<b> "A" & B'
    assert lazy.img["class"] == ["x"]
    assert (lazy.img["loading"], lazy.img["decoding"], lazy.img.get("fetchpriority")) == ("lazy", "async", None)
    assert {source["sizes"] for source in lazy.find_all("source")} == {"5rem"}
    assert eager.img["alt"] == ""
    assert (eager.img["loading"], eager.img["fetchpriority"]) == ("eager", "high")


@pytest.mark.parametrize("arguments", ['"card"', '"postcard" alt=""'])
def test_a_forgotten_alternative_text_and_an_unknown_preset_are_errors(arguments):
    with pytest.raises(TemplateSyntaxError):
        shown(None, arguments)


def test_without_an_image_there_is_nothing():
    assert shown(None, '"card" alt=""').get_text(strip=True) == ""


# What readers wait for


@pytest.mark.django_db
def test_a_reader_waits_for_one_rendition_at_most_and_only_once():
    image = make_image(size=(2400, 1600))

    first = shown(image, '"lead" alt=""')
    with CaptureQueriesContext(connection) as queries:
        second = shown(again(image), '"lead" alt=""')

    assert image.renditions.count() == 1
    assert first.img["src"]
    assert not first.find("source")
    assert not first.img.get("sizes")
    assert second.img == first.img
    assert len(queries) == 1  # the image's own


@pytest.mark.django_db
def test_a_reader_gets_the_formats_that_are_there_and_all_once_they_are_made():
    image = make_image(size=(2400, 1600))
    make_renditions(image, ["card"])
    image.renditions.filter(filter_spec__contains="webp").delete()
    incomplete = shown(again(image), '"card" alt=""')

    assert make_renditions(image, ["card"]) == 3
    assert make_renditions(image, ["card"]) == 0

    assert [source["type"] for source in incomplete.find_all("source")] == ["image/avif"]
    assert len(shown(again(image), '"card" alt=""').find_all("source")) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_a_file_that_cannot_be_read_costs_readers_the_image_and_not_the_page(damage):
    image = make_image(size=(900, 600))
    image.file.storage.delete(image.file.name)
    if damage == "broken":
        image.file.storage.save(image.file.name, ContentFile(b"\x89PNG\r\n\x1a\n broken"))

    assert shown(image, '"card" alt="A river"').get_text(strip=True) == ""


@pytest.mark.parametrize("number", [3, 30])
def test_many_pictures_take_one_query_and_none_from_the_cache(open_file, number):
    images = [open_file(make_image(size=(64, 36))) for _ in range(number)]
    for image in images:
        make_renditions(image, ["card", "sign"])
    places = [(again(image), name) for image in images for name in ("card", "sign")]

    with CaptureQueriesContext(connection) as cold:
        load_pictures(places)
        assert all(picture(image, name) for image, name in places)
    with CaptureQueriesContext(connection) as warm:
        load_pictures([(CustomImage(**_fields(image)), name) for image, name in places])

    assert (len(cold), len(warm)) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 30])
def test_many_pictures_that_are_not_public_take_as_many_queries_as_few(number):
    places = [(make_image(size=(64, 36)), "card") for _ in range(number)]
    for image, name in places:
        make_renditions(image, [name])

    with CaptureQueriesContext(connection) as queries:
        load_pictures(places)

    assert len(queries) == 4


def _fields(image: CustomImage) -> dict:
    return {field.attname: getattr(image, field.attname) for field in image._meta.concrete_fields}
