<?cs include!"macros.cs" ?><?cs set:title = "Cara mengisi" ?><?cs set:meta_path = "/portal/help" ?><?cs
set:meta_description = "Cara mengisi, memverifikasi dan mengesahkan penilaian kematangan organisasi di Matang, menurut peran." ?><?cs
# How each role works, a picture beside each step: the parts of the pages themselves, small, that nobody can
# press and no reader reads out; what they show is said by the step. ?><?cs
def:role_open(code, label) ?><details class="govuk-details matang-fold"<?cs if:Actor.role == code || (!?Actor.name && code == "operator") ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:label ?></span></summary>
<div class="govuk-details__text"><ol class="matang-ways"><?cs /def ?><?cs
def:role_close() ?></ol></div></details><?cs /def ?><?cs
def:way(heading, text) ?><li><div><h2 class="govuk-heading-s"><?cs var:heading ?></h2><p class="govuk-body"><?cs var:text ?></p></div><?cs /def ?><?cs
def:mini() ?><div class="matang-mini" aria-hidden="true"><?cs /def ?><?cs
def:mini_end() ?></div></li><?cs /def ?><?cs
def:mini_level(roman, text, chosen) ?><div class="matang-level<?cs if:chosen ?> matang-level--shown<?cs /if ?>"><span class="matang-level__label">Tingkat <?cs
 var:roman ?></span><span class="matang-level__body"><?cs var:text ?></span></div><?cs /def ?><?cs
def:mini_item(kind, text) ?><span class="matang-checklist__item matang-checklist__item--<?cs var:kind ?>"><?cs var:text ?></span><?cs /def ?><?cs
def:mini_document(state, title, word) ?><div class="matang-document matang-document--<?cs var:state ?>"><p class="matang-document__title"><?cs
 var:title ?></p><p><?cs call:tag(state, word) ?></p></div><?cs /def ?><?cs
def:mini_button(label, kind) ?><span class="govuk-button<?cs if:filled(kind) ?> govuk-button--<?cs var:kind ?><?cs /if ?>"><?cs
 var:label ?></span> <?cs /def ?><?cs

def:operator() ?><?cs call:role_open("operator", "Operator perangkat daerah") ?><?cs
call:way("Kumpulkan dokumennya dulu", "Buka Dokumen, lalu unggah surat keputusan, notulen, laporan dan foto yang ada. Satu dokumen cukup diunggah sekali. " +
    "Dokumen tahun lalu dapat dipakai lagi.") ?><?cs call:mini() ?><?cs
call:mini_document("pending", "SK tim penyusun SOP", "Belum ditautkan") ?><?cs call:mini_button("Unggah dokumen", "") ?><?cs call:mini_end() ?><?cs
call:way("Pilih tingkat tiap variabel", "Baca kelima tingkat, lalu pilih yang sesuai dengan kondisi sekarang. " +
    "Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.") ?><?cs call:mini() ?><?cs
call:mini_level("II", "Sudah ada, belum ditetapkan.", "") ?><?cs call:mini_level("III", "Sudah ditetapkan dan dijalankan.", "1") ?><?cs call:mini_end() ?><?cs
call:way("Tautkan dokumen ke kriterianya",
    "Di bawah tiap tingkat ada daftar dokumen yang diminta. Yang bertanda centang sudah ada, yang merah masih kurang. " +
    "Bila dokumennya akan menyusul, catat tanggalnya.") ?><?cs call:mini() ?><?cs
call:mini_item("have", "Renja awal") ?><?cs call:mini_item("missing", "Rencana aksi kegiatan") ?><?cs
 call:mini_item("optional", "Dokumen pendukung lain (tidak wajib)") ?><?cs
call:mini_end() ?><?cs
call:way("Periksa dan kirim",
    "Halaman Periksa dan kirim menyebut apa yang masih kurang. Sesudah dikirim, jawaban terkunci sampai tim verifikasi selesai.") ?><?cs
call:mini() ?><?cs call:mini_button("Kirim penilaian", "") ?><?cs call:tag("submitted", "Dikirim") ?><?cs call:mini_end() ?><?cs
call:way("Perbaiki bila dikembalikan", "Hanya variabel yang disebut tim verifikasi yang terbuka. Baca catatannya, perbaiki, lalu kirim lagi.") ?><?cs
call:mini() ?><?cs call:mini_document("rejected", "SK tim analisis kebijakan", "Ditolak") ?><?cs call:mini_end() ?><?cs
call:way("Cetak, minta tanda tangan, unggah", "Sesudah diverifikasi, cetak formulirnya, mintakan tanda tangan kepala, lalu unggah pindaiannya. " +
    "Tanda terima terbit setelah tim verifikasi membandingkannya.") ?><?cs call:mini() ?><?cs
