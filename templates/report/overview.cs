<?cs include!"macros.cs" ?><?cs include!"picture.cs" ?><?cs include!"since.cs" ?><?cs set:title = "Ringkasan daerah" ?><?cs

def:lagging() ?><?cs
if:subcount(Lagging) ?><?cs call:table_open("Di bawah rata-rata, mulai dari yang terendah") ?><?cs
 call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th_num("Skor") ?><?cs call:th("Kategori") ?><?cs
 if:filled(Headline.before_year) ?><?cs call:th_num("Sejak " + Headline.before_year) ?><?cs /if ?><?cs
 call:th("Variabel terendah") ?><?cs call:head_close() ?>
<?cs each:a = Lagging ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/report/agency/<?cs var:a.assessment_id ?>"><?cs var:a.name ?></a></th><?cs
 call:td_num("Skor", a.final) ?><?cs call:td("Kategori", a.category) ?><?cs
 if:filled(Headline.before_year) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Sejak <?cs
 var:Headline.before_year ?>"><?cs if:filled(a.since) ?><?cs var:a.since ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><td
class="govuk-table__cell" data-label="Variabel terendah"><span><?cs var:a.lowest ?> <small>(Tingkat <?cs
 var:a.staged_roman ?>)</small></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:LaggingCount > subcount(Lagging) ?><p class="govuk-body">Masih ada <?cs
 var:LaggingCount - subcount(Lagging) ?> lagi di <a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs
 var:Shown.id ?>">laporan lengkap</a>.</p>
<?cs /if ?><?cs else ?><h2 class="govuk-heading-m">Di bawah rata-rata</h2>
<p class="govuk-body">Tidak ada: semua perangkat daerah sama dengan rata-ratanya.</p>
<?cs /if ?><?cs /def ?><?cs

def:running(r) ?><h2 class="govuk-heading-m" id="berjalan-<?cs var:r.year ?>">Penilaian <?cs var:r.year ?></h2>
<?cs call:progress(r.assessed, r.count, "perangkat daerah selesai dinilai") ?><?cs
 if:r.waiting > #0 ?><?cs call:details_open("Belum mengirim: " + r.waiting + " perangkat daerah") ?><ul class="govuk-list">
<?cs each:a = r.agencies ?><li><?cs var:a.name ?> <?cs call:tag(a.state, "") ?></li>
<?cs /each ?></ul><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Kematangan organisasi", Actor.region_name) ?>
<?cs call:since("") ?><?cs if:filled(Headline.number) ?><?cs call:headline(Headline) ?>
<?cs call:button_link(Site.base + "/report/region/" + Shown.id, "Buka laporan " + Headline.year) ?>
<?cs call:lagging() ?><?cs call:pictures() ?><?cs call:picture(Pictures.distribution) ?><?cs call:pictures_end() ?><?cs
 each:r = Running ?><?cs call:running(r) ?><?cs /each ?>
<h2 class="govuk-heading-m">Surat dan laporan</h2>
<ul class="govuk-list"><li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/cycle/<?cs var:Shown.id ?>">Laporan kegiatan,
rekapitulasi dan surat tahun <?cs var:Headline.year ?></a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Shown.id ?>/gaps">Dokumen yang kurang untuk tingkat berikutnya</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/">Semua tahun</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/questionnaire/other">Penilaian dengan instrumen lain</a></li>
</ul>
<?cs elif:subcount(Running) ?><p class="govuk-body">Belum ada perangkat daerah yang selesai dinilai. Angkanya
muncul begitu tim verifikasi menyelesaikan yang pertama.</p>
<?cs each:r = Running ?><?cs call:running(r) ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs
 var:r.id ?>">Buka laporan <?cs var:r.year ?></a></p><?cs /each ?>
<?cs else ?><?cs call:empty_state("Belum ada penilaian", "Hasil muncul di sini setelah daerah membuka periode penilaian.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
