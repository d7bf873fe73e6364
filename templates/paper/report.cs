<?cs include!"macros.cs" ?><?cs set:title = "Naskah laporan kegiatan" ?><?cs
 set:back_href = Site.base + "/paper/cycle/" + Cycle.id ?><?cs set:back_label = "Surat dan cetakan" ?><?cs def:content() ?>
<?cs set:caption = Cycle.region_name + " " + Cycle.year ?><?cs call:page_title(title, caption) ?>
<p class="govuk-body">Angka, jadwal, grafik dan lampiran laporan diambil dari data. Bagian di bawah ini Anda tulis sendiri;
yang dikosongkan memakai kalimat yang lazim.</p>
<form method="post" action="<?cs var:Site.base ?>/paper/cycle/<?cs var:Cycle.id ?>/report" novalidate><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Form.value.version ?>">
<?cs call:textarea_field("foreword", "Kata pengantar", "Satu baris menjadi satu paragraf.", "8", "6000") ?>
<?cs call:textarea_field("basis", "Dasar", "Satu peraturan tiap baris.", "5", "6000") ?>
<?cs call:textarea_field("team", "Tim Pelaksana", "Satu orang tiap baris: nama dan unsurnya.", "8", "6000") ?>
<?cs call:textarea_field("recommendation", "Rekomendasi untuk daerah (tidak wajib)",
    "Satu rekomendasi tiap baris. Rekomendasi tiap perangkat daerah dimuat dalam lampiran.", "8", "10000") ?>
<?cs call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
