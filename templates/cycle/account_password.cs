<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:Card.what == "created" ?><?cs set:title = "Akun sudah dibuat" ?><?cs elif:Card.what == "reset" ?><?cs
 set:title = "Kata sandi sudah diatur ulang" ?><?cs else ?><?cs set:title = "Tugas sudah dialihkan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs
def:content() ?><?cs call:page_title(title, Card.full_name) ?>
<?cs call:warning("Kata sandi ini hanya diperlihatkan sekali. Catat atau sampaikan sekarang, langsung kepada orangnya.") ?>
<div class="matang-panel"><dl class="govuk-summary-list">
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Nama pengguna</dt><dd
class="govuk-summary-list__value"><code class="matang-digest"><?cs var:Card.username ?></code></dd></div>
<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kata sandi</dt><dd
class="govuk-summary-list__value"><code class="matang-digest" id="password"><?cs var:Card.password ?></code></dd></div>
</dl></div>
<p class="govuk-body">Saat pertama masuk, kata sandi ini harus diganti dengan yang hanya diketahui pemilik akun.</p>
<?cs if:Card.what == "created" ?><div class="govuk-button-group"><?cs call:button_link(base + "/accounts/new", "Buat akun lain") ?><?cs
 call:button_link_secondary(base + "/accounts/" + Card.id, "Lihat akun ini") ?></div><?cs else ?><?cs
 call:button_link(base + "/accounts/" + Card.id, "Lihat akun ini") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