call:mini_button("Unggah formulir", "") ?><?cs call:tag("received", "Tanda terima terbit") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:head() ?><?cs call:role_open("head", "Kepala perangkat daerah") ?><?cs
call:way("Baca sebelum dikirim", "Anda dapat membaca penilaian perangkat daerah Anda kapan saja, juga selagi operator mengisi.") ?><?cs
call:mini() ?><?cs call:tag("draft", "Draf") ?><?cs call:mini_end() ?><?cs
call:way("Tanda tangani hasilnya", "Sesudah diverifikasi, formulirnya memuat semua tingkat dan dokumen. Tanda tangani dengan tinta, " +
    "atau secara elektronik bila daerah Anda memakainya.") ?><?cs
call:mini() ?><?cs call:mini_button("Tanda tangani", "") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:verifier() ?><?cs call:role_open("verifier", "Tim verifikasi") ?><?cs
call:way("Pilih perangkat daerah", "Yang menunggu ada di atas. Anda tidak memeriksa perangkat daerah tempat Anda bekerja.") ?><?cs
call:mini() ?><?cs call:tag("pending", "Menunggu verifikasi") ?><?cs call:mini_end() ?><?cs
call:way("Terima atau tolak tiap dokumen", "Dokumennya tampil di samping kriterianya. Penolakan selalu dengan alasan, yang dibaca operator.") ?><?cs
call:mini() ?><?cs call:mini_button("Terima", "") ?><?cs call:mini_button("Tolak", "secondary") ?><?cs call:mini_end() ?><?cs
call:way("Tetapkan tingkatnya",
    "Tingkat yang didukung dokumen yang diterima sudah diusulkan. Bila berbeda dari penilaian mandiri, tulis catatan dan rekomendasinya.") ?><?cs
call:mini() ?><?cs call:mini_level("III", "Didukung dokumen yang diterima.", "1") ?><?cs call:mini_end() ?><?cs
call:way("Selesaikan atau kembalikan", "Bila ada yang harus diperbaiki, sebut variabelnya dan alasannya; hanya itu yang terbuka bagi operator.") ?><?cs
call:mini() ?><?cs call:mini_button("Selesaikan verifikasi", "") ?><?cs call:mini_button("Kembalikan", "secondary") ?><?cs call:mini_end() ?><?cs
call:role_close() ?><?cs /def ?><?cs

def:validator() ?><?cs call:role_open("validator", "Biro organisasi provinsi") ?><?cs
call:way("Periksa sesudah kabupaten atau kota",
    "Keputusan tim verifikasi dan alasannya tampil di tiap variabel. Ikuti, atau tetapkan tingkat lain dengan alasan.") ?><?cs
call:mini() ?><?cs call:tag("validated", "Tervalidasi") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:admin() ?><?cs call:role_open("admin", "Administrator") ?><?cs
call:way("Siapkan", "Lengkapi data daerah, perangkat daerah, akun, hari libur dan instrumen. Daftar dapat diunggah dari Excel.") ?><?cs
call:mini() ?><?cs call:mini_item("have", "Perangkat daerah") ?><?cs call:mini_item("have", "Akun") ?><?cs
 call:mini_item("missing", "Instrumen") ?><?cs call:mini_end() ?><?cs
call:way("Buka periode",
    "Tulis tahun dan tanggal mulai; batas waktu tiap langkah dihitung menurut hari kerja. Sesudah dibuka, perangkat daerah dapat mengisi.") ?><?cs
call:mini() ?><?cs call:mini_button("Buka periode", "") ?><?cs call:mini_end() ?><?cs
call:way("Bantu yang tidak dapat masuk",
    "Buatkan kata sandi sementara di halaman akunnya. Tulis kontak Anda di data daerah, supaya orang tahu ke mana bertanya.") ?><?cs
call:mini() ?><?cs call:mini_button("Kata sandi baru", "secondary") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:leader() ?><?cs call:role_open("leader", "Sekretaris Daerah, kepala daerah") ?><?cs
call:way("Lihat hasilnya sekilas", "Ringkasan daerah memuat rata-rata, kategori, perubahan sejak tahun lalu, dan perangkat daerah " +
    "yang di bawah rata-rata.") ?><?cs call:mini() ?><?cs
call:level_marks("II", "III", "") ?><?cs call:level_key("") ?><?cs call:mini_end() ?><?cs
call:way("Buka laporan dan suratnya", "Laporan kegiatan, rekapitulasi dan surat ada di Surat dan cetakan. Anda membaca; tidak ada yang dapat terubah.") ?><?cs
call:mini() ?><?cs call:mini_button("Buka laporan", "") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:auditor() ?><?cs call:role_open("auditor", "Inspektorat, pemeriksa") ?><?cs
call:way("Baca penilaian dan riwayatnya", "Anda membaca semua penilaian, dokumen, kegiatan dan laporan di daerah Anda. " +
    "Riwayat menyebut siapa mengubah apa, kapan, dan alasannya.") ?><?cs call:mini() ?><?cs
