<?cs include!"macros.cs" ?><?cs set:title = "Tugas sudah diserahkan" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Tugas sudah diserahkan</h1>
<p class="govuk-body-l">Akses Anda berakhir. Terima kasih atas pekerjaan Anda.</p>
<?cs call:warning("Kata sandi ini hanya tampak sekarang. Berikan langsung kepada pengganti Anda.") ?>
<?cs call:summary_open() ?>
<?cs call:summary_row("Pengganti", Successor.full_name) ?><?cs
 call:summary_row("Nama pengguna", Successor.username) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Kata
sandi sementara</dt><dd class="govuk-summary-list__value"><code><?cs var:Successor.password ?></code></dd></div>
<?cs call:summary_close() ?>
<p class="govuk-body">Saat pertama masuk, pengganti Anda membuat kata sandinya sendiri.</p>
<?cs call:print_button("Cetak") ?>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
