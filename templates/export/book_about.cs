<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs
 # SPDX-License-Identifier: ISC ?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><?cs var:Book.title ?></dc:title><dc:language>id-ID</dc:language></cp:coreProperties>
