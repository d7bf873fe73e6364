#!/bin/bash
# SPDX-License-Identifier: ISC
#
# Five readers of a Word letter leave out the number in its box or the note, and one adds what was deleted
#
# Versions: pandoc 2.17.1.1, docx2txt 1.4-5 and LibreOffice 7.4.7 (Debian 12, each with whichever security update the
# archive holds); mammoth 1.13.0 and officeparser 7.8.0 (npm).
#
# An official letter of Indonesia has its office in the head of the page, the number often in a text box, "hal" in
# a field to fill in (content control), what it stands on in a footnote, and whom copies go to in the foot.  One
# would expect "the text of the document", by which it is to be found again, to hold what is read on paper.
#  - None says all, and they give four different texts.  Head and foot are left out by all of them.
#  - pandoc keeps the note and loses the box; docx2txt and mammoth the other way round.
#  - LibreOffice's "Text" has neither the box nor the note, and writes what was deleted under
#    "track changes" as if it stood there: "tidak berlaku" directly before "berlaku".
#  - officeparser drops a paragraph in a content control altogether, with the box.
#  - Status 0 and no warning, from each.
#
# What follows: whoever searches letters by their numbers reads header*, footer*, footnotes and endnotes beside the
# document, and boxes once (mc:Choice without mc:Fallback), and leaves w:del and w:moveFrom out.
#
# Seen:
#	                body    box     field   note    head    foot    put in  deleted
#	pandoc          yes     -       yes     yes     -       -       yes     -
#	docx2txt        yes     yes     yes     -       -       -       yes     -
#	libreoffice     yes     -       yes     -       -       -       yes     yes
#	mammoth         yes     yes     yes     -       -       -       yes     -
#	officeparser    yes     -       -       -       -       -       yes     -
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v pandoc soffice >/dev/null || { echo 'apt-get install pandoc libreoffice-writer-nogui' >&2; exit 2; }
apt-get download -qq docx2txt=1.4-5 >/dev/null 2>&1
dpkg -x docx2txt*.deb root
npm install --silent --no-save --no-audit --no-fund mammoth@1.13.0 officeparser@7.8.0 >/dev/null 2>&1

/usr/bin/python3 - <<'END'
import zipfile
W='xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
p=lambda t:f'<w:p><w:r><w:t>{t}</w:t></w:r></w:p>'
box=f'''<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="600000"/><wp:docPr id="1" name="Kotak"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{p("KOTAK nomor 800/12/2026")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:189pt;height:47pt"><v:textbox><w:txbxContent>{p("KOTAK nomor 800/12/2026")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'''
sdt=f'<w:sdt><w:sdtPr><w:alias w:val="Hal"/></w:sdtPr><w:sdtContent>{p("ISIAN hal undangan")}</w:sdtContent></w:sdt>'
dele='<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>HAPUS tidak berlaku</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>SISIP berlaku</w:t></w:r></w:ins></w:p>'
fn='<w:p><w:r><w:t>BADAN surat</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
doc=f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{box}{sdt}{dele}{fn}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
letter=zipfile.ZipFile('surat.docx','w',zipfile.ZIP_DEFLATED)
letter.writestr('[Content_Types].xml','<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'+''.join(f'<Override PartName="/word/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>' for n,t in [('document','document.main'),('header1','header'),('footer1','footer'),('footnotes','footnotes')])+'</Types>')
R='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
letter.writestr('_rels/.rels',f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')
letter.writestr('word/_rels/document.xml.rels',f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/header" Target="header1.xml"/><Relationship Id="rId2" Type="{R}/footer" Target="footer1.xml"/><Relationship Id="rId3" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>')
letter.writestr('word/document.xml',doc)
letter.writestr('word/header1.xml',f'<?xml version="1.0"?><w:hdr {W}>{p("KEPALA Pemerintah Kota Contoh")}</w:hdr>')
letter.writestr('word/footer1.xml',f'<?xml version="1.0"?><w:ftr {W}>{p("KAKI tembusan arsip")}</w:ftr>')
letter.writestr('word/footnotes.xml',f'<?xml version="1.0"?><w:footnotes {W}><w:footnote w:id="2">{p("CATATAN kaki dasar hukum")}</w:footnote></w:footnotes>')
letter.close()
END

cat >read.js <<'END'
const readers = {
	mammoth: async () => (await require('mammoth').extractRawText({ path: 'surat.docx' })).value,
	officeparser: async () => (await require('officeparser').parseOffice('surat.docx')).toText(),
};
readers[process.argv[2]]().then((text) => console.log(text));
END
read_letter() { # READER
	case $1 in
	pandoc) pandoc -t plain surat.docx ;;
	docx2txt) perl root/usr/bin/docx2txt surat.docx - ;;
	libreoffice)
		soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to txt:Text surat.docx >/dev/null 2>&1
		cat surat.txt
		;;
	*) node read.js "$1" ;;
	esac
}

seen=$(for reader in pandoc docx2txt libreoffice mammoth officeparser; do
	read_letter "$reader" >text
	printf '%-15s' "$reader"
	for word in BADAN KOTAK ISIAN CATATAN KEPALA KAKI SISIP HAPUS; do
		printf ' %-7s' "$(grep -c "$word" text | sed 's/^0$/-/; s/^[1-9].*/yes/')"
	done
	echo
done | sed 's/ *$//')
echo '                body    box     field   note    head    foot    put in  deleted'
echo "$seen"
expected='pandoc          yes     -       yes     yes     -       -       yes     -
docx2txt        yes     yes     yes     -       -       -       yes     -
libreoffice     yes     -       yes     -       -       -       yes     yes
mammoth         yes     yes     yes     -       -       -       yes     -
officeparser    yes     -       -       -       -       -       yes     -'
[[ $seen == "$expected" ]] || { echo 'not as it was' >&2; exit 1; }
