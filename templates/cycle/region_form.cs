<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Region.id ?><?cs set:title = "Ubah daerah" ?><?cs set:back_href = base + "/regions/" + Region.id ?><?cs set:back_label = Region.name ?><?cs
else ?><?cs set:title = "Tambah daerah" ?><?cs set:back_href = base + "/regions" ?><?cs set:back_label = "Daerah" ?><?cs /if ?><?cs
set:Kinds.0.value = "province" ?><?cs set:Kinds.0.label = "Provinsi" ?><?cs
set:Kinds.1.value = "regency" ?><?cs set:Kinds.1.label = "Kabupaten" ?><?cs
set:Kinds.2.value = "city" ?><?cs set:Kinds.2.label = "Kota" ?><?cs
set:Zones.0.value = "WIB" ?><?cs set:Zones.0.label = "WIB, Waktu Indonesia Barat" ?><?cs
set:Zones.1.value = "WITA" ?><?cs set:Zones.1.label = "WITA, Waktu Indonesia Tengah" ?><?cs
set:Zones.2.value = "WIT" ?><?cs set:Zones.2.label = "WIT, Waktu Indonesia Timur" ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/regions/<?cs if:Region.id ?><?cs var:Region.id ?>/edit<?cs else ?>new<?cs /if ?>" novalidate>
<?cs call:csrf() ?><?cs if:Region.id ?><?cs call:hidden("version") ?><?cs /if ?><?cs
if:Region.id && !MayAddProvince ?><?cs call:hidden("code") ?><?cs call:hidden("kind") ?><?cs else ?><?cs
call:input_field("code", "Kode", "Kode wilayah Kementerian Dalam Negeri: 64 untuk provinsi, 64.71 untuk kabupaten atau kota.", "text", "off", "5") ?><?cs
call:radios("kind", "Jenis", "", Kinds) ?><?cs /if ?><?cs
call:text_field("name", "Nama", "Lengkap, misalnya Kota Balikpapan.") ?><?cs
call:radios("timezone", "Zona waktu", "Untuk semua jam yang diperlihatkan di daerah ini.", Zones) ?><?cs
call:text_field("place", "Tempat (tidak wajib)", "Ditulis di samping tanggal pada formulir dan tanda terima, misalnya Balikpapan.") ?><?cs
call:text_field("bureau", "Unit penyelenggara (tidak wajib)", "Misalnya Bagian Organisasi Sekretariat Daerah.") ?><?cs
call:text_field("complaint_channel", "Saluran pengaduan (tidak wajib)", "Terlihat oleh publik: alamat, telepon atau surel Sekretariat Daerah.") ?><?cs
call:text_field("contact_name", "Kontak administrator (tidak wajib)", "Orang atau unit yang dihubungi bila seseorang tidak dapat melanjutkan. " +
    "Terlihat oleh siapa pun di halaman Cara mengisi.") ?><?cs
call:input_field("contact_phone", "Telepon atau WhatsApp (tidak wajib)", "Nomor kantor lebih baik daripada nomor pribadi.", "tel", "off", "20") ?><?cs
call:input_field("contact_mail", "Surel administrator (tidak wajib)", "", "email", "off", "") ?><?cs
call:yes_no("publish_names", "Apakah publik melihat nama dan skor tiap perangkat daerah?",
    "Tidak: halaman publik, data, gambar dan antarmuka data hanya memuat angka gabungan.") ?><?cs
call:input_field("publish_threshold", "Angka gabungan paling sedikit dari berapa perangkat daerah? (tidak wajib)",
    "Bila kurang, angka gabungan tidak diterbitkan tanpa nama. Kosong: seperti pengaturan aplikasi.", "text", "off", "4") ?><?cs
call:select_field("open_data_licence", "Lisensi data terbuka (tidak wajib)",
    "Tertulis pada data yang terbit dari daerah ini. Bila tidak dipilih: seperti pengaturan aplikasi.", Licences) ?><?cs
call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
