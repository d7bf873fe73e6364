<?cs include!"macros.cs" ?><?cs set:meta_path = "/portal/check" ?><?cs
 set:meta_description = "Periksa keaslian formulir, tanda terima dan surat penilaian kematangan organisasi dengan kodenya." ?><?cs
 set:title = "Periksa dokumen" ?><?cs
 set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs call:page_title("Periksa dokumen", "") ?>
<p class="govuk-body">Setiap lembar yang diterbitkan mencantumkan kode QR dan 26 huruf dan angka.
Masukkan kodenya untuk melihat isi yang tercatat, lalu bandingkan dengan kertas yang Anda pegang.</p>
<form method="get" action="<?cs var:Site.base ?>/portal/check" novalidate>
<?cs call:text_field("code", "Kode dokumen", "Spasi, tanda hubung dan huruf kecil tidak menjadi soal.") ?>
<?cs call:submit("Periksa") ?>
</form>
<h2 class="govuk-heading-m">Atau periksa berkas PDF-nya</h2>
<?cs if:Unknown ?><?cs
 call:warning("Berkas ini tidak dikenal, atau sudah berubah sejak diterbitkan. Periksa dengan kode yang tercetak, dan bandingkan isinya.") ?><?cs /if ?>
<p class="govuk-body">Berkas Anda harus sama persis dengan yang diterbitkan di sini. Berkas Anda tidak disimpan.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/paper/check" novalidate><?cs call:csrf() ?>
<?cs call:file_field("file", "Berkas PDF", "", ".pdf") ?>
<?cs call:submit("Periksa berkas") ?>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
