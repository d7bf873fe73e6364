<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs include!"service/particulars.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Enterprise.name ?><?cs set:base = Site.base + "/service/enterprises" ?><?cs set:back_href = base ?><?cs set:back_label = "Data usaha" ?><?cs
set:here = base + "/" + Enterprise.id ?><?cs set:operator = Actor.role == "operator" ?><?cs

def:merging() ?><h2 class="govuk-heading-m">Mungkin usaha yang sama</h2><p class="govuk-body">Gabungkan bila memang sama: permohonannya pindah ke sini, dan
catatan yang lain tidak dipakai lagi.</p><form method="post" action="<?cs var:url_validate(here) ?>/merge" novalidate><?cs call:csrf() ?><?cs
call:fieldset_open("with", "Gabungkan ke sini", "") ?><div class="govuk-radios"><?cs each:n = Near ?><?cs
 call:radio("with", "with-" + n.id, n.id, n.name, n.owner + ", " + n.village) ?><?cs /each ?></div><?cs call:fieldset_close() ?><?cs
call:text_field("reason", "Alasan penggabungan", "") ?><?cs call:submit_quiet("Gabungkan") ?></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Enterprise.name, "") ?>
<?cs if:filled(Enterprise.merged) ?><?cs set:merged_href = base + "/" + Enterprise.merged ?><p class="govuk-body">Catatan ini sudah digabung. <?cs
call:link(merged_href, "Buka catatan yang dipakai") ?>.</p><?cs /if ?>
<?cs call:summary_open() ?><?cs each:p = Particulars ?><?cs call:summary_row(p.label, p.value) ?><?cs /each ?><?cs call:summary_close() ?>
<h2 class="govuk-heading-m">Permohonan</h2><?cs if:subcount(Applications) ?><ul class="govuk-list govuk-list--bullet"><?cs each:a = Applications ?><li><?cs
call:link(Site.base + "/service/" + a.id, a.number) ?>: <?cs var:a.service ?>, <?cs var:a.received ?>, <?cs var:a.state ?></li>
<?cs /each ?></ul><?cs else ?><p class="govuk-body">Belum ada.</p><?cs /if ?><?cs
if:operator && !filled(Enterprise.merged) ?><?cs if:subcount(Near) ?><?cs call:merging() ?><?cs /if ?><?cs
call:details_form_open("Perbaiki data usaha") ?><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><input
type="hidden" name="version" value="<?cs var:Enterprise.version ?>"><?cs call:particular_fields() ?><?cs call:submit("Simpan") ?></form><?cs
call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
