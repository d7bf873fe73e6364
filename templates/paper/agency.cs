<?cs include!"macros.cs" ?><?cs include!"paper/parts.cs" ?><?cs set:title = "Lembar cetak " + Assessment.year ?><?cs
set:place = "agency/" + Assessment.id ?><?cs
if:Actor.role == "operator" || Actor.role == "head" ?><?cs set:back_href = Site.base + "/questionnaire/" ?><?cs else ?><?cs
 set:back_href = Site.base + "/paper/cycle/" + Assessment.cycle_id ?><?cs
 set:back_label = "Surat dan cetakan" ?><?cs /if ?><?cs def:content() ?>
<?cs call:page_title(title, Assessment.agency_name) ?>
<?cs if:Actor.role != "leader" ?><p class="govuk-body">Lembar penilaian kosong, untuk dibahas bersama: <?cs
 call:link(Site.base + "/paper/agency/" + Assessment.id + "/blank", "lihat dan cetak") ?><?cs if:May.draw ?> atau <?cs
 call:link(Site.base + "/paper/agency/" + Assessment.id + "/blank/pdf", "unduh PDF") ?><?cs /if ?>.</p>
<?cs /if ?><?cs if:Assessment.own ?><?cs call:inset(Assessment.own) ?><?cs /if ?>
<?cs call:kind_rows("Lembar dari tim verifikasi", place) ?>
<?cs call:past_rows("Lembar lain dan yang terdahulu") ?>
<?cs if:Actor.role != "leader" ?><p class="govuk-body"><?cs
 call:link(Site.base + "/signoff/" + Assessment.id + "/", "Pengesahan: formulir dan tanda terima") ?></p><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
