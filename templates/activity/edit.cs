<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:base = Site.base + "/activity" ?><?cs
if:?Activity.id ?><?cs set:title = "Ubah kegiatan: " + Activity.title ?><?cs set:heading = "Ubah kegiatan" ?><?cs
 set:back_href = base + "/" + Activity.id ?><?cs set:back_label = Activity.title ?><?cs set:here = base + "/" + Activity.id + "/edit" ?><?cs
else ?><?cs set:title = "Catat kegiatan" ?><?cs set:heading = title ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Kegiatan" ?><?cs
 set:here = base + "/new" ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(heading, "") ?>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
if:?Activity.id ?><input type="hidden" name="version" value="<?cs var:Activity.version ?>"><?cs /if ?>
<?cs call:select_field("kind", "Jenis kegiatan", "", Kinds) ?><?cs
 call:text_field("title", "Nama kegiatan", "Contoh: pelatihan penyusunan SOP") ?><?cs
 call:date_field("starts_on", "Tanggal mulai", "") ?><?cs
 call:date_field("ends_on", "Tanggal selesai (boleh kosong)", "Kosong: selesai pada hari yang sama.") ?><?cs
 call:input_field("starts", "Jam mulai", "Contoh: 08.30", "text", "", "5") ?><?cs
 call:input_field("ends", "Jam selesai", "Daftar hadir lewat ponsel tertutup sendiri pada jam ini.", "text", "", "5") ?><?cs
 call:text_field("place", "Tempat", "") ?><?cs call:text_field("organiser", "Penyelenggara", "") ?><?cs
 call:input_field("hours", "Jam pelajaran (boleh kosong)", "Untuk rekap pelatihan pegawai.", "number", "", "4") ?><?cs
 call:textarea_field("agenda", "Acara (boleh kosong)", "", "4", "10000") ?><?cs
 call:textarea_field("minutes", "Notulen (boleh kosong)", "Apa yang dibahas dan disepakati. Dapat diisi sesudah kegiatan.", "8", "10000") ?><?cs
 call:textarea_field("follow_up", "Tindak lanjut (boleh kosong)", "", "4", "10000") ?><?cs call:submit("Simpan") ?></form></div><?cs /def ?><?cs
include!"layout.cs" ?>
