<?cs include!"macros.cs" ?><?cs set:title = "Pasang aplikasi autentikator" ?><?cs set:back_href = Site.base + "/account/second-factor" ?><?cs def:content() ?>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Pasang aplikasi autentikator</h1>
<h2 class="govuk-heading-m">1. Pindai kode ini dengan aplikasi</h2>
<?cs if:Factor.path ?><p class="govuk-body"><svg class="matang-qr" width="240" height="240" viewBox="<?cs var:Factor.view ?>"
role="img" aria-label="Kode QR untuk aplikasi autentikator" shape-rendering="crispEdges"><rect x="-4" y="-4" width="100%"
height="100%" fill="#fff"></rect><path d="<?cs var:Factor.path ?>" fill="#000"></path></svg></p>
<?cs /if ?><p class="govuk-body">Tidak dapat memindai? Di aplikasi, pilih memasukkan kunci secara manual, lalu ketik kunci ini (jenis: berbasis waktu):</p>
<p class="govuk-body"><strong id="secret"><code><?cs var:Factor.secret ?></code></strong></p>
<h2 class="govuk-heading-m">2. Ketik kode yang tampak di aplikasi</h2>
<form method="post" action="<?cs var:Site.base ?>/account/second-factor/set-up" novalidate>
<?cs call:csrf() ?>
<?cs call:code_field("code", "Kode enam angka", "Kode berganti setiap 30 detik.") ?>
<?cs call:submit("Nyalakan") ?>
</form>
</div></div>
<?cs /def ?><?cs include!"layout.cs" ?>
