<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Impor kecamatan dan kelurahan" ?><?cs set:title_place = Region.name ?><?cs
set:here = Site.base + "/cycle/regions/" + Region.id + "/places" ?><?cs
set:back_href = here ?><?cs set:back_label = "Kecamatan dan kelurahan" ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV dengan kolom <strong>kecamatan</strong> dan
<strong>kelurahan</strong> (atau desa), satu baris tiap kelurahan. Yang sudah ada tetap; yang tidak ada di berkas tidak dihapus.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(here) ?>/import" novalidate><?cs call:csrf() ?><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
