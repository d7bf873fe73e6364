<?cs include!"macros.cs" ?><?cs include!"why.cs" ?><?cs set:title = heading + " " + Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/report/agency/" + Assessment.id ?><?cs set:back_label = "Laporan perangkat daerah" ?><?cs

def:content() ?><?cs set:caption = Assessment.agency_name + " · " + Assessment.year ?><?cs call:page_title(heading, caption) ?>
<?cs call:why_body() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
