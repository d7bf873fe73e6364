<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Account.full_name ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/accounts/" + Account.id ?><?cs
set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
if:Page.done == "factor-reset" ?><?cs set:done_text = "Verifikasi dua langkah sudah dilepas. Pemilik akun memasangnya lagi saat masuk." ?><?cs
elif:Page.done == "signed-out" ?><?cs set:done_text = "Akun ini sudah dikeluarkan dari semua perangkat." ?><?cs
elif:Page.done == "ended" ?><?cs set:done_text = "Akses akun ini sudah diakhiri. Pekerjaannya tetap tersimpan." ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(Account.full_name, Account.role_name) ?>
<?cs call:summary_open() ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Status</dt><dd class="govuk-summary-list__value"><?cs
 if:Account.state == "active" ?><?cs call:tag("complete", "Aktif") ?><?cs else ?><?cs
 call:tag("todo", "Diakhiri") ?> <?cs var:Account.ended ?><?cs /if ?></dd></div>
<?cs call:summary_row("Nama pengguna", Account.username) ?><?cs call:summary_row("Peran", Account.role_name) ?><?cs
if:filled(Account.region_name) ?><?cs call:summary_row("Daerah", Account.region_name) ?><?cs else ?><?cs
 call:summary_row("Daerah", "Seluruh aplikasi") ?><?cs /if ?><?cs
if:Account.agency_id ?><?cs call:summary_row_link("Perangkat daerah", Account.agency_name, base + "/agencies/" + Account.agency_id, "Lihat") ?><?cs /if ?><?cs
if:Account.successor ?><?cs call:summary_row_link("Pengganti", Account.successor_name, base + "/accounts/" + Account.successor, "Lihat") ?><?cs /if ?><?cs
call:columns_summary(Account.columns) ?><?cs
if:Account.totp_confirmed ?><?cs call:summary_row("Verifikasi dua langkah", "Terpasang") ?><?cs else ?><?cs
 call:summary_row("Verifikasi dua langkah", "Belum dipasang") ?><?cs /if ?><?cs
if:Account.cardless > #0 && Account.state == "active" ?><?cs
 call:summary_row("Kata sandi", "Belum dibuat: kartunya dari daftar yang diimpor, atau “Atur ulang kata sandi” di bawah") ?><?cs
elif:Account.must_change_password && Account.state == "active" ?><?cs call:summary_row("Kata sandi", "Harus diganti saat masuk berikutnya") ?><?cs /if ?><?cs
call:summary_row("Dibuat", Account.created) ?><?cs
if:Account.signed_in ?><?cs call:summary_row("Masuk terakhir", Account.signed_in) ?><?cs else ?><?cs
 call:summary_row("Masuk terakhir", "Belum pernah") ?><?cs /if ?><?cs call:summary_close() ?>
<?cs if:Account.state == "active" && Account.role == "verifier" ?><form method="post" action="<?cs
 var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/lead"><?cs
 call:csrf() ?><input type="hidden" name="leads" value="<?cs if:Account.leads > #0 ?>0<?cs else ?>1<?cs /if ?>"><p class="govuk-body"><?cs
 if:Account.leads > #0 ?>Memimpin tim: diberi tahu bila ada yang terlambat terlalu lama.<?cs
 else ?>Anggota tim. Ketua tim diberi tahu bila ada yang terlambat terlalu lama.<?cs /if ?></p><?cs
 if:Account.leads > #0 ?><?cs call:submit_quiet("Bukan ketua tim lagi") ?><?cs else ?><?cs call:submit_quiet("Jadikan ketua tim") ?><?cs /if ?></form>
<?cs /if ?><?cs if:Account.state == "active" ?><?cs call:button_link_secondary(here + "/edit", "Perbaiki data orang") ?>
<?cs if:Account.own ?><?cs
 call:inset("Ini akun Anda sendiri. Kata sandi dan verifikasi dua langkah diatur di “Akun saya”; akses Anda hanya dapat diakhiri oleh administrator lain.") ?>
<?cs else ?><h2 class="govuk-heading-m">Bila ada masalah atau perubahan</h2>
<?cs call:tasks_open() ?><?cs if:Account.region_id ?><?cs
 call:action_row(here + "/agencies", "Perangkat daerah yang dilayani", "Bertugas juga di perangkat daerah lain, atau tidak lagi.") ?><?cs /if ?><?cs
 call:action_row(here + "/password", "Atur ulang kata sandi", "Lupa kata sandi: dibuatkan yang baru, diperlihatkan satu kali.") ?><?cs
if:Account.totp_confirmed ?><?cs
 call:action_row(here + "/second-factor", "Lepas verifikasi dua langkah", "Ponsel hilang atau ganti, dan kode pemulihan tidak ada.") ?><?cs /if ?><?cs
call:action_row(here + "/sessions", "Keluarkan dari semua perangkat", "Perangkat hilang atau dipakai orang lain. Kata sandinya tetap.") ?><?cs
call:action_row(here + "/hand-over", "Alih tugas", "Orangnya berganti: penggantinya mendapat akun sendiri, akses ini berakhir, pekerjaan tetap.") ?><?cs
call:action_row(here + "/end", "Akhiri akses", "Tidak bertugas lagi dan belum ada pengganti.") ?><?cs call:tasks_close() ?>
<?cs /if ?><?cs /if ?><?cs call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
