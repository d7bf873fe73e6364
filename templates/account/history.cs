<?cs include!"macros.cs" ?><?cs set:title = "Riwayat akun" ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs set:back_label = "Akun saya" ?><?cs
def:what(h) ?><?cs
 if:h.to_value == "password_reset" ?>Kata sandi diatur ulang<?cs
 elif:h.to_value == "password_changed" ?>Kata sandi diganti<?cs
 elif:h.to_value == "profile_changed" ?>Data diri diubah<?cs
 elif:h.to_value == "second_factor_on" ?>Verifikasi dua langkah dinyalakan<?cs
 elif:h.to_value == "second_factor_off" ?>Verifikasi dua langkah dimatikan<?cs
 elif:h.to_value == "sessions_ended" ?>Dikeluarkan dari semua perangkat oleh administrator<?cs
 elif:h.to_value == "recovery_used" ?>Kode pemulihan dipakai untuk masuk<?cs
 elif:h.to_value == "recovery_renewed" ?>Kode pemulihan baru dibuat<?cs
 elif:h.subject == "right" && filled(h.from_value) && filled(h.to_value) ?>Tugas diterima dari <?cs var:h.from_value ?><?cs
 elif:h.subject == "right" ?>Akses berakhir<?cs
 elif:!filled(h.from_value) ?>Akun dibuat<?cs
 else ?>Akun diubah: <?cs var:h.from_value ?> menjadi <?cs var:h.to_value ?><?cs /if ?><?cs /def ?><?cs
def:content() ?>
<h1 class="govuk-heading-l">Riwayat akun</h1>
<?cs if:subcount(History) ?><?cs call:table_open("Perubahan pada akun Anda, yang terbaru di atas") ?>
<?cs call:head_open() ?><?cs call:th("Perubahan") ?><?cs call:th("Waktu") ?><?cs call:th("Oleh") ?><?cs call:th("Alasan") ?><?cs call:head_close() ?>
<?cs each:h = History ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:what(h) ?></th><?cs
 call:td("Waktu", h.at) ?><?cs if:filled(h.by_name) ?><?cs call:td("Oleh", h.by_name) ?><?cs else ?><?cs
 call:td("Oleh", "Pengelola server") ?><?cs /if ?><?cs call:td("Alasan", h.reason) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs else ?><?cs call:empty_state("Belum ada perubahan",
  "Di sini tercatat setiap perubahan pada akun Anda, misalnya kata sandi yang diganti. Ada yang tidak Anda kenal? Ganti kata sandi Anda.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
