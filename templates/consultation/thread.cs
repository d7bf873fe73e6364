<?cs include!"macros.cs" ?><?cs include!"consultation/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Question.title + " (konsultasi)" ?><?cs set:base = Site.base + "/consultation" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Konsultasi" ?><?cs set:here = base + "/" + Question.id ?><?cs
if:Actor.role == "operator" || Actor.role == "head" ?><?cs
 set:variable_href = Site.base + "/questionnaire/" + Question.assessment + "/" + Question.variable ?><?cs
else ?><?cs set:variable_href = Site.base + "/verify/" + Question.assessment + "/" + Question.variable ?><?cs /if ?><?cs

def:version() ?><input type="hidden" name="version" value="<?cs var:Question.version ?>"><?cs /def ?><?cs

def:message(m) ?><li class="matang-message matang-message--<?cs var:m.kind ?>"><p class="govuk-body-s matang-message__who"><strong><?cs
 var:m.who ?></strong>, <?cs
 var:m.role ?> · <?cs var:m.at ?></p><?cs if:filled(m.body) ?><p class="govuk-body matang-compare__text"><?cs var:m.body ?></p><?cs
 elif:m.kind == "question" ?><p class="govuk-body"><?cs var:Question.title ?></p><?cs /if ?></li><?cs /def ?><?cs

def:documents() ?><?cs if:subcount(Documents) ?><h2 class="govuk-heading-s">Dokumen yang dimaksud</h2><ul class="govuk-list govuk-list--bullet">
<?cs each:d = Documents ?><li><?cs call:link(Site.base + "/upload/document/" + d.id, d.title) ?></li>
<?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:answering() ?><form method="post" action="<?cs var:url_validate(here) ?>/answer" novalidate><?cs call:csrf() ?><?cs call:version() ?>
<?cs call:textarea_field("answer", "Jawaban", "Dibaca perangkat daerah ini. Bila berlaku untuk semua, terbitkan sebagai ketetapan sesudah dijawab.", "4",
    "4000") ?><?cs call:submit("Kirim jawaban") ?></form><?cs /def ?><?cs

def:ruling_form() ?><?cs call:details_form_open("Berlaku untuk semua perangkat daerah? Terbitkan sebagai ketetapan") ?>
<form method="post" action="<?cs var:url_validate(here) ?>/ruling" novalidate><?cs call:csrf() ?>
<?cs call:text_field("title", "Isi ketetapan dalam satu kalimat",
    "Contoh: dokumen HCDP memenuhi rencana usulan pengembangan kompetensi. Tanpa nama perangkat daerah: semua membacanya.") ?><?cs
 call:textarea_field("body", "Penjelasan", "", "4", "4000") ?><?cs
 call:date_field("until", "Berlaku sampai (boleh kosong)", "Kosong: sampai dicabut, juga tahun depan.") ?><button type="submit"
class="govuk-button govuk-button--secondary">Terbitkan ketetapan</button></form><?cs call:details_close() ?><?cs /def ?><?cs

def:reopening() ?><?cs call:details_form_open("Belum jelas? Tanyakan lagi") ?>
<form method="post" action="<?cs var:url_validate(here) ?>/reopen" novalidate><?cs call:csrf() ?><?cs call:version() ?>
<?cs call:textarea_field("again", "Yang belum jelas", "", "3", "4000") ?><button type="submit"
class="govuk-button govuk-button--secondary">Tanyakan lagi</button></form><?cs
 call:details_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Question.title, Question.agency + ", " + Question.year) ?>
<p class="govuk-body"><?cs call:state_tag(Question.state) ?> <?cs if:?Question.waited && Question.waited > 0 ?>sejak <?cs
 var:Question.waited ?> hari kerja · <?cs /if ?>Unsur <?cs var:Question.field ?> · <a class="govuk-link" href="<?cs
 var:url_validate(variable_href) ?>"><?cs call:place_of(Question.variable, Question.level) ?><?cs if:filled(Question.variable_name) ?>: <?cs
 var:Question.variable_name ?><?cs /if ?></a></p>
<?cs if:?Question.ruling ?><?cs call:inset_open() ?><?cs
 call:link(base + "/rulings/" + Question.ruling, "Dari pertanyaan ini terbit ketetapan tim") ?><?cs call:inset_close() ?><?cs /if ?>
<div class="matang-narrow"><ol class="govuk-list matang-messages"><?cs each:m = Messages ?><?cs call:message(m) ?><?cs /each ?></ol><?cs call:documents() ?>
<?cs if:Question.answers ?><?cs call:answering() ?><?cs /if ?><?cs if:Question.rules ?><?cs call:ruling_form() ?><?cs /if ?><?cs
if:Question.reopens ?><?cs call:reopening() ?><?cs /if ?><?cs
if:Question.closes ?><form method="post" action="<?cs var:url_validate(here) ?>/close"><?cs call:csrf() ?><?cs call:version() ?><button type="submit"
class="govuk-button govuk-button--secondary"><?cs if:Question.state == "answered" ?>Sudah jelas, tutup<?cs else ?>Tidak perlu dijawab lagi, tutup<?cs
/if ?></button></form><?cs /if ?></div><?cs /def ?><?cs include!"layout.cs" ?>
