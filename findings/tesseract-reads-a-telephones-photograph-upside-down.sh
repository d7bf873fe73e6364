#!/bin/bash
# SPDX-License-Identifier: ISC
#
# tesseract: reads a telephone's photograph as its sensor saw it, and ends well with letters upside down
#
# Version: tesseract-ocr 5.3.0-2 with tesseract-ocr-ind 1:4.1.0-2, of Debian 12; Pillow paints the picture.
#
# A telephone stores a picture as its sensor saw it, and says by Exif how it stands; viewers turn it.  One
# would expect of a program that reads JPEG and asks for the orientation of pages that it looks there, or
# else that it finds nothing.  It (leptonica, for it) does not look: with the defaults it takes the turned page
# for one of upright lines, reads them from below, and ends with status 0 and lines of letters that are words to
# nobody: "Isesiue6JO uebueyewayi" for "Kematangan Organisasi".  So a search finds nothing in such pictures,
# although text was "found" in all of them.
#
# The way round: --psm 1, which finds out how the letters stand before it reads (package tesseract-ocr-osd),
# or a picture whose points were turned before.
#
# Seen:
#	upright             psm 3  SURAT KEPUTUSAN WALI KOTA
#	turned by its Exif  psm 3  not a word of it, status 0, and more than ten letters
#	turned by its Exif  psm 1  SURAT KEPUTUSAN WALI KOTA
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# A Debian 12 of its own, with the programs as its packages set them up.
apt-get download -q mmdebstrap >/dev/null 2>&1
dpkg -x mmdebstrap_*.deb tool
tool/usr/bin/mmdebstrap --mode=root --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include=tesseract-ocr,tesseract-ocr-ind,python3-pil,fonts-liberation2 bookworm root >/dev/null 2>&1
case $(dpkg-query --admindir=root/var/lib/dpkg -W -f '${Version}' tesseract-ocr) in
5.3.0-2*) ;;
*) echo "this has changed: another version"; exit 1 ;;
esac

mkdir root/work
cat >root/work/paint.py <<'END'
from PIL import Image, ImageDraw, ImageFont

page = Image.new('L', (1200, 500), 255)
font = ImageFont.truetype('/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf', 48)
for at, line in enumerate(['SURAT KEPUTUSAN WALI KOTA', 'Nomor 800/123/DISDIK/2026', 'tentang Tim Pelaksana Penilaian',
                           'Kematangan Organisasi']):
    ImageDraw.Draw(page).text((60, 60 + at * 90), line, font=font, fill=0)
turned = Image.Exif()
turned[0x0112] = 6
page.save('/work/upright.jpg', quality=95)
page.transpose(Image.Transpose.ROTATE_90).save('/work/turned.jpg', quality=95, exif=turned)
END
inside()
{
	unshare --mount sh -c 'mount -t proc proc root/proc && exec chroot root "$@"' - "$@"
}
inside python3 /work/paint.py
seen=$(for what in upright:3 turned:3 turned:1; do
	text=$(inside tesseract "/work/${what%:*}.jpg" stdout -l ind --psm "${what#*:}" 2>/dev/null) || echo "status $?"
	if [[ $text == *"SURAT KEPUTUSAN WALI KOTA"* ]]; then
		echo "$what reads it"
	elif [[ $text =~ [a-zA-Z].{10} ]] && ! grep -qiE 'surat|keputusan|kota|nomor|tentang|organisasi' <<<"$text"; then
		echo "$what reads something else"
	else
		echo "$what $text"
	fi
done)
echo "$seen"
[ "$seen" = "upright:3 reads it
turned:3 reads something else
turned:1 reads it" ] || { echo "this has changed"; exit 1; }
