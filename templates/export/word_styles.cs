<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC
# A style a line; sizes in half points, distances in twentieths of a point. ?><w:styles
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"
w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<?cs def:style(id, name, paragraph_before, paragraph_after, align, size, bold) ?><w:style w:type="paragraph" w:styleId="<?cs var:id ?>"><w:name
w:val="<?cs var:name ?>"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><?cs
 if:id == "Caption" ?><w:keepNext/><?cs /if ?><w:spacing w:before="<?cs var:paragraph_before ?>"
w:after="<?cs var:paragraph_after ?>"/><w:jc w:val="<?cs var:align ?>"/></w:pPr><w:rPr><?cs if:bold ?><w:b/><?cs /if ?><w:sz
w:val="<?cs var:size ?>"/><w:szCs w:val="<?cs var:size ?>"/></w:rPr></w:style>
<?cs /def ?><?cs
def:heading_style(level, size) ?><w:style w:type="paragraph" w:styleId="Heading<?cs var:level ?>"><w:name
w:val="heading <?cs var:level ?>"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing
w:before="283" w:after="113"/><w:outlineLvl w:val="<?cs var:level - #1 ?>"/></w:pPr><w:rPr><w:b/><w:sz w:val="<?cs
 var:size ?>"/><w:szCs w:val="<?cs var:size ?>"/></w:rPr></w:style>
<?cs /def ?><?cs
call:style("BodyText", "Body Text", "0", "142", "both", "22", "") ?><?cs
call:style("BodyLeft", "Body Left", "0", "142", "left", "22", "") ?><?cs call:style("Title", "Title", "0", "113", "center", "26", "1") ?><?cs
call:style("Subtitle", "Subtitle", "0", "170", "center", "22", "") ?><?cs call:style("Caption", "caption", "113", "57", "left", "18", "1") ?><?cs
call:style("Government", "Government", "0", "0", "center", "26", "") ?><?cs call:style("Office", "Office", "0", "0", "center", "30", "1") ?><?cs
call:style("Address", "Address", "0", "0", "center", "18", "") ?><?cs call:style("Right", "Right", "0", "142", "right", "22", "") ?><?cs
call:style("Note", "Note", "0", "142", "left", "18", "") ?><?cs call:style("Cell", "Cell", "0", "0", "left", "18", "") ?><?cs
call:style("CellCentre", "Cell Centre", "0", "0", "center", "18", "") ?><?cs
call:style("CellRight", "Cell Right", "0", "0", "right", "18", "") ?><?cs
call:style("CellHead", "Cell Head", "0", "0", "center", "18", "1") ?><?cs
call:style("Signature", "Signature", "0", "0", "center", "22", "") ?><?cs
call:style("SignatureName", "Signature Name", "1134", "0", "center", "22", "1") ?><?cs
call:style("TOC1", "toc 1", "57", "0", "left", "22", "") ?><?cs call:style("TOC2", "toc 2", "0", "0", "left", "22", "") ?><?cs
call:heading_style(#1, "26") ?><?cs call:heading_style(#2, "23") ?><?cs call:heading_style(#3, "21") ?></w:styles>
