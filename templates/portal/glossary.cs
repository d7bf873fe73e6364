<?cs include!"macros.cs" ?><?cs set:title = "Arti kata" ?><?cs set:meta_path = "/portal/glossary" ?><?cs
set:meta_description = "Arti kata yang dipakai dalam penilaian kematangan organisasi perangkat daerah." ?><?cs
set:back_href = Site.base + "/portal/help" ?><?cs set:back_label = "Cara mengisi" ?><?cs
# The words of KATA.md, told to people. ?><?cs
def:word(term, meaning) ?><dt><?cs var:term ?></dt><dd><?cs var:meaning ?></dd><?cs /def ?><?cs
def:content() ?><?cs call:page_title("Arti kata", "") ?>
<p class="govuk-body">Satu kata untuk satu hal, di semua halaman.</p>
<h2 class="govuk-heading-m">Penilaian</h2>
<dl class="matang-words"><?cs
call:word("Penilaian", "Yang diisi satu perangkat daerah dalam satu periode, dan semua yang terjadi sesudahnya sampai dilaporkan.") ?><?cs
call:word("Periode", "Satu kali penilaian di satu daerah, biasanya setahun sekali.") ?><?cs
call:word("Instrumen", "Isi penilaian: variabel, lima tingkat tiap variabel, dan dokumen yang diminta.") ?><?cs
call:word("Variabel", "Satu dari sebelas hal yang dinilai, misalnya perencanaan atau budaya organisasi.") ?><?cs
call:word("Tingkat", "Kematangan satu variabel, dari I sampai V. Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai.") ?><?cs
call:word("Jawaban", "Tingkat yang dipilih untuk satu variabel, dengan penjelasannya.") ?><?cs
call:word("Skor", "Jumlah tingkat sebelas variabel: 11 sampai 55.") ?><?cs
call:word("Kategori", "Golongan skor: Sangat Rendah, Rendah, Sedang, Tinggi atau Sangat Tinggi.") ?><?cs
call:word("Tingkat bertahap", "Tingkat variabel yang paling rendah.") ?><?cs
call:word("Status", "Sampai di mana penilaian itu: draf, dikirim, dikembalikan, terverifikasi, tervalidasi, menunggu diperiksa, diterima, dilaporkan.") ?></dl>
<h2 class="govuk-heading-m">Dokumen</h2>
<dl class="matang-words"><?cs
call:word("Dokumen data dukung", "Dokumen yang membuktikan sebuah tingkat: surat keputusan, notulen, laporan, foto.") ?><?cs
call:word("Kriteria", "Satu dokumen yang diminta pada satu tingkat satu variabel.") ?><?cs
call:word("Tautan", "Sebuah dokumen pada sebuah kriteria. Satu dokumen dapat ditautkan ke banyak kriteria.") ?><?cs
call:word("Revisi", "Berkas baru untuk dokumen yang sama. Yang lama tetap tersimpan.") ?><?cs
call:word("Alamat luar", "Dokumen yang hanya berupa alamat di tempat lain. Tidak tersimpan di sini, jadi tidak dihitung.") ?><?cs
call:word("Dokumen yang menyusul", "Dokumen yang belum ada, dengan tanggal kapan akan ada. Belum dihitung.") ?><?cs
call:word("Diterima, ditolak", "Keputusan tim verifikasi atas satu dokumen pada satu kriteria. Penolakan selalu beralasan.") ?></dl>
<h2 class="govuk-heading-m">Pemeriksaan dan pengesahan</h2>
<dl class="matang-words"><?cs
call:word("Penilaian mandiri", "Tingkat menurut perangkat daerah sendiri.") ?><?cs
call:word("Verifikasi", "Tingkat menurut tim verifikasi kabupaten atau kota.") ?><?cs
call:word("Validasi", "Tingkat menurut provinsi, bila periodenya memakai validasi provinsi.") ?><?cs
call:word("Tim verifikasi", "Pegawai daerah yang memeriksa dokumen dan menetapkan tingkat.") ?><?cs
call:word("Rekomendasi", "Saran tim verifikasi supaya tingkatnya naik.") ?><?cs
call:word("Formulir", "Cetakan hasil penilaian yang ditandatangani kepala perangkat daerah.") ?><?cs
call:word("Pindaian", "Hasil memindai atau memotret kertas yang sudah ditandatangani.") ?><?cs
call:word("Tanda terima", "Bukti bernomor bahwa formulir bertanda tangan sudah diterima tim verifikasi.") ?><?cs
call:word("Kode isi, SHA-256", "Deretan huruf dan angka yang berubah bila isi dokumen diubah, sekecil apa pun.") ?></dl>
<?cs /def ?><?cs include!"layout.cs" ?>
