<?cs include!"macros.cs" ?><?cs include!"since.cs" ?><?cs set:title = "Laporan" ?><?cs def:content() ?>
<?cs call:page_title("Laporan", "Langkah 7 dari 7") ?>
<?cs call:since("/report/history") ?><?cs if:subcount(Assessments) ?><?cs call:tasks_open() ?><?cs each:a = Assessments ?><?cs
 set:href = Site.base + "/report/agency/" + a.id ?><?cs set:label = "Penilaian " + a.year ?><?cs
 call:task_row(href, label, a.agency_name, a.state, "") ?><?cs /each ?><?cs call:tasks_close() ?><?cs set:href = Site.base + "/report/table" ?><?cs
 call:downloads(href, "") ?>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/history">Riwayat perubahan di perangkat daerah ini</a></p>
<?cs elif:subcount(Cycles) ?><?cs call:table_open("Periode penilaian") ?><?cs call:head_open() ?><?cs call:th("Daerah") ?><?cs
 call:th_num("Tahun") ?><?cs call:th_num("Selesai") ?><?cs call:th("Terbit") ?><?cs call:head_close() ?>
<?cs each:c = Cycles ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/report/region/<?cs var:c.id ?>"><?cs var:c.region_name ?> <?cs var:c.year ?></a><?cs
 if:c.received ?><span class="matang-copied">Salinan dari <?cs var:c.region_name ?>, diterima <?cs var:c.received ?></span><?cs /if ?></th><?cs
 call:td_num("Tahun", c.year) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Selesai"><?cs
 var:c.finished ?> dari <?cs var:c.agencies ?></td><td class="govuk-table__cell" data-label="Terbit"><?cs
 if:c.reported ?><?cs var:c.reported ?><?cs else ?>Belum<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs
 set:href = Site.base + "/report/table" ?><?cs call:downloads(href, "") ?>
<?cs if:List.previous ?><p class="govuk-body"><a class="govuk-link" href="?page=<?cs var:List.previous ?>">Lebih baru</a></p><?cs /if ?><?cs
 if:List.next ?><p class="govuk-body"><a class="govuk-link" href="?page=<?cs var:List.next ?>">Lebih lama</a></p><?cs /if ?>
<?cs if:Actor.role != "validator" ?><p class="govuk-body"><a class="govuk-link" href="<?cs
 var:Site.base ?>/questionnaire/other">Penilaian dengan instrumen lain</a></p>
<?cs /if ?>
<?cs if:Actor.role != "leader" ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/history">Riwayat perubahan di daerah ini</a><?cs
 if:Actor.role == "auditor" ?><br><a class="govuk-link" href="<?cs var:Site.base ?>/report/events">Catatan peristiwa: masuk, penolakan,
ekspor, unduhan</a><?cs /if ?></p><?cs /if ?>
<?cs else ?><?cs call:empty_state("Belum ada laporan", "Laporan muncul di sini setelah periode penilaian dibuka.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
