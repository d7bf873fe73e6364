<?cs include!"macros.cs" ?><?cs set:title = "Ubah data diri" ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs
 set:back_label = "Akun saya" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Ubah data diri</h1>
<form method="post" action="<?cs var:Site.base ?>/account/profile/edit" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="version" value="<?cs var:Account.version ?>">
<?cs each:c = Columns ?><?cs call:column_field(c, "own", " (tidak wajib)") ?>
<?cs /each ?><?cs call:submit("Simpan") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
