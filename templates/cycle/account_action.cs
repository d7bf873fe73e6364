<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:Action == "password" ?><?cs set:title = "Atur ulang kata sandi" ?><?cs elif:Action == "end" ?><?cs
 set:title = "Akhiri akses" ?><?cs elif:Action == "sessions" ?><?cs
 set:title = "Keluarkan dari semua perangkat" ?><?cs else ?><?cs set:title = "Lepas verifikasi dua langkah" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts/" + Account.id ?><?cs set:back_label = Account.full_name ?><?cs
def:content() ?><?cs call:page_title(title, Account.full_name + ", " + Account.username) ?>
<?cs if:Action == "password" ?><p class="govuk-body">Kata sandi lama tidak berlaku lagi dan semua perangkat yang sedang masuk dikeluarkan.
Kata sandi baru diperlihatkan satu kali di halaman berikutnya; pemilik akun wajib menggantinya saat masuk.</p>
<p class="govuk-body">Pastikan dahulu, misalnya lewat telepon, bahwa yang meminta memang orangnya.</p>
<?cs elif:Action == "end" ?><p class="govuk-body">Orang ini tidak dapat masuk lagi dan semua perangkatnya dikeluarkan.
Namanya tetap ada di riwayat dan pekerjaannya tetap tersimpan. Akses yang diakhiri tidak dibuka lagi; bila orangnya kembali, buatkan akun baru.</p>
<?cs elif:Action == "sessions" ?><p class="govuk-body">Semua perangkat yang sedang masuk dengan akun ini dikeluarkan sekarang juga.
Yang belum tersimpan di sana tidak ikut tersimpan. Kata sandi dan verifikasi dua langkahnya tetap, jadi pemilik akun dapat masuk lagi.</p>
<p class="govuk-body">Bila kata sandinya diketahui orang lain, pilih <a class="govuk-link"
href="<?cs var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/password">Atur ulang kata sandi</a>: semua perangkat ikut dikeluarkan.</p>
<?cs else ?><p class="govuk-body">Kode dari ponsel yang lama dan semua kode pemulihan tidak berlaku lagi, dan semua perangkat yang
sedang masuk dikeluarkan. Pemilik akun memasangnya lagi saat masuk.</p>
<p class="govuk-body">Pastikan dahulu, misalnya lewat telepon, bahwa yang meminta memang orangnya.</p>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/<?cs var:Action ?>" novalidate><?cs call:csrf() ?>
<?cs call:textarea_field("reason", "Alasan", "Dicatat dalam riwayat akun.", "3", "1000") ?><?cs
if:Action == "end" ?><button type="submit" class="govuk-button govuk-button--warning">Akhiri akses</button><?cs else ?><?cs
 call:submit(title) ?><?cs /if ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
