<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Surat ini sedang diperpanjang" ?><?cs if:Renewal.renewed == "1" ?><?cs set:title = "Surat ini sudah diperpanjang" ?><?cs /if ?><?cs
set:base = Site.base + "/service" ?><?cs set:back_href = base + "/" + Renewal.application ?><?cs set:by_href = base + "/" + Renewal.by_id ?><?cs
set:back_label = "Permohonan lama" ?><?cs set:by_label = "Permohonan " + Renewal.by ?><?cs
if:Online ?><?cs set:back_href = base + "/mine" ?><?cs set:by_href = base + "/status" ?><?cs
 set:by_label = "Lihat permohonan itu dengan nomor dan kode rahasianya" ?><?cs
elif:Assisted ?><?cs set:back_href = base + "/assist/" + Renewal.application ?><?cs set:by_href = base + "/assist/" + Renewal.by_id ?><?cs
 if:Renewal.by_own != "1" ?><?cs set:by_href = base + "/status" ?><?cs
 set:by_label = "Lihat permohonan itu dengan nomor dan kode rahasianya" ?><?cs /if ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(title, Service.name) ?><p class="govuk-body">Surat Nomor <?cs var:Renewal.number ?> <?cs
if:Renewal.renewed == "1" ?>sudah<?cs else ?>sedang<?cs /if ?> diperpanjang dengan permohonan <?cs var:Renewal.by ?>, jadi permohonan kedua tidak
diterima.</p><p class="govuk-body"><?cs call:link(by_href, by_label) ?></p><?cs /def ?><?cs include!"layout.cs" ?>
