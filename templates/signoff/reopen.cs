<?cs include!"macros.cs" ?><?cs set:title = "Buka kembali penilaian" ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/signoff/" + Assessment.id + "/" ?><?cs def:content() ?>
<?cs call:page_title("Buka kembali penilaian", Assessment.agency_name) ?>
<?cs call:warning("Pengesahan dan tanda terima batal. Halaman periksa dokumen akan menampilkan bahwa keduanya dibatalkan, beserta alasannya.") ?>
<p class="govuk-body">Penilaian kembali menjadi draf. Jawaban, dokumen dan tingkat yang sudah ada tidak dihapus.</p>
<form method="post" action="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/reopen" novalidate>
<?cs call:csrf() ?><?cs
 call:textarea_field("reason", "Alasan membuka kembali", "Tercetak pada halaman periksa dokumen dan tersimpan dalam riwayat.", "4", "1000") ?>
<?cs call:buttons_open() ?><button type="submit" class="govuk-button govuk-button--warning">Buka kembali</button><a
class="govuk-link" href="<?cs var:Site.base ?>/signoff/<?cs var:Assessment.id ?>/">Batal</a><?cs call:buttons_close() ?>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
