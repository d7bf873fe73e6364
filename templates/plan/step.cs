<?cs include!"macros.cs" ?><?cs include!"plan/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:?Step.id ?><?cs set:title = "Langkah: " + Step.title ?><?cs set:here = Site.base + "/plan/step/" + Step.id ?><?cs
else ?><?cs set:title = "Tambah langkah" ?><?cs set:here = Site.base + "/plan/" + Assessment.id + "/new" ?><?cs /if ?><?cs
set:back_href = Site.base + "/plan/" + Assessment.id ?><?cs set:back_label = "Rencana perbaikan" ?><?cs
set:States.0.value = "open" ?><?cs set:States.0.label = "Belum" ?><?cs
set:States.1.value = "running" ?><?cs set:States.1.label = "Berjalan" ?><?cs
set:States.2.value = "done" ?><?cs set:States.2.label = "Selesai" ?><?cs
set:States.3.value = "dropped" ?><?cs set:States.3.label = "Batal" ?><?cs

def:person_fields() ?><?cs if:subcount(People) ?><?cs
 call:select_field("account", "Penanggung jawab (boleh kosong)", "", People) ?><?cs /if ?><?cs
 call:text_field("charge", "Atau tulis namanya", "Nama atau jabatan, bila tidak punya akun.") ?><?cs
 call:date_field("due", "Batas waktu (boleh kosong)", "") ?><?cs
 call:input_field("cost", "Perkiraan biaya (boleh kosong)", "Dalam rupiah, misalnya 1.500.000", "number", "", "10") ?><?cs /def ?><?cs

def:own_fields() ?><?cs call:text_field("title", "Apa yang akan dikerjakan", "Contoh: sosialisasi nilai dasar kepada semua bidang") ?><?cs
 call:select_field("level", "Untuk mencapai tingkat", "", Levels) ?><?cs /def ?><?cs

def:document() ?><?cs if:subcount(Step.documents) ?><h2 class="govuk-heading-s">Dokumennya</h2><?cs call:step_documents(Step) ?><?cs /if ?><?cs
 if:Plan.uploads && Step.item > #0 && Step.state != "done" && Step.state != "dropped" ?><p class="govuk-body"><a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/attach/<?cs var:Assessment.id ?>/<?cs var:Step.item ?>">Unggah atau pilih dokumennya</a></p><?cs /if ?><?cs /def ?><?cs

def:form() ?><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?>
<?cs if:?Step.id ?><input type="hidden" name="version" value="<?cs var:Step.version ?>"><?cs if:Step.own ?><?cs call:own_fields() ?><?cs
 /if ?><?cs call:person_fields() ?><?cs call:radios("state", "Status", "", States) ?><?cs
 call:textarea_field("reason", "Alasan batal", "Diisi bila statusnya Batal.", "2", "500") ?><?cs call:submit("Simpan langkah") ?><?cs
else ?><?cs call:select_field("variable", "Variabel", "", VariableChoices) ?><?cs call:own_fields() ?><?cs call:person_fields() ?><?cs
 call:submit("Masukkan ke rencana") ?><?cs /if ?></form><?cs /def ?><?cs

def:content() ?><?cs if:?Step.id ?><?cs call:page_title(Step.title, "Langkah rencana perbaikan " + Assessment.year) ?>
<p class="govuk-body">Variabel <?cs var:Step.variable ?>: <?cs var:Step.variable_name ?>, Tingkat <?cs var:Step.level ?></p>
<?cs else ?><?cs call:page_title("Tambah langkah", "Rencana perbaikan " + Assessment.year) ?><?cs /if ?>
<div class="matang-narrow"><?cs if:?Step.id ?><?cs call:document() ?><?cs /if ?><?cs if:Plan.writes ?><?cs call:form() ?><?cs
 else ?><p class="govuk-body"><?cs call:step_tag(Step.state, Step.state_words) ?></p><?cs /if ?></div><?cs /def ?><?cs include!"layout.cs" ?>
