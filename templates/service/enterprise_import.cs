<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Muat data usaha dari berkas" ?><?cs set:base = Site.base + "/service/enterprises" ?><?cs set:back_href = base ?><?cs
set:back_label = "Data usaha" ?><?cs set:here = base + "/import" ?><?cs

def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV. Yang harus ada kolom <strong>usaha</strong> dan <strong>kelurahan atau
desa</strong>; untuk usaha yang belum tercatat juga <strong>pemilik</strong>, <strong>alamat</strong> dan <strong>produk</strong>. Kolom lain seperti di
tabel yang diunduh dari daftar: <strong>bentuk</strong> (usaha mikro atau koperasi), <strong>NIK</strong>, <strong>NIB</strong>, <strong>NPWP</strong>,
<strong>telepon</strong>, <strong>pekerja</strong>, <strong>golongan omzet</strong>, <strong>sejak</strong>. Simpan kolom nomor sebagai teks.</p>
<p class="govuk-body">Usaha yang sudah tercatat dikenali dari NIB, atau dari nama dan kelurahannya, lalu diperbarui; sel kosong dan nomor yang disamarkan
tidak mengubah apa-apa.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form><?cs /def ?><?cs include!"layout.cs" ?>
