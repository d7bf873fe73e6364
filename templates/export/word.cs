<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC
# A model as WordprocessingML (ECMA-376, part 1, 17); widths are twentieths of a point, 567 for ten millimetres. ?><?cs
def:lines(at) ?><?cs each:l = at.lines ?><?cs if:name(l) != "0" ?><w:br/><?cs /if ?><w:t xml:space="preserve"><?cs
 var:l.text ?></w:t><?cs /each ?><?cs /def ?><?cs
def:graphic(p, title) ?><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData
uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic
xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="<?cs var:p.number ?>"
name="<?cs var:title ?>"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture<?cs
 var:p.file ?>"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="<?cs
 var:p.width * #36000 ?>" cy="<?cs var:p.height * #36000 ?>"/></a:xfrm><a:prstGeom
prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic><?cs /def ?><?cs
# A picture among letters, and what it says to who does not see it. ?><?cs
def:inline(p, label, says) ?><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="<?cs
 var:p.width * #36000 ?>" cy="<?cs var:p.height * #36000 ?>"/><wp:docPr id="<?cs var:p.number ?>" name="<?cs var:label ?> <?cs
 var:p.number ?>" descr="<?cs var:says ?>"/><?cs call:graphic(p, label) ?></wp:inline></w:drawing></w:r><?cs /def ?><?cs
def:p(style, at) ?><w:p><w:pPr><w:pStyle w:val="<?cs var:style ?>"/></w:pPr><w:r><?cs call:lines(at) ?></w:r></w:p><?cs /def ?><?cs
def:grid_open(lines) ?><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><?cs if:lines ?><w:tblInd w:w="80" w:type="dxa"/><w:tblBorders><w:top w:val="single"
w:sz="4" w:color="000000"/><w:left w:val="single" w:sz="4" w:color="000000"/><w:bottom w:val="single" w:sz="4"
w:color="000000"/><w:right w:val="single" w:sz="4" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:color="000000"/><w:insideV
w:val="single" w:sz="4" w:color="000000"/></w:tblBorders><?cs /if ?><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="<?cs if:lines ?>48<?cs else ?>0<?cs
 /if ?>" w:type="dxa"/><w:left w:w="<?cs if:lines ?>80<?cs else ?>0<?cs
 /if ?>" w:type="dxa"/><w:bottom w:w="<?cs if:lines ?>48<?cs else ?>10<?cs
 /if ?>" w:type="dxa"/><w:right w:w="<?cs if:lines ?>80<?cs else ?>0<?cs /if ?>" w:type="dxa"/></w:tblCellMar></w:tblPr><?cs /def ?><?cs
# Word wants a paragraph between two tables; it is as high as the space between blocks. ?><?cs
def:gap() ?><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p><?cs /def ?><?cs
def:width(mm) ?><?cs var:mm * #567 / #10 ?><?cs /def ?><?cs
def:cell_open(mm, strong) ?><w:tc><w:tcPr><w:tcW w:w="<?cs call:width(mm) ?>" w:type="dxa"/><?cs if:strong ?><w:shd w:val="clear"
w:color="auto" w:fill="E8ECF2"/><?cs /if ?></w:tcPr><?cs /def ?><?cs
def:table(b) ?><?cs call:grid_open("1") ?><w:tblGrid><?cs each:c = b.columns ?><w:gridCol w:w="<?cs call:width(c.width) ?>"/><?cs
 /each ?></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><?cs each:c = b.columns ?><?cs
 call:cell_open(c.width, "1") ?><w:p><w:pPr><w:pStyle w:val="CellHead"/></w:pPr><w:r><w:t xml:space="preserve"><?cs
 var:c.label ?></w:t></w:r></w:p></w:tc><?cs /each ?></w:tr><?cs
each:r = b.rows ?><w:tr><w:trPr><w:cantSplit/><?cs if:b.ink ?><w:trHeight w:val="567"/><?cs /if ?></w:trPr><?cs
 each:c = r.cells ?><?cs set:at = name(c) ?><?cs
 call:cell_open(b.columns[at].width, r.total) ?><w:p><w:pPr><w:pStyle w:val="<?cs
 if:b.columns[at].align == "centre" ?>CellCentre<?cs elif:b.columns[at].align == "right" ?>CellRight<?cs
 else ?>Cell<?cs /if ?>"/></w:pPr><?cs if:c.picture.path ?><?cs call:inline(c.picture, "Tanda tangan", "Tanda tangan") ?><?cs
 else ?><w:r><?cs if:r.total ?><w:rPr><w:b/></w:rPr><?cs /if ?><?cs
 call:lines(c) ?></w:r><?cs /if ?></w:p></w:tc><?cs /each ?></w:tr><?cs /each ?></w:tbl><?cs call:gap() ?><?cs /def ?><?cs
