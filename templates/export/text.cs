<?xml version="1.0" encoding="UTF-8"?><?cs # SPDX-License-Identifier: ISC ?><?cs def:lines(at) ?><?cs each:l = at.lines ?><?cs
 if:name(l) != "0" ?><text:line-break/><?cs /if ?><?cs var:l.text ?><?cs /each ?><?cs /def ?><?cs
def:table(b) ?><table:table table:name="Tabel <?cs var:b.number ?>" table:style-name="Whole"><?cs
 each:c = b.columns ?><table:table-column table:style-name="C<?cs var:b.number ?>.<?cs var:name(c) ?>"/><?cs
 /each ?><table:table-header-rows><table:table-row table:style-name="Row"><?cs
 each:c = b.columns ?><table:table-cell table:style-name="Head"><text:p text:style-name="Table_20_Heading"><?cs
 var:c.label ?></text:p></table:table-cell><?cs /each ?></table:table-row></table:table-header-rows><?cs
each:r = b.rows ?><table:table-row table:style-name="Row"><?cs each:c = r.cells ?><?cs
 set:at = name(c) ?><table:table-cell table:style-name="<?cs if:r.total ?>Head<?cs else ?>Cell<?cs /if ?>"><text:p
text:style-name="<?cs if:b.columns[at].align == "centre" ?>Cell_20_Centre<?cs elif:b.columns[at].align == "right" ?>Cell_20_Right<?cs
 else ?>Table_20_Contents<?cs /if ?>"><?cs if:r.total ?><text:span text:style-name="Strong"><?cs call:lines(c) ?></text:span><?cs
 else ?><?cs call:lines(c) ?><?cs /if ?></text:p></table:table-cell><?cs /each ?></table:table-row><?cs
 /each ?></table:table><text:p text:style-name="Standard"/><?cs /def ?><?cs
def:pairs(b) ?><table:table table:name="Jawaban <?cs var:b.number ?>" table:style-name="Whole"><table:table-column
table:style-name="<?cs if:b.kind == "list" ?>Marker<?cs else ?>L<?cs var:b.number ?><?cs /if ?>"/><table:table-column
table:style-name="<?cs if:b.kind == "list" ?>Item<?cs else ?>V<?cs var:b.number ?><?cs /if ?>"/><?cs each:r = b.rows ?><table:table-row><?cs
 each:c = r.cells ?><table:table-cell table:style-name="Bare"><text:p text:style-name="Standard"><?cs if:b.kind == "facts" && name(c) != "0" ?>: <?cs /if ?><?cs
 call:lines(c) ?></text:p></table:table-cell><?cs /each ?></table:table-row><?cs /each ?></table:table><text:p text:style-name="Standard"/><?cs /def ?><?cs
def:signature(r) ?><?cs if:filled(r.cells.0.lines.0.text) ?><text:p text:style-name="Signature"><?cs
 call:lines(r.cells.0) ?></text:p><?cs /if ?><text:p text:style-name="Signature"><?cs
 call:lines(r.cells.1) ?></text:p><text:p text:style-name="SignatureName"><?cs call:lines(r.cells.2) ?></text:p><?cs
 if:filled(r.cells.3.lines.0.text) ?><text:p text:style-name="Signature"><?cs call:lines(r.cells.3) ?></text:p><?cs /if ?><?cs
 if:filled(r.cells.4.lines.0.text) ?><text:p text:style-name="Signature"><?cs call:lines(r.cells.4) ?></text:p><?cs /if ?><?cs /def ?><?cs
def:signatures(b) ?><table:table table:name="Tanda tangan <?cs var:b.number ?>" table:style-name="Whole"><table:table-column
table:style-name="Half" table:number-columns-repeated="2"/><table:table-row table:style-name="Row"><?cs
 if:subcount(b.rows) == #1 ?><table:table-cell table:style-name="Bare"><text:p/></table:table-cell><?cs /if ?><?cs
 each:r = b.rows ?><table:table-cell table:style-name="Bare"><?cs
 call:signature(r) ?></table:table-cell><?cs /each ?></table:table-row></table:table><?cs /def ?><?cs
def:picture(b) ?><text:p text:style-name="Standard"><draw:frame draw:name="Grafik <?cs var:b.number ?>" text:anchor-type="as-char"
svg:width="<?cs var:b.picture.width ?>mm" svg:height="<?cs var:b.picture.height ?>mm"><draw:image
xlink:href="<?cs var:url_validate(b.picture.path) ?>" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title><?cs
 call:lines(b) ?></svg:title><svg:desc>Angkanya ada pada tabel <?cs if:subcount(b.columns) ?>di bawah grafik ini<?cs
 else ?>dalam lampiran<?cs /if ?>.</svg:desc></draw:frame></text:p><?cs /def ?><?cs
