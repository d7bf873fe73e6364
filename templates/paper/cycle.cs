<?cs include!"macros.cs" ?><?cs include!"paper/parts.cs" ?><?cs set:title = "Surat dan cetakan " + Cycle.year ?><?cs
 set:back_href = Site.base + "/paper/" ?><?cs set:back_label = "Periode" ?><?cs
set:place = "cycle/" + Cycle.id ?><?cs
if:Page.done == "all-issued" ?><?cs set:done_text = "Semua lembar yang belum ada sudah terbit." ?><?cs
elif:Page.done == "all-there" ?><?cs set:done_text = "Tidak ada yang perlu diterbitkan: semua sudah ada." ?><?cs
elif:Page.done == "no-papers" ?><?cs set:done_text = "Belum ada lembar perangkat daerah yang dapat diunduh." ?><?cs /if ?><?cs def:content() ?>
<?cs call:page_title(title, Cycle.region_name) ?>
<p class="govuk-body">Setiap lembar yang diterbitkan memuat status pada saat itu, kode dan kode QR untuk memeriksa keasliannya.
Menerbitkan lagi membuat lembar sebelumnya tidak berlaku.</p>
<?cs call:kind_rows("Lembar periode ini", place) ?>
<?cs if:May.issue ?><p class="govuk-body"><?cs
 call:link(Site.base + "/paper/cycle/" + Cycle.id + "/report", "Tulis kata pengantar, dasar, tim dan rekomendasi laporan kegiatan") ?></p><?cs /if ?>
<?cs if:subcount(Agencies) ?><h2 class="govuk-heading-m">Lembar semua perangkat daerah</h2>
<?cs if:May.issue ?><form method="post" action="<?cs var:Site.base ?>/paper/cycle/<?cs var:Cycle.id ?>/issue-agencies"><?cs call:csrf() ?>
<p class="govuk-body">Menerbitkan berita acara dan rekap yang belum ada, bagi setiap perangkat daerah yang verifikasinya sudah selesai.
Yang sudah terbit tidak diganti.</p>
<?cs call:submit_quiet("Terbitkan semua yang belum ada") ?></form>
<?cs /if ?><?cs if:May.draw ?><p class="govuk-body"><?cs
 call:link(Site.base + "/paper/cycle/" + Cycle.id + "/zip", "Unduh semua lembar perangkat daerah (ZIP berisi PDF)") ?></p>
<?cs /if ?><?cs call:table_open("Lembar tiap perangkat daerah") ?><?cs call:head_open() ?><?cs
 call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:a = Agencies ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/paper/agency/<?cs var:a.id ?>"><?cs
 var:a.name ?></a></th><?cs call:td_tag("Status", a.state, "") ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs /if ?>
<?cs call:past_rows("Lembar yang tidak berlaku lagi") ?>
<?cs /def ?><?cs include!"layout.cs" ?>
