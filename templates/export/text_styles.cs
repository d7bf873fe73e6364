<?xml version="1.0" encoding="UTF-8"?><?cs # SPDX-License-Identifier: ISC ?><office:document-styles
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties <?cs
 if:Text.serif ?>style:font-name="Times New Roman" fo:font-family="'Times New Roman', 'Liberation Serif', serif"<?cs
 else ?>style:font-name="Arial" fo:font-family="Arial, 'Liberation Sans', sans-serif"<?cs /if ?> fo:font-size="<?cs
 if:Text.large ?>12pt<?cs else ?>11pt<?cs /if ?>" fo:language="id" fo:country="ID"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:line-height="115%"/></style:style>
<style:style style:name="Gap" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:line-height="7pt"/><style:text-properties fo:font-size="4pt"/></style:style>
<style:style style:name="CrestHolder" style:display-name="Crest holder" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:line-height="100%"/><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="CodeHolder" style:display-name="Code holder" style:family="paragraph" style:parent-style-name="CrestHolder"><style:paragraph-properties
fo:text-align="center"/></style:style>
<style:style style:name="Fact" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:margin-left="2.2mm" fo:text-indent="-2.2mm"/></style:style>
<style:style style:name="Listed" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:margin-bottom="1mm" fo:keep-with-next="always"/></style:style>
<style:style style:name="Sign" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Foot" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties
fo:margin-top="4mm" fo:padding-top="1mm" fo:border-top="0.5pt solid #000000" fo:line-height="110%"/><style:text-properties fo:font-size="7.5pt"/></style:style>
<style:style style:name="Mark" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"
fo:border="1pt solid #a11b0b" fo:padding="1mm" fo:margin-bottom="3mm"/><style:text-properties fo:font-weight="bold" fo:color="#a11b0b"/></style:style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text">
<style:paragraph-properties fo:text-align="justify" fo:margin-bottom="2.5mm" fo:orphans="2" fo:widows="2"/></style:style>
<style:style style:name="Text_20_left" style:display-name="Text left" style:family="paragraph"
style:parent-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:text-align="start"/></style:style>
<style:style style:name="TextStays" style:display-name="Text stays" style:family="paragraph"
style:parent-style-name="Text_20_body"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="TextStaysLeft" style:display-name="Text stays left" style:family="paragraph"
style:parent-style-name="Text_20_left"><style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="Letter" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties
fo:text-indent="12.7mm"/></style:style>
<style:style style:name="LetterStays" style:display-name="Letter stays" style:family="paragraph" style:parent-style-name="Letter"><style:paragraph-properties
fo:keep-with-next="always"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.7mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="0mm"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"
style:next-style-name="Text_20_body" style:default-outline-level="1" style:class="text">
<style:paragraph-properties fo:margin-top="5mm" fo:margin-bottom="2mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
style:parent-style-name="Heading_20_1" style:next-style-name="Text_20_body" style:default-outline-level="2" style:class="text">
<style:text-properties fo:font-size="12pt"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph"
style:parent-style-name="Heading_20_1" style:next-style-name="Text_20_body" style:default-outline-level="3" style:class="text">
<style:text-properties fo:font-size="11pt"/></style:style>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard"
style:class="index"><style:paragraph-properties fo:margin-top="1mm"><style:tab-stops><style:tab-stop style:position="170mm"
style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Contents_20_2" style:display-name="Contents 2" style:family="paragraph" style:parent-style-name="Standard"
style:class="index"><style:paragraph-properties fo:margin-left="6mm"><style:tab-stops><style:tab-stop style:position="164mm"
style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
<style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="1mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold" fo:font-size="9pt"/></style:style>
<style:style style:name="Government" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="13pt" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Office" style:family="paragraph" style:parent-style-name="Government">
<style:text-properties fo:font-size="15pt" fo:font-weight="bold" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Address" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="HeadEnd" style:display-name="Head end" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:border-top="3.4pt double #000000" style:border-line-width-top="0.2mm 0.4mm 0.6mm"
fo:margin-top="1.4mm" fo:line-height="11pt"/><style:text-properties fo:font-size="6pt"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties
fo:border-top="0.5pt solid #000000" fo:padding-top="1mm"><style:tab-stops><style:tab-stop style:position="<?cs
 var:Text.width ?>mm" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties fo:font-size="7.5pt"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end" fo:margin-bottom="2.5mm"/></style:style>
<style:style style:name="Note" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="2.5mm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph"
style:parent-style-name="Standard" style:class="extra"><style:paragraph-properties fo:line-height="110%"/><style:text-properties
fo:font-size="9pt"/></style:style>
<style:style style:name="Cell_20_Centre" style:display-name="Cell Centre" style:family="paragraph" style:parent-style-name="Table_20_Contents">
<style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Cell_20_Right" style:display-name="Cell Right" style:family="paragraph" style:parent-style-name="Table_20_Contents">
<style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph"
style:parent-style-name="Cell_20_Centre" style:class="extra"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="SignatureLeft" style:display-name="Signature left" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:keep-with-next="always"/></style:style>
<style:style style:name="SignatureNameLeft" style:display-name="Signature name left" style:family="paragraph" style:parent-style-name="SignatureLeft">
<style:paragraph-properties fo:margin-top="20mm"/><style:text-properties fo:font-weight="bold" style:text-underline-style="solid"/></style:style>
<style:style style:name="Signature" style:family="paragraph" style:parent-style-name="SignatureLeft"><style:paragraph-properties
fo:margin-left="8mm"/></style:style>
<style:style style:name="SignatureFor" style:display-name="Signature for" style:family="paragraph"
style:parent-style-name="Signature"><style:paragraph-properties
fo:text-indent="-7.6mm"/></style:style>
<style:style style:name="SignatureName" style:display-name="Signature name" style:family="paragraph" style:parent-style-name="Signature">
<style:paragraph-properties fo:margin-top="20mm"/><style:text-properties fo:font-weight="bold" style:text-underline-style="solid"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties <?cs
 if:Text.landscape ?>fo:page-width="<?cs if:Text.folio ?>330mm<?cs else ?>297mm<?cs /if ?>"
fo:page-height="<?cs if:Text.folio ?>215mm<?cs else ?>210mm<?cs /if ?>" style:print-orientation="landscape"<?cs
 else ?>fo:page-width="<?cs if:Text.folio ?>215mm<?cs else ?>210mm<?cs /if ?>"
fo:page-height="<?cs if:Text.folio ?>330mm<?cs else ?>297mm<?cs /if ?>" style:print-orientation="portrait"<?cs /if ?>
fo:margin-top="<?cs var:Text.top ?>mm" fo:margin-bottom="<?cs var:Text.bottom ?>mm" fo:margin-left="<?cs
 var:Text.left ?>mm" fo:margin-right="<?cs var:Text.right ?>mm"/><style:footer-style>
<style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>
<text:p text:style-name="Footer">Salinan untuk diolah, tanpa kode pemeriksaan.<text:tab/>Halaman <text:page-number
text:select-page="current">1</text:page-number> dari <text:page-count>1</text:page-count>
</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>
