<?cs include!"macros.cs" ?><?cs set:title = "Buat kode pemulihan baru" ?><?cs set:back_href = Site.base + "/account/second-factor" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Buat kode pemulihan baru</h1>
<p class="govuk-body">Sepuluh kode baru menggantikan semua kode yang lama.</p>
<form method="post" action="<?cs var:Site.base ?>/account/second-factor/codes" novalidate>
<?cs call:csrf() ?>
<?cs call:password_field("password", "Kata sandi Anda", "", "current-password") ?>
<?cs call:submit("Buat kode baru") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