def:fact(c) ?><w:p><w:pPr><w:pStyle w:val="Fact"/></w:pPr><w:r><w:t xml:space="preserve">: </w:t><?cs call:lines(c) ?></w:r></w:p><?cs /def ?><?cs
def:pairs(b) ?><?cs if:b.kind == "list" && filled(b.lines.0.text) ?><?cs call:p("Listed", b) ?><?cs /if ?><?cs if:b.kind == "list" ?><?cs
 set:first_mm = #9 ?><?cs else ?><?cs set:first_mm = b.label ?><?cs /if ?><?cs
 set:other_mm = Text.width - first_mm ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(first_mm) ?>"/><w:gridCol w:w="<?cs call:width(other_mm) ?>"/></w:tblGrid><?cs each:r = b.rows ?><w:tr><?cs
 each:c = r.cells ?><?cs if:name(c) == "0" ?><?cs call:cell_open(first_mm, "") ?><?cs else ?><?cs call:cell_open(other_mm, "") ?><?cs
 /if ?><?cs if:b.kind == "facts" && name(c) != "0" ?><?cs call:fact(c) ?><?cs else ?><w:p><w:r><?cs
 call:lines(c) ?></w:r></w:p><?cs /if ?></w:tc><?cs /each ?></w:tr><?cs /each ?></w:tbl><?cs call:gap() ?><?cs /def ?><?cs
def:recipients(b) ?><?cs each:r = b.rows ?><?cs if:subcount(r.cells) == #1 ?><w:p><w:r><?cs call:lines(r.cells.0) ?></w:r></w:p><?cs /if ?><?cs
 /each ?><?cs /def ?><?cs
# The day, and to whom where that stands to the right, beside all that the letter is known by. ?><?cs
def:address(b) ?><?cs set:value_mm = Text.width - b.label - #75 ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(b.label) ?>"/><w:gridCol w:w="<?cs call:width(value_mm) ?>"/><w:gridCol w:w="<?cs call:width(#75) ?>"/></w:tblGrid><?cs
each:r = b.rows ?><?cs if:subcount(r.cells) == #2 ?><w:tr><?cs call:cell_open(b.label, "") ?><w:p><w:r><?cs
 call:lines(r.cells.0) ?></w:r></w:p></w:tc><?cs if:b.level != #1 && name(r) != "0" ?><w:tc><w:tcPr><w:tcW w:w="<?cs
 set:both_mm = value_mm + #75 ?><?cs call:width(both_mm) ?>" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><?cs
 call:fact(r.cells.1) ?></w:tc><?cs else ?><?cs call:cell_open(value_mm, "") ?><?cs
 call:fact(r.cells.1) ?></w:tc><w:tc><w:tcPr><w:tcW w:w="<?cs call:width(#75) ?>" w:type="dxa"/><?cs
 if:b.level != #1 ?></w:tcPr><w:p><w:r><?cs call:lines(b) ?></w:r></w:p><?cs
 elif:name(r) == "0" ?><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><?cs
 call:lines(b) ?></w:r></w:p><w:p/><?cs call:recipients(b) ?><?cs else ?><w:vMerge/></w:tcPr><w:p/><?cs
 /if ?></w:tc><?cs /if ?></w:tr><?cs /if ?><?cs /each ?></w:tbl><?cs call:gap() ?><?cs if:b.level != #1 ?><?cs call:recipients(b) ?><?cs
 call:gap() ?><?cs /if ?><?cs call:gap() ?><?cs /def ?><?cs
# Whoever signs in another's name has that name hanging out of his column. ?><?cs
def:signs(c, style) ?><?cs if:filled(c.lines.0.text) ?><?cs each:l = c.lines ?><w:p><w:pPr><w:pStyle w:val="<?cs
 if:style == "Signature" && string.find(l.text, "a.n. ") == #0 ?>SignatureFor<?cs else ?><?cs
 var:style ?><?cs /if ?>"/></w:pPr><w:r><w:t xml:space="preserve"><?cs var:l.text ?></w:t></w:r></w:p><?cs /each ?><?cs /if ?><?cs /def ?><?cs
