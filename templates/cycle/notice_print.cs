<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Ceklist daftar pemberitahuan " + Cycle.year ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/notice/" + Cycle.id ?><?cs set:back_label = "Pemberitahuan " + Cycle.year ?><?cs
def:content() ?><?cs call:print_button("Cetak") ?>
<article class="matang-paper">
<h1>Ceklist daftar pemberitahuan</h1>
<p class="matang-paper__number">Penilaian mandiri kematangan organisasi perangkat daerah tahun <?cs var:Cycle.year ?></p>
<dl class="matang-paper__facts"><dt>Daerah</dt><dd><?cs var:Cycle.region_name ?></dd><dt>Nomor surat</dt><dd><?cs if:Cycle.letter_number ?><?cs var:Cycle.letter_number ?><?cs else ?>…<?cs /if ?></dd><dt>Keadaan per</dt><dd><?cs var:Today ?>: <?cs var:Count.told ?> dari <?cs var:Count.all ?> diberi tahu, <?cs var:Count.opened ?> sudah membuka</dd></dl>
<table><thead><tr><th scope="col">No.</th><th scope="col">Perangkat daerah</th><th scope="col">Diberi tahu</th><th scope="col">Cara</th><th scope="col">Membuka kuesioner</th><th scope="col">Paraf</th></tr></thead><tbody>
<?cs each:a = Agencies ?><tr><td class="matang-paper__num"><?cs var:a.number ?></td><td><?cs var:a.name ?></td><td><?cs var:a.told ?></td><td><?cs var:a.told_how ?></td><td><?cs var:a.opened ?></td><td></td></tr>
<?cs /each ?></tbody></table>
<div class="matang-paper__signatures"><div class="matang-paper__signature"><p><?cs if:Cycle.place ?><?cs var:Cycle.place ?>, <?cs /if ?><?cs var:Today ?></p><p>Tim Pelaksana<?cs if:Cycle.bureau ?>, <?cs var:Cycle.bureau ?><?cs /if ?></p><div class="matang-paper__signature-space"></div><p>…………………………………</p></div></div>
</article><?cs /def ?><?cs include!"layout.cs" ?>
