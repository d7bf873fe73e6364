<?cs include!"macros.cs" ?><?cs set:title = "Masuk lewat situs" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Masuk lewat situs</h1>
<p class="govuk-body">Situs mengenali Anda sebagai <strong><?cs var:Known.name ?></strong>. Di sini itu akun
<?cs var:Known.person ?>, <?cs var:Known.role_name ?>.</p>
<form method="post" action="<?cs var:Site.base ?>/account/site" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<?cs call:submit("Masuk") ?>
</form>
<p class="govuk-body">Bukan Anda? Keluar dahulu dari situs, lalu masuk di sana dengan akun Anda sendiri.</p>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
