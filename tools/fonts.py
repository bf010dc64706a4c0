"""Cut the typefaces down to what Polish and English need, and print the measures that keep text in place meanwhile.

    python -m tools.fonts Brygada1918[wght].ttf SourceSans3VF-Upright.ttf SourceSans3VF-Italic.ttf

The three files are the complete variable fonts as their makers publish them (both under the SIL Open Font License 1.1;
docs/decisions/0006-typefaces.md says where). What a licence reserves of a name goes: a cut font is a modified one.
"""

import argparse
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools import ROOT

FONTS = ROOT / "site" / "static" / "fonts"
WEIGHTS = (400, 700)
# Basic Latin, Polish letters, the letters of neighbours' names, and the signs that our typography writes
CHARACTERS = (
    "U+0020-007E,U+00A0,U+00A7,U+00A9,U+00AB,U+00AD,U+00B0-00B3,U+00B7,U+00BB,U+00BD,U+00C4,U+00C9,U+00D3,U+00D6,U+00D7,"
    "U+00DC,U+00DF,U+00E4,U+00E9,U+00F3,U+00F6,U+00FC,U+0104-0107,U+010D,U+0118,U+0119,U+0141-0144,U+015A,U+015B,"
    "U+0160,U+0161,U+0179-017E,U+2011,U+2013,U+2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2032,U+2033,U+20AC,"
    "U+2116,U+2190-2193,U+2212,U+2264,U+2265"
)
FEATURES = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "onum", "lnum", "tnum", "pnum"]
# Of the name table: copyright, licence and its address
KEPT_NAMES = {0, 13, 14}

FACES = (
    ("Site Serif", "site-serif.woff2", "Georgia"),
    ("Site Sans", "site-sans.woff2", "Arial"),
    ("Site Sans Italic", "site-sans-italic.woff2", "Arial"),
)


def cut(source: Path, family: str, target: Path) -> TTFont:
    """Write the part of a variable font that the site uses, under a name of its own, and return it."""
    font = TTFont(source)
    axis = next(axis for axis in font["fvar"].axes if axis.axisTag == "wght")
    low, high = max(axis.minValue, WEIGHTS[0]), min(axis.maxValue, WEIGHTS[1])
    narrowed = BytesIO()  # written and read again, since the two steps leave different glyphs without variations
    instancer.instantiateVariableFont(font, {"wght": (low, high)}).save(narrowed)
    font = TTFont(narrowed)
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
    subsetter.subset(font)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    for number, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, number, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]  # it names styles by records that are gone
    for instance in list(font["fvar"].instances):
        font["fvar"].instances.remove(instance)
    font.flavor = "woff2"
    font.save(target)
    return font


def mean_width(font: TTFont) -> float:
    """Return how wide running Polish and English text is, as a share of the size of the type."""
    text = "Samorządy jednego obszaru planują rozwój razem. Together they plan what none could bear alone."
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[glyphs[ord(letter)]][0] for letter in text) / len(text) / font["head"].unitsPerEm


def main() -> None:
    """Cut the three fonts and print their sizes and metrics."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs=len(FACES), type=Path)
    FONTS.mkdir(parents=True, exist_ok=True)
    for source, (family, name, fallback) in zip(parser.parse_args().sources, FACES, strict=True):
        font = cut(source, family, FONTS / name)
        metrics, em = font["hhea"], font["head"].unitsPerEm
        print(
            f"{name}: {(FONTS / name).stat().st_size} bytes, mean width {mean_width(font):.4f} em "
            f"(fallback {fallback}), ascent {metrics.ascent / em:.4f}, descent {-metrics.descent / em:.4f}, "
            f"line gap {metrics.lineGap / em:.4f}"
        )


if __name__ == "__main__":
    main()
