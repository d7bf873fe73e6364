<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs include!"cycle/scaled.cs" ?><?cs set:title = Instrument.name ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/instruments/" + Instrument.id ?><?cs
set:back_href = base + "/instruments" ?><?cs set:back_label = "Instrumen" ?><?cs
if:Page.done == "imported" ?><?cs set:done_text = "Instrumen sudah dimuat sebagai draf. Periksa, lengkapi daftar dokumennya, lalu terbitkan." ?><?cs
elif:Page.done == "published" ?><?cs set:done_text = "Instrumen sudah terbit dan dapat dipakai untuk periode penilaian." ?><?cs
elif:Page.done == "created" ?><?cs set:done_text = "Salinannya sudah dibuat sebagai draf." ?><?cs /if ?><?cs

def:levels() ?><?cs call:table_open("Variabel") ?><?cs
call:head_open() ?><?cs call:th("Variabel") ?><?cs call:th_num("Dokumen") ?><?cs call:th_num("Wajib") ?><?cs call:head_close() ?><?cs
each:v = Variables ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(here + "/" + v.number, v.number + ". " + v.name) ?></th><?cs call:td_num("Dokumen", v.items) ?><?cs
 call:td_num("Wajib", v.compulsory) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?>
<p class="govuk-body">Unduh instrumen ini: <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/instrument/<?cs var:Instrument.id ?>/xlsx">buku kerja
Excel</a>, <a class="govuk-link" href="<?cs var:Site.base ?>/exchange/instrument/<?cs var:Instrument.id ?>/json">JSON</a>, atau CSV:
<a class="govuk-link" href="<?cs var:Site.base ?>/exchange/instrument/<?cs var:Instrument.id ?>/variabel">variabel</a>, <a
class="govuk-link" href="<?cs var:Site.base ?>/exchange/instrument/<?cs var:Instrument.id ?>/tingkat">tingkat</a>, <a
class="govuk-link" href="<?cs var:Site.base ?>/exchange/instrument/<?cs var:Instrument.id ?>/kategori">kategori</a>.
Semuanya dapat dimuat lagi sebagai draf, di sini atau di tempat lain.</p>
<?cs call:table_open("Kategori") ?><?cs
call:head_open() ?><?cs call:th("Kategori") ?><?cs call:th_num("Nilai") ?><?cs call:head_close() ?><?cs
each:c = Categories ?><?cs call:row_open() ?><?cs call:td_head(c.name) ?><?cs
 call:td_num("Nilai", c.least + " sampai " + c.most) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Instrument.name, "Instrumen") ?>
<?cs if:Instrument.state == "draft" && Instrument.own ?><div class="matang-next"><h2 class="govuk-heading-m">Masih draf</h2>
<p class="govuk-body">Periksa bunyi setiap tingkat dan daftar dokumennya. Setelah terbit tidak ada yang dapat diubah.</p>
<div class="govuk-button-group"><?cs call:button_link(here + "/publish", "Periksa dan terbitkan") ?><?cs
 call:button_link_secondary(here + "/edit", "Ubah nama") ?></div></div>
<?cs /if ?><?cs
 call:summary_open() ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Status</dt><dd class="govuk-summary-list__value"><?cs
 if:Instrument.state == "draft" ?><?cs call:tag("draft", "Draf") ?><?cs else ?><?cs
 call:tag("published", "Terbit") ?> <?cs var:Instrument.published ?><?cs /if ?></dd></div>
<?cs if:filled(Instrument.owner) ?><?cs call:summary_row("Milik", Instrument.owner) ?><?cs else ?><?cs
 call:summary_row("Milik", "Semua daerah") ?><?cs /if ?>
<?cs if:Instrument.course == "own" ?><?cs call:summary_text("Dasar", Instrument.basis) ?><?cs
 call:summary_row("Dipakai penilaian", Instrument.cycles) ?><?cs else ?><?cs call:summary_text("Dasar hukum", Instrument.basis) ?><?cs
 call:summary_row("Dipakai periode", Instrument.cycles) ?><?cs /if ?><?cs call:summary_close() ?>
<?cs if:Instrument.course == "own" ?><?cs call:scaled_rules() ?><?cs
 set:table_href = here + "/table" ?><?cs call:scaled_files(table_href) ?><?cs call:scaled_variables() ?><?cs
else ?><?cs call:levels() ?><?cs /if ?>
<?cs call:details_if("Salin menjadi draf baru", Form.error.name) ?><form method="post" action="<?cs
 var:Site.base ?>/cycle/instruments/<?cs var:Instrument.id ?>/copy" novalidate><?cs call:csrf() ?>
<?cs call:text_field("name", "Nama versi baru", "Misalnya dengan tahunnya.") ?><?cs call:submit("Salin") ?></form><?cs call:details_close() ?>
<?cs call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
