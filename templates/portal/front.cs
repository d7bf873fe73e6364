<?cs include!"macros.cs" ?><?cs include!"portal/parts.cs" ?><?cs set:meta_path = "/portal/" ?><?cs
 set:meta_description = "Hasil penilaian kematangan organisasi perangkat daerah yang sudah terbit, menurut Permendagri 99 Tahun 2018." ?><?cs
 set:title = "Kematangan organisasi perangkat daerah" ?><?cs def:content() ?>
<?cs if:Demo.present ?><section class="matang-demo-accounts" aria-labelledby="demo-heading">
<h1 class="govuk-heading-l" id="demo-heading">Coba Matang dengan data contoh</h1>
<p class="govuk-body">Pilih satu peran, <a class="govuk-link" href="<?cs var:Site.base ?>/account/">masuk</a>, lalu ikuti alurnya.
Semua orang dan perangkat daerah di sini adalah contoh; angka DKUMKMP Balikpapan diambil dari laporan yang terbit.</p>
<ol class="govuk-list govuk-list--number">
<li><strong>Operator</strong>: buka penilaian 2026, isi satu variabel, unggah dokumen, lihat apa yang masih kurang.</li>
<li><strong>Kepala</strong>: baca penilaian perangkat daerahnya dan sahkan yang sudah diverifikasi.</li>
<li><strong>Tim verifikasi</strong>: buka daftar perangkat daerah, terima atau tolak data dukung, beri tingkat dan rekomendasi.</li>
<li><strong>Validator provinsi</strong>: lihat keputusan kota, tetapkan tingkat akhir.</li>
<li><strong>Administrator</strong>: daerah, akun, instrumen, kalender, periode.</li>
<li><strong>Auditor</strong>: baca laporan Balikpapan 2025 (38 menjadi 47) dan riwayat setiap perubahan.</li>
</ol>
<?cs call:table_open("Akun contoh") ?><?cs call:head_open() ?><?cs call:th("Nama pengguna") ?><?cs call:th("Kata sandi") ?><?cs
 call:th("Peran") ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Daerah") ?><?cs call:head_close() ?>
<?cs each:a = Demo.accounts ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><code><?cs
 var:a.username ?></code></th><td class="govuk-table__cell" data-label="Kata sandi"><div><code class="matang-nowrap"><?cs var:a.password ?></code><?cs
 if:a.totp_secret ?><br>kunci dua langkah: <code><?cs var:a.totp_secret ?></code><?cs /if ?></div></td><?cs
 call:td("Peran", a.role_name) ?><td class="govuk-table__cell" data-label="Perangkat daerah"><?cs
 if:a.agency ?><?cs var:a.agency ?><?cs else ?>–<?cs /if ?></td><td class="govuk-table__cell" data-label="Daerah"><?cs
 if:a.region ?><?cs var:a.region ?><?cs else ?>semua<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
</section>
<h2 class="govuk-heading-l">Hasil yang sudah terbit</h2>
<?cs else ?><h1 class="govuk-heading-l">Kematangan organisasi perangkat daerah</h1>
<p class="govuk-body-l">Setiap tahun perangkat daerah menilai kematangan organisasinya sendiri dalam 11 variabel, dibuktikan
dengan dokumen, dan diverifikasi oleh kabupaten/kota dan provinsi.</p>
<?cs call:maturity() ?><h2 class="govuk-heading-m">Hasil yang sudah terbit</h2>
<?cs /if ?>
<?cs if:filled(Form.value.q) || subcount(Pages) ?><form method="get" action="<?cs
 var:Site.base ?>/portal/" role="search" class="matang-search">
<?cs call:input_field("q", "Cari daerah", "", "search", "off", "") ?><?cs call:submit_quiet("Cari") ?></form>
<?cs /if ?><?cs if:subcount(Cycles) ?><?cs call:table_open("Penilaian yang sudah dilaporkan") ?><?cs call:head_open() ?><?cs
 call:th("Daerah") ?><?cs call:th("Tahun") ?><?cs call:th("Terbit") ?><?cs call:th("Data") ?><?cs call:head_close() ?>
<?cs each:c = Cycles ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/portal/region/<?cs
 var:c.region_code ?>/<?cs var:c.year ?>"><?cs var:c.region_name ?> <?cs var:c.year ?></a></th><?cs call:td("Tahun", c.year) ?><?cs
 call:td("Terbit", c.reported) ?><td class="govuk-table__cell" data-label="Data"><span><a class="govuk-link" href="<?cs
 var:Site.base ?>/portal/data/<?cs var:c.region_code ?>/<?cs var:c.year ?>.json">JSON<span class="govuk-visually-hidden"> <?cs
 var:c.region_name ?> <?cs var:c.year ?></span></a> · <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs
 var:c.region_code ?>/<?cs var:c.year ?>.csv">CSV<span class="govuk-visually-hidden"> <?cs var:c.region_name ?> <?cs
 var:c.year ?></span></a></span></td><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
<?cs call:pagination(Pages) ?><?cs elif:filled(Form.value.q) ?><?cs call:empty_state("Tidak ada daerah yang cocok", "Coba sebagian namanya saja.") ?><?cs
else ?><?cs call:empty_state("Belum ada yang terbit", "Hasil muncul di sini setelah tim verifikasi menerbitkan laporan suatu daerah.") ?><?cs /if ?>
<h2 class="govuk-heading-m">Layanan lain di halaman ini</h2>
<ul class="govuk-list">
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/data">Data terbuka</a>: angka yang sudah terbit sebagai CSV, XLSX dan JSON</li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/forum/">Konsultasi publik</a>: sampaikan pendapat tanpa akun, dan baca apa yang diputuskan</li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/service">Standar pelayanan</a>: persyaratan, prosedur, waktu, biaya dan pengaduan</li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/check">Periksa dokumen</a>: pastikan formulir atau tanda terima yang Anda pegang tidak diubah</li>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
