<?cs include!"macros.cs" ?><?cs include!"import.cs" ?><?cs
set:base = Site.base + "/questionnaire/" + Assessment.id ?><?cs set:back_href = base + "/import" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs elif:Count.changed + Count.conflict == 0 ?><?cs
 set:title = "Tidak ada yang perlu disimpan" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs

def:take(r) ?><div class="matang-notice matang-notice--caution"><p class="govuk-body"><?cs
 if:r.dated ?>Jawaban ini diubah, dinilai atau dikembalikan sesudah lembar ini diunduh.<?cs if:r.who ?> Terakhir disimpan oleh <strong><?cs
 var:r.who ?></strong>, <?cs var:r.when ?>.<?cs /if ?><?cs
 else ?>Berkas ini tidak menyebut kapan diunduh, karena kolom kodenya kosong. Yang tersimpan sekarang dari <strong><?cs
 var:r.who ?></strong>, <?cs var:r.when ?>.<?cs /if ?> Yang tersimpan tetap, kecuali Anda memilih jawaban dari berkas.</p>
<?cs if:ProblemCount == 0 ?><div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input
class="govuk-checkboxes__input" type="checkbox" value="1"
id="<?cs var:r.take ?>" name="<?cs var:r.take ?>"<?cs if:r.taken ?> checked<?cs /if ?>><label class="govuk-label govuk-checkboxes__label"
for="<?cs var:r.take ?>">Pakai jawaban dari berkas untuk variabel <?cs var:r.number ?></label></div></div>
<?cs /if ?></div><?cs /def ?><?cs

def:entry(r) ?><section class="matang-report-variable"><h2 class="govuk-heading-s"><?cs var:r.number ?>. <?cs var:r.name ?> <?cs
 if:r.what == "changed" ?><?cs call:tag("submitted", "Diperbarui") ?><?cs elif:r.what == "conflict" ?><?cs call:tag("fix", "Ada dua jawaban") ?><?cs
 else ?><?cs call:tag("todo", "Terkunci") ?><?cs /if ?></h2>
<p class="matang-aside">Baris <?cs var:r.line ?></p>
<?cs if:r.what == "locked" ?><p class="govuk-body">Tidak termasuk yang dikembalikan untuk diperbaiki, jadi tidak disimpan.</p>
<?cs /if ?><dl class="govuk-summary-list govuk-summary-list--no-border"><?cs
 each:c = r.changes ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:c.label ?></dt><dd
class="govuk-summary-list__value matang-compare__text"><?cs if:r.what == "conflict" ?>Tersimpan: <?cs
 if:filled(c.from) ?><?cs var:c.from ?><?cs else ?>(kosong)<?cs /if ?>
Di berkas: <?cs var:c.to ?><?cs else ?><?cs if:filled(c.from) ?><del><?cs var:c.from ?></del>
menjadi
<?cs /if ?><ins><?cs var:c.to ?></ins><?cs /if ?></dd></div>
<?cs /each ?></dl>
<?cs if:r.bold ?><p class="govuk-body">Tingkat ini melebihi dokumen yang ada. Alasannya harus ditulis sebelum penilaian dikirim.</p>
<?cs /if ?><?cs if:r.what == "conflict" ?><?cs call:take(r) ?><?cs /if ?></section>
<?cs /def ?><?cs

def:entries() ?><?cs each:r = Rows ?><?cs call:entry(r) ?><?cs /each ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, File.name) ?>
<?cs call:import_late(Preview.late) ?><?cs if:Preview.none ?><?cs
 call:warning("Belum ada yang dipilih: centang paling sedikit satu jawaban dari berkas, atau biarkan jawaban yang sudah tersimpan.") ?><?cs /if ?><?cs
 call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(back_href, "Pilih berkas yang sudah diperbaiki") ?><?cs call:entries() ?><?cs
elif:Count.changed + Count.conflict == 0 ?><p class="govuk-body">Semua isi berkas ini sudah tersimpan<?cs
 if:Count.locked > 0 ?>, kecuali pada variabel yang terkunci<?cs /if ?>.</p>
<?cs call:button_link(base + "/", "Ke daftar variabel") ?><?cs call:entries() ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Count.changed ?></strong> jawaban diperbarui<?cs
 if:Count.conflict > 0 ?>, <strong><?cs var:Count.conflict ?></strong> mempunyai dua jawaban<?cs /if ?>, <strong><?cs
 var:Count.same ?></strong> tetap<?cs
 if:Count.locked > 0 ?>, <strong><?cs var:Count.locked ?></strong> terkunci<?cs /if ?>. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:url_validate(base) ?>/import/store"><?cs call:csrf() ?><input type="hidden" name="draft" value="<?cs
 var:Form.value.draft ?>"><input type="hidden" name="seen" value="<?cs var:Form.value.seen ?>">
<?cs call:entries() ?><?cs call:submit("Simpan jawaban") ?></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
