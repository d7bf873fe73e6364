<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"questionnaire/parts.cs" ?><?cs
if:?Assessment.id ?><?cs set:title = "Penilaian tahun " + Assessment.year ?><?cs else ?><?cs set:title = "Penilaian" ?><?cs /if ?><?cs

def:next_step(heading, text, href, button) ?><section class="matang-next" aria-labelledby="next">
<h2 class="govuk-heading-m" id="next"><?cs var:heading ?></h2>
<p class="govuk-body"><?cs var:text ?></p>
<?cs call:deadline() ?><?cs call:button_link(href, button) ?></section>
<?cs /def ?><?cs

def:working() ?><?cs
 if:filled(Assessment.left_why) ?><?cs call:next_step("Tidak ikut dinilai lagi dalam periode ini",
    "Jawaban sampai saat itu tetap tersimpan dan dapat dibaca.", list, "Lihat jawaban") ?><?cs
 elif:Assessment.begins ?><?cs call:next_step("Pengisian dimulai " + Assessment.begins,
    "Penilaiannya sudah dapat dibaca, dan dokumen sudah dapat diunggah.", list, "Baca penilaian") ?><?cs
 elif:Assessment.lapsed && Assessment.may_ask ?><?cs call:next_step("Pengisian sudah ditutup",
    "Batas waktunya lewat. Tambahan waktu dapat diminta kepada tim verifikasi, dengan alasannya.", ask, "Minta tambahan waktu") ?><?cs
 elif:Assessment.lapsed ?><?cs call:next_step("Pengisian sudah ditutup",
    "Batas waktunya lewat. Jawaban tetap tersimpan dan dapat dibaca. Bila masih ada yang harus diisi, hubungi administrator daerah.",
    list, "Lihat jawaban") ?><?cs call:contact() ?><?cs
 elif:!May.write ?><?cs call:next_step("Operator sedang mengisi penilaian",
    "Anda dapat membaca jawabannya kapan saja. Tanda tangan Anda diperlukan setelah verifikasi selesai.", list, "Lihat jawaban") ?><?cs
 elif:Assessment.state == "returned" ?><?cs call:next_step("Perbaiki jawaban yang dikembalikan",
    "Hanya variabel yang disebut tim verifikasi yang terbuka. Perbaiki satu per satu, lalu kirim lagi.", list, "Perbaiki sekarang") ?><?cs
 elif:Assessment.state == "not_started" ?><?cs call:next_step("Mulai mengisi penilaian", "Ada " + Progress.all +
    " variabel. Tidak harus selesai sekaligus: jawaban tersimpan sendiri dan dapat dilanjutkan kapan saja.", list, "Mulai mengisi") ?><?cs
 elif:Progress.open == #0 ?><?cs call:next_step("Periksa lalu kirim",
    "Tidak ada lagi yang harus dilengkapi. Periksa sekali lagi, lalu kirim untuk diverifikasi.", list + "check", "Periksa dan kirim") ?><?cs
 else ?><?cs call:next_step("Lanjutkan mengisi penilaian", "Jawaban Anda tersimpan. Lanjutkan dari variabel yang belum lengkap.",
    list, "Lanjutkan mengisi") ?><?cs /if ?><?cs /def ?><?cs

