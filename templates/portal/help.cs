<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs include!"questionnaire/ladder.cs" ?><?cs
include!"verify/decision.cs" ?><?cs set:title = "Cara mengisi" ?><?cs set:meta_path = "/portal/help" ?><?cs
set:meta_description = "Cara mengisi, memverifikasi dan mengesahkan penilaian kematangan organisasi di Matang, menurut peran." ?><?cs
# How each role works, a picture beside each step: the parts of the pages themselves with data made up, small, that
# nobody can press and no reader reads out; what they show is said by the step.  What a step names, named(), and what
# stands on buttons and labels in a picture is sought on the pages of that role by tests/web/help.test.mjs. ?><?cs
def:role_open(code, label) ?><details class="govuk-details matang-fold" id="help-<?cs var:code ?>"<?cs
if:Actor.role == code || (!?Actor.name && code == "operator") ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs var:label ?></span></summary>
<div class="govuk-details__text"><ol class="matang-ways"><?cs /def ?><?cs
def:role_close() ?></ol></div></details><?cs /def ?><?cs
def:way(heading) ?><li><div><h2 class="govuk-heading-s"><?cs var:heading ?></h2><p class="govuk-body"><?cs /def ?><?cs
def:named(label) ?><b class="matang-named"><?cs var:label ?></b><?cs /def ?><?cs
# A form of its own, so that what is chosen in one picture stays chosen beside the others. ?><?cs
def:picture() ?></p></div><form class="matang-mini" aria-hidden="true" inert><?cs /def ?><?cs
def:picture_end() ?></form></li><?cs /def ?><?cs

# What leads to another page is a link there; here nothing leads anywhere. ?><?cs
def:button_quiet(label) ?><span class="govuk-button"><?cs var:label ?></span><?cs /def ?><?cs

# ---- the operator ---- ?><?cs

def:sample_two() ?><?cs set:Two.number = "2" ?><?cs set:Two.roman = "II" ?><?cs set:Two.told = "1" ?><?cs set:Two.wanted = "1" ?><?cs
set:Two.have = "1" ?><?cs set:Two.whole = "1" ?><?cs set:Two.text = "Contoh: sudah ada, belum ditetapkan." ?><?cs /def ?><?cs
def:sample_three() ?><?cs set:Three.number = "3" ?><?cs set:Three.roman = "III" ?><?cs set:Three.told = "1" ?><?cs set:Three.wanted = "2" ?><?cs
set:Three.have = "1" ?><?cs set:Three.short = "1" ?><?cs set:Three.text = "Contoh: sudah ditetapkan dan dijalankan." ?><?cs /def ?><?cs
def:sample_documents() ?><?cs set:Asked.0.title = "SK tim penyusun SOP" ?><?cs set:Asked.0.required = "1" ?><?cs set:Asked.0.have = "1" ?><?cs
set:Asked.1.title = "Rencana aksi kegiatan" ?><?cs set:Asked.1.required = "1" ?><?cs set:Asked.2.title = "Dokumen pendukung lain" ?><?cs /def ?><?cs

def:library() ?><?cs call:button_quiet("Unggah dokumen") ?><?cs call:table_open("2 dokumen") ?><?cs call:head_open() ?><?cs call:th("Dokumen") ?><?cs
call:th("Dipakai di") ?><?cs call:head_close() ?><?cs call:row_open() ?><?cs call:td_head("SK tim penyusun SOP") ?><?cs
call:td("Dipakai di", "2 kriteria") ?><?cs call:row_close() ?><?cs call:row_open() ?><?cs call:td_head("Notulen rapat evaluasi") ?><?cs
call:td("Dipakai di", "–") ?><?cs call:row_close() ?><?cs call:table_close() ?><?cs /def ?><?cs
def:ladder() ?><?cs call:sample_two() ?><?cs call:sample_three() ?><?cs set:Form.value.level = "3" ?><div class="matang-rungs"><?cs
call:rung(Two) ?><?cs call:rung(Three) ?></div><?cs /def ?><?cs
def:asked_documents() ?><?cs call:sample_documents() ?><?cs call:item(Asked.0) ?><?cs set:May.write = "1" ?><?cs call:item(Asked.1) ?><?cs
call:item(Asked.2) ?><?cs set:May.write = "" ?><?cs /def ?><?cs
def:returned() ?><?cs set:Return.why = "SK tim penyusun SOP belum ditandatangani." ?><?cs set:Return.when = "12 Maret" ?><?cs
set:Assessment.state = "returned" ?><?cs call:return_notice() ?><?cs /def ?><?cs

