<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Panduan: " + Guide.role_name ?><?cs
set:back_href = Site.base + "/portal/help" ?><?cs set:back_label = "Cara mengisi" ?><?cs
# One sheet of A4 for each role. ?><?cs
def:step(heading) ?><li><strong><?cs var:heading ?></strong> <?cs /def ?><?cs
# What a step names is sought on the pages of that role by tests/web/help.test.mjs. ?><?cs
def:named(label) ?><b class="matang-named"><?cs var:label ?></b><?cs /def ?><?cs

def:guide_operator() ?><?cs call:step("Siapkan dokumen") ?>Unggah surat keputusan, notulen, laporan dan foto di halaman <?cs call:named("Dokumen")
?>. Satu dokumen cukup sekali; dokumen tahun lalu dapat dipakai lagi.</li>
<?cs call:step("Bagi tugas") ?>Bila beberapa orang mengisi, bagi variabelnya di <?cs call:named("Pembagian tugas") ?>. Setiap orang melihat bagiannya
paling atas.</li>
<?cs call:step("Pilih tingkat tiap variabel") ?>Baca kelima tingkat. Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.</li>
<?cs call:step("Tautkan dokumen ke kriterianya") ?>Yang bertanda centang sudah ada, yang merah masih kurang. Bila akan menyusul, catat
tanggalnya.</li>
<?cs call:step("Tanyakan bila ragu") ?><?cs call:named("Konsultasi") ?> membawa pertanyaan ke tim verifikasi. Jawabannya tersimpan.</li>
<?cs call:step("Periksa dan kirim") ?>Halaman <?cs call:named("Periksa dan kirim") ?> menyebut apa yang masih kurang. Sesudah dikirim, jawaban
terkunci.</li>
<?cs call:step("Perbaiki bila dikembalikan") ?>Hanya variabel yang disebut yang terbuka. Baca catatannya, perbaiki, kirim lagi.</li>
<?cs call:step("Cetak, minta tanda tangan, unggah") ?>Tanda terima terbit setelah tim verifikasi membandingkan formulirnya.</li>
<?cs /def ?><?cs

def:guide_head() ?><?cs call:step("Baca kapan saja") ?>Penilaian perangkat daerah Anda terbuka bagi Anda, juga selagi operator mengisi.</li>
<?cs call:step("Bagi tugas") ?>Di <?cs call:named("Pembagian tugas") ?> Anda dapat menunjuk siapa mengerjakan variabel yang mana,
dan melihat kemajuan setiap orang.</li>
<?cs call:step("Pastikan dikirim tepat waktu") ?><?cs call:named("Jadwal") ?> menunjukkan batas waktunya dalam hari kerja.</li>
<?cs call:step("Tanda tangani hasilnya") ?>Sesudah diverifikasi, formulirnya memuat semua tingkat dan dokumen. Tanda tangani dengan tinta atau secara
elektronik.</li>
<?cs call:step("Pakai hasilnya") ?><?cs call:named("Laporan") ?> menyebut variabel yang terendah dan rekomendasi perbaikannya.</li>
<?cs /def ?><?cs

def:guide_verifier() ?><?cs call:step("Pilih perangkat daerah")
?>Yang menunggu ada di atas. Perangkat daerah tempat Anda bekerja diperiksa anggota lain.</li>
<?cs call:step("Terima atau tolak tiap dokumen") ?>Penolakan selalu dengan alasan, yang dibaca operator.</li>
<?cs call:step("Tetapkan tingkatnya") ?>Tingkat yang didukung dokumen sudah diusulkan. Bila berbeda dari penilaian mandiri, tulis catatan dan
rekomendasinya.</li>
<?cs call:step("Jawab pertanyaan") ?>Pertanyaan ada di <?cs call:named("Konsultasi") ?>. Jawaban yang berlaku bagi semua dapat
diterbitkan sebagai ketetapan.</li>
<?cs call:step("Selesaikan atau kembalikan") ?>Bila dikembalikan, sebut variabelnya dan alasannya; hanya itu yang terbuka.</li>
<?cs call:step("Bandingkan formulir yang ditandatangani") ?>Di <?cs call:named("Pengesahan") ?>. Sesudah cocok, tanda terimanya terbit.</li>
<?cs /def ?><?cs

def:guide_validator() ?><?cs call:step("Periksa sesudah kabupaten atau kota") ?>Keputusan tim verifikasi dan alasannya tampil di tiap variabel.</li>
<?cs call:step("Ikuti, atau tetapkan tingkat lain") ?>Tingkat yang lain selalu dengan alasan dan rekomendasi.</li>
<?cs call:step("Selesaikan atau kembalikan") ?>Yang dikembalikan menyebut variabel dan alasannya.</li>
<?cs call:step("Baca laporan daerah") ?>Nilai setiap daerah dan perbandingannya ada di <?cs call:named("Laporan") ?>.</li>
<?cs /def ?><?cs

