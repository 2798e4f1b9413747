"""Make the fonts of `resources/fonts` from the npm package of Atkinson Hyperlegible Next (SIL OFL 1.1).

    npm pack @expo-google-fonts/atkinson-hyperlegible-next@0.4.1     # unpack it, then:
    python tools/make_fonts.py <unpacked folder> resources/fonts

Print gets the fonts as they are. The screen gets a family of its own, "Routewijzer Sans", in which only the
zero differs: the slashed zero of 0800-2000 reads as an 8 at a glance, so it becomes an O, made as narrow as
a digit. Squeezing thins the stems, hence the outline of a slightly heavier weight. Needs fontTools; run once,
the result is committed.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

PRINT = {"400Regular": "Regular", "700Bold": "Bold", "800ExtraBold": "ExtraBold"}
SCREEN = {
    "400Regular": "500Medium",
    "500Medium": "600SemiBold",
    "600SemiBold": "700Bold",
    "700Bold": "800ExtraBold",
}
HEAVIER = 0.45  # of the way to the next weight, 100 further on
NARROW = 0.955  # of the width of the old zero
FAMILY = "Routewijzer Sans"


def face(folder: Path, weight: str) -> TTFont:
    """Open one weight, e.g. "400Regular", of the unpacked package."""
    return TTFont(folder / weight / f"AtkinsonHyperlegibleNext_{weight}.ttf")


def between(light: TTFont, bold: TTFont, name: str) -> list[tuple[str, tuple[tuple[float, float], ...]]]:
    """Return the outline of a glyph HEAVIER of the way from light to bold (both have the same points)."""
    pens = []
    for font in (light, bold):
        pen = DecomposingRecordingPen(font.getGlyphSet())
        font.getGlyphSet()[name].draw(pen)
        pens.append(pen.value)
    made = []
    for (verb, from_points), (other, to_points) in zip(*pens, strict=True):
        if verb != other or len(from_points) != len(to_points):
            raise ValueError(f"the outlines of {name} do not match")
        points = zip(from_points, to_points, strict=True)
        made.append(
            (verb, tuple((a[0] + (b[0] - a[0]) * HEAVIER, a[1] + (b[1] - a[1]) * HEAVIER) for a, b in points))
        )
    return made


def open_zero(font: TTFont, bolder: TTFont) -> None:
    """Replace the proportional and the tabular zero of `font` by a narrowed O."""
    outline = between(font, bolder, "O")
    xs = [x for _, points in outline for x, _ in points]
    for name in ("zero", "zero.tf"):
        old = font["glyf"][name]
        factor = (old.xMax - old.xMin) * NARROW / (max(xs) - min(xs))
        middle = (old.xMin + old.xMax) / 2
        pen = TTGlyphPen(None)
        squeeze = TransformPen(pen, (factor, 0, 0, 1, middle - factor * (max(xs) + min(xs)) / 2, 0))
        for verb, points in outline:
            getattr(squeeze, verb)(*points)
        glyph = pen.glyph()
        advance = font["hmtx"][name][0]
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, glyph.xMin)


def rename(font: TTFont) -> str:
    """Give the font the screen family's name (the licence reserves none); return its style, e.g. "Bold"."""
    table = font["name"]
    style = str(table.getDebugName(17) or table.getDebugName(2))
    plain = style in {"Regular", "Bold"}
    names = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: style if plain else "Regular",
        3: f"2.001;{FAMILY.replace(' ', '')}-{style}",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
        25: FAMILY.replace(" ", ""),
    }
    for number, text in names.items():
        table.removeNames(nameID=number)
        table.setName(text, number, 3, 1, 0x409)
    return style


def main() -> None:
    """Write the print and the screen fonts and the licence into the folder of the second argument."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    shutil.copy(source / "LICENSE_FONT", target / "OFL.txt")
    for weight, style in PRINT.items():
        path = source / weight / f"AtkinsonHyperlegibleNext_{weight}.ttf"
        shutil.copy(path, target / f"AtkinsonHyperlegibleNext-{style}.ttf")
    for weight, bolder in SCREEN.items():
        font = face(source, weight)
        open_zero(font, face(source, bolder))
        style = rename(font)
        font.save(target / f"RoutewijzerSans-{style}.ttf")


if __name__ == "__main__":
    main()
