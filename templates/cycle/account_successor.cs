<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Alih tugas" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts/" + Account.id ?><?cs set:back_label = Account.full_name ?><?cs
def:content() ?><?cs call:page_title("Alih tugas", Account.full_name + ", " + Account.role_name) ?>
<p class="govuk-body">Pengganti mendapat akun sendiri dengan peran, daerah dan perangkat daerah yang sama. Pada saat yang sama akses <?cs
 var:Account.full_name ?> berakhir. Jawaban, dokumen dan riwayat tetap.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/hand-over" novalidate><?cs call:csrf() ?>
<?cs call:person_fields() ?><?cs
call:input_field("username", "Nama pengguna baru",
    "Huruf kecil, angka, titik, garis bawah atau tanda hubung. Tidak boleh sama dengan yang lama.", "text", "off", "20") ?><?cs
call:textarea_field("reason", "Alasan", "Misalnya nomor surat tugas atau mutasi.", "3", "1000") ?><?cs
call:submit("Alihkan tugas") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
