<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs
 # SPDX-License-Identifier: ISC ?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override
PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override
PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override
PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><?cs
 each:s = Sheets ?><Override PartName="/xl/worksheets/sheet<?cs var:s.number ?>.xml"
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><?cs /each ?></Types>
