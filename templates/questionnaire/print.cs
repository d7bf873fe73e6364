<?cs include!"macros.cs" ?><?cs
set:title = "Kuesioner kosong " + Assessment.year ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs set:back_label = "Daftar variabel" ?><?cs

def:level(level) ?><tr>
<td class="matang-paper__num">☐ <?cs var:level.roman ?></td>
<td><?cs var:level.text ?></td>
<td><?cs if:subcount(level.documents) ?><ul class="matang-paper__boxes">
<?cs each:d = level.documents ?><li>☐ <?cs var:d.title ?><?cs if:!d.required ?> (tidak wajib)<?cs /if ?></li>
<?cs /each ?></ul><?cs /if ?></td>
</tr>
<?cs /def ?><?cs

def:variable(variable) ?><section class="matang-paper__variable">
<h2><?cs var:variable.number ?>. <?cs var:variable.name ?></h2>
<table>
<thead><tr><th scope="col">Tingkat</th><th scope="col">Keadaan</th><th scope="col">Dokumen data dukung</th></tr></thead>
<tbody>
<?cs each:l = variable.Levels ?><?cs call:level(l) ?><?cs /each ?></tbody>
</table>
<p>Penjelasan:</p>
<div class="matang-paper__lines"></div>
</section>
<?cs /def ?><?cs

def:content() ?><div class="matang-no-print"><?cs call:print_button("Cetak") ?></div>
<div class="matang-paper">
<h1>Kuesioner penilaian mandiri kematangan organisasi</h1>
<dl class="matang-paper__facts">
<dt>Perangkat daerah</dt><dd><?cs var:Assessment.agency_name ?></dd>
<dt>Daerah</dt><dd><?cs var:Assessment.region_name ?></dd>
<dt>Tahun</dt><dd><?cs var:Assessment.year ?></dd>
</dl>
<p>Pilih satu tingkat untuk setiap variabel. Sebuah tingkat tercapai bila semua tingkat di bawahnya juga tercapai. Lembar ini untuk dibahas bersama; isian resminya diisikan di Matang.</p>
<?cs each:v = Variables ?><?cs call:variable(v) ?><?cs /each ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