def:waiting() ?><?cs
 if:Assessment.state == "submitted" ?><?cs call:next_step("Menunggu verifikasi", "Penilaian sudah dikirim dan terkunci. " +
    "Tim verifikasi sedang memeriksanya; tidak ada yang perlu Anda lakukan sekarang.", list, "Lihat jawaban") ?><?cs
 elif:Assessment.state == "verified" && Assessment.province_tier ?><?cs call:next_step("Menunggu validasi provinsi",
    "Tim verifikasi sudah selesai. Provinsi akan memvalidasi; tidak ada yang perlu Anda lakukan sekarang.", list, "Lihat hasil verifikasi") ?><?cs
 elif:PrintAgain ?><?cs call:next_step("Cetak ulang formulir", "Kepala perangkat daerah berubah setelah formulir dicetak. " +
    "Buat formulir baru, lalu mintakan tanda tangan lagi.", Site.base + "/signoff/" + Assessment.id + "/", "Ke pengesahan") ?><?cs
 elif:Assessment.state == "verified" || Assessment.state == "validated" ?><?cs
 call:next_step("Cetak dan tanda tangani", "Penilaian sudah selesai diperiksa. Cetak formulirnya, minta tanda tangan kepala, lalu unggah.",
    Site.base + "/signoff/" + Assessment.id + "/", "Ke pengesahan") ?><?cs
 elif:SentBack ?><?cs call:next_step("Unggah lagi formulirnya", "Pindaian formulir dikembalikan tim verifikasi. Baca alasannya, lalu unggah yang baru.",
    Site.base + "/signoff/" + Assessment.id + "/", "Ke pengesahan") ?><?cs
 elif:Assessment.state == "signed" ?><?cs call:next_step("Menunggu tanda terima", "Formulir yang ditandatangani sudah masuk. " +
    "Tim verifikasi akan memeriksa dan menerbitkan tanda terima.", Site.base + "/signoff/" + Assessment.id + "/", "Lihat pengesahan") ?><?cs
 elif:Assessment.state == "received" ?><?cs
 call:next_step("Tanda terima sudah terbit", "Penilaian tahun ini selesai di pihak Anda. Simpan tanda terimanya.",
    Site.base + "/signoff/" + Assessment.id + "/", "Lihat tanda terima") ?><?cs
 else ?><?cs call:next_step("Penilaian sudah dilaporkan", "Hasil akhir sudah tersedia.",
    Site.base + "/report/agency/" + Assessment.id, "Lihat laporan") ?><?cs /if ?><?cs /def ?><?cs

def:current() ?><?cs set:list = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs
 set:ask = Site.base + "/schedule/" + Assessment.id + "/" ?><?cs
 call:page_title("Penilaian kematangan organisasi " + Assessment.year, Assessment.agency_name) ?>
<?cs call:return_notice() ?><?cs
 if:filled(Assessment.left_why) || Assessment.state == "not_started" || Assessment.state == "draft" ||
    Assessment.state == "returned" ?><?cs call:working() ?><?cs
 else ?><?cs call:waiting() ?><?cs /if ?><?cs
 call:progress(Progress.complete, Progress.all, "variabel lengkap") ?>
<?cs call:pending_panel(Pending, Site.base + "/questionnaire/" + Assessment.id + "/", May.write) ?><ul class="govuk-list">
<li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/">Daftar variabel</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/agency/<?cs var:Assessment.id ?>">Lembar cetak:
lembar penilaian kosong, berita acara, rekapitulasi</a></li>
<li><a class="govuk-link" href="<?cs var:url_validate(ask) ?>">Jadwal: rencana dan pelaksanaannya</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/history/<?cs var:Assessment.id ?>">Riwayat perubahan</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs var:Assessment.id ?>/compare">Perbandingan dengan tahun lain dan dengan daerah</a></li>
</ul>
<?cs /def ?><?cs

def:earlier() ?><?cs call:table_open("Periode lain") ?><?cs call:head_open() ?><?cs call:th("Tahun") ?><?cs call:th("Status") ?><?cs
 call:th_num("Mandiri") ?><?cs call:th_num("Akhir") ?><?cs call:th("Kategori") ?><?cs call:head_close() ?><?cs
 each:e = Earlier ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:e.id ?>/">Tahun <?cs var:e.year ?></a></th><?cs call:td_tag("Status", e.state, "") ?><?cs
 call:td_num("Mandiri", e.self) ?><?cs call:td_num("Akhir", e.final) ?><?cs call:td("Kategori", e.category) ?><?cs call:row_close() ?><?cs
 /each ?><?cs call:table_close() ?><?cs /def ?><?cs

def:content() ?><?cs if:?Assessment.id ?><?cs call:current() ?><?cs else ?><?cs call:page_title("Penilaian kematangan organisasi", Actor.agency_name) ?>
<?cs call:empty_state("Belum ada periode penilaian yang dibuka",
    "Begitu daerah membuka periode penilaian, halaman ini menunjukkan apa yang harus dikerjakan dan sampai kapan.") ?><?cs
 if:Actor.role == "operator" ?><p class="govuk-body">Dokumen sudah dapat dikumpulkan: <a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/new">unggah dokumen</a>.</p>
<?cs /if ?><?cs /if ?><?cs
call:since() ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/other">Penilaian dengan instrumen lain</a></p>
<?cs call:tour_offer() ?><?cs
if:subcount(Open) ?><?cs call:open_beside() ?><?cs /if ?><?cs
if:subcount(Earlier) ?><?cs call:earlier() ?><?cs /if ?><?cs call:picture(Pictures.radar) ?><?cs /def ?><?cs include!"layout.cs" ?>
