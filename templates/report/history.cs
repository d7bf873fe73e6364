<?cs include!"macros.cs" ?><?cs set:title = "Riwayat" ?><?cs if:Assessment.id ?><?cs
 set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs else ?><?cs
 set:back_href = Site.base + "/report/" ?><?cs /if ?><?cs def:content() ?>
<?cs if:Assessment.id ?><?cs set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs else ?><?cs
 set:caption = Actor.region_name ?><?cs /if ?><?cs call:page_title("Riwayat perubahan", caption) ?>
<?cs if:subcount(Entries) ?><?cs call:history(Entries) ?><?cs else ?><?cs
 call:empty_state("Belum ada perubahan", "Setiap perubahan keadaan, tingkat, keputusan dan hak tercatat di sini.") ?><?cs /if ?>
<?cs if:List.next ?><p class="govuk-body"><a class="govuk-link" href="?before=<?cs var:List.next ?>">Lebih lama</a></p><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
