<?xml version="1.0" encoding="UTF-8"?><?cs # SPDX-License-Identifier: ISC ?><manifest:manifest
xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry
manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry
manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml"
manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/><?cs
 each:p = Pictures ?><manifest:file-entry manifest:full-path="<?cs var:p.path ?>"
manifest:media-type="image/png"/><?cs /each ?></manifest:manifest>
