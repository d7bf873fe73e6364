<?xml version="1.0" encoding="UTF-8"?><?cs # SPDX-License-Identifier: ISC ?><?cs
# A picture among letters, and what it says to who does not see it. ?><?cs
def:frame(p, label, says) ?><draw:frame draw:name="<?cs var:label ?> <?cs var:p.number ?>" text:anchor-type="as-char"
svg:width="<?cs var:p.width ?>mm" svg:height="<?cs var:p.height ?>mm"><draw:image
xlink:href="<?cs var:url_validate(p.path) ?>" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title><?cs
 var:says ?></svg:title></draw:frame><?cs /def ?><?cs
def:lines(at) ?><?cs each:l = at.lines ?><?cs
 if:name(l) != "0" ?><text:line-break/><?cs /if ?><?cs var:l.text ?><?cs /each ?><?cs /def ?><?cs
def:table(b) ?><table:table table:name="Tabel <?cs var:b.number ?>" table:style-name="Whole"><?cs
 each:c = b.columns ?><table:table-column table:style-name="C<?cs var:b.number ?>.<?cs var:name(c) ?>"/><?cs
 /each ?><table:table-header-rows><table:table-row table:style-name="Row"><?cs
 each:c = b.columns ?><table:table-cell table:style-name="Head"><text:p text:style-name="Table_20_Heading"><?cs
 var:c.label ?></text:p></table:table-cell><?cs /each ?></table:table-row></table:table-header-rows><?cs
each:r = b.rows ?><table:table-row table:style-name="<?cs if:b.ink ?>Ink<?cs /if ?>Row"><?cs each:c = r.cells ?><?cs
 set:at = name(c) ?><table:table-cell table:style-name="<?cs if:r.total ?>Head<?cs else ?>Cell<?cs /if ?>"><text:p
text:style-name="<?cs if:b.columns[at].align == "centre" ?>Cell_20_Centre<?cs elif:b.columns[at].align == "right" ?>Cell_20_Right<?cs
 else ?>Table_20_Contents<?cs /if ?>"><?cs if:r.total ?><text:span text:style-name="Strong"><?cs call:lines(c) ?></text:span><?cs
 elif:c.picture.path ?><?cs call:frame(c.picture, "Tanda tangan", "Tanda tangan") ?><?cs
 else ?><?cs call:lines(c) ?><?cs /if ?></text:p></table:table-cell><?cs /each ?></table:table-row><?cs
 /each ?></table:table><text:p text:style-name="Gap"/><?cs /def ?><?cs
def:pairs(b) ?><?cs if:b.kind == "list" && filled(b.lines.0.text) ?><text:p text:style-name="Listed"><?cs call:lines(b) ?></text:p><?cs
 /if ?><table:table table:name="Jawaban <?cs var:b.number ?>" table:style-name="Whole"><table:table-column
table:style-name="<?cs if:b.kind == "list" ?>Marker<?cs else ?>L<?cs var:b.number ?><?cs /if ?>"/><table:table-column
table:style-name="<?cs if:b.kind == "list" ?>Item<?cs else ?>V<?cs var:b.number ?><?cs /if ?>"/><?cs each:r = b.rows ?><table:table-row><?cs
 each:c = r.cells ?><table:table-cell table:style-name="Bare"><?cs if:b.kind == "facts" && name(c) != "0" ?><text:p text:style-name="Fact">: <?cs
 call:lines(c) ?></text:p><?cs else ?><text:p text:style-name="Standard"><?cs
 call:lines(c) ?></text:p><?cs /if ?></table:table-cell><?cs /each ?></table:table-row><?cs /each ?></table:table><text:p text:style-name="Gap"/><?cs
 /def ?><?cs
def:recipients(b, style) ?><?cs each:r = b.rows ?><?cs if:subcount(r.cells) == #1 ?><text:p text:style-name="<?cs var:style ?>"><?cs
 call:lines(r.cells.0) ?></text:p><?cs /if ?><?cs /each ?><?cs /def ?><?cs
# The day, and to whom where that stands to the right, beside all that the letter is known by. ?><?cs
def:address(b) ?><table:table table:name="Surat <?cs var:b.number ?>" table:style-name="Whole"><table:table-column
table:style-name="L<?cs var:b.number ?>"/><table:table-column table:style-name="V<?cs var:b.number ?>"/><table:table-column
table:style-name="Sign"/><?cs each:r = b.rows ?><?cs if:subcount(r.cells) == #2 ?><table:table-row><table:table-cell
table:style-name="Bare"><text:p text:style-name="Standard"><?cs call:lines(r.cells.0) ?></text:p></table:table-cell><?cs
 if:b.level != #1 && name(r) != "0" ?><table:table-cell table:style-name="Bare" table:number-columns-spanned="2"><text:p
