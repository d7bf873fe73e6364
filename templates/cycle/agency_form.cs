<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Agency.id ?><?cs set:title = "Ubah perangkat daerah" ?><?cs set:back_href = base + "/agencies/" + Agency.id ?><?cs set:back_label = Agency.name ?><?cs
else ?><?cs set:title = "Tambah perangkat daerah" ?><?cs set:back_href = base + "/agencies" ?><?cs set:back_label = "Perangkat daerah" ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(title, Agency.region_name) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/<?cs if:Agency.id ?><?cs var:Agency.id ?>/edit<?cs else ?>new<?cs /if ?>" novalidate>
<?cs call:csrf() ?><?cs if:Agency.id ?><?cs call:hidden("version") ?><input type="hidden" name="region_id" value="<?cs var:Agency.region_id ?>">
<?cs else ?><?cs call:select_field("region_id", "Daerah", "", Options.regions) ?><?cs /if ?><?cs
set:optional = " (tidak wajib)" ?><?cs each:c = Columns ?><?cs if:c.name == "head_title" ?><?cs set:optional = "" ?>
<h2 class="govuk-heading-m">Kepala perangkat daerah</h2>
<p class="govuk-body">Dicetak pada formulir yang ditandatangani. Dapat dilengkapi nanti.</p>
<?cs /if ?><?cs call:column_field(c, "off", optional) ?><?cs /each ?><?cs
call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
