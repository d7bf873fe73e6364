<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:base = Site.base + "/service/services" ?><?cs set:back_href = base ?><?cs set:back_label = "Daftar layanan" ?><?cs
if:?Service.id ?><?cs set:title = "Tulis layanan: " + Service.name ?><?cs set:here = base + "/" + Service.id ?><?cs
else ?><?cs set:title = "Layanan baru" ?><?cs set:here = base + "/new" ?><?cs /if ?><?cs

def:content() ?><?cs if:?Service.id ?><?cs call:page_title(Service.name, "Versi " + Service.number + ", draf") ?><?cs
else ?><?cs call:page_title(title, "") ?><?cs /if ?>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
if:?Service.id ?><input type="hidden" name="version" value="<?cs var:Service.version ?>"><?cs /if ?>
<?cs call:text_field("name", "Nama layanan", "Juga judul suratnya. Contoh: Surat Keterangan Usaha Mikro") ?><?cs
 call:input_field("mark", "Kode jenis surat", "Pengganti {jenis} di nomor surat. Contoh: SKUM", "text", "", "10") ?><?cs
 call:textarea_field("legal_base", "Dasar hukum (boleh kosong)", "Satu peraturan per baris.", "3", "4000") ?><?cs
 call:textarea_field("requirements", "Persyaratan",
  "Satu per baris: nama; wajib atau bila ada; berkas (bila boleh dikirim). Contoh: KTP pemilik; wajib; berkas", "6", "8000") ?><?cs
 call:textarea_field("fields", "Data tambahan (boleh kosong)",
  "Satu per baris: nama; jenis (teks, angka, tanggal, telepon, lokasi, pilihan); wajib atau bila ada. Tujuan; pilihan; wajib; kredit, bantuan",
  "4", "8000") ?><?cs
 call:textarea_field("steps", "Langkah",
  "Satu per baris: nama; pelaksana; hari kerja. Pelaksananya loket, petugas, kunjungan atau kepala. Contoh: Pemeriksaan berkas; petugas; 1", "5", "8000") ?><?cs
 call:text_field("cost", "Biaya", "Contoh: tanpa biaya") ?><?cs call:text_field("product", "Produk layanan", "") ?><?cs
 call:textarea_field("complaint", "Saluran pengaduan", "Telepon, surel atau alamat.", "3", "1000") ?><?cs
 call:textarea_field("letter", "Isi surat", "Satu alinea per baris. Baris {data} diganti data usaha dan data tambahan.", "6", "6000") ?><?cs
 call:input_field("valid_months", "Masa berlaku surat dalam bulan (boleh kosong)", "Kosong: tanpa batas.", "number", "", "4") ?><?cs
 call:input_field("remind_days", "Ingatkan sebelum surat berakhir (hari kerja)",
  "Pemohon yang meninggalkan alamat surel dan petugas diberi tahu. Kosong: 14. 0: tidak ada yang diingatkan.", "number", "", "4") ?><?cs
 call:submit("Simpan draf") ?></form><?cs
if:?Service.id ?><h2 class="govuk-heading-m">Berlakukan</h2><p class="govuk-body">Simpan dahulu perubahan Anda. Sesudah berlaku, versi ini tidak dapat
diubah lagi; versi sebelumnya tetap dipakai untuk permohonan yang sudah masuk.</p><form method="post" action="<?cs
var:url_validate(here) ?>/publish"><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs var:Service.version ?>"><?cs
call:submit_quiet("Berlakukan versi ini") ?></form><?cs /if ?></div><?cs /def ?><?cs include!"layout.cs" ?>
