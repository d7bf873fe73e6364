<?cs include!"macros.cs" ?><?cs set:title = "Periksa dokumen" ?><?cs set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs call:page_title("Periksa dokumen", "") ?>
<p class="govuk-body">Kuesioner terverifikasi dan tanda terima mencantumkan kode QR dan 26 huruf dan angka. Masukkan kodenya untuk melihat isi yang tercatat, lalu bandingkan dengan kertas yang Anda pegang.</p>
<form method="get" action="<?cs var:Site.base ?>/portal/check" novalidate>
<?cs call:text_field("code", "Kode dokumen", "Spasi, tanda hubung dan huruf kecil tidak menjadi soal.") ?>
<?cs call:submit("Periksa") ?>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
