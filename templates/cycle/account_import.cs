<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Impor akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
if:Form.value.region_id ?><?cs set:here_query = "?region=" + Form.value.region_id ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(title, "") ?><?cs call:card_lists(CardLists) ?>
<ol class="govuk-list govuk-list--number">
<li><?cs call:link(base + "/accounts/import/example" + here_query, "Unduh daftar kosong untuk diisi (XLSX)") ?><?cs
 if:here_query ?>: sudah berisi satu baris untuk operator dan satu untuk kepala setiap perangkat daerah yang belum mempunyainya<?cs /if ?>.</li>
<li>Isi nama orangnya. Kolom <strong>nama pengguna</strong> boleh kosong: dibuatkan dari peran dan perangkat daerahnya.
Baris yang namanya belum diisi dilewati.</li>
<li>Unggah di sini. Isinya diperiksa dan diperlihatkan dahulu; belum ada yang tersimpan sebelum Anda menyetujuinya.</li></ol>
<?cs call:details_open("Kolom yang dikenal") ?><p class="govuk-body">Berkas Excel (.xlsx), LibreOffice (.ods) atau CSV dengan nama kolom di atas
datanya, urutannya bebas. Wajib ada: <?cs call:needed_columns(Sheet) ?>. Boleh ada: <?cs call:other_columns(Sheet) ?>.</p>
<p class="govuk-body">Peran: Operator, Kepala, Tim verifikasi, Validator, Inspektorat atau Administrator.
Perangkat daerah ditulis seperti dalam daftarnya, atau dengan singkatannya. Format kolom NIP dan telepon di Excel harus Teks.<?cs
 if:MayGiveAll ?> Untuk administrator seluruh aplikasi, tulis <strong>semua</strong> di kolom kode daerah.<?cs /if ?></p>
<p class="govuk-body">Akun yang sudah ada dikenali dari nama penggunanya, kalau kosong dari NIP, lalu dari nama orangnya. Yang diperbarui hanya <?cs
 call:kept_columns(Sheet) ?>; sel yang kosong tidak menghapus apa pun.</p>
<p class="govuk-body">Paling banyak <?cs var:Limit.rows ?> baris dalam satu berkas. Kartu kata sandi dibuat <?cs
 var:Limit.cards ?> sekali, sesudah akunnya tersimpan.</p><?cs
 call:details_close() ?>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/accounts/import" novalidate>
<?cs call:csrf() ?><?cs if:Options.region_count > 1 ?><?cs
 call:select_any("region_id", "Daerah", "Sesuai kolom kode daerah", Options.regions) ?><?cs else ?><?cs
 call:hidden("region_id") ?><?cs /if ?><?cs
call:file_field("file", "Berkas", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa berkas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
