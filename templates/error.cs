<?cs include!"macros.cs" ?><?cs
if:Error.status == 401 ?><?cs set:title = "Sesi Anda sudah berakhir" ?><?cs
elif:Error.status == 403 ?><?cs set:title = "Halaman ini bukan untuk peran Anda" ?><?cs
elif:Error.status == 404 ?><?cs set:title = "Halaman tidak ditemukan" ?><?cs
elif:Error.status == 405 ?><?cs set:title = "Alamat ini tidak menerima permintaan seperti itu" ?><?cs
elif:Error.status == 409 ?><?cs set:title = "Sudah ada perubahan lain" ?><?cs
elif:Error.status == 413 ?><?cs set:title = "Kiriman terlalu besar" ?><?cs
elif:Error.status == 429 ?><?cs set:title = "Terlalu banyak percobaan" ?><?cs
elif:Error.status == 503 ?><?cs set:title = "Layanan sedang tidak dapat dihubungi" ?><?cs
elif:Error.status == 500 ?><?cs set:title = "Ada kesalahan di pihak kami" ?><?cs
else ?><?cs set:title = "Permintaan tidak dapat diproses" ?><?cs /if ?><?cs
def:content() ?><div class="matang-error">
<h1 class="govuk-heading-l"><?cs var:title ?></h1>
<?cs if:Error.why ?><p class="govuk-body"><?cs var:Error.why ?></p>
<?cs elif:Error.status == 401 ?><p class="govuk-body">Masuk kembali, lalu ulangi. Belum ada yang disimpan dari kiriman terakhir Anda.</p>
<?cs elif:Error.status == 403 ?><p class="govuk-body">Bila menurut Anda ini keliru, hubungi administrator aplikasi di daerah Anda.</p>
<?cs elif:Error.status == 404 ?><p class="govuk-body">Periksa alamatnya, atau mulai lagi dari halaman depan.</p>
<?cs elif:Error.status == 413 ?><p class="govuk-body">Perkecil berkas atau ringkas isian, lalu kirim lagi.</p>
<?cs elif:Error.status == 503 ?><p class="govuk-body">Basis data sedang tidak dapat dihubungi. Tunggu satu menit, lalu muat ulang halaman ini. Yang sudah tersimpan tidak hilang.</p>
<?cs elif:Error.status == 500 ?><p class="govuk-body">Coba lagi. Bila tetap gagal, sampaikan nomor rujukan di bawah kepada administrator. Yang sudah tersimpan tidak hilang.</p>
<?cs else ?><p class="govuk-body">Muat ulang halaman sebelumnya, lalu coba lagi.</p>
<?cs /if ?><?cs if:subcount(Error.typed) ?><h2 class="govuk-heading-m">Yang baru Anda ketik</h2>
<p class="govuk-body">Salin dahulu isian di bawah ini supaya tidak perlu diketik ulang.</p>
<?cs each:t = Error.typed ?><div class="govuk-form-group"><label class="govuk-label" for="typed-<?cs var:t.number ?>"><?cs var:t.label ?></label>
<textarea class="govuk-textarea" id="typed-<?cs var:t.number ?>" rows="4" readonly><?cs var:t.value ?></textarea></div>
<?cs /each ?><?cs /if ?><p class="govuk-body"><?cs if:Error.status == 401 ?><a class="govuk-link" href="<?cs var:Site.base ?>/account/">Masuk</a><?cs else ?><a class="govuk-link" href="<?cs var:Site.base ?>/<?cs if:?Actor.name ?>account/start<?cs /if ?>">Kembali ke halaman depan</a><?cs /if ?></p>
<p class="govuk-body-s">Nomor rujukan: <strong><?cs var:Error.reference ?></strong></p>
</div><?cs /def ?><?cs include!"layout.cs" ?>
