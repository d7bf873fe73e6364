<?cs include!"macros.cs" ?><?cs set:title = Figures.region_name ?><?cs set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs call:page_title(Figures.region_name, "Penilaian kematangan organisasi " + Figures.year) ?>
<dl class="matang-scores">
<div class="matang-scores__item"><dt>Rata-rata yang dinilai</dt><dd><?cs var:Figures.average_assessed ?></dd></div>
<?cs if:Figures.averages_differ ?><div class="matang-scores__item"><dt>Rata-rata semua perangkat daerah</dt><dd><?cs var:Figures.average_all ?></dd></div><?cs /if ?>
<div class="matang-scores__item"><dt>Kategori</dt><dd><?cs var:Figures.category ?></dd></div>
</dl>
<p class="govuk-body"><?cs var:Figures.assessed ?> dari <?cs var:Figures.count ?> perangkat daerah sudah dinilai. Terbit <?cs var:Figures.reported_at ?>.<?cs if:Figures.averages_differ ?> Pada rata-rata semua perangkat daerah, yang belum dinilai dihitung 0.<?cs /if ?></p>
<?cs call:table_open("Skor tiap perangkat daerah (11–55)") ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th_num("Mandiri") ?><?cs call:th_num("Verifikasi") ?><?cs if:Figures.province_tier ?><?cs call:th_num("Validasi") ?><?cs /if ?><?cs call:th_num("Akhir") ?><?cs call:th_num("Perubahan") ?><?cs call:th("Kategori") ?><?cs call:th("Tingkat bertahap") ?><?cs call:head_close() ?>
<?cs each:a = Figures.agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:a.name ?><?cs if:a.is_example ?> <span class="govuk-hint">(contoh)</span><?cs /if ?></th><?cs call:td_num("Mandiri", a.self) ?><?cs call:td_num("Verifikasi", a.city) ?><?cs if:Figures.province_tier ?><?cs call:td_num("Validasi", a.province) ?><?cs /if ?><?cs call:td_num("Akhir", a.final) ?><?cs call:td_num("Perubahan", a.change) ?><td class="govuk-table__cell" data-label="Kategori"><?cs if:a.category ?><?cs var:a.category ?><?cs else ?>Belum dinilai<?cs /if ?></td><td class="govuk-table__cell" data-label="Tingkat bertahap"><?cs if:a.staged ?><?cs var:a.staged_roman ?> (<?cs var:a.staged ?>)<?cs else ?>–<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
<?cs call:details_open("Cara membaca angka ini") ?><p>Skor adalah jumlah tingkat 11 variabel (11–55). Kategori ditetapkan dari skor.</p>
<p>Tingkat bertahap adalah tingkat variabel yang paling rendah. Sumber yang beredar berbeda tentang aturan mana yang menentukan tingkat kematangan, maka keduanya ditampilkan.</p><?cs call:details_close() ?>
<?cs call:table_open("Rata-rata tiap variabel") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs call:th_num("Mandiri") ?><?cs call:th_num("Akhir") ?><?cs call:head_close() ?>
<?cs each:v = Figures.variables ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:v.number ?>. <?cs var:v.name ?></th><?cs call:td_num("Mandiri", v.self) ?><?cs call:td_num("Akhir", v.final) ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?>
<p class="govuk-body">Data: <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Figures.region_code ?>/<?cs var:Figures.year ?>.json">JSON</a> · <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Figures.region_code ?>/<?cs var:Figures.year ?>.csv">CSV</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
