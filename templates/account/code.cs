<?cs include!"macros.cs" ?><?cs set:title = "Masukkan kode" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Masukkan kode dari aplikasi autentikator</h1>
<form method="post" action="<?cs var:Site.base ?>/account/second-factor" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<?cs call:code_field("code", "Kode enam angka", "Buka aplikasi autentikator di ponsel Anda, lalu ketik angka di samping Matang.") ?>
<?cs call:submit("Lanjutkan") ?>
</form>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/account/recovery<?cs
 if:Form.value.next ?>?next=<?cs var:url_escape(Form.value.next) ?><?cs /if ?>">Ponsel tidak ada? Pakai kode pemulihan</a></p>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