def:operator() ?><?cs call:role_open("operator", "Operator perangkat daerah") ?>
<?cs call:way("Kumpulkan dokumennya dulu") ?>Buka <?cs call:named("Dokumen") ?>, lalu unggah surat keputusan, notulen, laporan dan foto yang ada. Satu
dokumen cukup diunggah sekali. Dokumen tahun lalu dapat dipakai lagi.<?cs call:picture() ?><?cs call:library() ?><?cs call:picture_end() ?>
<?cs call:way("Pilih tingkat tiap variabel") ?>Buka <?cs call:named("Penilaian") ?>, lalu variabelnya. Baca kelima tingkat, dan pilih yang sesuai dengan
kondisi sekarang. Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.<?cs call:picture() ?><?cs call:ladder() ?><?cs call:picture_end() ?>
<?cs call:way("Tautkan dokumen ke kriterianya") ?>Di bawah tiap tingkat ada daftar dokumen yang diminta. Yang bertanda centang sudah ada, yang merah masih
kurang: tekan <?cs call:named("Tambah") ?> di sampingnya. Bila dokumennya baru ada nanti, tekan <?cs call:named("Belum ada, akan menyusul") ?> dan
catat tanggalnya.<?cs call:picture() ?><?cs call:asked_documents() ?><?cs call:picture_end() ?>
<?cs call:way("Periksa dan kirim") ?>Halaman <?cs call:named("Periksa dan kirim") ?> menyebut apa yang masih kurang. Sesudah dikirim, jawaban terkunci sampai
tim verifikasi selesai.<?cs call:picture() ?><?cs call:statement() ?><?cs call:picture_end() ?>
<?cs call:way("Perbaiki bila dikembalikan") ?>Hanya variabel yang disebut tim verifikasi yang terbuka. Baca catatannya, perbaiki, lalu kirim lagi.<?cs
call:picture() ?><?cs call:returned() ?><?cs call:picture_end() ?>
<?cs call:way("Cetak, minta tanda tangan, unggah") ?>Sesudah diverifikasi, buka <?cs call:named("Pengesahan") ?>, cetak formulirnya, mintakan tanda tangan
kepala, lalu unggah pindaiannya. Tanda terima terbit setelah tim verifikasi membandingkannya.<?cs call:picture() ?><?cs
call:submit_quiet("Buat formulir untuk dicetak") ?><?cs call:file_field("file", "Formulir yang sudah ditandatangani", "", "") ?><?cs
call:submit("Kirim ke tim verifikasi") ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs

# ---- those who read and decide ---- ?><?cs

def:result() ?><?cs set:Result.year = "2026" ?><?cs set:Result.number = "34" ?><?cs set:Result.most = "55" ?><?cs set:Result.category = "Sedang" ?><?cs
set:Result.moved = "up" ?><?cs set:Result.change = "+4" ?><?cs set:Result.before_year = "2025" ?><?cs set:Result.before = "30" ?><?cs
set:Result.segments.0 = "1" ?><?cs set:Result.segments.1 = "1" ?><?cs set:Result.segments.2 = "1" ?><?cs set:Result.segments.3 = "0" ?><?cs
set:Result.segments.4 = "0" ?><?cs call:headline(Result) ?><?cs /def ?><?cs

def:head() ?><?cs call:role_open("head", "Kepala perangkat daerah") ?>
<?cs call:way("Baca sebelum dikirim") ?>Anda dapat membaca penilaian perangkat daerah Anda kapan saja di <?cs call:named("Penilaian") ?>, juga selagi
operator mengisi.<?cs call:picture() ?><?cs call:progress("7", "11", "variabel lengkap") ?><?cs call:picture_end() ?>
<?cs call:way("Tanda tangani hasilnya") ?>Sesudah diverifikasi, beranda Anda menunjukkan apa yang menunggu. Formulirnya memuat semua tingkat dan dokumen. Tanda
tangani dengan tinta, atau secara elektronik bila daerah Anda memakainya.<?cs call:picture() ?><?cs call:result() ?><?cs
call:button_quiet("Baca dan tanda tangani") ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs

def:one_document() ?><?cs set:Proof.id = "1" ?><?cs set:Proof.title = "SK tim penyusun SOP" ?><?cs set:Proof.undecided = "1" ?><?cs
set:Form.value.decision = "" ?><div class="matang-document matang-document--pending"><p class="matang-document__title"><?cs var:Proof.title ?></p><?cs
call:decide(Proof) ?></div><?cs /def ?><?cs
# Numbers of their own: those of the operator's picture are taken. ?><?cs
def:five() ?><?cs set:Five.0.number = "11" ?><?cs set:Five.0.roman = "I" ?><?cs set:Five.1.number = "12" ?><?cs set:Five.1.roman = "II" ?><?cs
set:Five.2.number = "13" ?><?cs set:Five.2.roman = "III" ?><?cs set:Five.3.number = "14" ?><?cs set:Five.3.roman = "IV" ?><?cs
set:Five.4.number = "15" ?><?cs set:Five.4.roman = "V" ?><?cs set:Form.value.level = "12" ?><?cs set:Variable.self = "13" ?><?cs
set:Proposal.open = "1" ?><?cs set:Proposal.level = "12" ?><?cs call:level_radios("help-level", Five) ?><?cs call:main_button() ?><?cs /def ?><?cs