text:style-name="Fact">: <?cs call:lines(r.cells.1) ?></text:p></table:table-cell><table:covered-table-cell/><?cs
 else ?><table:table-cell table:style-name="Bare"><text:p
text:style-name="Fact">: <?cs call:lines(r.cells.1) ?></text:p></table:table-cell><?cs
 if:b.level != #1 ?><table:table-cell table:style-name="Bare"><text:p text:style-name="Sign"><?cs call:lines(b) ?></text:p></table:table-cell><?cs
 elif:name(r) == "0" ?><table:table-cell table:style-name="Bare" table:number-rows-spanned="<?cs
 var:b.known ?>"><text:p text:style-name="Sign"><?cs call:lines(b) ?></text:p><text:p text:style-name="Sign"/><?cs
 call:recipients(b, "Sign") ?></table:table-cell><?cs
 else ?><table:covered-table-cell/><?cs /if ?><?cs /if ?></table:table-row><?cs /if ?><?cs /each ?></table:table><text:p
text:style-name="Gap"/><?cs if:b.level != #1 ?><?cs call:recipients(b, "Standard") ?><text:p text:style-name="Gap"/><?cs
 /if ?><text:p text:style-name="Gap"/><?cs /def ?><?cs
# Whoever signs in another's name has that name hanging out of his column. ?><?cs
def:signs(c, style) ?><?cs if:filled(c.lines.0.text) ?><?cs each:l = c.lines ?><text:p text:style-name="<?cs
 if:style == "Signature" && string.find(l.text, "a.n. ") == #0 ?>SignatureFor<?cs else ?><?cs var:style ?><?cs /if ?>"><?cs
 var:l.text ?></text:p><?cs /each ?><?cs /if ?><?cs /def ?><?cs
def:signature(r, left) ?><?cs set:style = "Signature" + left ?><?cs set:name_style = "SignatureName" + left ?><?cs
 call:signs(r.cells.0, style) ?><?cs call:signs(r.cells.1, style) ?><text:p text:style-name="<?cs var:name_style ?>"><?cs
 call:lines(r.cells.2) ?></text:p><?cs call:signs(r.cells.3, style) ?><?cs call:signs(r.cells.4, style) ?><?cs /def ?><?cs
def:signatures(b) ?><table:table table:name="Tanda tangan <?cs var:b.number ?>" table:style-name="Whole"><table:table-column
table:style-name="SignLeft"/><table:table-column table:style-name="SignRight"/><table:table-row table:style-name="Row"><?cs
 if:subcount(b.rows) == #1 ?><table:table-cell table:style-name="Bare"><text:p/></table:table-cell><?cs /if ?><?cs
 each:r = b.rows ?><table:table-cell table:style-name="Bare"><?cs if:subcount(b.rows) > #1 && name(r) == "0" ?><?cs
 call:signature(r, "Left") ?><?cs else ?><?cs
 call:signature(r, "") ?><?cs /if ?></table:table-cell><?cs /each ?></table:table-row></table:table><text:p text:style-name="Gap"/><?cs /def ?><?cs
def:picture(b) ?><text:p text:style-name="Standard"><draw:frame draw:name="Grafik <?cs var:b.number ?>" text:anchor-type="as-char"
svg:width="<?cs var:b.picture.width ?>mm" svg:height="<?cs var:b.picture.height ?>mm"><draw:image
xlink:href="<?cs var:url_validate(b.picture.path) ?>" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title><?cs
 call:lines(b) ?></svg:title><svg:desc>Angkanya ada pada tabel <?cs if:subcount(b.columns) ?>di bawah grafik ini<?cs
 else ?>dalam lampiran<?cs /if ?>.</svg:desc></draw:frame></text:p><?cs /def ?><?cs
def:crest(b) ?><text:p text:style-name="CrestHolder"><draw:frame draw:name="Lambang" draw:style-name="Crest" text:anchor-type="as-char"
svg:width="<?cs var:b.picture.width ?>mm" svg:height="<?cs var:b.picture.height ?>mm"><draw:image
xlink:href="<?cs var:url_validate(b.picture.path) ?>" xlink:type="simple" xlink:show="embed"
xlink:actuate="onLoad"/><svg:title>Lambang daerah</svg:title></draw:frame></text:p><?cs /def ?><?cs
# Large, in the middle: of a poster. ?><?cs
def:code(b) ?><?cs if:b.picture.path ?><text:p text:style-name="CodeHolder"><?cs set:says = "Kode QR menuju " + b.lines.0.text ?><?cs
 call:frame(b.picture, "Kode QR", says) ?></text:p><?cs /if ?><?cs /def ?><?cs
