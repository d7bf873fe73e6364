<?cs include!"macros.cs" ?><?cs include!"import.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/inventory" ?><?cs set:back_href = base + "/import?region=" + Place.region ?><?cs set:back_label = "Pilih berkas lain" ?><?cs

def:row(r) ?><?cs call:row_open() ?><?cs call:import_head(r.name) ?><?cs call:td("Jenis", r.kind) ?><?cs if:Place.all ?><?cs
 call:td("Perangkat daerah", r.agency) ?><?cs /if ?><?cs call:td("Alamat", r.address) ?><td class="govuk-table__cell" data-label="Akan"><div><?cs
 call:import_what(r.what) ?><?cs call:import_changes(r.changes) ?></div></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, File.name) ?><?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
 set:action = base + "/import/columns" ?><?cs call:import_columns(action) ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(back_href, "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Changes == 0 ?><p class="govuk-body">Semua isi berkas ini sudah ada di daftar. Tidak ada yang perlu disimpan.</p><?cs
else ?><p class="govuk-body"><strong><?cs var:Changes ?></strong> aplikasi dan situs akan ditambahkan atau diperbarui. Belum ada yang tersimpan.</p>
<form method="post" action="<?cs var:Site.base ?>/inventory/import/store"><?cs call:csrf() ?><input type="hidden" name="region" value="<?cs
 var:Place.region ?>"><input type="hidden" name="content" value="<?cs var:Form.value.content ?>"><?cs call:submit("Simpan ke daftar") ?></form><?cs /if ?>
<?cs if:subcount(Rows) ?><?cs call:table_open("Isi berkas") ?><?cs call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Jenis") ?><?cs
 if:Place.all ?><?cs call:th("Perangkat daerah") ?><?cs /if ?><?cs call:th("Alamat") ?><?cs call:th("Akan") ?><?cs call:head_close() ?>
<?cs each:r = Rows ?><?cs call:row(r) ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