call:mini_document("accepted", "SK tim penyusun SOP", "Diterima") ?><?cs call:mini_end() ?><?cs
call:way("Periksa dan unduh", "Data dukung satu perangkat daerah dapat diunduh sekaligus (ZIP). Tiap unduhan tercatat.") ?><?cs
call:mini() ?><?cs call:mini_button("Unduh semua data dukung", "secondary") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:assistant() ?><?cs call:role_open("assistant", "Pendamping lapangan") ?><?cs
call:way("Bacakan persetujuannya", "Pemohon mendengar untuk apa data dan fotonya dikirim. Catat siapa yang setuju dan kapan.") ?><?cs call:mini() ?><?cs
call:mini_item("have", "Pemohon setuju") ?><?cs call:mini_end() ?><?cs
call:way("Isi dan foto di tempat", "Tanpa jaringan, formulirnya tersimpan di ponsel dan terkirim sendiri kemudian, satu kali saja.") ?><?cs call:mini() ?><?cs
call:mini_button("Kirim permohonan", "") ?><?cs call:mini_end() ?><?cs
call:way("Serahkan nomor dan kode rahasianya", "Cetak tanda terimanya, atau salin nomor dan kodenya ke kertas bagi pemohon.") ?><?cs call:mini() ?><?cs
call:mini_button("Cetak", "secondary") ?><?cs call:mini_end() ?><?cs call:role_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Cara mengisi", "") ?>
<div class="matang-split"><div class="matang-split__work">
<p class="govuk-body">Pilih peran Anda. Semua halaman dapat dipakai di ponsel, dan yang sudah ditulis tersimpan.</p>
<?cs call:operator() ?><?cs call:head() ?><?cs call:verifier() ?><?cs call:validator() ?><?cs
 call:leader() ?><?cs call:assistant() ?><?cs call:auditor() ?><?cs call:admin() ?>
</div>
<aside class="matang-split__rail" aria-label="Bantuan"><section class="matang-rail__part" aria-labelledby="kontak">
<h2 class="govuk-heading-m" id="kontak">Kontak administrator</h2>
<?cs if:subcount(Contacts) ?><?cs each:c = Contacts ?><p class="govuk-body"><strong><?cs var:c.region ?></strong><br><?cs
 var:c.name ?><?cs call:contact_ways(c) ?></p>
<?cs /each ?><?cs else ?><p class="govuk-body">Belum ada kontak yang ditulis. Hubungi bagian organisasi sekretariat daerah Anda.</p>
<?cs /if ?></section>
<?cs if:Tour.all ?><section class="matang-rail__part"><h2 class="govuk-heading-m">Tur singkat</h2>
<?cs if:Tour.stop ?><p class="govuk-body">Anda sedang di langkah <?cs var:Tour.stop ?> dari <?cs var:Tour.all ?>.</p>
<?cs else ?><form method="post" action="<?cs var:Site.base ?>/account/tour"><?cs call:csrf() ?><input type="hidden" name="to" value="start"><p
class="govuk-body"><?cs if:Tour.stopped ?>Tur Anda berhenti di langkah <?cs var:Tour.stopped ?> dari <?cs var:Tour.all ?>.<?cs
 else ?>Kenali halaman-halaman yang Anda perlukan, dalam <?cs var:Tour.all ?> langkah.<?cs /if ?></p><?cs
 if:Tour.stopped ?><?cs call:submit_quiet("Lanjutkan tur") ?><?cs else ?><?cs call:submit_quiet("Mulai tur") ?><?cs /if ?></form>
<?cs /if ?></section>
<?cs /if ?><section class="matang-rail__part"><h2 class="govuk-heading-m">Panduan satu halaman</h2>
<p class="govuk-body">Untuk dicetak dan dibagikan:</p>
<ul class="govuk-list">
<li><?cs call:link(Site.base + "/portal/help/operator", "Operator perangkat daerah") ?></li>
<li><?cs call:link(Site.base + "/portal/help/head", "Kepala perangkat daerah") ?></li>
<li><?cs call:link(Site.base + "/portal/help/verifier", "Tim verifikasi") ?></li>
<li><?cs call:link(Site.base + "/portal/help/validator", "Biro organisasi provinsi") ?></li>
<li><?cs call:link(Site.base + "/portal/help/admin", "Administrator") ?></li>
<li><?cs call:link(Site.base + "/portal/help/auditor", "Inspektorat") ?></li>
<li><?cs call:link(Site.base + "/portal/help/leader", "Pimpinan daerah") ?></li>
<li><?cs call:link(Site.base + "/portal/help/assistant", "Pendamping lapangan") ?></li>
</ul></section>
<section class="matang-rail__part"><h2 class="govuk-heading-m">Arti kata</h2>
<p class="govuk-body"><?cs call:link(Site.base + "/portal/glossary", "Penilaian, kriteria, formulir dan kata lain") ?></p></section></aside></div>
<?cs /def ?><?cs include!"layout.cs" ?>
