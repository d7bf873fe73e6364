<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC
# A model as WordprocessingML (ECMA-376, part 1, 17); widths are twentieths of a point, 567 for ten millimetres. ?><?cs
def:lines(at) ?><?cs each:l = at.lines ?><?cs if:name(l) != "0" ?><w:br/><?cs /if ?><w:t xml:space="preserve"><?cs
 var:l.text ?></w:t><?cs /each ?><?cs /def ?><?cs
def:p(style, at) ?><w:p><w:pPr><w:pStyle w:val="<?cs var:style ?>"/></w:pPr><w:r><?cs call:lines(at) ?></w:r></w:p><?cs /def ?><?cs
def:grid_open(lines) ?><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><?cs if:lines ?><w:tblBorders><w:top w:val="single"
w:sz="4" w:color="000000"/><w:left w:val="single" w:sz="4" w:color="000000"/><w:bottom w:val="single" w:sz="4"
w:color="000000"/><w:right w:val="single" w:sz="4" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:color="000000"/><w:insideV
w:val="single" w:sz="4" w:color="000000"/></w:tblBorders><?cs /if ?><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="28"
w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="57"
w:type="dxa"/></w:tblCellMar></w:tblPr><?cs /def ?><?cs
def:width(mm) ?><?cs var:mm * #567 / #10 ?><?cs /def ?><?cs
def:cell_open(mm, strong) ?><w:tc><w:tcPr><w:tcW w:w="<?cs call:width(mm) ?>" w:type="dxa"/><?cs if:strong ?><w:shd w:val="clear"
w:color="auto" w:fill="E8ECF2"/><?cs /if ?></w:tcPr><?cs /def ?><?cs
def:table(b) ?><?cs call:grid_open("1") ?><w:tblGrid><?cs each:c = b.columns ?><w:gridCol w:w="<?cs call:width(c.width) ?>"/><?cs
 /each ?></w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><?cs each:c = b.columns ?><?cs
 call:cell_open(c.width, "1") ?><w:p><w:pPr><w:pStyle w:val="CellHead"/></w:pPr><w:r><w:t xml:space="preserve"><?cs
 var:c.label ?></w:t></w:r></w:p></w:tc><?cs /each ?></w:tr><?cs
each:r = b.rows ?><w:tr><w:trPr><w:cantSplit/></w:trPr><?cs each:c = r.cells ?><?cs set:at = name(c) ?><?cs
 call:cell_open(b.columns[at].width, r.total) ?><w:p><w:pPr><w:pStyle w:val="<?cs
 if:b.columns[at].align == "centre" ?>CellCentre<?cs elif:b.columns[at].align == "right" ?>CellRight<?cs
 else ?>Cell<?cs /if ?>"/></w:pPr><w:r><?cs if:r.total ?><w:rPr><w:b/></w:rPr><?cs /if ?><?cs
 call:lines(c) ?></w:r></w:p></w:tc><?cs /each ?></w:tr><?cs /each ?></w:tbl><w:p/><?cs /def ?><?cs
def:pairs(b) ?><?cs if:b.kind == "list" ?><?cs set:first_mm = #10 ?><?cs else ?><?cs set:first_mm = b.label ?><?cs /if ?><?cs
 set:other_mm = Text.width - first_mm ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(first_mm) ?>"/><w:gridCol w:w="<?cs call:width(other_mm) ?>"/></w:tblGrid><?cs each:r = b.rows ?><w:tr><?cs
 each:c = r.cells ?><?cs if:name(c) == "0" ?><?cs call:cell_open(first_mm, "") ?><?cs else ?><?cs call:cell_open(other_mm, "") ?><?cs
 /if ?><w:p><w:r><?cs if:b.kind == "facts" && name(c) != "0" ?><w:t xml:space="preserve">: </w:t><?cs /if ?><?cs
 call:lines(c) ?></w:r></w:p></w:tc><?cs /each ?></w:tr><?cs /each ?></w:tbl><w:p/><?cs /def ?><?cs
def:signature(r) ?><?cs if:filled(r.cells.0.lines.0.text) ?><?cs call:p("Signature", r.cells.0) ?><?cs /if ?><?cs
 call:p("Signature", r.cells.1) ?><?cs call:p("SignatureName", r.cells.2) ?><?cs if:filled(r.cells.3.lines.0.text) ?><?cs
 call:p("Signature", r.cells.3) ?><?cs /if ?><?cs if:filled(r.cells.4.lines.0.text) ?><?cs call:p("Signature", r.cells.4) ?><?cs
 /if ?><?cs /def ?><?cs
def:signatures(b) ?><?cs set:half = Text.width / #2 ?><?cs call:grid_open("") ?><w:tblGrid><w:gridCol w:w="<?cs
 call:width(half) ?>"/><w:gridCol w:w="<?cs call:width(half) ?>"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><?cs
 if:subcount(b.rows) == #1 ?><?cs call:cell_open(half, "") ?><w:p/></w:tc><?cs /if ?><?cs each:r = b.rows ?><?cs
 call:cell_open(half, "") ?><?cs call:signature(r) ?></w:tc><?cs /each ?></w:tr></w:tbl><w:p/><?cs /def ?><?cs