def:waiting_row(name) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key"><?cs var:name ?></dt><dd
class="govuk-summary-list__value"><?cs call:tag("pending", "Menunggu verifikasi") ?></dd></div>
<?cs /def ?><?cs
def:verifier() ?><?cs call:role_open("verifier", "Tim verifikasi") ?>
<?cs call:way("Pilih perangkat daerah") ?>Di <?cs call:named("Perangkat daerah") ?> yang menunggu ada di atas. Anda tidak memeriksa perangkat daerah tempat
Anda bekerja.<?cs call:picture() ?><?cs call:summary_open() ?><?cs call:waiting_row("Dinas Contoh Pariwisata") ?><?cs
call:waiting_row("Badan Contoh Keuangan") ?><?cs call:summary_close() ?><?cs call:picture_end() ?>
<?cs call:way("Terima atau tolak tiap dokumen") ?>Dokumennya tampil di samping kriterianya. Penolakan selalu dengan alasan, yang dibaca operator. Yang tidak
meragukan dapat diterima dengan satu tekanan.<?cs call:picture() ?><?cs call:one_document() ?><?cs call:picture_end() ?>
<?cs call:way("Tetapkan tingkatnya") ?>Tingkat yang didukung dokumen yang diterima sudah diusulkan. Bila berbeda dari penilaian mandiri, tulis <?cs
call:named("Alasan") ?>; tulis juga <?cs call:named("Rekomendasi perbaikan") ?>.<?cs call:picture() ?><?cs call:five() ?><?cs call:picture_end() ?>
<?cs call:way("Selesaikan atau kembalikan") ?>Bila ada yang harus diperbaiki, sebut variabelnya dan alasannya; hanya itu yang terbuka bagi operator.<?cs
call:picture() ?><div class="govuk-button-group"><?cs call:submit("Selesaikan verifikasi") ?><?cs
call:submit_quiet("Kembalikan untuk diperbaiki") ?></div><?cs
call:picture_end() ?>
<?cs call:way("Bandingkan formulir yang ditandatangani") ?>Di <?cs call:named("Pengesahan") ?> formulir yang tercatat dan pindaiannya tampil bersebelahan.
Sesudah cocok, tanda terimanya terbit.<?cs call:picture() ?><?cs
call:checkbox("compared", "1", "Sudah saya bandingkan dengan formulir yang tercatat", "") ?><?cs
call:submit("Terima dan terbitkan tanda terima") ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs
def:validator() ?><?cs call:role_open("validator", "Biro organisasi provinsi") ?>
<?cs call:way("Periksa sesudah kabupaten atau kota") ?>Keputusan tim verifikasi dan alasannya tampil di tiap variabel. Ikuti semuanya dengan satu tekanan,
atau tetapkan tingkat lain dengan alasan.<?cs call:picture() ?><?cs call:level_says("III", "II", "") ?><?cs
call:submit("Ikuti keputusan kota") ?><?cs call:picture_end() ?>
<?cs call:way("Selesaikan atau kembalikan") ?>Yang dikembalikan menyebut variabel dan alasannya.<?cs call:picture() ?><div
class="govuk-button-group"><?cs call:submit("Selesaikan validasi") ?><?cs call:submit_quiet("Kembalikan untuk diperbaiki") ?></div><?cs
call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs

def:regional_result() ?><?cs set:Region.average = "1" ?><?cs set:Region.year = "2025" ?><?cs set:Region.number = "33,4" ?><?cs
set:Region.most = "55" ?><?cs set:Region.category = "Sedang" ?><?cs set:Region.segments.0 = "1" ?><?cs set:Region.segments.1 = "1" ?><?cs
set:Region.segments.2 = "1" ?><?cs set:Region.segments.3 = "0" ?><?cs set:Region.segments.4 = "0" ?><?cs call:headline(Region) ?><?cs /def ?><?cs
def:leader() ?><?cs call:role_open("leader", "Sekretaris Daerah, kepala daerah") ?>
<?cs call:way("Lihat hasilnya sekilas") ?>Di <?cs call:named("Laporan") ?> ada rata-rata daerah, kategorinya, perubahan sejak tahun lalu, dan perangkat daerah
yang di bawah rata-rata.<?cs call:picture() ?><?cs call:regional_result() ?><?cs call:picture_end() ?>
<?cs call:way("Buka laporan dan suratnya") ?>Laporan kegiatan, rekapitulasi dan surat ada di <?cs call:named("Surat dan cetakan") ?>. Anda membaca;
tidak ada yang dapat terubah.<?cs call:picture() ?><?cs call:button_quiet("Buka laporan 2025") ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs
def:ticket() ?><?cs set:Ticket.number = "12-0001" ?><?cs set:Ticket.secret = "abcd efgh ijkl mnop" ?><?cs set:Ticket.address = "matang.contoh.invalid" ?><?cs
call:ticket_card("permohonan") ?><?cs /def ?><?cs