def:guide_admin() ?><?cs call:step("Lengkapi data daerah") ?>Nama, zona waktu, dan kontak Anda, supaya orang tahu ke mana bertanya.</li>
<?cs call:step("Lengkapi perangkat daerah dan akun") ?>Daftar dapat diimpor dari Excel. Satu perangkat daerah boleh punya beberapa akun; satu orang
boleh melayani beberapa perangkat daerah.</li>
<?cs call:step("Periksa hari libur") ?>Di <?cs call:named("Kalender hari libur") ?>. Batas waktu tiap langkah dihitung menurut hari kerja.</li>
<?cs call:step("Siapkan instrumen") ?>Tulis bantuan di tiap dokumen: yang dihitung, yang tidak, dan contohnya, sebagai praktik setempat.</li>
<?cs call:step("Buka periode") ?>Tulis tahun dan tanggal mulai. Sesudah dibuka, perangkat daerah diberi tahu.</li>
<?cs call:step("Bantu yang tidak dapat masuk") ?>Pilih <?cs call:named("Atur ulang kata sandi") ?> di halaman akunnya, setelah memastikan orangnya.</li>
<?cs /def ?><?cs

def:guide_auditor() ?><?cs call:step("Baca hasilnya") ?><?cs call:named("Laporan")
?> memuat tiga tingkat untuk tiap variabel: mandiri, verifikasi, validasi.</li>
<?cs call:step("Telusuri riwayatnya") ?>Setiap perubahan menyebut siapa, kapan, dari apa menjadi apa, dan mengapa.</li>
<?cs call:step("Lihat dokumennya") ?>Dokumen tersimpan dengan revisi yang dinilai pada waktu itu.</li>
<?cs call:step("Periksa keaslian cetakan") ?>Kode pada cetakan menunjukkan isi yang sah.</li>
<?cs /def ?><?cs

def:guide_leader() ?><?cs call:step("Baca ringkasannya") ?>Hasil seluruh daerah dalam satu halaman.</li>
<?cs call:step("Bandingkan") ?>Dengan tahun sebelumnya dan antarperangkat daerah.</li>
<?cs call:step("Baca laporan resminya") ?><?cs call:named("Surat dan cetakan") ?> memuat laporan yang sudah terbit.</li>
<?cs /def ?><?cs

def:guide_assistant() ?><?cs call:step("Siapkan sebelum berangkat") ?>Buka <?cs call:named("Permohonan yang saya bantu") ?> dan pilih suratnya. Bila di tempat
nanti tidak ada jaringan, biarkan formulirnya terbuka.</li>
<?cs call:step("Bacakan persetujuannya") ?>Permohonan dikirim hanya bila pemohon setuju. Catat siapa yang menyetujui.</li>
<?cs call:step("Isi dan foto berkasnya") ?>Foto diperkecil di ponsel. Tanpa jaringan formulirnya tersimpan dan terkirim sendiri kemudian.</li>
<?cs call:step("Serahkan nomor dan kode rahasia") ?>Cetak atau salin untuk pemohon. Bila hilang, buka
<?cs call:named("Kode rahasia pemohon hilang") ?> di halaman permohonannya.</li>
<?cs call:step("Bantu melengkapi") ?>Yang dikembalikan petugas tampil di daftar Anda dengan alasannya.</li>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Panduan satu halaman", Guide.role_name) ?>
<ol class="govuk-body matang-guide">
<?cs if:Guide.role == "operator" ?><?cs call:guide_operator() ?><?cs elif:Guide.role == "head" ?><?cs call:guide_head() ?><?cs
 elif:Guide.role == "verifier" ?><?cs call:guide_verifier() ?><?cs elif:Guide.role == "validator" ?><?cs call:guide_validator() ?><?cs
 elif:Guide.role == "admin" ?><?cs call:guide_admin() ?><?cs elif:Guide.role == "auditor" ?><?cs call:guide_auditor() ?><?cs
 elif:Guide.role == "assistant" ?><?cs call:guide_assistant() ?><?cs else ?><?cs call:guide_leader() ?><?cs /if ?></ol>
<p class="govuk-body">Alamat: <?cs var:Site.address ?><?cs var:Site.base ?>/. Arti kata dan kontak administrator ada di
Cara mengisi, di bawah setiap halaman.</p>
<?cs call:print_button("Cetak") ?><?cs /def ?><?cs include!"layout.cs" ?>