# Room to write on: rows that grow with what is typed. ?><?cs
def:written(b) ?><text:p text:style-name="Table_20_Contents"><?cs call:lines(b) ?></text:p><table:table table:name="Isian <?cs
 var:b.number ?>" table:style-name="Whole"><table:table-column table:style-name="WriteWhole"/><?cs
 loop:at = #1, b.level, #1 ?><table:table-row table:style-name="WriteRow"><table:table-cell table:style-name="Write"><text:p
text:style-name="Table_20_Contents"/></table:table-cell></table:table-row><?cs /loop ?></table:table><text:p text:style-name="Gap"/><?cs /def ?><?cs
def:head_lines(b) ?><?cs each:r = b.rows ?><text:p text:style-name="<?cs if:name(r) == "0" ?>Government<?cs elif:name(r) == "1" ?>Office<?cs
 else ?>Address<?cs /if ?>"><?cs call:lines(r.cells.0) ?></text:p><?cs /each ?><?cs /def ?><?cs
# The text stands in the middle of the paper: as much is free to the right as half of what the crest takes. ?><?cs
def:head(b) ?><?cs if:b.picture.path ?><table:table table:name="Kop" table:style-name="Whole"><table:table-column
table:style-name="HeadCrest"/><table:table-column table:style-name="HeadText"/><table:table-column
table:style-name="HeadFree"/><table:table-row><table:table-cell
table:style-name="Bare"><?cs call:crest(b) ?></table:table-cell><table:table-cell table:style-name="Bare"><?cs
 call:head_lines(b) ?></table:table-cell><table:table-cell table:style-name="Bare"><text:p
text:style-name="Gap"/></table:table-cell></table:table-row></table:table><?cs
 else ?><?cs call:head_lines(b) ?><?cs /if ?><text:p text:style-name="HeadEnd"/><?cs /def ?><?cs
def:caption(b) ?><?cs if:filled(b.lines.0.text) ?><text:p text:style-name="Caption"><?cs call:lines(b) ?></text:p><?cs /if ?><?cs /def ?><?cs
def:heading(b, level) ?><text:h text:style-name="Heading_20_<?cs var:level ?>" text:outline-level="<?cs var:level ?>"><?cs
 call:lines(b) ?></text:h><?cs /def ?><?cs
# Page numbers come with the first "update index" of who edits: only then is there a page. ?><?cs
def:contents() ?><text:table-of-content text:name="Daftar isi" text:protected="false"><text:table-of-content-source text:outline-level="2"><?cs
 loop:level = #1, #2, #1 ?><text:table-of-content-entry-template text:outline-level="<?cs var:level ?>"
text:style-name="Contents_20_<?cs var:level ?>"><text:index-entry-text/><text:index-entry-tab-stop style:type="right"
style:leader-char="."/><text:index-entry-page-number/></text:table-of-content-entry-template><?cs
 /loop ?></text:table-of-content-source><text:index-body><?cs each:h = Blocks ?><?cs
 if:h.kind == "heading" && h.level < #3 ?><text:p text:style-name="Contents_20_<?cs if:h.level == #2 ?>2<?cs else ?>1<?cs /if ?>"><?cs
 call:lines(h) ?></text:p><?cs /if ?><?cs /each ?></text:index-body></text:table-of-content><?cs /def ?><?cs
def:block(b) ?><?cs
if:b.kind == "letterhead" ?><?cs call:head(b) ?><?cs
elif:b.kind == "title" ?><text:p text:style-name="Title"><?cs call:lines(b) ?></text:p><?cs
 each:r = b.rows ?><text:p text:style-name="Subtitle"><?cs call:lines(r.cells.0) ?></text:p><?cs /each ?><text:p text:style-name="Gap"/><?cs
elif:b.kind == "heading" ?><?cs if:b.level == #3 ?><?cs call:heading(b, "3") ?><?cs elif:b.level == #2 ?><?cs
 call:heading(b, "2") ?><?cs else ?><?cs call:heading(b, "1") ?><?cs /if ?><?cs
elif:b.kind == "right" ?><text:p text:style-name="Right"><?cs call:lines(b) ?></text:p><?cs
elif:b.kind == "note" ?><text:p text:style-name="Note"><?cs call:lines(b) ?></text:p><?cs
elif:b.kind == "facts" || b.kind == "list" ?><?cs call:pairs(b) ?><?cs
elif:b.kind == "address" ?><?cs call:address(b) ?><?cs
elif:b.kind == "foot" ?><text:p text:style-name="Foot"><?cs call:lines(b) ?></text:p><?cs
elif:b.kind == "table" ?><?cs call:caption(b) ?><?cs call:table(b) ?><?cs
elif:b.kind == "picture" ?><?cs call:caption(b) ?><?cs if:b.picture.path ?><?cs call:picture(b) ?><?cs /if ?><?cs
 if:subcount(b.columns) ?><?cs call:table(b) ?><?cs /if ?><?cs