def:signature(r, left) ?><?cs set:style = "Signature" + left ?><?cs set:name_style = "SignatureName" + left ?><?cs
 call:signs(r.cells.0, style) ?><?cs call:signs(r.cells.1, style) ?><w:p><w:pPr><w:pStyle w:val="<?cs
 var:name_style ?>"/></w:pPr><w:r><w:rPr><w:u w:val="single"/></w:rPr><?cs call:lines(r.cells.2) ?></w:r></w:p><?cs
 call:signs(r.cells.3, style) ?><?cs call:signs(r.cells.4, style) ?><?cs /def ?><?cs
def:signatures(b) ?><?cs set:left_mm = Text.width - #83 ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(left_mm) ?>"/><w:gridCol w:w="<?cs call:width(#83) ?>"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><?cs
 if:subcount(b.rows) == #1 ?><?cs call:cell_open(left_mm, "") ?><w:p/></w:tc><?cs /if ?><?cs each:r = b.rows ?><?cs
 if:subcount(b.rows) > #1 && name(r) == "0" ?><?cs call:cell_open(left_mm, "") ?><?cs call:signature(r, "Left") ?><?cs
 else ?><?cs call:cell_open(#83, "") ?><?cs call:signature(r, "") ?><?cs /if ?></w:tc><?cs /each ?></w:tr></w:tbl><?cs call:gap() ?><?cs /def ?><?cs
def:picture(b) ?><w:p><?cs call:inline(b.picture, "Grafik", b.lines.0.text) ?></w:p><?cs /def ?><?cs
def:crest(b) ?><w:p><w:pPr><w:pStyle w:val="Crest"/></w:pPr><?cs call:inline(b.picture, "Lambang", "Lambang daerah") ?></w:p><?cs /def ?><?cs
# Large, in the middle: of a poster. ?><?cs
def:code(b) ?><?cs if:b.picture.path ?><w:p><w:pPr><w:pStyle w:val="Code"/></w:pPr><?cs set:says = "Kode QR menuju " + b.lines.0.text ?><?cs
 call:inline(b.picture, "Kode QR", says) ?></w:p><?cs /if ?><?cs /def ?><?cs
# Room to write on: rows that grow with what is typed. ?><?cs
def:written(b) ?><?cs call:p("Cell", b) ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(Text.width) ?>"/></w:tblGrid><?cs loop:at = #1, b.level, #1 ?><w:tr><w:trPr><w:cantSplit/><w:trHeight
w:val="340"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="<?cs
 call:width(Text.width) ?>" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="4"
w:color="8A8A8A"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p></w:tc></w:tr><?cs
 /loop ?></w:tbl><?cs call:gap() ?><?cs /def ?><?cs
def:head_lines(b) ?><?cs each:r = b.rows ?><w:p><w:pPr><w:pStyle w:val="<?cs if:name(r) == "0" ?>Government<?cs
 elif:name(r) == "1" ?>Office<?cs else ?>Address<?cs /if ?>"/></w:pPr><w:r><?cs if:name(r) == "0" || name(r) == "1" ?><w:rPr><w:caps/></w:rPr><?cs
 /if ?><?cs call:lines(r.cells.0) ?></w:r></w:p><?cs /each ?><?cs /def ?><?cs
# Two single lines below it, a thick one and a thin one: which of a double line is the thick one, programs tell otherwise.
# The text stands in the middle of the paper: as much is free to the right as half of what the crest takes. ?><?cs
def:head(b) ?><?cs if:b.picture.path ?><?cs set:crest_mm = b.picture.width + #4 ?><?cs set:free_mm = crest_mm / #2 ?><?cs
 set:text_mm = Text.width - crest_mm - free_mm ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(crest_mm) ?>"/><w:gridCol w:w="<?cs call:width(text_mm) ?>"/><w:gridCol w:w="<?cs call:width(free_mm) ?>"/></w:tblGrid><w:tr><?cs
 call:cell_open(crest_mm, "") ?><?cs call:crest(b) ?></w:tc><?cs call:cell_open(text_mm, "") ?><?cs call:head_lines(b) ?></w:tc><?cs
 call:cell_open(free_mm, "") ?><?cs call:gap() ?></w:tc></w:tr></w:tbl><?cs else ?><?cs call:head_lines(b) ?><?cs /if ?><w:p><w:pPr><w:pStyle
w:val="HeadEnd"/><w:pBdr><w:top w:val="single" w:sz="16" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0"
w:color="000000"/></w:pBdr></w:pPr></w:p><?cs /def ?><?cs
def:caption(b) ?><?cs if:filled(b.lines.0.text) ?><?cs call:p("Caption", b) ?><?cs /if ?><?cs /def ?><?cs
# Page numbers come when who edits updates the field: only then is there a page. ?><?cs
def:contents() ?><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h
</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p><?cs each:h = Blocks ?><?cs
 if:h.kind == "heading" && h.level < #3 ?><?cs if:h.level == #2 ?><?cs call:p("TOC2", h) ?><?cs else ?><?cs call:p("TOC1", h) ?><?cs
 /if ?><?cs /if ?><?cs /each ?><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><?cs /def ?><?cs
def:block(b) ?><?cs
if:b.kind == "letterhead" ?><?cs call:head(b) ?><?cs
elif:b.kind == "title" ?><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr><w:caps/></w:rPr><?cs
 call:lines(b) ?></w:r></w:p><?cs each:r = b.rows ?><?cs
 call:p("Subtitle", r.cells.0) ?><?cs /each ?><?cs call:gap() ?><?cs
elif:b.kind == "heading" ?><?cs if:b.level == #3 ?><?cs call:p("Heading3", b) ?><?cs elif:b.level == #2 ?><?cs
 call:p("Heading2", b) ?><?cs else ?><?cs call:p("Heading1", b) ?><?cs /if ?><?cs
elif:b.kind == "right" ?><?cs call:p("Right", b) ?><?cs
elif:b.kind == "note" ?><?cs call:p("Note", b) ?><?cs
elif:b.kind == "facts" || b.kind == "list" ?><?cs call:pairs(b) ?><?cs
elif:b.kind == "address" ?><?cs call:address(b) ?><?cs
elif:b.kind == "foot" ?><?cs call:p("Foot", b) ?><?cs
elif:b.kind == "table" ?><?cs call:caption(b) ?><?cs call:table(b) ?><?cs
elif:b.kind == "picture" ?><?cs call:caption(b) ?><?cs if:b.picture.path ?><?cs call:picture(b) ?><?cs /if ?><?cs
 if:subcount(b.columns) ?><?cs call:table(b) ?><?cs /if ?><?cs
elif:b.kind == "contents" ?><?cs call:contents() ?><?cs
elif:b.kind == "qr" ?><?cs call:code(b) ?><?cs
elif:b.kind == "lines" ?><?cs call:written(b) ?><?cs
elif:b.kind == "signatures" ?><?cs call:signatures(b) ?><?cs
elif:b.kind == "page" ?><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p><?cs
elif:b.level == #1 && b.stays ?><?cs call:p("LetterStays", b) ?><?cs
elif:b.level == #1 ?><?cs call:p("Letter", b) ?><?cs
elif:b.stays && b.broken ?><?cs call:p("BodyStaysLeft", b) ?><?cs
elif:b.stays ?><?cs call:p("BodyStays", b) ?><?cs
elif:b.broken ?><?cs call:p("BodyLeft", b) ?><?cs
else ?><?cs call:p("BodyText", b) ?><?cs /if ?>
<?cs /def ?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>
<?cs if:Text.mark ?><w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr><w:r><w:t><?cs var:Text.mark ?></w:t></w:r></w:p>
<?cs /if ?><?cs each:b = Blocks ?><?cs call:block(b) ?><?cs /each ?><w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz <?cs
 if:Text.landscape ?>w:w="<?cs if:Text.folio ?>18709<?cs else ?>16838<?cs /if ?>" w:h="<?cs if:Text.folio ?>12189<?cs
 else ?>11906<?cs /if ?>" w:orient="landscape"<?cs else ?>w:w="<?cs if:Text.folio ?>12189<?cs else ?>11906<?cs /if ?>"
w:h="<?cs if:Text.folio ?>18709<?cs else ?>16838<?cs /if ?>"<?cs /if ?>/><w:pgMar w:top="<?cs call:width(Text.top) ?>" w:right="<?cs
 call:width(Text.right) ?>" w:bottom="<?cs set:bottom_mm = Text.bottom + #12 ?><?cs call:width(bottom_mm) ?>" w:left="<?cs
 call:width(Text.left) ?>" w:header="567" w:footer="<?cs call:width(Text.bottom) ?>" w:gutter="0"/></w:sectPr></w:body></w:document>
