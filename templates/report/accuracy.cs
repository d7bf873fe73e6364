<?cs include!"macros.cs" ?><?cs include!"report/parts.cs" ?><?cs set:title = "Kesesuaian penilaian mandiri " + Results.region_name ?><?cs
 set:back_href = Site.base + "/report/region/" + Results.cycle_id ?><?cs set:back_label = "Laporan daerah" ?><?cs

def:count(label, number) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs
 if:number != "" ?><?cs var:number ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs

def:cells(one) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Kesesuaian"><?cs
 if:one.percent ?><?cs var:one.percent ?> %<?cs else ?>–<?cs /if ?></td><?cs call:count("Sama", one.same) ?><?cs
 call:count("Terlalu tinggi", one.above) ?><?cs call:count("Terlalu rendah", one.below) ?><?cs /def ?><?cs

def:heads(first) ?><?cs call:head_open() ?><?cs call:th(first) ?><?cs call:th_num("Kesesuaian") ?><?cs call:th_num("Sama") ?><?cs
 call:th_num("Terlalu tinggi") ?><?cs call:th_num("Terlalu rendah") ?><?cs call:head_close() ?><?cs /def ?><?cs

def:content() ?><?cs set:caption = Results.region_name + " · " + Results.year ?><?cs call:page_title("Kesesuaian penilaian mandiri", caption) ?>
<p class="govuk-body"><?cs call:accuracy_words() ?></p>
<?cs if:Accuracy.percent ?><p class="govuk-body">Seluruh daerah: <strong><?cs var:Accuracy.percent ?> %</strong> dari <?cs
 var:Accuracy.compared ?> penilaian variabel; <?cs var:Accuracy.same ?> sama, <?cs
 var:Accuracy.above ?> dinilai terlalu tinggi, <?cs var:Accuracy.below ?> terlalu rendah oleh perangkat daerah.</p>
<?cs call:table_open("Tiap perangkat daerah, yang paling jauh berbeda lebih dahulu") ?><?cs call:heads("Perangkat daerah") ?><?cs
 each:a = Agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/report/agency/<?cs var:a.assessment_id ?>/compare#kesesuaian"><?cs var:a.name ?></a></th><?cs
 call:cells(a) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs call:table_open("Tiap variabel, semua perangkat daerah") ?><?cs call:heads("Variabel") ?><?cs each:v = Variables ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:v.name ?></th><?cs
 call:cells(v) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs set:href = Site.base + "/report/region/" + Results.cycle_id + "/accuracy/table" ?><?cs call:downloads(href, "") ?>
<?cs call:accuracy_explained() ?><?cs
else ?><?cs call:empty_state("Belum ada yang dapat dibandingkan", "Angka muncul setelah verifikasi satu perangkat daerah selesai.") ?><?cs /if ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
