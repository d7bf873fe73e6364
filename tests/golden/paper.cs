<?cs include!"macros.cs" ?><?cs set:title = "Formulir contoh" ?><?cs def:content() ?>
<p class="matang-no-print"><?cs call:print_button("Cetak") ?></p>
<article class="matang-paper">
<header class="matang-paper__letterhead"><div>
<p class="matang-paper__government">Pemerintah <?cs var:Actor.region_name ?></p>
<p class="matang-paper__agency"><?cs var:Actor.agency_name ?></p>
<p class="matang-paper__address">Jalan Contoh Nomor 1</p>
</div></header>
<h1>Formulir hasil penilaian kematangan organisasi</h1>
<p class="matang-paper__number">Nomor 000/contoh/2026</p>
<dl class="matang-paper__facts"><dt>Perangkat daerah</dt><dd><?cs var:Actor.agency_name ?></dd><dt>Periode</dt><dd>2026</dd></dl>
<h2>Tingkat setiap variabel</h2>
<table class="matang-table">
<thead><tr><th scope="col">No.</th><th scope="col">Variabel</th><th scope="col">Mandiri</th><th scope="col">Verifikasi</th><th scope="col">Catatan</th></tr></thead>
<tbody>
<?cs each:t = Tasks ?><?cs each:again = Repeat ?><tr><td class="matang-paper__num" data-label="No."><?cs var:again ?></td><th scope="row"><?cs var:t.label ?></th><td class="matang-paper__num" data-label="Mandiri">4</td><td class="matang-paper__num" data-label="Verifikasi">3</td><td data-label="Catatan"><?cs each:l = Levels ?><?cs var:l.text ?> <?cs /each ?></td></tr>
<?cs /each ?><?cs /each ?></tbody>
<tfoot><tr><th scope="row" colspan="2">Jumlah</th><td class="matang-paper__num" data-label="Mandiri">38</td><td class="matang-paper__num" data-label="Verifikasi">47</td><td data-label="Kategori">Sangat Tinggi</td></tr></tfoot>
</table>
<div class="matang-paper__signatures">
<div class="matang-paper__signature"><p>Ketua Tim Pelaksana,</p><div class="matang-paper__signature-space"></div><p class="matang-paper__signature-name">Nama Contoh, S.Sos.</p><p>Pembina</p><p>NIP 19700101 199001 1 001</p></div>
<div class="matang-paper__signature"><p>Kota Contoh, 21 November 2026</p><p>Kepala Dinas,</p><div class="matang-paper__signature-space"></div><p class="matang-paper__signature-name">Nama Contoh, S.E., M.Si.</p><p>Pembina Utama Muda</p><p>NIP 19700101 199001 1 002</p></div>
</div>
<div class="matang-paper__proof"><div class="matang-paper__qr"><img src="<?cs var:Site.assets ?>/matang.svg" alt="Kode QR"></div><div><p>Periksa keaslian di /matang/portal/check dengan kode K7QX-2M4P.</p><p class="matang-digest">SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</p></div></div>
</article>
<?cs /def ?><?cs include!"layout.cs" ?>
