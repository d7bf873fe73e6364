<?cs # SPDX-License-Identifier: ISC
# The results of a cycle, the same for the report and for the public. ?><?cs

def:results_left() ?><?cs
if:subcount(Results.left) ?><p class="govuk-body">Keluar dari periode ini karena perubahan susunan perangkat daerah, dan tidak dihitung dalam
rata-rata mana pun:</p><ul class="govuk-list govuk-list--bullet"><?cs each:l = Results.left ?><li><?cs var:l.name ?>: <?cs
var:l.why ?></li><?cs /each ?></ul><?cs /if ?><?cs /def ?><?cs

def:results_summary() ?><dl class="matang-scores matang-scores--long">
<div class="matang-scores__item"><dt>Rata-rata yang dinilai</dt><dd><?cs
 if:Results.average_assessed ?><?cs var:Results.average_assessed ?><?cs else ?>–<?cs /if ?></dd></div>
<?cs if:Results.averages_differ ?><div class="matang-scores__item"><dt>Rata-rata semua perangkat daerah</dt><dd><?cs
 var:Results.average_all ?></dd></div><?cs /if ?>
<div class="matang-scores__item"><dt>Kategori</dt><dd><?cs if:Results.category ?><?cs var:Results.category ?><?cs else ?>–<?cs /if ?></dd></div>
</dl>
<p class="govuk-body"><?cs var:Results.assessed ?> dari <?cs var:Results.count ?> perangkat daerah sudah dinilai.<?cs
 if:Results.averages_differ ?> Pada rata-rata semua perangkat daerah, yang belum dinilai dihitung 0.<?cs /if ?></p><?cs call:results_left() ?><?cs /def ?><?cs

def:results_kept_back(least) ?><p class="govuk-inset-text">Sebagian angka tidak ditampilkan atau digabung, supaya skor satu
perangkat daerah tidak dapat ditebak. Rata-rata ditampilkan bila jaraknya dari nilai terendah dan dari nilai tertinggi paling sedikit
<?cs var:least ?> tingkat, dijumlahkan dari semua perangkat daerah. Kategori yang berisi kurang dari <?cs var:least ?> perangkat daerah
digabung dengan kategori di dekatnya.</p><?cs /def ?><?cs

def:results_explained() ?><?cs
 call:details_open("Cara membaca angka ini") ?><p>Skor adalah jumlah tingkat 11 variabel (11–55). Kategori ditetapkan dari skor.</p>
<p>Tingkat bertahap adalah tingkat variabel yang paling rendah.
Sumber yang beredar berbeda tentang aturan mana yang menentukan tingkat kematangan, maka keduanya ditampilkan.</p>
<p>Rata-rata dibulatkan ke satu angka di belakang koma (setengah ke atas), lalu digolongkan.</p><?cs call:details_close() ?><?cs /def ?><?cs

def:results_categories() ?><?cs call:table_open("Sebaran kategori") ?><?cs call:head_open() ?><?cs call:th("Kategori") ?><?cs
 call:th("Rentang skor") ?><?cs call:th_num("Perangkat daerah") ?><?cs call:head_close() ?>
<?cs each:c = Results.categories ?><?cs call:row_open() ?><?cs
 call:td_head(c.name) ?><td class="govuk-table__cell" data-label="Rentang skor"><?cs var:c.min ?> – <?cs var:c.max ?></td><?cs
 call:td_num("Perangkat daerah", c.agencies) ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs /def ?><?cs

def:results_average(label, text) ?><?cs if:filled(text) ?><?cs call:td_num(label, text) ?><?cs else ?><?cs
 call:td_num(label, "–") ?><?cs /if ?><?cs /def ?><?cs

def:results_variables() ?><?cs call:table_open("Rata-rata tiap variabel") ?><?cs call:head_open() ?><?cs
 call:th("Variabel") ?><?cs call:th_num("Mandiri") ?><?cs call:th_num("Akhir") ?><?cs call:head_close() ?>
<?cs each:v = Results.variables ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:v.number ?>. <?cs var:v.name ?></th><?cs
 call:results_average("Mandiri", v.self) ?><?cs call:results_average("Akhir", v.final) ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs /def ?><?cs

def:results_cell(a, k, inside) ?><?cs if:k.name == "name" ?><th scope="row"><?cs
 if:inside ?><a href="<?cs var:Site.base ?>/report/agency/<?cs var:a.assessment_id ?>"><?cs var:a.name ?></a><?cs
 else ?><a href="<?cs var:Site.base ?>/portal/agency/<?cs var:a.agency_id ?>"><?cs var:a.name ?></a><?cs /if ?></th><?cs
else ?><td data-label="<?cs var:k.label ?>"><?cs
 if:k.name == "state" ?><?cs call:tag(a.state_code, "") ?><?cs else ?><?cs var:a[k.name] ?><?cs /if ?></td><?cs /if ?><?cs /def ?><?cs

# Which columns are words is said once, by their places: four classes in each row are bytes for nothing. ?><?cs

def:results_words(inside) ?><?cs set:Results.place = #0 ?><?cs each:k = Results.columns ?><?cs
 if:inside || !k.inside ?><?cs set:Results.place = Results.place + #1 ?><?cs
 if:?k.words && k.name != "name" ?> matang-grid--words-<?cs var:Results.place ?><?cs /if ?><?cs /if ?><?cs /each ?><?cs /def ?><?cs

def:results_agencies(inside) ?><table class="govuk-table matang-table matang-grid<?cs call:results_words(inside) ?>">
<caption class="govuk-table__caption govuk-table__caption--m">Skor tiap perangkat daerah (11–55)</caption>
<thead><tr><?cs each:k = Results.columns ?><?cs if:inside || !k.inside ?><th scope="col"><?cs var:k.label ?></th><?cs /if ?><?cs /each ?></tr></thead>
<tbody>
<?cs each:a = Results.agencies ?><tr><?cs each:k = Results.columns ?><?cs if:inside || !k.inside ?><?cs
 call:results_cell(a, k, inside) ?><?cs /if ?><?cs /each ?></tr>
<?cs /each ?><?cs call:table_close() ?><?cs /def ?>
