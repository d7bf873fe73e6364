<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"report/parts.cs" ?><?cs
 set:title = "Perbandingan " + Assessment.agency_name ?><?cs set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs
 set:back_label = "Laporan perangkat daerah" ?><?cs

def:figure(label, value) ?><div class="matang-scores__item"><dt><?cs var:label ?></dt><dd><?cs
 if:value != "" ?><?cs var:value ?><?cs else ?>–<?cs /if ?></dd></div><?cs /def ?><?cs

def:region() ?><h2 class="govuk-heading-m" id="daerah">Di antara perangkat daerah <?cs var:Assessment.region_name ?></h2>
<?cs if:Region.hidden == "alike" ?><?cs call:inset("Angka daerah tidak ditunjukkan: dari rata-ratanya dapat diketahui nilai tiap " +
    "perangkat daerah lain, karena hampir semuanya sama tinggi atau sama rendah.") ?>
<?cs elif:?Region.hidden ?><?cs call:inset("Angka daerah belum ditunjukkan: harus ada sedikitnya " + Region.threshold +
    " perangkat daerah lain yang sudah selesai diperiksa, supaya angka satu perangkat daerah tidak dapat ditebak dari rata-ratanya.") ?>
<?cs elif:!Region.average ?><p class="govuk-body">Belum ada perangkat daerah yang selesai diperiksa.
Rata-rata daerah muncul begitu yang pertama selesai.</p>
<?cs else ?><dl class="matang-scores">
<?cs call:figure("Perangkat daerah ini", Agency.final) ?><?cs call:figure("Rata-rata daerah", Region.average) ?><?cs
 call:figure("Kuartil 1", Region.lower) ?><?cs call:figure("Nilai tengah", Region.median) ?><?cs call:figure("Kuartil 3", Region.upper) ?>
</dl>
<p class="govuk-body">Dihitung dari <?cs var:Region.assessed ?> perangkat daerah yang sudah selesai diperiksa.<?cs
 if:Region.quarter ?> Skor <?cs var:Agency.final ?> <?cs var:Region.quarter ?>.<?cs /if ?></p>
<?cs if:Region.kept_back ?><p class="govuk-body">Rata-rata variabel yang memperlihatkan nilai tiap perangkat daerah lain tidak ditampilkan.</p>
<?cs /if ?><?cs call:picture(Pictures.spread) ?>
<?cs call:details_open("Cara menghitung kuartil") ?><p>Skor diurutkan dari yang terendah.
Kuartil 1, nilai tengah dan kuartil 3 membagi urutan itu menjadi empat bagian yang sama banyak; di antara dua skor diambil nilai
sebanding, sama dengan fungsi QUARTILE.INC di Excel. Hasilnya dibulatkan ke satu angka di belakang koma.</p>
<p>Kepada perangkat daerah hanya ditunjukkan angka gabungan tanpa nama. Perbandingan ini bukan bagian dari Permendagri 99 Tahun 2018.</p><?cs
 call:details_close() ?>
<?cs /if ?><?cs /def ?><?cs

def:years() ?><h2 class="govuk-heading-m" id="tahun">Dibandingkan dengan tahun lain</h2>
<?cs call:picture(Pictures.trend) ?><?cs if:subcount(Years) ?><?cs call:years_nav("/report/agency/" + Assessment.id + "/compare") ?><?cs
 if:Other.different ?><?cs
 call:inset("Instrumen tahun " + Other.year + " mempunyai variabel lain, maka tingkatnya tidak dapat dibandingkan satu per satu.") ?><?cs
 elif:Other.incomplete ?><?cs call:inset("Salah satu dari kedua tahun belum mempunyai skor yang lengkap.") ?><?cs
 elif:Other.year ?><?cs call:pictures() ?><?cs call:picture(Pictures.years) ?><?cs call:picture(Pictures.change) ?><?cs call:pictures_end() ?><?cs
 else ?><p class="govuk-body">Pilih tahun untuk dibandingkan.</p><?cs /if ?><?cs
 else ?><p class="govuk-body">Belum ada tahun lain untuk dibandingkan. Perbandingan antartahun
muncul begitu perangkat daerah ini dinilai pada tahun kedua.</p><?cs /if ?><?cs /def ?><?cs

def:level(label, number) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="<?cs var:label ?>"><?cs
 if:filled(number) ?><?cs var:number ?><?cs else ?>–<?cs /if ?></td><?cs /def ?><?cs

def:accuracy() ?><h2 class="govuk-heading-m" id="kesesuaian">Kesesuaian penilaian mandiri</h2>
<?cs if:Accuracy.percent ?><dl class="matang-scores"><?cs call:figure("Kesesuaian", Accuracy.percent + " %") ?><?cs
 call:figure("Sama", Accuracy.same) ?><?cs call:figure("Dinilai terlalu tinggi", Accuracy.above) ?><?cs
 call:figure("Dinilai terlalu rendah", Accuracy.below) ?></dl>
<p class="govuk-body">Dari <?cs var:Accuracy.compared ?> variabel. <?cs call:accuracy_words() ?></p>
<?cs call:level_key("") ?><?cs call:table_open("Tingkat menurut perangkat daerah dan menurut tim verifikasi") ?><?cs call:head_open() ?><?cs
 call:th("Variabel") ?><?cs call:th_num("Mandiri") ?><?cs call:th_num("Verifikasi") ?><?cs call:th_num("Selisih") ?><?cs
 call:th_num("Kesesuaian") ?><?cs call:head_close() ?>
<?cs each:v = Accuracy.variables ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:v.number ?>. <?cs var:v.name ?> <?cs
 call:level_marks(v.self, v.city, "") ?></th><?cs
 call:level("Mandiri", v.self) ?><?cs call:level("Verifikasi", v.city) ?><?cs
 call:td_num("Selisih", v.change) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Kesesuaian"><?cs
 if:v.percent ?><?cs var:v.percent ?> %<?cs else ?>–<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs set:href = Site.base + "/report/agency/" + Assessment.id + "/compare/table" ?><?cs call:downloads(href, "") ?>
<?cs call:accuracy_explained() ?>
<?cs else ?><p class="govuk-body">Muncul setelah verifikasi selesai.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs set:caption = Assessment.region_name + " · " + Assessment.year ?><?cs call:page_title("Perbandingan " + Assessment.agency_name, caption) ?>
<?cs call:region() ?><?cs call:years() ?><?cs call:accuracy() ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak perbandingan") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
