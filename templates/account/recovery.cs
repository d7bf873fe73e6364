<?cs include!"macros.cs" ?><?cs set:title = "Kode pemulihan" ?><?cs set:back_href = Site.base + "/account/second-factor" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Masuk dengan kode pemulihan</h1>
<form method="post" action="<?cs var:Site.base ?>/account/recovery" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<?cs call:input_field("code", "Kode pemulihan", "Salah satu dari sepuluh kode yang Anda simpan saat memasang verifikasi dua langkah, " +
    "contoh 7K3M-9XQ2-PDHW. Tiap kode berlaku sekali.", "text", "off", "20") ?>
<?cs call:submit("Lanjutkan") ?>
</form>
<?cs call:details_open("Kode pemulihan juga hilang?") ?><p class="govuk-body">Hubungi administrator di bagian organisasi daerah Anda.
Setelah memastikan bahwa itu Anda, administrator mengatur ulang verifikasi dua langkah.</p><?cs call:contact() ?><?cs call:details_close() ?>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