elif:b.kind == "contents" ?><?cs call:contents() ?><?cs
elif:b.kind == "qr" ?><?cs call:code(b) ?><?cs
elif:b.kind == "lines" ?><?cs call:written(b) ?><?cs
elif:b.kind == "signatures" ?><?cs call:signatures(b) ?><?cs
elif:b.kind == "page" ?><text:p text:style-name="NextPage"/><?cs
elif:b.level == #1 ?><text:p text:style-name="<?cs if:b.stays ?>LetterStays<?cs else ?>Letter<?cs /if ?>"><?cs call:lines(b) ?></text:p><?cs
elif:b.stays ?><text:p text:style-name="TextStays<?cs if:b.broken ?>Left<?cs /if ?>"><?cs call:lines(b) ?></text:p><?cs
elif:b.broken ?><text:p text:style-name="Text_20_left"><?cs call:lines(b) ?></text:p><?cs
else ?><text:p text:style-name="Text_20_body"><?cs call:lines(b) ?></text:p><?cs /if ?>
<?cs /def ?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"><office:automatic-styles>
<style:style style:name="Whole" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"
table:border-model="collapsing"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="InkRow" style:family="table-row"><style:table-row-properties style:min-row-height="10mm"
fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000" fo:padding="0.8mm"
fo:padding-left="1.4mm" fo:padding-right="1.4mm"/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000"
fo:padding="0.8mm" fo:padding-left="1.4mm" fo:padding-right="1.4mm" fo:background-color="#e8ecf2" style:vertical-align="middle"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0mm"
fo:padding-bottom="0.2mm"/></style:style>
<style:style style:name="WriteRow" style:family="table-row"><style:table-row-properties style:min-row-height="6mm"
fo:keep-together="always"/></style:style>
<style:style style:name="Write" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0mm"
fo:border-bottom="0.2mm solid #8a8a8a" style:vertical-align="bottom"/></style:style>
<?cs def:column(id, mm) ?><style:style style:name="<?cs var:id ?>" style:family="table-column"><style:table-column-properties
style:column-width="<?cs var:mm ?>mm" style:rel-column-width="<?cs var:mm ?>00*"/></style:style><?cs /def ?><?cs
call:column("WriteWhole", Text.width) ?><?cs
set:item_mm = Text.width - #9 ?><?cs call:column("Marker", "9") ?><?cs call:column("Item", item_mm) ?><?cs
set:left_mm = Text.width - #83 ?><?cs call:column("SignLeft", left_mm) ?><?cs call:column("SignRight", "83") ?><?cs call:column("Sign", "75") ?><?cs
each:b = Blocks ?><?cs
 # Of several letterheads, each of a paper of its own, all are alike. ?><?cs
 if:b.kind == "letterhead" && b.picture.path && !?crest_mm ?><?cs set:crest_mm = b.picture.width + #4 ?><?cs
 set:free_mm = crest_mm / #2 ?><?cs set:text_mm = Text.width - crest_mm - free_mm ?><?cs
 call:column("HeadCrest", crest_mm) ?><?cs call:column("HeadText", text_mm) ?><?cs call:column("HeadFree", free_mm) ?><?cs /if ?><?cs /each ?>
<style:style style:name="Crest" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="NextPage" style:family="paragraph" style:parent-style-name="Gap"><style:paragraph-properties
fo:break-before="page"/></style:style>
<?cs each:b = Blocks ?><?cs if:b.kind == "facts" || b.kind == "address" ?><?cs set:label_id = "L" + b.number ?><?cs
 set:value_id = "V" + b.number ?><?cs set:value_mm = Text.width - b.label ?><?cs if:b.kind == "address" ?><?cs
 set:value_mm = value_mm - #75 ?><?cs /if ?><?cs call:column(label_id, b.label) ?><?cs call:column(value_id, value_mm) ?><?cs
 /if ?><?cs each:c = b.columns ?><style:style style:name="C<?cs var:b.number ?>.<?cs var:name(c) ?>"
style:family="table-column"><style:table-column-properties style:column-width="<?cs var:c.width ?>mm"
style:rel-column-width="<?cs var:c.width ?>00*"/></style:style><?cs /each ?><?cs /each ?>
</office:automatic-styles><office:body><office:text>
<?cs if:Text.mark ?><text:p text:style-name="Mark"><?cs var:Text.mark ?></text:p>
<?cs /if ?><?cs each:b = Blocks ?><?cs call:block(b) ?><?cs /each ?></office:text></office:body></office:document-content>
