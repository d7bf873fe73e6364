<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Dokumen yang menyusul" ?><?cs
if:Actor.role == "operator" ?><?cs set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Criterion.variable ?><?cs
else ?><?cs set:back_href = Site.base + "/verify/" + Assessment.id + "/" + Criterion.variable ?><?cs /if ?><?cs
 set:back_label = "Variabel " + Criterion.variable ?><?cs
set:here = Site.base + "/upload/pending/" + Pending.id ?><?cs

def:version() ?><input type="hidden" name="version" value="<?cs var:Pending.version ?>"><?cs /def ?><?cs

def:candidate(k) ?><?cs call:radio("link", "link-" + k.id, k.id, k.title, "") ?><?cs /def ?><?cs

def:keeping() ?><section class="matang-panel" aria-labelledby="keep"><h2 class="govuk-heading-m" id="keep">Sudah ada?</h2>
<?cs if:subcount(Candidates) ?><form method="post" action="<?cs var:url_validate(here) ?>/keep" novalidate><?cs call:csrf() ?><?cs call:version() ?>
<?cs call:fieldset_open("link", "Dokumen mana yang ditunggu itu?", "Yang tersimpan di kriteria ini.") ?><div class="govuk-radios govuk-radios--small">
<?cs each:k = Candidates ?><?cs call:candidate(k) ?><?cs /each ?></div>
<?cs call:fieldset_close() ?><?cs call:submit("Tandai sudah dipenuhi") ?></form>
<?cs else ?><p class="govuk-body">Begitu dokumennya tersimpan dan ditautkan di kriteria ini, catatan ini selesai dengan sendirinya.</p>
<?cs if:Actor.role == "operator" ?><?cs
 call:button_link(Site.base + "/upload/attach/" + Assessment.id + "/" + Criterion.id, "Tambah dokumennya") ?><?cs /if ?><?cs /if ?></section>
<?cs /def ?><?cs

def:changing() ?><section class="matang-panel" aria-labelledby="change"><h2 class="govuk-heading-m" id="change">Ubah</h2>
<form method="post" action="<?cs var:url_validate(here) ?>/change" novalidate><?cs call:csrf() ?><?cs call:version() ?>
<?cs call:text_field("title", "Dokumen apa", "") ?><?cs call:date_field("due", "Ada paling lambat", "") ?><?cs
 call:textarea_field("reason", "Alasan", "Tersimpan dalam riwayat dan dibaca kedua pihak.", "2",
    "1000") ?><button type="submit" class="govuk-button govuk-button--secondary">Simpan perubahan</button></form></section>
<?cs call:details_form_open("Tidak jadi?") ?><form method="post" action="<?cs var:url_validate(here) ?>/withdraw" novalidate><?cs
 call:csrf() ?><?cs call:version() ?>
<?cs call:textarea_field("why", "Alasan ditarik", "", "2",
    "1000") ?><button type="submit" class="govuk-button govuk-button--warning">Tarik</button></form><?cs call:details_close() ?>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title(Pending.title, title + " · " + Assessment.agency_name) ?>
<?cs call:for_criterion() ?><?cs call:summary_open() ?><?cs call:summary_row("Paling lambat", Pending.due) ?><?cs
 if:Pending.side == "agency" ?><?cs call:summary_row("Akan diunggah oleh", Pending.who) ?><?cs else ?><?cs
 call:summary_row("Diminta oleh", Pending.who) ?><?cs /if ?><?cs call:summary_close() ?>
<div class="matang-narrow"><?cs call:keeping() ?><?cs if:Pending.own ?><?cs call:changing() ?><?cs
 else ?><p class="govuk-body">Tanggal dan isinya hanya dapat diubah oleh pihak yang mencatatnya.</p><?cs /if ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
