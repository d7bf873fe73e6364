<?cs include!"macros.cs" ?><?cs set:title = "Ubah data diri" ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs set:back_label = "Akun saya" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Ubah data diri</h1>
<form method="post" action="<?cs var:Site.base ?>/account/profile/edit" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="version" value="<?cs var:Account.version ?>">
<?cs call:input_field("full_name", "Nama lengkap", "Dengan gelar, seperti yang tampak bagi rekan kerja.", "text", "name", "") ?>
<?cs call:input_field("nip", "NIP (tidak wajib)", "", "text", "off", "20") ?>
<?cs call:input_field("office", "Jabatan (tidak wajib)", "Untuk Tim Pelaksana: unsur yang Anda wakili.", "text", "organization-title", "") ?>
<?cs call:input_field("email", "Alamat surel (tidak wajib)", "", "email", "email", "") ?>
<?cs call:input_field("phone", "Nomor telepon (tidak wajib)", "Supaya bagian organisasi dapat menghubungi Anda.", "tel", "tel", "20") ?>
<?cs call:submit("Simpan") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
