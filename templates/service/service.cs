<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs include!"service/headings.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Service.name ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/services" ?><?cs set:back_label = "Daftar layanan" ?><?cs
set:here = base + "/services/" + Service.id ?><?cs

def:content() ?><?cs call:page_title(Service.name, "Versi " + Service.number) ?>
<?cs if:Service.state == "published" ?><?cs call:buttons_open() ?><?cs if:Actor.role == "operator" ?><?cs set:new_href = base + "/new/" + Service.id ?><?cs
 call:button_link(new_href, "Catat permohonan") ?><form method="post" action="<?cs var:url_validate(here) ?>/renew"><?cs call:csrf() ?><?cs
 call:submit_quiet("Tulis versi baru") ?></form><?cs set:evidence_href = here + "/evidence" ?><?cs
 call:link(evidence_href, "Jadikan standarnya data dukung") ?><?cs /if ?><?cs set:public_href = base + "/standard/" + Service.id ?><?cs
 call:link(public_href, "Halaman standar pelayanan") ?><?cs call:buttons_close() ?><?cs
elif:Service.state == "draft" ?><?cs call:inset("Draf: operator masih menulisnya.") ?><?cs
else ?><?cs call:inset("Versi ini tidak berlaku lagi: sudah diganti versi yang lebih baru.") ?><?cs /if ?>
<?cs call:service_standard() ?><h2 class="govuk-heading-m">Isi surat</h2><?cs call:written(Service.letter) ?><?cs /def ?><?cs include!"layout.cs" ?>
