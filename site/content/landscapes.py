"""The landscapes of the example set, one function each."""

from itertools import pairwise

from content.drawing import hill, ribbon, ridge, round_tree, sky, smooth, spruce
from core.contours import Hill, contour_lines
from core.drawing import AMBER, BRICK, DEEP, FOREST, INK, PANEL, PAPER, RIVER, Canvas, mix

SIZE = (1600, 900)
GREENS = ("#c3d6c9", "#8fb39d", "#55876c", FOREST, DEEP)


def valley() -> bytes:
    """Draw a river valley at sunrise."""
    canvas = Canvas(SIZE)
    sky(canvas, "#bcd3d4", "#f3e3c4", (1150, 300, 92))
    hill(canvas, ridge(430, 46, 0.4), GREENS[0], 4)
    hill(canvas, ridge(500, 58, 2.3), GREENS[1], 5)
    hill(canvas, ridge(575, 52, 4.1), GREENS[2], 6)
    ribbon(canvas, mix(RIVER, PAPER, 0.62), (900, 575), [(830, 628), (1010, 690), (700, 770), (860, 905)], (8, 300))
    left, right = ridge(700, 90, 1.2, 1.1), ridge(760, 70, 3.9, 1.3)
    canvas.polygon([*((x, left(x / 1600) + (x / 560) ** 3 * 160) for x in range(0, 641, 20)), (0, 900)], FOREST)
    canvas.polygon(
        [(1600, 900), *((x, right(x / 1600) + ((1600 - x) / 520) ** 3 * 170) for x in range(1600, 979, -20))], DEEP
    )
    for k in range(9):
        x = 40 + 58 * k
        round_tree(canvas, x, left(x / 1600) + (x / 560) ** 3 * 160 + 26, 46 - 2 * k, GREENS[2], DEEP)
    return canvas.save("JPEG")


def river() -> bytes:
    """Draw a winding river seen from above."""
    canvas = Canvas(SIZE)
    sky(canvas, "#cfe0dd", "#e9efe6", None)
    hill(canvas, ridge(300, 36, 1.3), GREENS[0], 4)
    hill(canvas, ridge(350, 30, 3.0), GREENS[1], 12, 44)
    path = smooth([(1180, 372), (760, 430), (1120, 520), (420, 640), (980, 800), (700, 960)])
    for extra, colour in ((34, mix(GREENS[1], PAPER, 0.35)), (0, RIVER)):
        for k, (a, b) in enumerate(pairwise(path)):
            width = 14 + 120 * (k / len(path)) ** 1.5 + extra * (k / len(path))
            canvas.line([a, b], colour, width)
            canvas.circle(*b, width / 2, colour)
    for x, y, size in (
        (250, 560, 40),
        (320, 580, 46),
        (1340, 560, 42),
        (1420, 590, 52),
        (1290, 600, 46),
        (150, 800, 76),
        (1450, 800, 84),
    ):
        round_tree(canvas, x, y, size, FOREST, DEEP)
    return canvas.save("JPEG")


def lake() -> bytes:
    """Draw a lake at dawn with a jetty."""
    canvas = Canvas(SIZE)
    sky(canvas, "#e8c9b4", "#f7ead2", (520, 330, 78), BRICK)
    hill(canvas, ridge(420, 50, 5.2), "#b9c6bd", 3)
    hill(canvas, ridge(480, 38, 1.0), "#6f937f", 3)
    water = "#7fa9b3"
    canvas.rectangle(0, 540, 1600, 900, water)
    for k in range(8):
        y = 560 + 13 * k + k * k * 2.2
        canvas.rectangle(520 - 90 + 7 * (k % 3), y, 520 + 84 - 9 * (k % 2), y + 5, mix(BRICK, water, 0.35 + 0.05 * k))
    for k in range(16):
        y, x = 590 + 19 * k, (k * 397) % 1500
        canvas.rectangle(x, y, x + 90 + 12 * k, y + 3, mix(water, PAPER, 0.4))
    canvas.polygon([(1010, 900), (1120, 640), (1160, 640), (1260, 900)], INK)
    canvas.polygon([(1024, 900), (1124, 644), (1156, 644), (1246, 900)], "#8d7a60")
    for k in range(9):
        y = 660 + 3.2 * k * k + 4 * k
        canvas.rectangle(1110 - 0.42 * (y - 640), y, 1164 + 0.38 * (y - 640), y + 3, INK)
    for x in (30, 75, 110, 1500, 1545, 1580):
        for k in range(4):
            canvas.line([(x + 9 * k, 900), (x + 9 * k + 6 - 4 * k, 690 + 26 * k)], DEEP, 5)
    return canvas.save("JPEG")


