<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Setting.label ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/settings" ?><?cs set:back_label = "Pengaturan aplikasi" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/settings/<?cs var:Setting.name ?>" novalidate><?cs call:csrf() ?><?cs call:hidden("version") ?><?cs
if:subcount(Choices) ?><?cs call:fieldset_open("value", Setting.label, "") ?><div class="govuk-checkboxes">
<?cs each:c = Choices ?><?cs call:check_item(c.name, c.name, "1", c.label, "", c.chosen) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?><?cs elif:?Setting.address ?><?cs
 call:input_field("value", "Alamat", "Dimulai dengan https://. Bila kosong, tertulis bahwa lisensi belum ditetapkan.", "url", "off", "") ?><?cs
elif:?Setting.sites ?><?cs
 call:input_field("value", "Situs", "Seperti https://www.kota.go.id; beberapa situs dipisah spasi. Bila kosong, tidak ada.", "text", "off", "") ?><?cs
else ?><?cs
 call:input_field("value", "Nilai", "Angka bulat dari " + Setting.min + " sampai " + Setting.max + ".", "text", "off", "5") ?><?cs /if ?><?cs
call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
