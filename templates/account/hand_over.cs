<?cs include!"macros.cs" ?><?cs set:title = "Alih tugas kepada pengganti" ?><?cs
 set:back_href = Site.base + "/account/profile" ?><?cs set:back_label = "Akun saya" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Alih tugas kepada pengganti</h1>
<p class="govuk-body">Akun baru dibuat untuk pengganti Anda di <?cs
 var:Actor.agency_name ?>. Semua jawaban, dokumen, dan riwayat tetap ada dan langsung dapat dilanjutkan.</p>
<?cs call:warning("Setelah ini Anda tidak dapat masuk lagi dengan akun Anda.") ?>
<form method="post" action="<?cs var:Site.base ?>/account/hand-over" novalidate>
<?cs call:csrf() ?>
<?cs call:input_field("full_name", "Nama lengkap pengganti", "", "text", "off", "") ?>
<?cs call:input_field("nip", "NIP pengganti (tidak wajib)", "", "text", "off", "20") ?>
<?cs call:input_field("office", "Jabatan pengganti (tidak wajib)", "", "text", "off", "") ?>
<?cs call:input_field("username", "Nama pengguna baru", "Huruf kecil, angka, titik. Contoh: operator.diskominfo", "text", "off", "20") ?>
<?cs call:textarea_field("reason", "Alasan alih tugas", "Contoh: mutasi per 1 Desember 2026, SK nomor 821.2/15.", "3", "500") ?>
<?cs call:password_field("password", "Kata sandi Anda", "Untuk memastikan bahwa ini Anda.", "current-password") ?>
<?cs call:checkbox("agreed", "1", "Saya menyerahkan tugas ini, dan akses saya berakhir.", "") ?>
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true">Serahkan tugas</button>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