def:crest(b) ?><draw:frame draw:name="Lambang" draw:style-name="Crest" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm"
svg:width="<?cs var:b.picture.width ?>mm" svg:height="<?cs var:b.picture.height ?>mm"><draw:image
xlink:href="<?cs var:url_validate(b.picture.path) ?>" xlink:type="simple" xlink:show="embed"
xlink:actuate="onLoad"/><svg:title>Lambang daerah</svg:title></draw:frame><?cs /def ?><?cs
def:head(b) ?><?cs each:r = b.rows ?><text:p text:style-name="<?cs if:name(r) == "0" ?>Government<?cs elif:name(r) == "1" ?>Office<?cs
 else ?>Address<?cs /if ?>"><?cs if:name(r) == "0" && b.picture.path ?><?cs call:crest(b) ?><?cs /if ?><?cs call:lines(r.cells.0) ?></text:p><?cs
 /each ?><text:p text:style-name="HeadEnd"/><?cs /def ?><?cs
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
 each:r = b.rows ?><text:p text:style-name="Subtitle"><?cs call:lines(r.cells.0) ?></text:p><?cs /each ?><?cs
elif:b.kind == "heading" ?><?cs if:b.level == #3 ?><?cs call:heading(b, "3") ?><?cs elif:b.level == #2 ?><?cs
 call:heading(b, "2") ?><?cs else ?><?cs call:heading(b, "1") ?><?cs /if ?><?cs
elif:b.kind == "right" ?><text:p text:style-name="Right"><?cs call:lines(b) ?></text:p><?cs
elif:b.kind == "note" ?><text:p text:style-name="Note"><?cs call:lines(b) ?></text:p><?cs
elif:b.kind == "facts" || b.kind == "list" ?><?cs call:pairs(b) ?><?cs
elif:b.kind == "table" ?><?cs call:caption(b) ?><?cs call:table(b) ?><?cs
elif:b.kind == "picture" ?><?cs call:caption(b) ?><?cs if:b.picture.path ?><?cs call:picture(b) ?><?cs /if ?><?cs
 if:subcount(b.columns) ?><?cs call:table(b) ?><?cs /if ?><?cs
elif:b.kind == "contents" ?><?cs call:contents() ?><?cs
elif:b.kind == "signatures" ?><?cs call:signatures(b) ?><?cs
elif:b.kind == "page" ?><text:p text:style-name="NextPage"/><?cs
elif:b.broken ?><text:p text:style-name="Text_20_left"><?cs call:lines(b) ?></text:p><?cs
else ?><text:p text:style-name="Text_20_body"><?cs call:lines(b) ?></text:p><?cs /if ?>
<?cs /def ?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"><office:automatic-styles>
<style:style style:name="Whole" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000" fo:padding="0.6mm"/></style:style>
<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #000000"
fo:padding="0.6mm" fo:background-color="#e8ecf2" style:vertical-align="middle"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.5mm"/></style:style>
<style:style style:name="Marker" style:family="table-column"><style:table-column-properties style:column-width="10mm"
style:rel-column-width="600*"/></style:style>
<style:style style:name="Item" style:family="table-column"><style:table-column-properties style:column-width="160mm"
style:rel-column-width="9400*"/></style:style>
<style:style style:name="Half" style:family="table-column"><style:table-column-properties style:column-width="85mm"
style:rel-column-width="5000*"/></style:style>
<style:style style:name="Crest" style:family="graphic"><style:graphic-properties style:wrap="run-through"
style:run-through="background" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" style:vertical-pos="from-top"
style:vertical-rel="paragraph"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="NextPage" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:break-before="page"/></style:style>
<?cs each:b = Blocks ?><?cs if:b.kind == "facts" ?><style:style style:name="L<?cs var:b.number ?>"
style:family="table-column"><style:table-column-properties style:column-width="<?cs var:b.label ?>mm"
style:rel-column-width="<?cs var:b.label ?>00*"/></style:style><style:style style:name="V<?cs var:b.number ?>"
style:family="table-column"><style:table-column-properties style:column-width="<?cs var:Text.width - b.label ?>mm"
style:rel-column-width="<?cs var:Text.width - b.label ?>00*"/></style:style><?cs
 /if ?><?cs each:c = b.columns ?><style:style style:name="C<?cs var:b.number ?>.<?cs var:name(c) ?>"
style:family="table-column"><style:table-column-properties style:column-width="<?cs var:c.width ?>mm"
style:rel-column-width="<?cs var:c.width ?>00*"/></style:style><?cs /each ?><?cs /each ?>
</office:automatic-styles><office:body><office:text>
<?cs each:b = Blocks ?><?cs call:block(b) ?><?cs /each ?></office:text></office:body></office:document-content>