def:assistant() ?><?cs call:role_open("assistant", "Pendamping lapangan") ?>
<?cs call:way("Bacakan persetujuannya") ?>Buka <?cs call:named("Permohonan yang saya bantu") ?>, lalu suratnya. Pemohon mendengar untuk apa data dan fotonya
dikirim. Catat siapa yang setuju dan kapan.<?cs call:picture() ?><?cs call:checkbox("consent", "1", "Pemohon sudah mendengarnya dan setuju", "") ?><?cs
call:input_field("consent_by", "Nama yang menyetujui", "Pemohon sendiri, atau yang mewakilinya.", "text", "off", "") ?><?cs call:picture_end() ?>
<?cs call:way("Isi dan foto di tempat") ?>Tanpa jaringan, formulirnya tersimpan di ponsel dan terkirim sendiri kemudian, satu kali saja.<?cs
call:picture() ?><?cs call:submit("Kirim permohonan") ?><?cs call:picture_end() ?>
<?cs call:way("Serahkan nomor dan kode rahasianya") ?>Cetak tanda terimanya, atau salin nomor dan kodenya ke kertas bagi pemohon.<?cs
call:picture() ?><?cs call:ticket() ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs

def:past() ?><?cs set:Past.0.who = "Tim verifikasi" ?><?cs set:Past.0.what = "mengembalikan penilaian" ?><?cs
set:Past.0.why = "SK belum ditandatangani" ?><?cs set:Past.0.when = "12 Maret, 09.40 WITA" ?><?cs call:history(Past) ?><?cs /def ?><?cs
def:auditor() ?><?cs call:role_open("auditor", "Inspektorat, pemeriksa") ?>
<?cs call:way("Baca penilaian dan riwayatnya") ?>Anda membaca semua penilaian, dokumen, kegiatan dan laporan di daerah Anda. <?cs
call:named("Riwayat") ?> menyebut siapa mengubah apa, kapan, dan alasannya.<?cs call:picture() ?><?cs call:past() ?><?cs call:picture_end() ?>
<?cs call:way("Periksa dan unduh") ?>Data dukung satu perangkat daerah dapat diunduh sekaligus. Tiap unduhan tercatat.<?cs
call:picture() ?><p class="govuk-body"><?cs call:named("Unduh semua data dukung (ZIP)") ?></p><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs
def:action(label, hint) ?><li class="govuk-task-list__item"><div class="govuk-task-list__name-and-hint"><b class="matang-named"><?cs
var:label ?></b><div class="govuk-task-list__hint"><?cs var:hint ?></div></div></li>
<?cs /def ?><?cs
def:admin() ?><?cs call:role_open("admin", "Administrator") ?>
<?cs call:way("Siapkan") ?>Di <?cs call:named("Pengaturan") ?> tampak apa yang masih kurang: daerah, perangkat daerah, akun, instrumen dan hari libur. Daftar
dapat diunggah dari Excel.<?cs call:picture() ?><?cs call:tasks_open() ?><?cs
call:task_row("", "Perangkat daerah", "40 perangkat daerah aktif", "complete", "Ada") ?><?cs
call:task_row("", "Akun", "38 akun aktif; 2 perangkat daerah tanpa operator", "incomplete", "Belum lengkap") ?><?cs
call:task_row("", "Kalender hari libur", "", "complete", "Ada") ?><?cs call:tasks_close() ?><?cs call:picture_end() ?>
<?cs call:way("Buka periode") ?>Tulis tahun dan tanggal mulai; batas waktu tiap langkah dihitung menurut hari kerja. Sesudah dibuka, perangkat daerah dapat
mengisi.<?cs call:picture() ?><?cs call:button_quiet("Buat periode baru") ?><?cs call:picture_end() ?>
<?cs call:way("Bantu yang tidak dapat masuk") ?>Buka akunnya dan pilih <?cs call:named("Atur ulang kata sandi") ?>, setelah memastikan orangnya. Tulis
kontak Anda di data daerah, supaya orang tahu ke mana bertanya.<?cs call:picture() ?><?cs call:tasks_open() ?><?cs call:action("Atur ulang kata sandi",
    "Lupa kata sandi: dibuatkan yang baru, diperlihatkan satu kali.") ?><?cs call:tasks_close() ?><?cs call:picture_end() ?>
<?cs call:role_close() ?><?cs /def ?><?cs
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
