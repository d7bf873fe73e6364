<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC
# A style a line; sizes in half points, distances in twentieths of a point. ?><?cs
set:font = "Arial" ?><?cs if:Text.serif ?><?cs set:font = "Times New Roman" ?><?cs /if ?><?cs
set:body = "22" ?><?cs if:Text.large ?><?cs set:body = "24" ?><?cs /if ?><w:styles
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="<?cs
 var:font ?>" w:hAnsi="<?cs var:font ?>" w:cs="<?cs var:font ?>"/><w:sz w:val="<?cs var:body ?>"/><w:szCs w:val="<?cs
 var:body ?>"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing
w:line="276" w:lineRule="auto"/></w:pPr></w:style>
<?cs def:style(id, name, paragraph_before, paragraph_after, align, size, bold) ?><w:style w:type="paragraph" w:styleId="<?cs var:id ?>"><w:name
w:val="<?cs var:name ?>"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><?cs
 if:id == "Caption" ?><w:keepNext/><?cs /if ?><w:spacing w:before="<?cs var:paragraph_before ?>"
w:after="<?cs var:paragraph_after ?>" w:line="<?cs if:size < #22 ?>264<?cs else ?>276<?cs /if ?>" w:lineRule="auto"/><w:jc w:val="<?cs
 var:align ?>"/></w:pPr><w:rPr><?cs if:bold ?><w:b/><?cs /if ?><w:sz
w:val="<?cs var:size ?>"/><w:szCs w:val="<?cs var:size ?>"/></w:rPr></w:style>
<?cs /def ?><?cs
def:heading_style(level, size) ?><w:style w:type="paragraph" w:styleId="Heading<?cs var:level ?>"><w:name
w:val="heading <?cs var:level ?>"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing
w:before="283" w:after="113"/><w:outlineLvl w:val="<?cs var:level - #1 ?>"/></w:pPr><w:rPr><w:b/><w:sz w:val="<?cs
 var:size ?>"/><w:szCs w:val="<?cs var:size ?>"/></w:rPr></w:style>
<?cs /def ?><?cs
call:style("BodyText", "Body Text", "0", "142", "both", body, "") ?><?cs
call:style("BodyLeft", "Body Left", "0", "142", "left", body, "") ?><?cs call:style("Title", "Title", "0", "40", "center", "26", "1") ?><?cs
call:style("Subtitle", "Subtitle", "0", "0", "center", "22", "") ?><?cs call:style("Caption", "caption", "0", "57", "left", "18", "1") ?><?cs
call:style("Government", "Government", "0", "0", "center", "26", "") ?><?cs call:style("Office", "Office", "0", "0", "center", "30", "1") ?><?cs
call:style("Address", "Address", "0", "0", "center", "18", "") ?><?cs call:style("Right", "Right", "0", "142", "right", body, "") ?><?cs
call:style("Note", "Note", "0", "142", "left", "18", "") ?><?cs call:style("Cell", "Cell", "0", "0", "left", "18", "") ?><?cs
call:style("CellCentre", "Cell Centre", "0", "0", "center", "18", "") ?><?cs
call:style("CellRight", "Cell Right", "0", "0", "right", "18", "") ?><?cs
call:style("CellHead", "Cell Head", "0", "0", "center", "18", "1") ?><?cs
# Style of another, with what is its own. ?><?cs
def:own(id, name, base) ?><w:style w:type="paragraph" w:styleId="<?cs var:id ?>"><w:name w:val="<?cs var:name ?>"/><w:basedOn
w:val="<?cs var:base ?>"/><w:qFormat/><?cs /def ?><?cs
call:own("Letter", "Letter", "BodyText") ?><w:pPr><w:ind w:firstLine="720"/></w:pPr></w:style>
<?cs call:own("LetterStays", "Letter Stays", "Letter") ?><w:pPr><w:keepNext/></w:pPr></w:style>
<?cs call:own("BodyStays", "Body Stays", "BodyText") ?><w:pPr><w:keepNext/></w:pPr></w:style>
<?cs call:own("BodyStaysLeft", "Body Stays Left", "BodyLeft") ?><w:pPr><w:keepNext/></w:pPr></w:style>
<?cs call:own("Listed", "Listed", "Normal") ?><w:pPr><w:keepNext/><w:spacing w:after="57"/></w:pPr></w:style>
<?cs call:own("Fact", "Fact", "Normal") ?><w:pPr><w:ind w:left="125" w:hanging="125"/></w:pPr></w:style>
<?cs call:own("Gap", "Gap", "Normal") ?><w:pPr><w:spacing w:line="140" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="8"/></w:rPr></w:style>
<?cs call:own("Crest", "Crest", "Normal") ?><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
<?cs call:own("Code", "Code", "Crest") ?><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<?cs call:own("HeadEnd", "Head End", "Normal") ?><w:pPr><w:spacing w:before="80" w:after="220" w:line="30" w:lineRule="exact"/></w:pPr><w:rPr><w:sz
w:val="2"/></w:rPr></w:style>
<?cs call:own("Foot", "Foot", "Normal") ?><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="000000"/></w:pBdr><w:spacing
w:before="227" w:line="264" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="15"/></w:rPr></w:style>
<?cs call:own("Footer", "footer", "Normal") ?><w:pPr><w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="000000"/></w:pBdr><w:tabs><w:tab
w:val="right" w:pos="<?cs var:Text.width * #567 / #10 ?>"/></w:tabs></w:pPr><w:rPr><w:sz w:val="15"/></w:rPr></w:style>
<?cs call:own("Mark", "Mark", "Normal") ?><w:pPr><w:pBdr><w:top w:val="single" w:sz="8" w:space="3" w:color="A11B0B"/><w:left w:val="single"
w:sz="8" w:space="3" w:color="A11B0B"/><w:bottom w:val="single" w:sz="8" w:space="3" w:color="A11B0B"/><w:right w:val="single" w:sz="8"
w:space="3" w:color="A11B0B"/></w:pBdr><w:spacing w:after="170"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:color w:val="A11B0B"/></w:rPr></w:style>
<?cs call:own("SignatureLeft", "Signature Left", "Normal") ?><w:pPr><w:keepNext/></w:pPr></w:style>
<?cs call:own("SignatureNameLeft", "Signature Name Left", "SignatureLeft") ?><w:pPr><w:spacing w:before="1134"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<?cs call:own("Signature", "Signature", "SignatureLeft") ?><w:pPr><w:ind w:left="454"/></w:pPr></w:style>
<?cs call:own("SignatureFor", "Signature For", "Signature") ?><w:pPr><w:ind w:left="454" w:hanging="431"/></w:pPr></w:style>
<?cs call:own("SignatureName", "Signature Name", "Signature") ?><w:pPr><w:spacing w:before="1134"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<?cs call:style("TOC1", "toc 1", "57", "0", "left", body, "") ?><?cs call:style("TOC2", "toc 2", "0", "0", "left", body, "") ?><?cs
call:heading_style(#1, "26") ?><?cs call:heading_style(#2, "23") ?><?cs call:heading_style(#3, "21") ?></w:styles>
