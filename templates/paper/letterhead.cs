<?cs include!"macros.cs" ?><?cs set:title = "Kop surat" ?><?cs set:back_href = Site.base + "/cycle/regions/" + Region.id ?><?cs
 set:back_label = Region.name ?><?cs
set:Sizes.0.value = "A4" ?><?cs set:Sizes.0.label = "A4, 210 × 297 mm" ?><?cs
set:Sizes.1.value = "F4" ?><?cs set:Sizes.1.label = "F4 atau folio, 215 × 330 mm" ?><?cs def:content() ?>
<?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Dipakai pada semua lembar yang diterbitkan sejak disimpan. Lembar yang sudah terbit tidak berubah.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/paper/letterhead/<?cs var:Region.id ?>" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Form.value.version ?>">
<h2 class="govuk-heading-m">Kepala surat</h2>
<?cs call:text_field("government", "Baris pertama (tidak wajib)", "Bila kosong: Pemerintah dan nama daerah.") ?>
<?cs call:text_field("office", "Unit kerja (tidak wajib)", "Bila kosong: unit penyelenggara daerah ini, misalnya Sekretariat Daerah.") ?>
<?cs call:text_field("address", "Alamat (tidak wajib)", "Jalan, kota, kode pos.") ?>
<?cs call:text_field("contact", "Telepon, surel, situs (tidak wajib)", "") ?>
<?cs if:Letterhead.crest ?><p class="govuk-body"><img class="matang-paper__crest" src="<?cs var:Site.base ?>/paper/crest/<?cs
 var:Letterhead.crest ?>" alt="Lambang yang sekarang dipakai"></p><?cs /if ?>
<?cs call:file_field("crest", "Lambang (tidak wajib)", "PNG, 64 sampai 1200 piksel tiap sisi, paling besar 512 kB.", ".png") ?>
<?cs if:Letterhead.crest ?><?cs call:checkbox("no_crest", "1", "Tanpa lambang", "Lembar berikutnya dicetak tanpa lambang.") ?><?cs /if ?>
<h2 class="govuk-heading-m">Penanda tangan untuk Tim Pelaksana</h2>
<?cs call:text_field("signatory_title", "Jabatan (tidak wajib)", "Misalnya Kepala Bagian Organisasi selaku Ketua Tim Pelaksana.") ?>
<?cs call:text_field("signatory_name", "Nama (tidak wajib)", "Dengan gelar, seperti dicetak di bawah tanda tangan.") ?>
<?cs call:text_field("signatory_rank", "Pangkat (tidak wajib)", "") ?>
<?cs call:text_field("signatory_nip", "NIP (tidak wajib)", "") ?>
<h2 class="govuk-heading-m">Nomor dan kertas</h2>
<?cs call:text_field("number_format", "Bentuk nomor", "{nomor} nomor urut, {jenis} singkatan lembar (TT, BA), " +
    "{bulan} bulan dalam angka Romawi, {tahun} tahun. Misalnya 000.8.3/{nomor}/{jenis}/ORG/{tahun}.") ?>
<?cs call:radios("size", "Ukuran kertas", "", Sizes) ?>
<?cs call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
