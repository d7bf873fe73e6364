<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:base = Site.base + "/inventory" ?><?cs
if:?Application.id ?><?cs set:title = "Ubah: " + Application.name ?><?cs set:heading = "Ubah data" ?><?cs
 set:back_href = base + "/" + Application.id ?><?cs set:back_label = Application.name ?><?cs set:here = base + "/" + Application.id + "/edit" ?><?cs
else ?><?cs set:title = "Tambah aplikasi atau situs" ?><?cs set:heading = title ?><?cs set:back_href = base + "/" ?><?cs
 set:back_label = "Aplikasi dan situs" ?><?cs set:here = base + "/new" ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(heading, Place.name) ?>
<?cs if:!?Application.id ?><?cs call:region_form(here) ?><?cs /if ?><div class="matang-narrow"><form method="post" action="<?cs
 var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
if:?Application.id ?><input type="hidden" name="version" value="<?cs var:Application.version ?>"><?cs
elif:subcount(Agencies) ?><?cs call:select_field("agency", "Perangkat daerah", "", Agencies) ?><?cs /if ?>
<?cs call:select_field("kind", "Jenis", "", Kinds) ?><?cs call:text_field("name", "Nama", "") ?><?cs
 call:text_field("address", "Alamat (boleh kosong)", "Yang dibuka masyarakat atau pegawai, lengkap dengan https://") ?><?cs
 call:textarea_field("purpose", "Kegunaan (boleh kosong)", "", "3", "1000") ?><?cs
 call:text_field("audience", "Sasaran pengguna (boleh kosong)", "Contoh: pegawai Pemerintah Kota") ?><?cs
 call:input_field("audience_count", "Jumlah sasaran pengguna (boleh kosong)", "Pemakaian dihitung terhadap jumlah ini.", "number", "", "10") ?><?cs
 call:text_field("manager", "Pengelola (boleh kosong)", "Nama atau jabatan") ?><?cs
 call:text_field("training", "Pelatihan pengelola (boleh kosong)", "") ?><?cs
 call:text_field("partner", "Mitra (boleh kosong)", "Yang ikut membuat atau menjalankannya") ?><?cs
 call:input_field("cost", "Biaya setahun dalam rupiah (boleh kosong)", "Misalnya 1.500.000.", "number", "", "20") ?><?cs
 call:text_field("fund", "Sumber dana (boleh kosong)", "Contoh: APBD, hibah, swasta") ?><?cs
 call:text_field("data_kept", "Data yang disimpan (boleh kosong)", "") ?><?cs
 call:text_field("runs_at", "Tempat berjalan (boleh kosong)", "Contoh: server Dinas Kominfo, pusat data nasional, penyedia luar") ?><?cs
 call:submit("Simpan") ?></form></div><?cs /def ?><?cs include!"layout.cs" ?>
