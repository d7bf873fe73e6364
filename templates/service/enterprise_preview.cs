<?cs include!"macros.cs" ?><?cs include!"import.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/service/enterprises" ?><?cs set:back_href = base + "/import" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs

def:row(r) ?><?cs call:row_open() ?><?cs call:import_head(r.name) ?><?cs call:td("Pemilik", r.owner) ?><?cs call:td("Kelurahan atau desa", r.village) ?><?cs
call:td("NIB", r.nib) ?><td class="govuk-table__cell" data-label="Akan"><div><?cs
call:import_what(r.what) ?><?cs call:import_changes(r.changes) ?></div></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, File.name) ?><?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
set:action = base + "/import/columns" ?><?cs call:import_columns(action) ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(back_href, "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Fresh + Changed == 0 ?><p class="govuk-body">Semua isi berkas ini sudah ada di daftar. Tidak ada yang perlu disimpan.</p><?cs
else ?><p class="govuk-body"><strong><?cs var:Fresh ?></strong> usaha akan ditambahkan dan <strong><?cs var:Changed ?></strong> diperbarui. Belum ada yang
tersimpan.</p>
<form method="post" action="<?cs var:Site.base ?>/service/enterprises/import/store"><?cs call:csrf() ?><input type="hidden" name="content" value="<?cs
 var:Form.value.content ?>"><?cs call:submit("Simpan ke data usaha") ?></form><?cs /if ?>
<?cs if:subcount(Rows) ?><?cs call:table_open("Isi berkas") ?><?cs call:head_open() ?><?cs call:th("Usaha") ?><?cs call:th("Pemilik") ?><?cs
 call:th("Kelurahan atau desa") ?><?cs call:th("NIB") ?><?cs call:th("Akan") ?><?cs call:head_close() ?>
<?cs each:r = Rows ?><?cs call:row(r) ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
