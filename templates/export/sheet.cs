<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC ?><worksheet
xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView
workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><?cs
 each:c = Sheet.columns ?><col min="<?cs var:c.number ?>" max="<?cs var:c.number ?>" width="<?cs var:c.width ?>" customWidth="1"<?cs
 if:c.text_alone ?> style="6"<?cs /if ?>/><?cs /each ?></cols><sheetData>
<?cs each:r = Sheet.rows ?><row r="<?cs var:r.number ?>"<?cs if:r.height ?> ht="<?cs var:r.height ?>" customHeight="1"<?cs /if ?>><?cs
 each:c = r.cells ?><?cs if:?c.number ?><?cs set:style = #2 ?><?cs if:c.decimal ?><?cs set:style = #3 ?><?cs /if ?><?cs if:r.strong ?><?cs
 set:style = style + #2 ?><?cs /if ?><c r="<?cs var:c.place ?>" s="<?cs var:style ?>"><v><?cs var:c.number ?></v></c><?cs
 elif:c.text == "" ?><c r="<?cs var:c.place ?>" s="<?cs if:r.strong ?>1<?cs elif:c.text_alone ?>6<?cs else ?>0<?cs /if ?>"/><?cs
 else ?><c r="<?cs var:c.place ?>" s="<?cs if:r.strong ?>1<?cs elif:c.text_alone ?>6<?cs else ?>0<?cs /if ?>"
t="inlineStr"><is><t xml:space="preserve"><?cs var:c.text ?></t></is></c><?cs /if ?><?cs /each ?></row>
<?cs /each ?></sheetData><?cs if:Sheet.locked ?><sheetProtection sheet="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/><?cs /if ?><?cs
 if:subcount(Sheet.choices) ?><dataValidations count="<?cs var:subcount(Sheet.choices) ?>"><?cs
 each:v = Sheet.choices ?><dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"
errorTitle="Tidak ada dalam daftar" error="Pilih dari daftarnya. Tetap pakai yang ini?" sqref="<?cs var:v.range ?>"><formula1><?cs
 var:v.source ?></formula1></dataValidation><?cs /each ?></dataValidations><?cs /if ?><printOptions gridLines="1"/><pageMargins
left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="<?cs if:Sheet.folio ?>14<?cs
 else ?>9<?cs /if ?>" orientation="<?cs if:Sheet.landscape ?>landscape<?cs else ?>portrait<?cs /if ?>" fitToWidth="1"
fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>
