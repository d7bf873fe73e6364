<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs
 # SPDX-License-Identifier: ISC ?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><?cs
 each:s = Sheets ?><Relationship Id="rId<?cs var:s.number ?>" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
Target="worksheets/sheet<?cs var:s.number ?>.xml"/><?cs /each ?><Relationship Id="styles"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
