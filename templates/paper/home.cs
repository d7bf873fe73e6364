<?cs include!"macros.cs" ?><?cs set:title = "Surat dan cetakan" ?><?cs def:content() ?>
<?cs call:page_title(title, "") ?>
<?cs if:subcount(Assessments) ?><?cs call:tasks_open() ?>
<?cs each:a = Assessments ?><?cs set:href = Site.base + "/paper/agency/" + a.id ?><?cs
 set:label = a.agency_name + " " + a.year ?><?cs call:task_row(href, label, "", a.state, "") ?><?cs /each ?>
<?cs call:tasks_close() ?><?cs elif:subcount(Cycles) ?><?cs call:table_open("Periode penilaian") ?><?cs call:head_open() ?><?cs
 call:th("Daerah") ?><?cs call:th("Tahun") ?><?cs call:head_close() ?>
<?cs each:c = Cycles ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/paper/cycle/<?cs var:c.id ?>"><?cs
 var:c.region_name ?></a></th><?cs call:td("Tahun", c.year) ?><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs else ?><?cs
 call:empty_state("Belum ada periode", "Surat dan cetakan muncul di sini setelah periode penilaian dibuka.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
