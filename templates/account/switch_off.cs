<?cs include!"macros.cs" ?><?cs set:title = "Matikan verifikasi dua langkah" ?><?cs set:back_href = Site.base + "/account/second-factor" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Matikan verifikasi dua langkah</h1>
<p class="govuk-body">Setelah ini, kata sandi saja cukup untuk masuk. Kode pemulihan yang lama tidak berlaku lagi.</p>
<form method="post" action="<?cs var:Site.base ?>/account/second-factor/off" novalidate>
<?cs call:csrf() ?>
<?cs call:password_field("password", "Kata sandi Anda", "", "current-password") ?>
<button type="submit" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true">Matikan</button>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
