<?cs include!"macros.cs" ?><?cs include!"consultation/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Tanya tim: " + Variable.number + ". " + Variable.name ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Variable.number ?><?cs
set:back_label = "Variabel " + Variable.number ?><?cs
set:here = Site.base + "/consultation/new/" + Assessment.id + "/" + Variable.number ?><?cs

def:earlier() ?><?cs if:subcount(Earlier) ?><h2 class="govuk-heading-m">Yang sudah ditanyakan di sini</h2><ul class="govuk-list">
<?cs each:e = Earlier ?><li><?cs call:link(Site.base + "/consultation/" + e.id, e.title) ?> <?cs call:state_tag(e.state) ?></li>
<?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:documents() ?><?cs if:subcount(Documents) ?><?cs
 call:fieldset_open("documents", "Dokumen yang dimaksud", "Yang tertaut di variabel ini. Tim dapat langsung membukanya.") ?>
<div class="govuk-checkboxes govuk-checkboxes--small"><?cs each:d = Documents ?><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input"
id="document-<?cs var:d.id ?>" name="document-<?cs var:d.id ?>" type="checkbox" value="1"<?cs if:d.chosen ?> checked<?cs /if ?>><label
class="govuk-label govuk-checkboxes__label" for="document-<?cs var:d.id ?>"><?cs var:d.title ?></label></div>
<?cs /each ?></div><?cs call:fieldset_close() ?><?cs
else ?><p class="govuk-body">Ada dokumen yang dimaksud? Tautkan dahulu di <?cs call:link(back_href, "variabel ini") ?>, lalu kembali ke sini: dokumennya
dapat disertakan.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Tanya tim", "Variabel " + Variable.number + ": " + Variable.name) ?>
<?cs call:rulings(Rulings) ?><?cs call:earlier() ?>
<div class="matang-narrow"><p class="govuk-body">Pertanyaan ini sampai ke unsur <?cs
 var:Variable.field ?> di tim verifikasi. Pengisian penilaian tetap dapat dilanjutkan.</p>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?>
<?cs call:text_field("title", "Pertanyaan dalam satu kalimat", "Contoh: apakah HCDP memenuhi rencana usulan pengembangan kompetensi?") ?><?cs
 call:textarea_field("body", "Penjelasan (boleh kosong)", "", "4", "4000") ?><?cs
 call:select_field("level", "Tingkat yang dimaksud (boleh kosong)", "", Levels) ?><?cs
 call:documents() ?><?cs call:submit("Kirim pertanyaan") ?></form></div><?cs /def ?><?cs include!"layout.cs" ?>
