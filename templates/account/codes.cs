<?cs include!"macros.cs" ?><?cs set:title = "Simpan kode pemulihan" ?><?cs if:Codes.renewed ?><?cs
 set:done_text = "Kode pemulihan baru sudah dibuat. Kode yang lama tidak berlaku lagi." ?><?cs else ?><?cs
 set:done_text = "Verifikasi dua langkah sudah menyala." ?><?cs /if ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Simpan kode pemulihan</h1>
<p class="govuk-body-l">Bila ponsel hilang, Anda masuk dengan salah satu kode ini. Tiap kode berlaku sekali.</p>
<?cs call:warning("Kode ini hanya tampak sekarang. Cetak atau salin sebelum melanjutkan.") ?>
<ul class="govuk-list matang-codes">
<?cs each:c = Codes.list ?><li><code><?cs var:c.code ?></code></li>
<?cs /each ?></ul>
<?cs call:buttons_open() ?><?cs call:button_link(Site.base + "/account/start", "Sudah saya simpan, lanjutkan") ?><?cs
 call:print_button("Cetak") ?><?cs call:buttons_close() ?>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
