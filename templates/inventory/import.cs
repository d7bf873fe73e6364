<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Impor aplikasi dan situs" ?><?cs set:base = Site.base + "/inventory" ?><?cs set:back_href = base + "/" ?><?cs
set:back_label = "Aplikasi dan situs" ?><?cs set:here = base + "/import" ?><?cs

def:content() ?><?cs call:page_title(title, Place.name) ?><?cs call:region_form(here) ?>
<p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV. Yang harus ada hanya kolom <strong>nama</strong><?cs
 if:Place.all ?> dan <strong>perangkat daerah</strong><?cs /if ?>. Kolom lain seperti di tabel yang diunduh dari daftar: <strong>jenis</strong> (aplikasi atau
situs), <strong>alamat</strong>, <strong>jumlah sasaran pengguna</strong>, <strong>pengguna</strong> atau <strong>unduhan</strong> dengan <strong>per
tanggal</strong>, <strong>status tautan</strong>, dan seterusnya. Yang sudah ada dengan nama yang sama diperbarui; sel kosong tidak mengubah apa-apa.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/inventory/import" novalidate><?cs call:csrf() ?><input
type="hidden" name="region" value="<?cs var:Place.region ?>"><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form><?cs /def ?><?cs include!"layout.cs" ?>
