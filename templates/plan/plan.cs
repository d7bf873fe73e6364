<?cs include!"macros.cs" ?><?cs include!"plan/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Rencana perbaikan " + Assessment.year ?><?cs set:base = Site.base + "/plan" ?><?cs set:here = base + "/" + Assessment.id ?><?cs
if:Page.done == "planned" ?><?cs set:done_text = "Langkah sudah masuk rencana." ?><?cs
elif:Page.done == "finished" ?><?cs set:done_text = "Sudah dicatat selesai." ?><?cs
elif:Page.done == "carried" ?><?cs set:done_text = "Langkah tahun lalu yang belum selesai sudah dilanjutkan di sini." ?><?cs /if ?><?cs
if:Actor.role != "operator" && Actor.role != "head" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Rencana perbaikan" ?><?cs /if ?><?cs

def:scores() ?><dl class="matang-figures">
<?cs if:?Plan.complete ?><?cs call:plan_figure("Skor sekarang", Plan.present, Plan.category) ?><?cs
 call:plan_figure("Perkiraan skor", Plan.expected, Plan.expected_category) ?><?cs else ?><?cs
 call:plan_figure("Skor sementara", Plan.present, "dari " + Plan.chosen + " variabel") ?><?cs
 call:plan_figure("Perkiraan skor", Plan.expected, "") ?><?cs /if ?><?cs
 if:filled(Plan.change) ?><?cs call:plan_figure("Kenaikan", Plan.change, "bila semua langkah selesai") ?><?cs /if ?></dl>
<p class="govuk-body-s">Menurut <?cs var:Plan.basis ?>. Perkiraan dihitung dari dokumen wajib yang direncanakan; tingkat tetap ditetapkan tim verifikasi.</p>
<?cs if:Plan.steps > #0 ?><?cs call:progress(Plan.done, Plan.steps, "langkah selesai") ?><?cs /if ?><?cs /def ?><?cs

def:carry() ?><?cs if:Plan.before > #0 && Plan.writes ?><?cs call:inset_open() ?><p class="govuk-body">Rencana tahun <?cs
 var:Plan.before_year ?> masih menyisakan <?cs var:Plan.before ?> langkah yang belum selesai.</p><form method="post" action="<?cs
 var:url_validate(here) ?>/carry"><?cs call:csrf() ?><?cs call:submit_quiet("Lanjutkan di rencana ini") ?></form><?cs call:inset_close() ?><?cs /if ?><?cs
/def ?><?cs

def:document_cell(s) ?><td class="govuk-table__cell" data-label="Dokumen"><div><?cs call:step_documents(s) ?><?cs
 if:s.works && Plan.uploads && s.item > #0 ?><a class="govuk-link matang-screen-only" href="<?cs var:Site.base ?>/upload/attach/<?cs
 var:Assessment.id ?>/<?cs var:s.item ?>">Unggah atau pilih<span class="govuk-visually-hidden"> dokumen untuk <?cs
 var:s.title ?></span></a><?cs elif:!subcount(s.documents) ?>–<?cs /if ?></div></td><?cs /def ?><?cs

def:step_row(s) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:Plan.writes ?><?cs call:link(base + "/step/" + s.id, s.title) ?><?cs else ?><?cs var:s.title ?><?cs /if ?> <small>Variabel <?cs
 var:s.variable ?>, Tingkat <?cs var:s.level ?><?cs if:s.carried ?>, lanjutan<?cs /if ?><?cs
 if:filled(s.cost) ?>, <?cs var:s.cost ?><?cs /if ?></small></th><td class="govuk-table__cell" data-label="Penanggung jawab"><?cs
 if:filled(s.charge) ?><?cs var:s.charge ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell" data-label="Batas waktu"><?cs
 if:filled(s.due) ?><span><?cs var:s.due ?><?cs if:s.late ?> <?cs call:tag("late", "") ?><?cs /if ?></span><?cs else ?>–<?cs /if ?></td><td
class="govuk-table__cell" data-label="Status"><div><?cs call:step_tag(s.state, s.state_words) ?><?cs if:filled(s.reason) ?> <small><?cs
 var:s.reason ?></small><?cs /if ?><?cs if:Plan.writes && s.works && (s.there || s.own) ?><form method="post" class="matang-screen-only" action="<?cs
 var:Site.base ?>/plan/step/<?cs var:s.id ?>/done"><?cs call:csrf() ?><button type="submit"
