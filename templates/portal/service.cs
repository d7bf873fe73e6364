<?cs include!"macros.cs" ?><?cs set:meta_path = "/portal/service" ?><?cs
 set:meta_description = "Standar pelayanan penilaian mandiri kematangan organisasi: persyaratan, prosedur, waktu, biaya dan pengaduan." ?><?cs
 set:title = "Standar pelayanan" ?><?cs
 set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs call:page_title("Penilaian Mandiri Kematangan Organisasi Daerah", "Standar pelayanan") ?>
<h2 class="govuk-heading-m">Persyaratan</h2>
<p class="govuk-body">Jawaban dan data dukung untuk sebelas variabel:</p>
<ol class="govuk-list govuk-list--number">
<li>Perencanaan pembangunan daerah</li>
<li>Monitoring dan pengendalian pelaksanaan tugas perangkat daerah</li>
<li>Penjaminan mutu layanan perangkat daerah</li>
<li>Standar operasional prosedur (SOP) pelayanan perangkat daerah</li>
<li>Pendidikan dan pelatihan aparatur</li>
<li>Analisis kebijakan dan pemecahan masalah tugas perangkat daerah</li>
<li>Manajemen sumber daya peralatan dan perlengkapan kerja yang terukur</li>
<li>Manajemen risiko pelaksanaan tugas aparatur</li>
<li>Pengukuran kinerja perangkat daerah dan aparatur</li>
<li>Pengembangan inovasi layanan perangkat daerah</li>
<li>Budaya organisasi perangkat daerah</li>
</ol>
<h2 class="govuk-heading-m">Sistem, mekanisme dan prosedur</h2>
<?cs call:table_open("Tujuh langkah") ?><?cs call:head_open() ?><?cs call:th("Langkah") ?><?cs call:th("Pelaksana") ?><?cs
 call:th_num("Hari kerja") ?><?cs call:th("Hasil") ?><?cs call:head_close() ?>
<?cs call:row_open() ?><?cs call:td_head("1. Merumuskan instrumen dan data dukung") ?><?cs call:td("Pelaksana", "Tim Pelaksana") ?><?cs
 call:td_num("Hari kerja", "3") ?><?cs call:td("Hasil", "Instrumen penilaian mandiri") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("2. Memuat instrumen pada aplikasi") ?><?cs
 call:td("Pelaksana", "Tim Pelaksana; Administrator aplikasi") ?><?cs call:td_num("Hari kerja", "1") ?><?cs
 call:td("Hasil", "Instrumen yang sudah dimuat pada aplikasi") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("3. Memberitahukan tata cara pengisian") ?><?cs call:td("Pelaksana", "Tim Pelaksana") ?><?cs
 call:td_num("Hari kerja", "1") ?><?cs call:td("Hasil", "Ceklist daftar pemberitahuan") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("4. Mengisi penilaian dan mengunggah data dukung") ?><?cs
 call:td("Pelaksana", "Perangkat daerah") ?><?cs call:td_num("Hari kerja", "5") ?><?cs
 call:td("Hasil", "Perkembangan capaian data yang telah diunggah") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("5. Verifikasi data dukung") ?><?cs call:td("Pelaksana", "Tim Pelaksana") ?><?cs
 call:td_num("Hari kerja", "3") ?><?cs call:td("Hasil", "Ceklist perangkat daerah yang diverifikasi") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("6. Mencetak, menandatangani dan mengirim formulir") ?><?cs
 call:td("Pelaksana", "Perangkat daerah") ?><?cs call:td_num("Hari kerja", "1") ?><?cs
 call:td("Hasil", "Formulir bertanda tangan; tanda terima") ?><?cs call:row_close() ?>
<?cs call:row_open() ?><?cs call:td_head("7. Menyusun laporan kegiatan") ?><?cs call:td("Pelaksana", "Tim Pelaksana") ?><?cs
 call:td_num("Hari kerja", "5") ?><?cs call:td("Hasil", "Laporan kegiatan") ?><?cs call:row_close() ?>
<?cs call:table_close() ?>
<h2 class="govuk-heading-m">Waktu penyelesaian</h2>
<p class="govuk-body">19 hari kerja</p>
<h2 class="govuk-heading-m">Biaya</h2>
<p class="govuk-body">Gratis: tidak dipungut biaya.</p>
<h2 class="govuk-heading-m">Produk pelayanan</h2>
<p class="govuk-body">Nilai dengan kategori kematangan organisasi daerah.</p>
<h2 class="govuk-heading-m" id="pengaduan">Pengaduan</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Sekretariat Daerah setempat</li>
<li><a class="govuk-link" href="https://www.lapor.go.id" rel="external noreferrer">SP4N-LAPOR!</a></li>
</ul>
<?cs if:subcount(Channels) ?><?cs call:summary_open() ?><?cs each:c = Channels ?><?cs
 call:summary_row(c.name, c.complaint_channel) ?><?cs /each ?><?cs call:summary_close() ?><?cs /if ?>
<p class="govuk-body"><?cs call:link(Site.base + "/complaint/new", "Tulis pengaduan atau pertanyaan tanpa akun") ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
