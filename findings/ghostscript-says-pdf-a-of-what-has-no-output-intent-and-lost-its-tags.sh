#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Ghostscript: -dPDFA=2 says "PDF/A-2b" in a file without an output intent, and leaves its tags out
#
# Version: ghostscript 10.0.0 of Debian 12; pdfkit 0.20.2 (npm) writes the tagged PDF.
#
# -dPDFA=2 with a ColorConversionStrategy is what one finds everywhere for making an archive's PDF/A of any
# PDF.  One would expect a file that is one, or a word that it is none.  It writes "part 2, conformance B" into
# the metadata, of a page in DeviceRGB, and no OutputIntents, without which such colours are forbidden
# (ISO 19005-2, 6.2.4.3): that comes only of a file of PostScript with a profile (lib/PDFA_def.ps, to be edited)
# that is given before the input; without it no warning is told and the status is 0.  And a PDF that was tagged
# for screen readers is not tagged any more: whoever archives this way cannot have it read aloud.
#
# The way round: give PDFA_def.ps with the path of an ICC profile, look for /OutputIntents afterwards, and keep
# the tagged file beside it; or write the intent and the metadata with the tags, in the program that draws.
#
# Seen:
#	before  tagged: yes
#	after   part 2 conformance B, output intents: 0, tagged: no, status 0, nothing said
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# A Debian 12 of its own, with the programs as its packages set them up.
apt-get download -q mmdebstrap >/dev/null 2>&1
dpkg -x mmdebstrap_*.deb tool
tool/usr/bin/mmdebstrap --mode=root --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include=ghostscript,poppler-utils,qpdf bookworm root >/dev/null 2>&1
case $(dpkg-query --admindir=root/var/lib/dpkg -W -f '${Version}' ghostscript) in
10.0.0~*) ;;
*) echo "this has changed: another version"; exit 1 ;;
esac

npm init -y >/dev/null
npm install --silent --no-audit --no-fund pdfkit@0.20.2 >/dev/null
mkdir root/work
cat >make.js <<'END'
const { createWriteStream } = require('node:fs');
const PDFKit = require('pdfkit');

const document = new PDFKit({ tagged: true, pdfVersion: '1.7', lang: 'id', displayTitle: true, info: { Title: 'Laporan' } });
document.pipe(createWriteStream('root/work/tagged.pdf'));
const structure = document.struct('Document');
document.addStructure(structure);
structure.add(document.struct('H1', () => document.fillColor('#1f2855').text('Laporan')));
structure.add(document.struct('P', () => document.text('Isi laporan.')));
structure.end();
document.end();
END
node make.js

inside()
{
	unshare --mount sh -c 'mount -t proc proc root/proc && exec chroot root "$@"' - "$@"
}
tagged()
{
	inside pdfinfo "/work/$1.pdf" | sed -n 's/^Tagged: */tagged: /p'
}
seen=$(echo "before $(tagged tagged)"
	said=$(inside gs -q -dBATCH -dNOPAUSE -dPDFA=2 -dPDFACompatibilityPolicy=1 -sColorConversionStrategy=RGB \
	    -sDEVICE=pdfwrite -o /work/archive.pdf /work/tagged.pdf 2>&1) && echo "status 0, said: ${said:-nothing}"
	inside qpdf --qdf --object-streams=disable /work/archive.pdf - >archive.txt
	grep -a -o "pdfaid:[a-z]*='[0-9A-Z]'" archive.txt
	echo "output intents: $(grep -a -c /OutputIntents archive.txt || true)"
	echo "after $(tagged archive)")
echo "$seen"
[ "$seen" = "before tagged: yes
status 0, said: nothing
pdfaid:part='2'
pdfaid:conformance='B'
output intents: 0
after tagged: no" ] || { echo "this has changed"; exit 1; }
