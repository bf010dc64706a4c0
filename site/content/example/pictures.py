"""The pictures of the example set by name, with how each is drawn."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from content import landscapes
from content.drawing import coat_of_arms, cover, smooth, spruce
from core.drawing import AMBER, BRICK, DEEP, FOREST, PAPER, PLUM, RIVER, Canvas, mix


def _lime(canvas: Canvas) -> None:
    canvas.rectangle(286, 330, 314, 560, PAPER)
    canvas.circle(300, 270, 112, PAPER)
    canvas.circle(228, 330, 72, PAPER)
    canvas.circle(372, 330, 72, PAPER)
    for x, y in ((300, 200), (250, 270), (350, 270), (300, 310), (220, 340), (380, 340)):
        canvas.circle(x, y, 17, AMBER)


def _meadow(canvas: Canvas) -> None:
    for k in range(3):
        y = 400 + 70 * k
        inset = (0, 22, 72)[k]
        wave = [(96 + inset + t * (408 - 2 * inset) / 60, y + 16 * sin(t * pi / 10)) for t in range(61)]
        canvas.stroke(wave, PAPER, 18)
    for x, height in ((210, 190), (300, 250), (390, 190)):
        canvas.line([(x, 360), (x, 360 - height * 0.7)], AMBER, 9)
        for k in range(6):
            canvas.circle(x + 26 * cos(k * pi / 3), 360 - height * 0.7 + 26 * sin(k * pi / 3), 15, PAPER)
        canvas.circle(x, 360 - height * 0.7, 16, AMBER)


def _forest(canvas: Canvas) -> None:
    spruce(canvas, 190, 500, 280, PAPER)
    spruce(canvas, 410, 500, 280, PAPER)
    spruce(canvas, 300, 560, 400, AMBER)


def _county(canvas: Canvas) -> None:
    river = smooth([(106, 400), (190, 350), (300, 410), (410, 470), (494, 400)])
    canvas.stroke(river, PAPER, 44)
    for x, y in ((180, 190), (300, 150), (420, 190), (230, 530), (300, 590), (370, 540)):
        canvas.circle(x, y, 34, AMBER)
        canvas.circle(x, y, 15, BRICK)


def _apple(canvas: Canvas) -> None:
    canvas.circle(250, 370, 98, PAPER)
    canvas.circle(350, 370, 98, PAPER)
    canvas.circle(300, 420, 104, PAPER)
    canvas.line(smooth([(300, 300), (306, 240), (336, 190)]), AMBER, 20)
    leaf = [(310 + 110 * t / 20, 230 - 46 * sin(pi * t / 20) - 60 * t / 20) for t in range(21)]
    canvas.polygon([*leaf, *((x, y + 52 * sin(pi * k / 20)) for k, (x, y) in reversed(list(enumerate(leaf))))], AMBER)


def _mill(canvas: Canvas) -> None:
    canvas.rectangle(196, 240, 404, 440, PAPER)
    canvas.polygon([(170, 244), (300, 130), (430, 244)], AMBER)
    canvas.rectangle(268, 330, 332, 440, RIVER)
    canvas.circle(300, 500, 96, AMBER)
    canvas.circle(300, 500, 70, RIVER)
    for k in range(8):
        end = (300 + 92 * cos(k * pi / 4), 500 + 92 * sin(k * pi / 4))
        canvas.line([(300, 500), end], AMBER, 15)
    canvas.circle(300, 500, 26, PAPER)


def _pond(canvas: Canvas) -> None:
    canvas.circle(300, 330, 130, PAPER)
    for x in (214, 386):
        canvas.circle(x, 226, 52, PAPER)
        canvas.circle(x, 222, 26, DEEP)
        canvas.circle(x, 216, 9, PAPER)
    canvas.line([(300 + 84 * cos(t * pi / 20), 350 + 50 * sin(t * pi / 20)) for t in range(2, 19)], DEEP, 13)
    for k, half in enumerate((150, 110)):
        canvas.rectangle(300 - half, 500 + 54 * k, 300 + half, 524 + 54 * k, AMBER)


def _funds() -> bytes:
    """Draw four empty places in a line. Signs of real funds are their owners', and none is imitated."""
    canvas = Canvas((1344, 168), "#ffffff")
    for left in (24, 354, 684, 1014):
        canvas.rectangle(left, 24, left + 306, 144, "#d5d5d5")
        canvas.rectangle(left + 3, 27, left + 303, 141, "#f4f4f4")
        canvas.circle(left + 60, 84, 30, "#d5d5d5")
        for top, length in ((64, 160), (94, 110)):
            canvas.rectangle(left + 116, top, left + 116 + length, top + 12, "#d5d5d5")
    return canvas.save("PNG", 8)


