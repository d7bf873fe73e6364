<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Impor hari libur" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/holidays" ?><?cs set:back_label = "Kalender hari libur" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV dengan kolom <strong>tanggal</strong>
(25/12/2026, 25 Desember 2026 atau 20–24 Maret 2026) dan <strong>nama</strong>, dan bila ada <strong>jenis</strong> (libur atau cuti bersama).
Tanpa kolom jenis, hari yang namanya memuat “cuti bersama” dicatat sebagai cuti bersama dan yang lain sebagai libur nasional.
Tanggal yang sudah ada diperbarui; yang lain tetap.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/holidays/import" novalidate><?cs call:csrf() ?><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
