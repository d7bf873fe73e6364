<?cs include!"macros.cs" ?><?cs set:title = "Dokumen yang menaikkan skor perangkat daerah" ?><?cs
 set:back_href = Site.base + "/report/region/" + Results.cycle_id ?><?cs set:back_label = "Laporan daerah" ?><?cs

def:lift_single(s) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:s.title ?><span class="matang-copied">Variabel <?cs
 var:s.variable ?>, Tingkat <?cs var:s.roman ?></span><span class="matang-gap__names"><?cs var:s.names ?></span></th><?cs
 call:td_num("Menaikkan", s.lifted) ?><?cs call:td_num("Nilai", "+" + s.points) ?><?cs call:td_num("Sudah ada di", s.have) ?><?cs
 call:row_close() ?><?cs /def ?><?cs

def:lift_each(e) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/report/agency/<?cs
 var:e.id ?>/lift"><?cs var:e.name ?></a></th><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Sekarang"><?cs
 if:?e.now ?><?cs var:e.now ?><?cs else ?>–<?cs /if ?></td><?cs call:td_num("Tinggal dinilai", "+" + e.ready) ?><?cs
 each:p = e.points ?><?cs call:td_num(p.documents + " dokumen", "+" + p.points) ?><?cs /each ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs set:caption = Results.region_name + " · " + Results.year ?><?cs call:page_title(title, caption) ?>
<p class="govuk-body">Dihitung dari <?cs var:Looked ?> dari <?cs var:Results.count ?> perangkat daerah yang sudah mengirim penilaian,
menurut tingkat terakhir yang berlaku. Ini saran: tingkat tetap ditetapkan tim verifikasi.</p>
<?cs if:subcount(Singles) ?><?cs call:table_open("Satu dokumen yang menaikkan paling banyak perangkat daerah") ?><?cs call:head_open() ?><?cs
 call:th("Dokumen") ?><?cs call:th_num("Menaikkan") ?><?cs call:th_num("Nilai") ?><?cs call:th_num("Sudah ada di") ?><?cs call:head_close() ?>
<?cs each:s = Singles ?><?cs call:lift_single(s) ?>
<?cs /each ?><?cs call:table_close() ?><?cs elif:Looked > #0 ?><p class="govuk-body">Belum ada tingkat yang dapat naik hanya dengan satu dokumen.</p><?cs /if ?>
<?cs if:subcount(Each) ?><?cs call:table_open("Tiap perangkat daerah: kenaikan terbesar dengan sedikit dokumen") ?><?cs call:head_open() ?><?cs
 call:th("Perangkat daerah") ?><?cs call:th_num("Sekarang") ?><?cs call:th_num("Tinggal dinilai") ?><?cs call:th_num("1 dokumen") ?><?cs
 call:th_num("3 dokumen") ?><?cs call:th_num("5 dokumen") ?><?cs call:head_close() ?>
<?cs each:e = Each ?><?cs call:lift_each(e) ?>
<?cs /each ?><?cs call:table_close() ?><?cs else ?><?cs
 call:empty_state("Belum ada yang dapat dihitung", "Daftar ini muncul setelah perangkat daerah mengirim penilaiannya.") ?><?cs /if ?>
<?cs call:details_open("Cara membaca daftar ini") ?><p>“Menaikkan”: jumlah perangkat daerah yang untuk tingkat berikutnya hanya kekurangan dokumen itu.
“Nilai”: jumlah tingkat yang naik bila semuanya mempunyai dokumen itu. “Sudah ada di”: jumlah perangkat daerah yang dokumennya sudah dihitung.
“Tinggal dinilai”: dokumen wajib tingkat berikutnya sudah lengkap.</p><?cs call:details_close() ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak daftar") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
