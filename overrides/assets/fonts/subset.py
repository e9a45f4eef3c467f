"""Cut the edition's two web fonts out of the upstream EB Garamond 12 files.

Usage: python subset.py DIRECTORY_OF_THE_UPSTREAM_OTF_FILES

Writes garamond-roman.woff2 and garamond-italic.woff2 beside this file; README.md says where the
upstream files come from and what is kept. The output depends on nothing but the input files
and the versions of fonttools and brotli.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FAMILY = "Edition Garamond"
LICENCE = "Licensed under the SIL Open Font License, Version 1.1; see OFL.txt beside this file."

# What English prose about Central Asia and China needs: ASCII and Latin-1; the letters of the
# Kazakh, Uzbek, Turkmen and Turkish Latin alphabets, of scholarly transliteration and of pinyin;
# the signs of a printed apparatus.
CHARACTERS = (
    "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
    + "ĀāĆćČčĐđĒēĚěĞğĠġĪīİıŁłŃńŇňŊŋŌōŐőŒœŘřŚśŞşŠšŪūŬŭŮůŰűŸŹźŻżŽžƏə"
    + "ǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜḌḍḤḥḪḫṢṣṬṭẒẓʻʼʾʿ"
    + "\u2009\u200a\u2010–—‘’‚“”„†‡•…′″‹›⁄€№←↑→↓↩−❧"
)
COMMON = {"kern", "liga", "onum", "lnum", "tnum", "pnum", "case"}
FEATURES = {"Regular": COMMON | {"smcp", "c2sc", "sups"}, "Italic": COMMON}
RAISED = "0123456789abcdefghijklmnopqrstuvwxyz"
SMALL = "abcdefghijklmnopqrstuvwxyzàáâäæçèéêëìíîïñòóôöùúûüāēīōūğışžčš"


def substitutions(font: TTFont, feature: str) -> Iterator[dict[str, str]]:
    """Yield the tables of a feature that put one glyph for another: they may be changed."""
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    if hasattr(table, "mapping"):
                        yield table.mapping


def limit(font: TTFont, feature: str, characters: str) -> None:
    """Let a feature change these characters only: upstream raises, for one, all of ASCII."""
    names = font.getBestCmap()
    wanted = {names[ord(character)] for character in characters if ord(character) in names}
    for mapping in substitutions(font, feature):
        for glyph in set(mapping) - wanted:
            del mapping[glyph]


def share_small_capitals(font: TTFont) -> None:
    """Let `c2sc` reach the glyphs of `smcp`: upstream draws every small capital twice."""
    names, glyphs = font.getBestCmap(), set(font.getGlyphOrder())
    small = {name: names.get(ord(chr(code).lower()[0])) for code, name in names.items()}
    for mapping in substitutions(font, "c2sc"):
        for capital in mapping:
            shared = f"{small.get(capital)}.sc"
            if shared in glyphs:
                mapping[capital] = shared


def draw_plain_ones(font: TTFont) -> None:
    """Draw the old-style 1 as a figure (upstream's `cv11`), not in the shape of a small capital I.

    A margin full of paragraph numbers leaves no doubt about them. The italic has no such form.
    """
    strings = font["CFF "].cff.topDictIndex[0].CharStrings
    for glyph, plain in (("one", "one.01"), ("one.taboldstyle", "one.taboldstyle01")):
        if plain in font.getGlyphOrder():
            strings[glyph] = strings[plain]
            font["hmtx"][glyph] = font["hmtx"][plain]


def add_return_arrow(font: TTFont) -> None:
    """Draw ↩ (U+21A9), which upstream lacks, from the font's own leftwards arrow.

    Without it a browser takes the sign from another font, on some systems a coloured one.
    The shaft is carried round into a hook of the shaft's thickness.
    """
    glyphs = font.getGlyphSet()
    outline = DecomposingRecordingPen(glyphs)
    glyphs["arrowleft"].draw(outline)
    bounds = BoundsPen(glyphs)
    outline.replay(bounds)
    left, low, right, high = bounds.bounds
    stroke, inner, bend = 38.0, 105.0, 0.5523
    outer = inner + stroke
    shaft = (low + high) / 2 - inner  # its middle, lowered so that the hook stays centred
    centre, start = shaft + inner + stroke / 2, right - 12.0
    width = round(right + outer + 40)
    pen = T2CharStringPen(width, glyphs)
    outline.replay(TransformPen(pen, Transform(1, 0, 0, 1, 0, -inner)))
    pen.moveTo((start, centre - outer))
    k, side = outer * bend, start + outer
    pen.curveTo((start + k, centre - outer), (side, centre - k), (side, centre))
    pen.curveTo((side, centre + k), (start + k, centre + outer), (start, centre + outer))
    pen.lineTo((start, centre + inner))
    k, side = inner * bend, start + inner
    pen.curveTo((start + k, centre + inner), (side, centre + k), (side, centre))
    pen.curveTo((side, centre - k), (start + k, centre - inner), (start, centre - inner))
    pen.closePath()
    top_dict = font["CFF "].cff.topDictIndex[0]
    strings = top_dict.CharStrings
    charstring = pen.getCharString(private=top_dict.Private, globalSubrs=strings.globalSubrs)
    strings.charStringsIndex.append(charstring)
    strings.charStrings["uni21A9"] = len(strings.charStringsIndex) - 1
    top_dict.charset.append("uni21A9")
    if "uni21A9" not in font.getGlyphOrder():
        font.setGlyphOrder([*font.getGlyphOrder(), "uni21A9"])
    font.getReverseGlyphMap(rebuild=True)
    font["hmtx"]["uni21A9"] = (width, round(left))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x21A9] = "uni21A9"


def rename(font: TTFont, style: str) -> None:
    """Give the subset its own name, keep author and copyright, point to the licence beside it."""
    names = font["name"]
    copyright_line = str(names.getDebugName(13) or names.getDebugName(0)).split("\n\n\n")[0]
    names.names = []
    for number, text in {
        0: copyright_line,
        1: FAMILY,
        2: style,
        3: f"{FAMILY} {style}; subset of EB Garamond 12, version 0.016",
        4: f"{FAMILY} {style}",
        5: "Version 0.016; subset",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        13: LICENCE,
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [f"{FAMILY.replace(' ', '')}-{style}"]
    top.topDictIndex[0].FullName = f"{FAMILY} {style}"
    top.topDictIndex[0].FamilyName = FAMILY
    top.topDictIndex[0].Notice = ""
    top.topDictIndex[0].Copyright = ""


def cut(source: Path, style: str, target: Path) -> None:
    """Write one subset as WOFF2."""
    font = TTFont(source, recalcTimestamp=False)
    limit(font, "sups", RAISED)
    limit(font, "smcp", SMALL)
    limit(font, "c2sc", SMALL.upper())
    share_small_capitals(font)
    draw_plain_ones(font)
    add_return_arrow(font)
    options = Options()
    options.layout_features = sorted(FEATURES[style])
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["FFTM", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    rename(font, style)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    upstream = Path(sys.argv[1])
    cut(upstream / "EBGaramond12-Regular.otf", "Regular", HERE / "garamond-roman.woff2")
    cut(upstream / "EBGaramond12-Italic.otf", "Italic", HERE / "garamond-italic.woff2")
