<?cs include!"macros.cs" ?><?cs set:title = "Ganti kata sandi" ?><?cs
if:!Password.compulsory ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs set:back_label = "Akun saya" ?><?cs /if ?><?cs
def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<?cs if:Password.compulsory ?><h1 class="govuk-heading-l">Buat kata sandi Anda sendiri</h1>
<p class="govuk-body-l">Kata sandi yang baru Anda pakai dibuat oleh orang lain. Gantilah dengan kata sandi yang hanya Anda ketahui.</p>
<?cs else ?><h1 class="govuk-heading-l">Ganti kata sandi</h1>
<p class="govuk-body">Perangkat lain yang masih masuk dengan akun ini akan dikeluarkan.</p>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/account/password" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<?cs if:!Password.compulsory ?><?cs call:password_field("current", "Kata sandi sekarang", "", "current-password") ?>
<?cs /if ?><?cs call:password_field("password", "Kata sandi baru", "Paling sedikit " + Password.least +
    " karakter. Beberapa kata yang Anda ingat lebih baik daripada satu kata yang rumit.", "new-password") ?>
<?cs call:password_field("again", "Ulangi kata sandi baru", "", "new-password") ?>
<?cs call:submit("Simpan kata sandi") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