def forest() -> bytes:
    """Draw a path into a forest in the mist."""
    canvas = Canvas(SIZE)
    sky(canvas, "#e6ede4", "#f6efdd", (800, 250, 105))
    rows = ((430, 190, 44, 0), (520, 270, 62, 17), (640, 400, 92, 31), (800, 580, 150, 8))
    for (foot, height, gap, shift), fill in zip(rows, ("#c3d6c9", "#8fb39d", "#46795e", FOREST), strict=True):
        for k in range(-1, 1600 // gap + 2):
            x = k * gap + (k * shift) % gap
            away = abs(x - 800) / 800
            if foot > 500 and away < (0.1 if foot < 600 else 0.2 if foot < 700 else 0.38):
                continue
            spruce(canvas, x, foot, height * (0.78 + ((k * 7919) % 10) / 28 + 0.18 * away), fill)
        canvas.rectangle(0, foot - height * 0.13, 1600, 900, fill)
    ribbon(canvas, PANEL, (806, 434), [(790, 520), (860, 640), (720, 770), (820, 905)], (8, 380))
    return canvas.save("JPEG")


def orchard() -> bytes:
    """Draw rows of young trees on a hill in spring."""
    canvas = Canvas(SIZE)
    sky(canvas, "#cfe0dd", "#f3ecd6", (330, 210, 84))
    hill(canvas, ridge(380, 34, 2.0), GREENS[0], 4)
    hill(canvas, ridge(450, 40, 4.6), GREENS[1], 4)
    slope = ridge(500, 34, 1.0, 0.9)
    hill(canvas, slope, "#7ea588", 0)
    for row in range(6):
        size = 22 + 15 * row
        for k in range(-2, 14):
            x = 800 + (k - 5.5) * (74 + 44 * row) + 12 * row
            if -80 < x < 1680:
                y = slope(x / 1600) + 34 + 11 * row * row + 14 * row
                canvas.polygon([(x, y), (x + size * 1.7, y + size * 0.16), (x, y + size * 0.22)], "#6b9477")
                round_tree(canvas, x, y + 6, size, (FOREST, "#4d8467", "#d9a9a0")[(k + row) % 3], DEEP)
    return canvas.save("JPEG")


def town() -> bytes:
    """Draw the roofs of a town above a river at dusk."""
    canvas = Canvas(SIZE)
    sky(canvas, "#46617a", "#edc9a3", (1230, 360, 70))
    hill(canvas, ridge(470, 44, 3.3), "#8798a0", 3)
    houses = (
        (60, 150, 150),
        (190, 120, 210),
        (290, 170, 170),
        (440, 130, 230),
        (550, 190, 160),
        (860, 180, 190),
        (1020, 120, 240),
        (1120, 170, 170),
        (1270, 150, 210),
        (1400, 190, 150),
    )
    for number, (x, width, height) in enumerate(houses):
        wall = ("#e8d9c0", "#d8c3a5", PANEL, "#cdb08d")[number % 4]
        foot, top = 690, 690 - height
        canvas.rectangle(x, top, x + width, foot, wall)
        canvas.polygon(
            [(x - 10, top), (x + width / 2, top - width * 0.52), (x + width + 10, top)], (BRICK, "#8b3a28")[number % 2]
        )
        for column in range(2):
            for floor in range(max(1, height // 75)):
                left = x + width * (0.2 + 0.4 * column)
                lit = (number + column + floor) % 3 == 0
                canvas.rectangle(
                    left, top + 22 + 66 * floor, left + width * 0.18, top + 60 + 66 * floor, AMBER if lit else "#4a5a63"
                )
    canvas.rectangle(745, 330, 845, 690, "#dccbae")
    canvas.rectangle(735, 318, 855, 334, "#8b3a28")
    canvas.polygon([(735, 318), (795, 150), (855, 318)], DEEP)
    canvas.circle(795, 395, 30, PAPER)
    canvas.line([(795, 395), (795, 374)], INK, 4)
    canvas.line([(795, 395), (811, 402)], INK, 4)
    canvas.rectangle(0, 686, 1600, 716, DEEP)
    water = "#33566b"
    canvas.rectangle(0, 716, 1600, 900, water)
    for k in range(34):
        y, x = 732 + (k * 53) % 160, (k * 271) % 1560
        canvas.rectangle(x, y, x + 50 + (k * 37) % 90, y + 4, mix(water, (AMBER, PANEL)[k % 2], 0.38))
    return canvas.save("JPEG")


def spa() -> bytes:
    """Draw a pavilion in a park."""
    canvas = Canvas(SIZE)
    sky(canvas, "#c9dbe0", "#eef0e4", (1290, 200, 76))
    hill(canvas, ridge(430, 40, 0.2), GREENS[0], 4)
    hill(canvas, ridge(505, 28, 2.8), GREENS[1], 3)
    canvas.rectangle(0, 620, 1600, 900, "#9dbf9f")
    for x, size in ((90, 150), (270, 120), (1330, 125), (1500, 155)):
        round_tree(canvas, x, 650, size, GREENS[2], DEEP)
    canvas.rectangle(500, 470, 1100, 650, "#dfe7e2")
    for k in range(9):
        canvas.rectangle(510 + 71 * k, 460, 530 + 71 * k, 650, PAPER)
    canvas.rectangle(480, 430, 1120, 468, PAPER)
    canvas.polygon([(460, 432), (640, 330), (960, 330), (1140, 432)], BRICK)
    canvas.rectangle(720, 262, 880, 332, PAPER)
    canvas.polygon([(700, 264), (800, 170), (900, 264)], RIVER)
    canvas.rectangle(460, 648, 1140, 672, PANEL)
    canvas.rectangle(430, 670, 1170, 690, mix(PANEL, INK, 0.12))
    canvas.polygon([(700, 690), (900, 690), (1120, 900), (480, 900)], PANEL)
    for x, size in ((210, 110), (1400, 110), (40, 130), (1570, 135)):
        round_tree(canvas, x, 840, size, FOREST, DEEP)
    return canvas.save("JPEG")


def far_ridge() -> bytes:
    """Draw a road towards distant hills, with a bus."""
    canvas = Canvas(SIZE)
    sky(canvas, "#a9c6cf", "#f0e7d3", (700, 260, 74))
    for base, swing, phase, fill in (
        (400, 60, 1.5, "#b9cdd0"),
        (460, 50, 3.7, "#8fb0b3"),
        (530, 44, 5.5, GREENS[1]),
        (610, 36, 0.9, GREENS[2]),
    ):
        hill(canvas, ridge(base, swing, phase), fill, 4)
    hill(canvas, ridge(690, 26, 2.9, 0.8), FOREST, 4, 40)
    ribbon(canvas, PANEL, (930, 640), [(1080, 690), (760, 760), (1010, 905)], (10, 330))
    canvas.rectangle(820, 690, 940, 740, BRICK)
    canvas.rectangle(820, 699, 940, 718, "#cfe0dd")
    for x in (848, 878, 908):
        canvas.rectangle(x, 699, x + 4, 718, BRICK)
    for x in (846, 914):
        canvas.circle(x, 741, 11, INK)
        canvas.circle(x, 741, 4, PANEL)
    return canvas.save("JPEG")


VALLEY_HILLS: tuple[Hill, ...] = (
    (0.22, 0.2, 1.0, 0.11),
    (0.53, 0.13, 0.72, 0.085),
    (0.82, 0.22, 0.95, 0.1),
    (0.36, 0.43, 0.8, 0.09),
    (0.71, 0.45, 1.1, 0.12),
)


def contour_map() -> bytes:
    """Draw five hills and a river as a contour map."""
    canvas = Canvas(SIZE, PANEL)
    for line in contour_lines(VALLEY_HILLS, 15, SIZE, step=14):
        canvas.line(line.points, mix(FOREST, PANEL, 0.35), 2.2)
    canvas.line(
        smooth([(-20, 560), (240, 500), (470, 545), (760, 470), (980, 500), (1250, 540), (1620, 470)]), RIVER, 13
    )
    for x, y, _height, _width in VALLEY_HILLS:
        canvas.circle(x * 1600, y * 1600, 17, BRICK)
        canvas.circle(x * 1600, y * 1600, 8, PAPER)
    return canvas.save("PNG", 32)
