<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Impor perangkat daerah" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/agencies" ?><?cs set:back_label = "Perangkat daerah" ?><?cs
if:Form.value.region_id ?><?cs set:here_query = "?region=" + Form.value.region_id ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV dengan nama kolom di atas datanya: <?cs call:needed_columns(Sheet) ?> wajib ada; <?cs
 call:other_columns(Sheet) ?> boleh ada. Urutannya bebas. Format kolom NIP di Excel harus Teks.</p>
<p class="govuk-body">Mulailah dari <?cs call:link(base + "/agencies/import/example", "contoh berkas (XLSX)") ?>, atau dari <?cs
 call:link(base + "/agencies/table.xlsx" + here_query, "daftar yang sekarang (XLSX)") ?>: ubah, lalu unggah kembali.
Perangkat daerah dikenali dari namanya; sel yang kosong tidak menghapus apa pun.</p>
<p class="govuk-body">Isinya diperiksa dan diperlihatkan dahulu. Belum ada yang tersimpan sebelum Anda menyetujuinya.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/agencies/import" novalidate>
<?cs call:csrf() ?><?cs if:Options.region_count > 1 ?><?cs
 call:select_any("region_id", "Daerah", "Sesuai kolom kode daerah", Options.regions) ?><?cs else ?><?cs
 call:hidden("region_id") ?><?cs /if ?><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
