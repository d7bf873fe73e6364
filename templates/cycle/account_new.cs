<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Buat akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts/new" ?><?cs set:back_label = "Pilih peran lain" ?><?cs
def:content() ?><?cs call:page_title("Buat akun " + New.role_name, New.region_name) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/accounts/new" novalidate>
<?cs call:csrf() ?><?cs call:hidden("role") ?><?cs call:hidden("region_id") ?><?cs
if:New.agency == "must" ?><?cs call:select_field("agency_id", "Perangkat daerah", "", Options.agencies) ?><?cs
elif:New.agency == "may" ?><?cs call:select_any("agency_id", "Perangkat daerah tempat bekerja", "Tidak ada di daftar",
    Options.agencies) ?><p class="govuk-body">Orang ini tidak akan dapat memverifikasi perangkat daerahnya sendiri.</p><?cs /if ?><?cs
call:person_fields() ?><?cs
call:input_field("username", "Nama pengguna",
    "Untuk masuk. Huruf kecil, angka, titik, garis bawah atau tanda hubung, misalnya operator.dinkes.", "text", "off", "20") ?>
<p class="govuk-body">Kata sandi awal dibuatkan dan diperlihatkan satu kali di halaman berikutnya. Pemilik akun wajib menggantinya saat pertama masuk.</p>
<?cs call:submit("Buat akun") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
