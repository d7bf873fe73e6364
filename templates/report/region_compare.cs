<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"report/parts.cs" ?><?cs
 set:title = "Perbandingan " + Results.region_name ?><?cs set:back_href = Site.base + "/report/region/" + Results.cycle_id ?><?cs
 set:back_label = "Laporan daerah" ?><?cs

def:pair(label, from, to) ?><?cs call:row_open() ?><?cs
 call:td_head(label) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:From.year ?>"><?cs
 if:from != "" ?><?cs var:from ?><?cs
 else ?>–<?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:To.year ?>"><?cs
 if:to != "" ?><?cs var:to ?><?cs
 else ?>–<?cs /if ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:both() ?><?cs call:table_open("Dua periode berdampingan") ?><?cs call:head_open() ?><?cs call:th("Angka") ?><?cs
 call:th_num(From.year) ?><?cs call:th_num(To.year) ?><?cs call:head_close() ?>
<?cs call:pair("Perangkat daerah", From.count, To.count) ?><?cs call:pair("Sudah dinilai", From.assessed, To.assessed) ?><?cs
 call:pair("Rata-rata yang dinilai", From.average, To.average) ?><?cs call:pair("Rata-rata semua perangkat daerah", From.all, To.all) ?><?cs
 call:pair("Kategori", From.category, To.category) ?><?cs call:table_close() ?>
<?cs if:Both.fewer ?><?cs if:Both.count > #0 ?><?cs set:both_words = "Selesai di kedua periode: " + Both.count +
 " perangkat daerah. Rata-rata mereka " + Both.from + " lalu " + Both.to +
 "; rata-rata di atas memuat perangkat daerah yang berbeda, maka selisihnya bukan perubahan." ?><?cs else ?><?cs
 set:both_words = "Tidak ada perangkat daerah yang selesai di kedua periode: rata-ratanya tidak dapat dibandingkan." ?><?cs /if ?><?cs
 call:inset(both_words) ?><?cs /if ?>
<?cs if:Other.different ?><?cs
 call:inset("Kedua periode memakai instrumen dengan variabel yang berbeda, maka rata-rata tiap variabel tidak dibandingkan.") ?><?cs
 elif:!Both.fewer ?><?cs call:picture(Pictures.years) ?><?cs /if ?>
<h2 class="govuk-heading-m">Perangkat daerah mana yang berubah</h2>
<p class="govuk-body"><?cs var:Moved.up ?> naik, <?cs var:Moved.down ?> turun, <?cs var:Moved.same ?> tetap.</p>
<?cs call:table_open("Skor akhir tiap perangkat daerah, kenaikan terbesar lebih dahulu") ?><?cs call:head_open() ?><?cs
 call:th("Perangkat daerah") ?><?cs call:th_num(From.year) ?><?cs call:th_num(To.year) ?><?cs
 call:th_num("Perubahan") ?><?cs call:head_close() ?>
<?cs each:p = Pairs ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/report/agency/<?cs var:p.assessment_id ?>/compare"><?cs
 var:p.name ?></a></th><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:From.year ?>"><?cs
 if:#p.from > #0 ?><?cs var:p.from ?><?cs
 else ?>–<?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:To.year ?>"><?cs
 if:#p.to > #0 ?><?cs var:p.to ?><?cs
 else ?>–<?cs /if ?></td><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Perubahan"><?cs
 if:p.change != "" ?><?cs var:p.change ?><?cs
 else ?>–<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs
 set:href = Site.base + "/report/region/" + Results.cycle_id + "/compare/table" ?><?cs set:query = "with=" + Other.cycle ?><?cs
 call:downloads(href, query) ?><?cs /def ?><?cs

def:content() ?><?cs set:caption = "Laporan penilaian kematangan organisasi " + Results.year ?><?cs
 call:page_title("Perbandingan dua periode, " + Results.region_name, caption) ?>
<?cs if:subcount(Years) ?><p class="govuk-body">Bandingkan <?cs var:Results.year ?> dengan:</p><?cs
 call:years_nav("/report/region/" + Results.cycle_id + "/compare") ?><?cs if:From.year ?><?cs call:both() ?><?cs /if ?><?cs
else ?><?cs call:empty_state("Belum ada periode lain", "Perbandingan muncul setelah daerah ini mempunyai dua periode penilaian.") ?><?cs /if ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak perbandingan") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
