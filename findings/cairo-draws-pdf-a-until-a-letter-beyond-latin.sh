#!/bin/bash
# SPDX-License-Identifier: ISC
#
# cairo: one letter beyond Windows-1252 makes another kind of font, which no PDF/A may have
#
# Version: cairo 1.16.0 of Debian 12 (python3-cairo draws), PDFBox 2.0.27 (libpdfbox2-java) looks at it.
#
# cairo embeds all fonts as subsets with a map to Unicode, which is what PDF/A asks of them, so one expects that a
# file of it lacks only what is added around it: metadata, an output intent, an identity.  That is so of "abc".  With
# one letter more, "≤", the glyph goes into a font of type CIDFontType2 without CIDToGIDMap.  ISO 32000-1 lets it be
# left out (Table 117: Identity); ISO 19005-1, 6.3.3.2, and 19005-2, 6.2.11.3.2, forbid it to be.  Every reader shows
# the page, pdffonts says "emb yes sub yes uni yes" of both, and whether a report is for the archive hangs on a word in it.
#
# The way round: add the map to such fonts behind the file (lib/document/pdf_revision does), and try a validator on
# texts with letters beyond Latin.
#
# Seen:
#	abc: fonts: TrueType; of fonts is wrong: nothing
#	beyond: fonts: TrueType, CID; of fonts is wrong: mandatory CIDToGIDMap missing
set -euo pipefail

for package in python3-cairo fonts-liberation2 poppler-utils default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java; do
	dpkg -s "$package" >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends "$package" >/dev/null
done
case $(dpkg-query -W -f '${Version}' libcairo2) in
1.16.0-*) ;;
*) echo "this has changed: another version"; exit 1 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

/usr/bin/python3 - <<'END'
import cairo

for name, text in (("abc", "abc"), ("beyond", "abc≤")):
    surface = cairo.PDFSurface(name + ".pdf", 200, 100)
    context = cairo.Context(surface)
    context.select_font_face("Liberation Sans")
    context.set_font_size(20)
    context.move_to(20, 50)
    context.show_text(text)
    surface.finish()
END
jars=$(printf '/usr/share/java/%s.jar:' preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api)
kinds()
{
	pdffonts "$1" | tail -n +3 | grep -o 'TrueType\|CID' | sort -ru | paste -sd, | sed 's/,/, /'
}
wrong()
{
	java -cp "$jars" org.apache.pdfbox.preflight.Validator_A1b "$1" >told 2>&1 || true
	grep -o '^3.*' told | grep -o 'mandatory CIDToGIDMap missing' || echo nothing
}
seen=$(for name in abc beyond; do
	echo "$name: fonts: $(kinds $name.pdf); of fonts is wrong: $(wrong $name.pdf)"
done)
echo "$seen"
[ "$seen" = 'abc: fonts: TrueType; of fonts is wrong: nothing
beyond: fonts: TrueType, CID; of fonts is wrong: mandatory CIDToGIDMap missing' ] || { echo "this has changed"; exit 1; }