class="govuk-button govuk-button--secondary matang-plan__done">Selesai<span class="govuk-visually-hidden">: <?cs
 var:s.title ?></span></button></form><?cs
 /if ?></div></td><?cs call:document_cell(s) ?><?cs call:row_close() ?><?cs
/def ?><?cs

def:steps() ?><h2 class="govuk-heading-m" id="langkah">Langkah</h2>
<?cs if:Plan.documented > #0 && Plan.writes ?><form method="post" class="matang-screen-only" action="<?cs
 var:url_validate(here) ?>/documented"><p class="govuk-body"><?cs var:Plan.documented ?> langkah dokumennya sudah ada.</p><?cs call:csrf() ?><?cs
 call:submit_quiet("Catat selesai semuanya") ?></form><?cs /if ?><?cs
if:subcount(PlanSteps) ?><?cs call:table_open("Langkah, yang paling dekat batas waktunya lebih dahulu") ?><?cs call:head_open() ?><?cs
 call:th("Langkah") ?><?cs call:th("Penanggung jawab") ?><?cs call:th("Batas waktu") ?><?cs call:th("Status") ?><?cs
 call:th("Dokumen") ?><?cs call:head_close() ?>
<?cs each:s = PlanSteps ?><?cs call:step_row(s) ?>
<?cs /each ?><?cs call:table_close() ?><?cs else ?><?cs
 if:Plan.writes ?><p class="govuk-body">Belum ada langkah. Ambil dari usulan di bawah, atau tulis langkah sendiri.</p><?cs
 else ?><p class="govuk-body">Perangkat daerah ini belum menyusun langkah.</p><?cs /if ?><?cs /if ?><?cs
if:Plan.writes ?><p class="govuk-body matang-screen-only"><?cs call:link(here + "/new", "Tambah langkah sendiri") ?></p><?cs /if ?><?cs /def ?><?cs

def:proposal(p) ?><fieldset class="govuk-fieldset matang-plan__proposal"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><?cs
 var:p.number ?>. <?cs var:p.name ?> <strong class="matang-plan__points">+<?cs var:p.points ?></strong></legend>
<p class="govuk-hint">Tingkat <?cs var:p.level ?> ke <?cs var:p.reach ?>: <?cs var:p.missing ?> dokumen kurang<?cs
 if:p.free < p.missing ?>, <?cs var:p.missing - p.free ?> sudah direncanakan<?cs /if ?>.</p>
<?cs if:Plan.writes ?><div class="govuk-checkboxes govuk-checkboxes--small"><?cs each:i = p.items ?><?cs set:box = "item-" + i.id ?><div
class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="item-<?cs var:i.id ?>" name="item-<?cs var:i.id ?>" type="checkbox" value="1"<?cs
 if:?Form.value[box] ?> checked<?cs /if ?>><label
class="govuk-label govuk-checkboxes__label" for="item-<?cs var:i.id ?>"><?cs var:i.title ?> <small>Tingkat <?cs
 var:i.level ?><?cs if:i.state == "rejected" ?>, dokumennya ditolak<?cs elif:i.state == "outside" ?>, baru alamat luar<?cs
 /if ?></small></label></div>
<?cs /each ?></div><?cs else ?><ul class="govuk-list govuk-list--bullet"><?cs each:i = p.items ?><li><?cs var:i.title ?> <small>Tingkat <?cs
 var:i.level ?></small></li><?cs /each ?></ul><?cs /if ?></fieldset><?cs /def ?><?cs

def:take_fields() ?><div class="matang-narrow"><?cs
 call:text_field("charge", "Penanggung jawab semuanya (boleh kosong)", "Nama atau jabatan. Dapat diubah per langkah.") ?><?cs
 call:date_field("due", "Batas waktu semuanya (boleh kosong)", "") ?><?cs call:submit("Masukkan ke rencana") ?></div><?cs /def ?><?cs

def:proposals() ?><h2 class="govuk-heading-m" id="usulan">Usulan</h2>
<?cs each:p = Ready ?><p class="govuk-body"><strong><?cs var:p.number ?>. <?cs var:p.name ?></strong>: dokumen wajib Tingkat <?cs
 var:p.next ?> sudah lengkap<?cs if:Plan.uploads ?>. <a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs
 var:Assessment.id ?>/<?cs var:p.number ?>">Naikkan tingkatnya</a><?cs else ?>; tinggal dinilai<?cs /if ?> (+<?cs var:p.points ?>).</p>
