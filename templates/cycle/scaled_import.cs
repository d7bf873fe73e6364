<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Muat instrumen lain" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments" ?><?cs set:back_label = "Instrumen" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Untuk menilai diri dengan apa saja di luar kematangan organisasi: indeks, daftar persyaratan, atau kajian dengan sebutan.
Isinya diperiksa dan diperlihatkan dahulu. Belum ada yang tersimpan sebelum Anda menyetujuinya.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/cycle/instruments/any" novalidate><?cs call:csrf() ?>
<?cs call:file_field("file", "Berkas Excel (.xlsx), LibreOffice (.ods), CSV atau JSON", "Satu lembar dengan kolom di bawah.", ".xlsx,.ods,.csv,.json") ?><?cs
call:submit("Periksa berkas") ?></form>
<h2 class="govuk-heading-m">Susunan berkas</h2>
<p class="govuk-body">Kolomnya: bagian, kode, nama, uraian, tingkat, nilai, dimensi, subdimensi, skala, bobot, tidak berlaku, bila variabel, bila tingkat.
Setiap baris salah satu dari empat bagian:</p>
<ul class="govuk-list govuk-list--bullet">
<li><strong>ketentuan</strong>: kode “cara hitung”, nama salah satu dari tanpa nilai, jumlah, rata-rata, rata-rata berbobot, rata-rata bertingkat, persentase.
Boleh juga nama, dasar hukum, pembulatan (setengah ke atas, ke bawah, ke atas), desimal (0 sampai 2), sebutan dimensi, sebutan subdimensi, sebutan
variabel.</li>
<li><strong>skala</strong>: kode skala, tingkat dari 1, sebutannya dalam kolom nama, dan nilainya (kosong: sama dengan tingkatnya). Dua sampai sepuluh
tingkat.</li>
<li><strong>variabel</strong>: nomor dalam kolom kode, nama, uraian, dimensi, subdimensi, kode skala, bobot, “ya” bila boleh dijawab tidak berlaku, dan
syaratnya: bila variabel sebelumnya paling sedikit bertingkat sekian.</li>
<li><strong>kategori</strong>: nama dan nilai terendahnya, dari yang terendah.</li></ul>
<p class="govuk-body">Instrumen yang nilainya tidak dapat dihitung ditolak, dengan sel yang perlu diperbaiki. Instrumen seperti ini dinilai sendiri oleh
daerah atau perangkat daerah; ia tidak melalui tujuh langkah periode penilaian.</p>
<?cs /def ?><?cs include!"layout.cs" ?>