CREDIT = "Rysunek przykładowy, wykonany na potrzeby strony / Example drawing made for this site"

# name: (title in the library, ending of the file, how it is drawn)
PICTURES: Mapping[str, tuple[str, str, Callable[[], bytes]]] = {
    "valley": ("Dolina rzeki (przykład)", "jpg", landscapes.valley),
    "river": ("Zakole rzeki (przykład)", "jpg", landscapes.river),
    "lake": ("Jezioro o świcie (przykład)", "jpg", landscapes.lake),
    "forest": ("Ścieżka w lesie (przykład)", "jpg", landscapes.forest),
    "orchard": ("Młody sad (przykład)", "jpg", landscapes.orchard),
    "town": ("Miasto nad rzeką (przykład)", "jpg", landscapes.town),
    "spa": ("Pawilon w parku (przykład)", "jpg", landscapes.spa),
    "ridge": ("Droga i wzgórza (przykład)", "jpg", landscapes.far_ridge),
    "contours": ("Poziomice doliny (przykład)", "png", landscapes.contour_map),
    "arms-lipy": ("Herb: Lipy Wzorcowe (przykład)", "png", lambda: coat_of_arms(FOREST, _lime)),
    "arms-laka": ("Herb: Łąka Zmyślona (przykład)", "png", lambda: coat_of_arms("#2f6f8a", _meadow)),
    "arms-nibyborze": ("Herb: Nibyborze (przykład)", "png", lambda: coat_of_arms(DEEP, _forest)),
    "arms-powiat": ("Herb: Powiat Przykładowy (przykład)", "png", lambda: coat_of_arms(BRICK, _county)),
    "arms-sady": ("Herb: Sady Wzorcowe (przykład)", "png", lambda: coat_of_arms(PLUM, _apple)),
    "arms-srodwzorze": ("Herb: Śródwzorze (przykład)", "png", lambda: coat_of_arms(RIVER, _mill)),
    "arms-zabiec": ("Herb: Żabiec Przykładowy (przykład)", "png", lambda: coat_of_arms("#4d8467", _pond)),
    "funds": ("Miejsce na ciąg znaków (przykład)", "png", _funds),
    "cover-strategia": (
        "Okładka: Strategia (przykład)",
        "png",
        lambda: cover(RIVER, ((0.3, 0.75, 1.0, 0.2), (0.85, 0.6, 0.9, 0.16), (0.75, 1.15, 0.7, 0.18))),
    ),
    "cover-raport": (
        "Okładka: Raport (przykład)",
        "png",
        lambda: cover(FOREST, ((0.55, 0.85, 1.0, 0.26), (0.1, 0.5, 0.4, 0.14))),
    ),
    "cover-przewodnik": (
        "Okładka: Szlakami doliny (przykład)",
        "png",
        lambda: cover(BRICK, ((0.15, 1.05, 1.0, 0.24), (0.7, 0.95, 0.9, 0.15), (0.5, 0.5, 0.6, 0.14))),
    ),
    "cover-transport": (
        "Okładka: Transport (przykład)",
        "png",
        lambda: cover(PLUM, ((0.8, 0.7, 1.0, 0.18), (0.3, 1.0, 0.8, 0.2), (0.25, 0.5, 0.5, 0.12))),
    ),
    "cover-ogrod": (
        "Okładka: Deszczówka (przykład)",
        "png",
        lambda: cover(mix(FOREST, PAPER, 0.28), ((0.5, 0.65, 1.0, 0.15), (0.9, 1.1, 0.8, 0.2), (0.1, 1.1, 0.8, 0.2))),
    ),
}
