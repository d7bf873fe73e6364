<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Muat instrumen" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments" ?><?cs set:back_label = "Instrumen" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Isinya diperiksa dan diperlihatkan dahulu. Belum ada yang tersimpan sebelum Anda menyetujuinya.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/instruments/new" novalidate>
<?cs call:csrf() ?><?cs call:text_field("name", "Nama instrumen",
    "Dengan versinya, misalnya Permendagri 99/2018, edisi 2027. Boleh dikosongkan untuk berkas JSON: namanya ada di dalamnya.") ?><?cs
call:text_field("basis", "Dasar hukum (tidak wajib)", "") ?>
<h2 class="govuk-heading-m">Satu berkas</h2>
<?cs call:file_field("workbook", "Berkas Excel (.xlsx), LibreOffice (.ods) atau JSON (.json)",
    "Lembar kerja: tiga lembar, yaitu variables, levels dan categories (atau variabel, tingkat dan kategori). " +
    "JSON: seperti yang diunduh dari halaman instrumen, di sini atau di tempat lain.", ".xlsx,.ods,.json") ?>
<h2 class="govuk-heading-m">Atau tiga berkas CSV</h2>
<?cs call:file_field("variables", "Variabel", "Kolom: variabel (nomor), nama.", ".csv,.xlsx,.ods,.xls,.tsv,.txt") ?><?cs
call:file_field("levels", "Tingkat", "Kolom: variabel, tingkat, indikator; boleh juga petunjuk verifikasi dan dokumen (dipisahkan titik koma; " +
    "yang pertama wajib, kecuali ada yang ditandai (wajib) atau (tidak wajib); (ttd) di belakang yang harus bertanda tangan).",
    ".csv,.xlsx,.ods,.xls,.tsv,.txt") ?><?cs
call:file_field("categories", "Kategori", "Kolom: kategori, tingkat, nilai terendah, nilai tertinggi.", ".csv,.xlsx,.ods,.xls,.tsv,.txt") ?><?cs
call:submit("Periksa berkas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
