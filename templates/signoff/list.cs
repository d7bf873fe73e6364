<?cs include!"macros.cs" ?><?cs set:title = "Pengesahan" ?><?cs def:content() ?>
<?cs call:page_title("Pengesahan", "Langkah 6 dari 7") ?>
<?cs if:subcount(Assessments) ?><?cs call:tasks_open() ?>
<?cs each:a = Assessments ?><?cs set:href = Site.base + "/signoff/" + a.id + "/" ?><?cs set:label = a.agency_name + " " + a.year ?><?cs
 call:task_row(href, label, a.turn, a.state, "") ?><?cs /each ?>
<?cs call:tasks_close() ?><?cs
 set:href = Site.base + "/signoff/table" ?><?cs
 call:downloads(href, "") ?><?cs else ?><?cs call:empty_state("Belum ada penilaian", "Penilaian muncul di sini setelah periode dibuka.") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
