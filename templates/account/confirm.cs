<?cs include!"macros.cs" ?><?cs set:title = "Ketik lagi kata sandi Anda" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Ketik lagi kata sandi Anda</h1>
<p class="govuk-body">Sudah lebih dari seperempat jam sejak Anda masuk. Yang akan Anda buka menyangkut akses
atau data orang lain, jadi kata sandi ditanyakan sekali lagi.</p>
<form method="post" action="<?cs var:Site.base ?>/account/confirm" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<?cs call:password_field("password", "Kata sandi Anda", "", "current-password") ?>
<?cs call:submit("Lanjutkan") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
