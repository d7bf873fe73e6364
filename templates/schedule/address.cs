<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs
set:title = "Kalender saya" ?><?cs set:back_href = Site.base + "/schedule/" ?><?cs set:back_label = "Jadwal penilaian" ?><?cs
if:Page.done == "withdrawn" ?><?cs set:done_text = "Alamat kalender sudah dicabut. Kalender yang memakainya tidak mendapat isi lagi." ?><?cs /if ?><?cs

def:new_address() ?><div class="matang-notice matang-notice--success" role="alert"><h2 class="govuk-heading-s">Alamat kalender Anda</h2>
<p class="govuk-body"><code class="matang-code"><?cs var:NewAddress ?></code></p>
<p class="govuk-body">Salin sekarang: alamat ini tidak diperlihatkan lagi. Di aplikasi kalender pilih “Tambah kalender dari URL” atau “Langganan
kalender”, lalu tempelkan. Siapa pun yang mengetahui alamat ini dapat membaca batas waktu Anda, jadi jangan dibagikan.</p></div>
<?cs /def ?><?cs

def:content() ?><div class="matang-narrow"><?cs call:page_title("Kalender saya", "") ?>
<?cs if:filled(NewAddress) ?><?cs call:new_address() ?><?cs /if ?><p class="govuk-body">Batas waktu langkah yang menjadi tugas Anda dapat tampil di
kalender ponsel atau komputer, dan ikut berubah bila jadwalnya bergeser. Kalendernya membaca dari alamat rahasia milik Anda, tanpa masuk.</p>
<?cs if:Made && !?NewAddress ?><p class="govuk-body">Alamat kalender Anda sudah dibuat. Bila lupa atau terlanjur dibagikan, buat yang baru: alamat yang
lama langsung tidak berlaku.</p>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/schedule/address" novalidate><?cs
 call:csrf() ?><input type="hidden" name="key" value="<?cs var:NextKey ?>"><?cs
 if:Made ?><?cs call:submit_quiet("Buat alamat baru") ?><?cs else ?><?cs call:submit("Buat alamat kalender") ?><?cs /if ?></form>
<?cs if:Made ?><form method="post" action="<?cs var:Site.base ?>/schedule/address/withdraw" novalidate><?cs call:csrf() ?><button
type="submit" class="govuk-button govuk-button--warning">Cabut alamat</button></form>
<?cs /if ?></div><?cs /def ?><?cs include!"layout.cs" ?>
