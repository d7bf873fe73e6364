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
def:ignored() ?><?cs if:subcount(Understood) ?><p class="govuk-body">Nama kolom yang disamakan: <?cs each:i = Understood ?><?cs
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

def:import_late(late) ?><?cs if:late == "changed" ?><?cs
 call:warning("Datanya berubah sejak Anda memeriksanya, dan belum ada yang tersimpan. Periksa lagi daftar di bawah, lalu simpan.") ?><?cs
 elif:late == "done" ?><?cs
 call:success("Isi berkas ini sudah tersimpan sebelumnya. Tidak ada yang disimpan dua kali.") ?><?cs /if ?><?cs /def ?>
