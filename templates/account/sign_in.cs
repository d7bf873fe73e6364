<?cs include!"macros.cs" ?><?cs set:title = "Masuk" ?><?cs set:meta_path = "/account/" ?><?cs
 set:meta_description = "Masuk ke Matang: penilaian mandiri kematangan organisasi perangkat daerah, Permendagri 99 Tahun 2018." ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Masuk</h1>
<?cs if:filled(SignIn.site) ?><p class="govuk-body"><a class="govuk-button" role="button" draggable="false" data-module="govuk-button"
 href="<?cs var:Site.base ?>/account/site<?cs if:filled(Form.value.next) ?>?next=<?cs var:url_escape(Form.value.next) ?><?cs
 /if ?>">Masuk dengan <?cs var:SignIn.site ?></a></p>
<?cs /if ?><?cs if:!filled(SignIn.site) || filled(SignIn.password) ?><form method="post" action="<?cs var:Site.base ?>/account/" novalidate>
<?cs call:csrf() ?>
<input type="hidden" name="next" value="<?cs var:Form.value.next ?>">
<div class="govuk-form-group<?cs if:?Form.error.username ?> govuk-form-group--error<?cs /if ?>">
<?cs call:field_label("username", "Nama pengguna") ?><?cs call:field_notes("username", "") ?><input class="govuk-input<?cs
 if:?Form.error.username ?> govuk-input--error<?cs /if ?>" id="username" name="username" type="text" autocomplete="username"
autocapitalize="none" spellcheck="false" value="<?cs var:Form.value.username ?>"<?cs call:field_described("username", "") ?>>
</div>
<?cs call:password_field("password", "Kata sandi", "", "current-password") ?>
<?cs call:submit("Masuk") ?>
</form>
<?cs /if ?><?cs call:details_open("Lupa kata sandi, atau belum punya akun?") ?><p class="govuk-body">Hubungi administrator di bagian organisasi daerah Anda.
Administrator membuat <?cs
 if:filled(SignIn.site) && !filled(SignIn.password) ?>akun dengan nama pengguna yang sama seperti di situs.<?cs
 else ?>kata sandi sementara; Anda menggantinya sendiri saat masuk.<?cs /if ?></p><?cs call:contact() ?><?cs call:details_close() ?>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