<?cs /each ?><?cs if:subcount(Proposals) ?><p class="govuk-body">Dokumen yang kurang untuk tingkat berikutnya, atau
sampai sasarannya bila lebih tinggi. Yang paling banyak menaikkan skor dengan paling sedikit dokumen disebut lebih dahulu.</p>
<?cs if:Plan.writes ?><form method="post" action="<?cs var:url_validate(here) ?>/take" novalidate><?cs call:csrf() ?>
<?cs /if ?><?cs each:p = Proposals ?><?cs call:proposal(p) ?>
<?cs /each ?><?cs if:Plan.writes ?><?cs call:take_fields() ?></form><?cs /if ?><?cs
elif:!subcount(Ready) ?><?cs if:Plan.steps > #0 ?><p class="govuk-body">Semua yang kurang sudah ada di rencana.</p><?cs
 elif:Plan.chosen > #0 ?><p class="govuk-body">Semua variabel sudah Tingkat V.</p><?cs
else ?><p class="govuk-body">Usulan muncul setelah tingkat variabelnya dipilih dalam penilaian.</p><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:target_cell(v) ?><td class="govuk-table__cell" data-label="Sasaran"><?cs if:Plan.writes && subcount(v.choices) ?><input type="hidden" name="was-<?cs
 var:v.number ?>" value="<?cs var:v.target_was ?>"><select class="govuk-select matang-plan__target" id="target-<?cs var:v.number ?>" name="target-<?cs
 var:v.number ?>" aria-label="Sasaran variabel <?cs var:v.number ?>"><option value="">Tetap</option>
<?cs each:o = v.choices ?><option value="<?cs var:o.value ?>"<?cs if:o.chosen ?> selected<?cs /if ?>>Tingkat <?cs var:o.label ?></option>
<?cs /each ?></select><?cs elif:filled(v.target) ?><?cs var:v.target ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs

def:targets() ?><h2 class="govuk-heading-m" id="sasaran">Sasaran tiap variabel</h2>
<?cs if:Plan.writes ?><form method="post" action="<?cs var:url_validate(here) ?>/targets" novalidate><?cs call:csrf() ?><?cs /if ?><?cs
 call:table_open("Sekarang, sasaran, dan perkiraan bila semua langkah selesai") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs
 call:th("Sekarang") ?><?cs call:th("Sasaran") ?><?cs call:th("Perkiraan") ?><?cs call:head_close() ?>
<?cs each:v = PlanVariables ?><?cs call:row_open() ?><?cs call:td_head(v.number + ". " + v.name) ?><td class="govuk-table__cell" data-label="Sekarang"><?cs
 if:filled(v.level) ?><?cs var:v.level ?><?cs else ?>–<?cs /if ?></td><?cs call:target_cell(v) ?><td
class="govuk-table__cell" data-label="Perkiraan"><span><?cs if:filled(v.expected) ?><?cs var:v.expected ?><?cs if:filled(v.change) ?> <strong>(<?cs
 var:v.change ?>)</strong><?cs /if ?><?cs else ?>–<?cs /if ?><?cs if:v.short ?> <small>langkahnya belum cukup</small><?cs /if ?></span></td><?cs
 call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:Plan.writes ?><?cs call:submit_quiet("Simpan sasaran") ?></form><?cs /if ?><?cs /def ?><?cs

def:other_years() ?><?cs if:subcount(PlanYears) ?><p class="govuk-body matang-screen-only">Rencana tahun lain: <?cs each:y = PlanYears ?><?cs
 call:link(base + "/" + y.id, y.year) ?> <small>(<?cs var:y.steps ?> langkah)</small> <?cs /each ?></p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Rencana perbaikan", Assessment.agency_name + " · " + Assessment.year) ?>
<?cs call:scores() ?><?cs call:carry() ?><?cs call:steps() ?><?cs call:proposals() ?><?cs call:targets() ?>
<?cs set:href = here + "/table" ?><?cs call:downloads(href, "") ?><p class="govuk-body matang-screen-only"><?cs
 call:link(here + "/paper", "Cetak rencana ini") ?></p>
<?cs call:other_years() ?><?cs /def ?><?cs include!"layout.cs" ?>
