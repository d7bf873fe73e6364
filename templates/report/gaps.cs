<?cs include!"macros.cs" ?><?cs set:title = "Yang kurang untuk tingkat berikutnya" ?><?cs
 set:back_href = Site.base + "/report/region/" + Results.cycle_id ?><?cs set:back_label = "Laporan daerah" ?><?cs

def:content() ?><?cs set:caption = Results.region_name + " · " + Results.year ?><?cs call:page_title("Yang kurang untuk tingkat berikutnya", caption) ?>
<p class="govuk-body">Bila setiap perangkat daerah naik satu tingkat di setiap variabel, jumlah skor seluruh perangkat daerah bertambah <strong><?cs
 var:Points ?></strong>. Di atas: variabel yang paling banyak menambah skor.
Di tiap variabel, yang di atas dokumen yang begitu ada langsung dapat menaikkan tingkat.</p>
<p class="govuk-body">Dihitung dari <?cs var:Looked ?> dari <?cs
 var:Results.count ?> perangkat daerah yang sudah mengirim penilaian, menurut tingkat terakhir yang sudah ditetapkan.</p>
<?cs if:subcount(Chances) ?><?cs set:href = Site.base + "/report/region/" + Results.cycle_id + "/gaps/table" ?><?cs call:downloads(href, "") ?><?cs
 else ?><?cs
 call:empty_state("Belum ada yang dapat dihitung", "Daftar ini muncul setelah perangkat daerah mengirim penilaiannya.") ?><?cs /if ?>
<?cs each:c = Chances ?><section class="matang-report-variable"><h2 class="govuk-heading-m"><?cs var:c.number ?>. <?cs var:c.name ?></h2>
<p class="govuk-body"><strong>+<?cs var:c.points ?></strong> bila <?cs var:c.points ?> perangkat daerah naik satu tingkat.<?cs
 if:c.ready > #0 ?> Pada <?cs var:c.ready ?> di antaranya dokumen wajibnya sudah lengkap: tinggal dinilai.<?cs /if ?></p>
<?cs
 if:subcount(c.gaps) ?><table class="govuk-table matang-table"><caption class="govuk-table__caption govuk-table__caption--s">Dokumen wajib yang kurang</caption>
<?cs call:head_open() ?><?cs call:th("Dokumen") ?><?cs call:th_num("Untuk tingkat") ?><?cs call:th_num("Kurang di") ?><?cs
 call:th_num("Langsung +1") ?><?cs call:head_close() ?>
<?cs each:g = c.gaps ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:g.title ?><span class="matang-gap__names"><?cs
 var:g.names ?></span></th><?cs call:td_num("Untuk tingkat", g.roman) ?><?cs call:td_num("Kurang di", g.lacking) ?><?cs
 call:td_num("Langsung +1", g.alone) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?></section>
<?cs /each ?>
<?cs call:details_open("Cara membaca daftar ini") ?><p>Satu tingkat didukung bila semua dokumen wajib tingkat itu dan tingkat di bawahnya sudah ada;
setelah diperiksa, bila diterima. “Kurang di” menghitung perangkat daerah yang belum mempunyai dokumen itu untuk tingkat berikutnya.
“Langsung +1” menghitung yang kekurangan dokumen itu saja: begitu ada, tingkatnya dapat naik.</p>
<p>Dokumen saja tidak menaikkan tingkat: tim verifikasi yang menetapkan.</p><?cs call:details_close() ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak daftar") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
