<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs # SPDX-License-Identifier: ISC ?><Relationships
xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship
Id="footer" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><?cs
 each:p = Pictures ?><Relationship Id="picture<?cs var:p.file ?>"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="/<?cs var:p.path ?>"/><?cs
 /each ?></Relationships>
