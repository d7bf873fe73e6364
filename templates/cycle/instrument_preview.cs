<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/instruments/new" ?><?cs set:back_label = "Pilih berkas lain" ?><?cs

# what was understood, also where some of it is to be mended ?><?cs
def:understood() ?><?cs if:ProblemCount > 0 && subcount(Variables) ?><h2 class="govuk-heading-m">Yang terbaca</h2>
<?cs /if ?><?cs each:v = Variables ?><?cs if:filled(v.name) ?><?cs call:details_open(v.number + ". " + v.name) ?><?cs
 each:l = v.levels ?><?cs if:filled(l.indicator) ?><h2 class="govuk-heading-s">Tingkat <?cs var:l.roman ?></h2>
<p class="govuk-body"><?cs var:l.indicator ?></p>
<?cs if:filled(l.guidance) ?><p class="govuk-body-s">Petunjuk verifikasi: <?cs var:l.guidance ?></p>
<?cs /if ?><ul class="govuk-list govuk-list--bullet">
<?cs each:i = l.items ?><li><?cs var:i.title ?><?cs if:i.compulsory == 1 ?> (wajib)<?cs /if ?><?cs if:i.signature == 1 ?> (bertanda tangan)<?cs /if ?></li>
<?cs /each ?></ul>
<?cs /if ?><?cs /each ?><?cs call:details_close() ?><?cs /if ?><?cs /each ?>
<?cs if:subcount(Categories) ?><?cs
 call:table_open("Kategori") ?><?cs call:head_open() ?><?cs call:th("Kategori") ?><?cs call:th_num("Nilai") ?><?cs call:head_close() ?><?cs
each:c = Categories ?><?cs if:filled(c.name) ?><?cs call:row_open() ?><?cs
 call:td_head(c.name) ?><?cs call:td_num("Nilai", c.least + " sampai " + c.most) ?><?cs
 call:row_close() ?><?cs /if ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Import.name) ?>
<?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs if:subcount(Mapping) && subcount(Kept) ?><?cs
 call:details_if("Ubah arti kolom", ProblemCount > 0) ?><form method="post" action="<?cs
 var:Site.base ?>/cycle/instruments/new/columns" novalidate><?cs call:csrf() ?><input type="hidden" name="name" value="<?cs
 var:Form.value.name ?>"><input type="hidden" name="basis" value="<?cs var:Form.value.basis ?>"><?cs
 each:k = Kept ?><input type="hidden" name="<?cs var:k.field ?>" value="<?cs var:k.value ?>"><?cs /each ?>
<?cs call:import_choices() ?><?cs call:submit_quiet("Baca lagi") ?></form><?cs call:details_close() ?><?cs /if ?><?cs
if:ProblemCount > 0 ?><?cs
 if:Import.json && Problems.0.where ?><p class="govuk-body">Tempatnya ditulis seperti dalam berkas JSON dan dihitung dari nol:
variables[0] adalah variabel pertama, levels[0] Tingkat I.</p>
<?cs /if ?><?cs call:button_link(base + "/instruments/new", "Pilih berkas yang sudah diperbaiki") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Count.variables ?></strong> variabel dengan masing-masing lima tingkat.
Belum ada yang tersimpan. Sesudah disimpan sebagai draf, bunyi dan daftar dokumen masih dapat diubah.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/instruments/store" novalidate><?cs call:csrf() ?><?cs call:hidden("content") ?><?cs
call:text_field("name", "Nama instrumen", "") ?><?cs call:text_field("basis", "Dasar hukum (tidak wajib)", "") ?><?cs
 call:submit("Simpan sebagai draf") ?></form>
<?cs /if ?><?cs call:understood() ?><?cs /def ?><?cs include!"layout.cs" ?>
