<?cs # SPDX-License-Identifier: ISC
# What is newly published, as Atom (RFC 4287).  The page stands before other links: some readers (htmlparser2 9.1.0) take
# the first link for it, whatever it is.
?><?cs set:portal = Site.address + Site.base + "/portal" ?><?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id><?cs var:portal ?>/feed.atom</id>
<title>Kematangan organisasi perangkat daerah: hasil yang terbit</title>
<updated><?cs var:updated ?></updated>
<author><name>Matang</name></author>
<link rel="alternate" type="text/html" href="<?cs var:url_validate(portal) ?>/data"/>
<link rel="self" type="application/atom+xml" href="<?cs var:url_validate(portal) ?>/feed.atom"/>
<?cs each:e = Entries ?><entry>
<id><?cs var:portal ?>/data/<?cs var:e.region_code ?>/<?cs var:e.year ?>.jsonld</id>
<title>Kematangan organisasi perangkat daerah <?cs var:e.region_name ?> <?cs var:e.year ?></title>
<updated><?cs var:e.instant ?></updated>
<link rel="alternate" type="text/html" href="<?cs var:url_validate(portal) ?>/region/<?cs var:e.region_code ?>/<?cs var:e.year ?>"/>
<link rel="enclosure" type="application/json" href="<?cs var:url_validate(portal) ?>/data/<?cs var:e.region_code ?>/<?cs var:e.year ?>.json"/>
<?cs if:filled(e.licence) ?><link rel="license" href="<?cs var:url_validate(e.licence) ?>"/>
<?cs elif:filled(Licence) ?><link rel="license" href="<?cs var:url_validate(Licence) ?>"/>
<?cs /if ?><summary>Hasil penilaian <?cs var:e.region_name ?> <?cs var:e.year ?> terbit.</summary>
</entry>
<?cs /each ?></feed>
