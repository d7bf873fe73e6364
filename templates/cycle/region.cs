<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Region.name ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/regions" ?><?cs set:back_label = "Daerah" ?><?cs
def:content() ?><?cs call:page_title(Region.name, Region.parent_name) ?>
<?cs call:summary_open() ?><?cs
call:summary_row("Kode", Region.code) ?><?cs
if:Region.kind == "province" ?><?cs call:summary_row("Jenis", "Provinsi") ?><?cs elif:Region.kind == "city" ?><?cs
 call:summary_row("Jenis", "Kota") ?><?cs else ?><?cs call:summary_row("Jenis", "Kabupaten") ?><?cs /if ?><?cs
call:summary_row("Zona waktu", Region.timezone) ?><?cs
call:summary_text("Tempat", Region.place) ?><?cs
call:summary_text("Unit penyelenggara", Region.bureau) ?><?cs
call:summary_text("Saluran pengaduan", Region.complaint_channel) ?><?cs
call:summary_text("Kontak administrator", Region.contact_name) ?><?cs
call:summary_text("Telepon atau WhatsApp", Region.contact_phone) ?><?cs
call:summary_text("Surel administrator", Region.contact_mail) ?><?cs
if:Region.publish_names ?><?cs call:summary_row("Diterbitkan", "Nama dan skor tiap perangkat daerah") ?><?cs else ?><?cs
 call:summary_row("Diterbitkan", "Angka gabungan saja, tanpa nama") ?><?cs /if ?><?cs
if:Region.publish_threshold ?><?cs
 call:summary_row("Angka gabungan paling sedikit dari", Region.publish_threshold + " perangkat daerah") ?><?cs /if ?><?cs
if:filled(Region.open_data_licence) ?><?cs call:summary_row("Lisensi data terbuka", Licence.name) ?><?cs /if ?><?cs
if:Region.kind == "province" ?><?cs call:summary_row("Kabupaten dan kota", Region.below) ?><?cs /if ?><?cs
call:summary_row_link("Perangkat daerah", Region.agencies, base + "/agencies?region=" + Region.id, "Lihat") ?><?cs
call:summary_row_link("Akun aktif", Region.accounts, base + "/accounts?region=" + Region.id, "Lihat") ?><?cs
call:summary_row_link("Periode penilaian", Region.cycles, base + "/cycles?region=" + Region.id, "Lihat") ?><?cs
call:summary_row_link("Kecamatan dan kelurahan", "Pilihan lokasi bagi yang menulis tanpa akun", base + "/regions/" + Region.id + "/places", "Lihat") ?><?cs
call:summary_row_link("Tanda tangan elektronik", "Penyelenggara sertifikat yang dipercaya", base + "/regions/" + Region.id + "/trust-anchors", "Lihat") ?><?cs
call:summary_row_link("Gerbang pesan", "Kabar dari kotak pesan ke alamat milik daerah", base + "/regions/" + Region.id + "/webhook", "Lihat") ?><?cs
call:summary_close() ?>
<?cs call:button_link(base + "/regions/" + Region.id + "/edit", "Ubah data daerah") ?>
<p class="govuk-body"><?cs call:link(Site.base + "/paper/letterhead/" + Region.id, "Kop surat, penanda tangan dan bentuk nomor") ?></p>
<?cs set:shown = Site.address + Site.base + "/portal" ?><section aria-labelledby="embed">
<h2 class="govuk-heading-m" id="embed">Tampilkan angka terbit di situs lain</h2>
<p class="govuk-body">Hasil tahun terakhir yang sudah terbit muncul sendiri, dan berganti bila hasil berikutnya terbit. Salin salah satu kode
ini ke halaman situs pemerintah daerah.</p>
<h3 class="govuk-heading-s">Dalam bingkai</h3>
<pre class="matang-code"><code>&lt;iframe src="<?cs var:shown ?>/embed/<?cs var:Region.code ?>/latest" title="Kematangan organisasi <?cs
 var:Region.name ?>" width="100%" height="260" loading="lazy"&gt;&lt;/iframe&gt;</code></pre>
<p class="govuk-body"><?cs if:filled(Embed.sites) ?>Hanya situs ini yang boleh: <?cs var:Embed.sites ?>.<?cs
 else ?>Belum ada situs yang boleh.<?cs /if ?> Daftarnya ada di <?cs
 if:filled(Actor.region_name) ?>pengaturan aplikasi, yang diubah administrator seluruh aplikasi<?cs
 else ?><?cs call:link(base + "/settings/embed_sites", "pengaturan aplikasi") ?><?cs /if ?>.</p>
<h3 class="govuk-heading-s">Disisipkan oleh server</h3>
<p class="govuk-body">Potongan HTML tanpa gaya dan tanpa skrip, mengikuti rupa situsnya:</p>
<pre class="matang-code"><code><?cs var:shown ?>/fragment/<?cs var:Region.code ?>/latest</code></pre>
<h3 class="govuk-heading-s">WordPress</h3>
<p class="govuk-body">Dengan plugin <code>matang.php</code> (folder <code>deploy/wordpress</code>):</p>
<pre class="matang-code"><code>[matang daerah="<?cs var:Region.code ?>"]</code></pre>
</section><?cs
call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
