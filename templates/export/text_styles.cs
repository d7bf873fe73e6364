<?xml version="1.0" encoding="UTF-8"?><?cs # SPDX-License-Identifier: ISC ?><office:document-styles
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.2"><office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial"
fo:font-family="Arial, 'Liberation Sans', sans-serif" fo:font-size="11pt" fo:language="id" fo:country="ID"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text">
<style:paragraph-properties fo:text-align="justify" fo:margin-bottom="2.5mm" fo:orphans="2" fo:widows="2"/></style:style>
<style:style style:name="Text_20_left" style:display-name="Text left" style:family="paragraph"
style:parent-style-name="Text_20_body" style:class="text"><style:paragraph-properties fo:text-align="start"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="2mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="3mm"/></style:style>
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
<style:paragraph-properties fo:margin-top="2mm" fo:margin-bottom="1mm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold" fo:font-size="9pt"/></style:style>
<style:style style:name="Government" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="13pt" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Office" style:family="paragraph" style:parent-style-name="Government">
<style:text-properties fo:font-size="15pt" fo:font-weight="bold" fo:text-transform="uppercase"/></style:style>
<style:style style:name="Address" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="HeadEnd" style:display-name="Head end" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:border-top="2.4pt double #000000" fo:margin-top="1.5mm" fo:margin-bottom="3mm"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end" fo:margin-bottom="2.5mm"/></style:style>
<style:style style:name="Note" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="2.5mm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph"
style:parent-style-name="Standard" style:class="extra"><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Cell_20_Centre" style:display-name="Cell Centre" style:family="paragraph" style:parent-style-name="Table_20_Contents">
<style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="Cell_20_Right" style:display-name="Cell Right" style:family="paragraph" style:parent-style-name="Table_20_Contents">
<style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph"
style:parent-style-name="Cell_20_Centre" style:class="extra"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Signature" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center" fo:keep-with-next="always"/></style:style>
<style:style style:name="SignatureName" style:display-name="Signature Name" style:family="paragraph" style:parent-style-name="Signature">
<style:paragraph-properties fo:margin-top="15mm"/><style:text-properties fo:font-weight="bold" style:text-underline-style="solid"/></style:style>
</office:styles><office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties <?cs
 if:Text.landscape ?>fo:page-width="<?cs if:Text.folio ?>330mm<?cs else ?>297mm<?cs /if ?>"
fo:page-height="<?cs if:Text.folio ?>215mm<?cs else ?>210mm<?cs /if ?>" style:print-orientation="landscape"<?cs
 else ?>fo:page-width="<?cs if:Text.folio ?>215mm<?cs else ?>210mm<?cs /if ?>"
fo:page-height="<?cs if:Text.folio ?>330mm<?cs else ?>297mm<?cs /if ?>" style:print-orientation="portrait"<?cs /if ?>
fo:margin-top="15mm" fo:margin-bottom="15mm" fo:margin-left="22mm" fo:margin-right="18mm"/><style:footer-style>
<style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>
<text:p text:style-name="Cell_20_Right">Halaman <text:page-number text:select-page="current">1</text:page-number> dari <text:page-count>1</text:page-count>
</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>
