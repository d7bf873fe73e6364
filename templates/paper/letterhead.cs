<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Kop surat" ?><?cs set:back_href = Site.base + "/cycle/regions/" + Region.id ?><?cs
 set:back_label = Region.name ?><?cs
set:Sizes.0.value = "0" ?><?cs set:Sizes.0.label = "A4, 210 × 297 mm" ?><?cs
set:Sizes.1.value = "1" ?><?cs set:Sizes.1.label = "F4 atau folio, 215 × 330 mm" ?><?cs
set:Typefaces.0.value = "0" ?><?cs set:Typefaces.0.label = "Tanpa kait, seperti Arial" ?><?cs
set:Typefaces.1.value = "1" ?><?cs set:Typefaces.1.label = "Berkait, seperti Times New Roman" ?><?cs
set:Points.0.value = "0" ?><?cs set:Points.0.label = "11 poin" ?><?cs
set:Points.1.value = "1" ?><?cs set:Points.1.label = "12 poin" ?><?cs
set:Sides.0.value = "0" ?><?cs set:Sides.0.label = "Di kiri, di bawah nomor dan hal" ?><?cs
set:Sides.1.value = "1" ?><?cs set:Sides.1.label = "Di kanan, di bawah tanggal" ?><?cs

# Who signs: the office, in whose name, for whom, and the person. ?><?cs
def:who_signs(prefix, title_hint) ?><?cs
set:for_name = prefix + "for" ?><?cs set:title_name = prefix + "title" ?><?cs set:under_name = prefix + "under" ?><?cs
set:person_name = prefix + "name" ?><?cs set:rank_name = prefix + "rank" ?><?cs set:nip_name = prefix + "nip" ?><?cs
call:text_field(for_name, "Atas nama (a.n.), tidak wajib", "Misalnya Wali Kota Contoh. Dicetak di atas jabatan.") ?>
<?cs call:text_field(title_name, "Jabatan (tidak wajib)", title_hint) ?>
<?cs call:text_field(under_name, "Untuk beliau (u.b.), tidak wajib", "Jabatan di bawahnya yang menandatangani, misalnya Asisten Administrasi Umum.") ?>
<?cs call:text_field(person_name, "Nama (tidak wajib)", "Dengan gelar, seperti dicetak di bawah tanda tangan.") ?>
<?cs call:text_field(rank_name, "Pangkat (tidak wajib)", "") ?>
<?cs call:text_field(nip_name, "NIP (tidak wajib)", "") ?><?cs /def ?><?cs

def:margin_field(name, label) ?><?cs call:input_field(name, label, "Milimeter.", "text", "off", "3") ?><?cs /def ?><?cs

def:example() ?><h2 class="govuk-heading-m" id="contoh">Contoh surat</h2>
<?cs if:Example == "typed" ?><?cs
 call:inset("Begini surat dengan yang Anda tulis. Belum disimpan; lambang yang baru dipilih perlu dipilih lagi.") ?><?cs
 else ?><p class="govuk-body">Begini surat dengan kop yang sekarang tersimpan.</p><?cs /if ?>
<div class="matang-paper"><?cs call:paper_mark("Contoh: bukan surat.") ?><?cs call:paper_body() ?></div><?cs /def ?><?cs

def:content() ?>
<?cs call:page_title(title, Region.name) ?>
<p class="govuk-body">Dipakai pada semua lembar yang diterbitkan sejak disimpan. Lembar yang sudah terbit tidak berubah.
Ikuti tata naskah dinas daerah Anda; yang dibiarkan kosong memakai bentuk yang lazim.</p>
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
<h2 class="govuk-heading-m">Surat pemberitahuan</h2>
<?cs call:text_field("letter_nature", "Sifat (tidak wajib)", "Bila kosong: Penting.") ?>
<?cs call:radios("recipient_right", "Letak tujuan surat (Yth.)", "", Sides) ?>
<?cs call:textarea_field("letter_opening", "Pembuka surat (tidak wajib)",
    "Paragraf sebelum jadwal. {dasar} dasar hukum instrumen, {tahun} tahun penilaian, {daerah} baris pertama kop.", "4", "1500") ?>
<?cs call:textarea_field("letter_closing", "Penutup surat (tidak wajib)", "Paragraf terakhir sebelum tanda tangan.", "3", "1000") ?>
<?cs call:textarea_field("letter_copies", "Tembusan (tidak wajib)", "Satu baris untuk setiap penerima. Nomornya dicetak sendiri.", "4", "1500") ?>
<h3 class="govuk-heading-s">Penanda tangan surat</h3>
<p class="govuk-body">Bila jabatan dan nama kosong, surat ditandatangani ketua Tim Pelaksana di bawah ini.</p>
<?cs call:who_signs("letter_", "Misalnya Sekretaris Daerah.") ?>
<h2 class="govuk-heading-m">Penanda tangan untuk Tim Pelaksana</h2>
<p class="govuk-body">Pada berita acara, rekapitulasi, ceklist dan laporan.</p>
<?cs call:who_signs("signatory_", "Misalnya Kepala Bagian Organisasi selaku Ketua Tim Pelaksana.") ?>
<h2 class="govuk-heading-m">Nomor dan kertas</h2>
<?cs call:text_field("number_format", "Bentuk nomor", "{nomor} nomor urut, {jenis} singkatan lembar (TT, BA), " +
    "{bulan} bulan dalam angka Romawi, {tahun} tahun. Misalnya 000.8.3/{nomor}/{jenis}/ORG/{tahun}.") ?>
<?cs call:radios("folio", "Ukuran kertas", "", Sizes) ?>
<?cs call:radios("serif", "Jenis huruf", "", Typefaces) ?>
<?cs call:radios("large", "Besar huruf isi", "", Points) ?>
<div class="matang-margins"><?cs call:margin_field("margin_top", "Tepi atas") ?><?cs call:margin_field("margin_right", "Tepi kanan") ?><?cs
 call:margin_field("margin_bottom", "Tepi bawah") ?><?cs call:margin_field("margin_left", "Tepi kiri") ?></div>
<div class="govuk-button-group"><?cs call:submit_as("Simpan", "act", "save", "") ?><?cs
 call:submit_as("Lihat contohnya dahulu", "act", "look", "secondary") ?><?cs
 if:May.draw ?><?cs call:submit_as("Unduh contohnya sebagai PDF", "act", "pdf", "secondary") ?><?cs /if ?></div></form>
<?cs if:?Example ?><?cs call:example() ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