def:graphic(b, title) ?><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData
uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic
xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="<?cs var:b.number + #1 ?>"
name="<?cs var:title ?>"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture<?cs
 var:b.number ?>"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="<?cs
 var:b.picture.width * #36000 ?>" cy="<?cs var:b.picture.height * #36000 ?>"/></a:xfrm><a:prstGeom
prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic><?cs /def ?><?cs
def:extent(b) ?><wp:extent cx="<?cs var:b.picture.width * #36000 ?>" cy="<?cs var:b.picture.height * #36000 ?>"/><?cs /def ?><?cs
def:picture(b) ?><w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><?cs call:extent(b) ?><wp:docPr id="<?cs
 var:b.number + #1 ?>" name="Grafik <?cs var:b.number ?>" descr="<?cs var:b.lines.0.text ?>"/><?cs
 call:graphic(b, "Grafik") ?></wp:inline></w:drawing></w:r></w:p><?cs /def ?><?cs
def:crest(b) ?><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1"
locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH
relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV
relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><?cs call:extent(b) ?><wp:wrapNone/><wp:docPr id="<?cs
 var:b.number + #1 ?>" name="Lambang" descr="Lambang daerah"/><?cs call:graphic(b, "Lambang") ?></wp:anchor></w:drawing></w:r><?cs /def ?><?cs
def:head(b) ?><?cs each:r = b.rows ?><w:p><w:pPr><w:pStyle w:val="<?cs if:name(r) == "0" ?>Government<?cs
 elif:name(r) == "1" ?>Office<?cs else ?>Address<?cs /if ?>"/></w:pPr><?cs if:name(r) == "0" && b.picture.path ?><?cs
 call:crest(b) ?><?cs /if ?><w:r><?cs if:name(r) == "0" || name(r) == "1" ?><w:rPr><w:caps/></w:rPr><?cs /if ?><?cs
 call:lines(r.cells.0) ?></w:r></w:p><?cs /each ?><w:p><w:pPr><w:pBdr><w:top w:val="double" w:sz="6" w:space="1"
w:color="000000"/></w:pBdr><w:spacing w:before="85" w:after="170"/></w:pPr></w:p><?cs /def ?><?cs
def:caption(b) ?><?cs if:filled(b.lines.0.text) ?><?cs call:p("Caption", b) ?><?cs /if ?><?cs /def ?><?cs
# Page numbers come when who edits updates the field: only then is there a page. ?><?cs
def:contents() ?><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-2" \h
</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p><?cs each:h = Blocks ?><?cs
 if:h.kind == "heading" && h.level < #3 ?><?cs if:h.level == #2 ?><?cs call:p("TOC2", h) ?><?cs else ?><?cs call:p("TOC1", h) ?><?cs
 /if ?><?cs /if ?><?cs /each ?><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><?cs /def ?><?cs
def:block(b) ?><?cs
if:b.kind == "letterhead" ?><?cs call:head(b) ?><?cs
elif:b.kind == "title" ?><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:rPr><w:caps/></w:rPr><?cs
 call:lines(b) ?></w:r></w:p><?cs each:r = b.rows ?><?cs call:p("Subtitle", r.cells.0) ?><?cs /each ?><?cs
elif:b.kind == "heading" ?><?cs if:b.level == #3 ?><?cs call:p("Heading3", b) ?><?cs elif:b.level == #2 ?><?cs
 call:p("Heading2", b) ?><?cs else ?><?cs call:p("Heading1", b) ?><?cs /if ?><?cs
elif:b.kind == "right" ?><?cs call:p("Right", b) ?><?cs
elif:b.kind == "note" ?><?cs call:p("Note", b) ?><?cs
elif:b.kind == "facts" || b.kind == "list" ?><?cs call:pairs(b) ?><?cs
elif:b.kind == "table" ?><?cs call:caption(b) ?><?cs call:table(b) ?><?cs
elif:b.kind == "picture" ?><?cs call:caption(b) ?><?cs if:b.picture.path ?><?cs call:picture(b) ?><?cs /if ?><?cs
 if:subcount(b.columns) ?><?cs call:table(b) ?><?cs /if ?><?cs
elif:b.kind == "contents" ?><?cs call:contents() ?><?cs
elif:b.kind == "signatures" ?><?cs call:signatures(b) ?><?cs
elif:b.kind == "page" ?><w:p><w:r><w:br w:type="page"/></w:r></w:p><?cs
elif:b.broken ?><?cs call:p("BodyLeft", b) ?><?cs
else ?><?cs call:p("BodyText", b) ?><?cs /if ?>
<?cs /def ?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>
<?cs each:b = Blocks ?><?cs call:block(b) ?><?cs /each ?><w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz <?cs
 if:Text.landscape ?>w:w="<?cs if:Text.folio ?>18709<?cs else ?>16838<?cs /if ?>" w:h="<?cs if:Text.folio ?>12189<?cs
 else ?>11906<?cs /if ?>" w:orient="landscape"<?cs else ?>w:w="<?cs if:Text.folio ?>12189<?cs else ?>11906<?cs /if ?>"
w:h="<?cs if:Text.folio ?>18709<?cs else ?>16838<?cs /if ?>"<?cs /if ?>/><w:pgMar w:top="850" w:right="1020" w:bottom="850"
w:left="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
