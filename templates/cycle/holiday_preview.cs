<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/holidays/import" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
def:content() ?><?cs call:page_title(title, File.name) ?>
<?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs set:action = base + "/holidays/import/columns" ?><?cs
 call:import_columns(action) ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(base + "/holidays/import", "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Changes == 0 ?><p class="govuk-body">Semua isi berkas ini sudah ada dalam daftar. Tidak ada yang perlu disimpan.</p>
<?cs call:button_link(base + "/holidays", "Lihat kalender") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Changes ?></strong> hari akan ditambahkan atau diperbarui. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/holidays/import/store"><?cs call:csrf() ?><?cs
 call:hidden("content") ?><?cs call:submit("Simpan ke kalender") ?></form><?cs /if ?>
<?cs if:subcount(Rows) ?><?cs call:table_open("Isi berkas") ?><?cs
call:head_open() ?><?cs call:th("Tanggal") ?><?cs call:th("Nama") ?><?cs call:th("Jenis") ?><?cs call:th("Akan") ?><?cs call:head_close() ?><?cs
each:r = Rows ?><?cs call:row_open() ?><?cs call:td_head(r.date) ?><?cs call:td("Nama", r.name) ?><?cs
 call:td("Jenis", r.kind_name) ?><td class="govuk-table__cell" data-label="Akan"><?cs if:r.what == "new" ?><?cs
 call:tag("complete", "Ditambahkan") ?><?cs elif:r.what == "changed" ?><div><?cs
 call:tag("submitted", "Diperbarui") ?><br>sekarang <?cs var:r.was ?></div><?cs elif:r.what == "wrong" ?><?cs
 call:tag("fix", "Perbaiki") ?><?cs else ?><?cs
 call:tag("todo", "Tetap") ?><?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
