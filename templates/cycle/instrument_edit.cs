<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Ubah nama" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments/" + Instrument.id ?><?cs set:back_label = Instrument.name ?><?cs
def:content() ?><?cs call:page_title(title, Instrument.name) ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/instruments/<?cs var:Instrument.id ?>/edit" novalidate><?cs
 call:csrf() ?><?cs call:hidden("version") ?><?cs
call:text_field("name", "Nama instrumen", "") ?><?cs call:text_field("basis", "Dasar hukum (tidak wajib)", "") ?>
<h2 class="govuk-heading-m">Nama variabel</h2>
<?cs each:v = Variables ?><?cs call:text_field("variable-" + v.number, "Variabel " + v.number, "") ?><?cs /each ?><?cs
call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
