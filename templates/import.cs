<?cs # SPDX-License-Identifier: ISC ?><?cs
# The preview of a list that somebody uploaded, whatever it is of (cgi-bin/lib/import): what is wrong, what
# was understood, what would change; included after macros.cs. ?><?cs

# what is wrong with an uploaded table, and which of its columns nobody needs ?><?cs
def:problems() ?><?cs if:ProblemCount > 0 ?><div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title"><?cs var:ProblemCount ?> masalah ditemukan</h2>
<div class="govuk-error-summary__body"><p>Belum ada yang tersimpan. Perbaiki berkasnya, lalu unggah lagi.</p>
<ul class="govuk-list govuk-list--bullet">
<?cs each:p = Problems ?><li><?cs if:p.where ?><strong><?cs var:p.where ?></strong>: <?cs /if ?><?cs var:p.text ?></li>
<?cs /each ?></ul>
<?cs if:ProblemCount > subcount(Problems) ?><p>Dan masalah lain yang belum diperlihatkan: perbaiki dahulu yang di atas.</p><?cs /if ?></div>
</div></div>
<?cs /if ?><?cs /def ?><?cs
def:kept_a_day() ?><p class="govuk-body-s">Berkas ini disimpan sementara untuk pemeriksaan ini saja, dan dihapus sesudah satu hari.</p>
<?cs /def ?><?cs
def:ignored() ?><?cs if:subcount(OtherSheets) ?><?cs call:inset_open() ?>Lembar <?cs
 each:s = OtherSheets ?><?cs
 if:!first(s) ?> dan <?cs /if ?>ke-<?cs var:s.number ?><?cs /each ?> di berkas ini berisi daftar serupa dan tidak ikut
dibaca. Unggah tersendiri, atau satukan dalam satu lembar.<?cs call:inset_close() ?>
<?cs /if ?><?cs if:subcount(Understood) ?><p class="govuk-body">Nama kolom yang disamakan: <?cs each:i = Understood ?><?cs
 if:!first(i) ?>, <?cs /if ?>“<?cs var:i.head ?>” dibaca sebagai <strong><?cs var:i.name ?></strong><?cs
 /each ?>.<?cs if:!subcount(Mapping) ?> Bila keliru, ganti namanya di berkas, lalu unggah lagi.<?cs /if ?></p>
<?cs /if ?><?cs if:subcount(Ignored) ?><p class="govuk-body">Kolom yang tidak dipakai: <?cs each:i = Ignored ?><?cs
 if:!first(i) ?>, <?cs /if ?><?cs var:i.name ?><?cs /each ?>.</p>
<?cs /if ?><?cs if:subcount(Unread) ?><p class="govuk-body">Yang tidak dibaca karena bukan isi daftar:</p>
<ul class="govuk-list govuk-list--bullet"><?cs each:u = Unread ?><li><?cs var:u.where ?>: <?cs var:u.text ?></li>
<?cs /each ?></ul>
<?cs if:UnreadCount > subcount(Unread) ?><p class="govuk-body">Semuanya <?cs
 var:UnreadCount ?>; selebihnya tidak diperlihatkan.</p><?cs /if ?><?cs /if ?><?cs /def ?><?cs

# the preview of an import: what a row would become, and that it came too late ?><?cs
def:import_what(what) ?><?cs if:what == "new" ?><?cs call:tag("complete", "Ditambahkan") ?><?cs elif:what == "changed" ?><?cs
 call:tag("submitted", "Diperbarui") ?><?cs elif:what == "wrong" ?><?cs call:tag("fix", "Perbaiki") ?><?cs else ?><?cs
 call:tag("todo", "Tetap") ?><?cs /if ?><?cs /def ?><?cs
# what a row is called, also where the file does not say it ?><?cs
def:import_head(name) ?><?cs if:filled(name) ?><?cs call:td_head(name) ?><?cs else ?><?cs call:td_head("Tanpa nama") ?><?cs /if ?><?cs /def ?><?cs
def:import_changes(changes) ?><?cs if:subcount(changes) ?><ul class="govuk-list matang-changes"><?cs
 each:c = changes ?><li><?cs var:c.label ?>: <?cs if:filled(c.from) ?><del><?cs var:c.from ?></del> menjadi <?cs /if ?><ins><?cs
 var:c.to ?></ins></li><?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

# what is read again: the file that is kept, and the columns as they are understood ?><?cs
def:import_kept(columns) ?><?cs if:Form.value.region_id ?><?cs call:hidden("region_id") ?><?cs /if ?><?cs
 if:Form.value.region ?><?cs call:hidden("region") ?><?cs /if ?><?cs call:hidden("draft") ?><?cs
 call:hidden("attempt") ?><?cs if:columns ?><?cs each:t = Mapping ?><?cs each:m = t.columns ?><input type="hidden" name="<?cs var:m.field ?>" value="<?cs
 var:m.place ?>"><?cs /each ?><?cs /each ?><?cs /if ?><?cs /def ?><?cs

# the columns of the file, each with what it means, to be chosen otherwise ?><?cs
def:import_choices() ?><?cs each:t = Mapping ?><?cs if:filled(t.label) ?><h2 class="govuk-heading-s"><?cs var:t.label ?></h2>
<?cs /if ?><?cs each:m = t.columns ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:m.field ?>">“<?cs
 var:m.head ?>” di berkas adalah</label><select class="govuk-select" id="<?cs var:m.field ?>" name="<?cs
 var:m.field ?>"><option value="0">tidak dipakai</option><?cs each:n = t.names ?>
<option value="<?cs var:n.place ?>"<?cs if:n.place == m.place ?> selected<?cs /if ?>><?cs var:n.name ?></option><?cs
 /each ?></select></div>
<?cs /each ?><?cs /each ?><?cs /def ?><?cs
def:import_columns(action) ?><?cs if:subcount(Mapping) && Form.value.draft ?><?cs
 call:details_if("Ubah arti kolom", ProblemCount > 0 && !subcount(Rows)) ?><form method="post" action="<?cs
 var:url_validate(action) ?>"><?cs call:csrf() ?><?cs call:import_kept("") ?>
<?cs call:import_choices() ?><?cs call:submit_quiet("Baca lagi") ?></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:import_late(late) ?><?cs if:late == "changed" ?><?cs
 call:warning("Datanya berubah sejak Anda memeriksanya, dan belum ada yang tersimpan. Periksa lagi daftar di bawah, lalu simpan.") ?><?cs
 elif:late == "done" ?><?cs
 call:success("Isi berkas ini sudah tersimpan sebelumnya. Tidak ada yang disimpan dua kali.") ?><?cs /if ?><?cs /def ?>
