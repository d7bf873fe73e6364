<?cs include!"macros.cs" ?><?cs set:title = "Verifikasi dua langkah" ?><?cs
if:Factor.on || !Factor.compulsory ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs set:back_label = "Akun saya" ?><?cs /if ?><?cs
if:Page.done == "off" ?><?cs set:done_text = "Verifikasi dua langkah sudah dimatikan." ?><?cs /if ?><?cs
def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Verifikasi dua langkah</h1>
<?cs if:Factor.on ?><p class="govuk-body"><?cs call:tag("complete", "Menyala") ?></p>
<p class="govuk-body">Setiap masuk, Anda mengetik kode dari aplikasi autentikator di ponsel.</p>
<?cs call:summary_open() ?><?cs call:summary_row_link("Kode pemulihan", "Tersisa " + Factor.codes_left + " dari 10 kode",
    Site.base + "/account/second-factor/codes", "Buat yang baru") ?><?cs call:summary_close() ?>
<?cs if:#Factor.codes_left < #3 ?><?cs
 call:warning("Kode pemulihan hampir habis. Buat yang baru supaya Anda tetap dapat masuk bila ponsel hilang.") ?><?cs /if ?>
<?cs if:Factor.compulsory ?><p class="govuk-body">Peran Anda wajib memakainya, jadi tidak dapat dimatikan.</p>
<?cs else ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/account/second-factor/off">Matikan verifikasi dua langkah</a></p>
<?cs /if ?><?cs else ?>
<?cs if:Factor.compulsory ?><p class="govuk-body-l">Peran Anda memeriksa dan mengubah data banyak perangkat daerah.
Karena itu akun Anda dijaga dengan kata sandi dan satu kode dari ponsel.</p>
<?cs else ?><p class="govuk-body-l">Jaga akun Anda dengan kata sandi dan satu kode dari ponsel. Orang yang tahu kata sandi Anda tetap tidak dapat masuk.</p>
<?cs /if ?><h2 class="govuk-heading-m">Yang Anda perlukan</h2>
<ul class="govuk-list govuk-list--bullet">
<li>ponsel Anda, dengan aplikasi autentikator: Aegis, FreeOTP, Google Authenticator, Microsoft Authenticator, atau yang serupa;</li>
<li>kertas, atau tempat lain yang aman, untuk sepuluh kode pemulihan.</li>
</ul>
<p class="govuk-body">Memasangnya perlu sekitar tiga menit. Kode tetap muncul di ponsel tanpa jaringan.</p>
<form method="post" action="<?cs var:Site.base ?>/account/second-factor/begin">
<?cs call:csrf() ?>
<?cs call:submit("Mulai memasang") ?>
</form>
<?cs /if ?></div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
