<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Pindahkan dokumen" ?><?cs set:title_place = Document.title ?><?cs
set:here = Site.base + "/upload/link/" + Link.id + "/move" ?><?cs
if:#Variable.number > #0 ?><?cs set:back_href = here ?><?cs set:back_label = "Pilih variabel lain" ?><?cs
elif:Actor.role == "operator" ?><?cs set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Criterion.variable ?><?cs
 set:back_label = "Variabel " + Criterion.variable ?><?cs
else ?><?cs set:back_href = Site.base + "/verify/" + Assessment.id + "/" + Criterion.variable ?><?cs
 set:back_label = "Variabel " + Criterion.variable ?><?cs /if ?><?cs

def:choice(i) ?><div class="govuk-radios__item">
<input class="govuk-radios__input" id="item-<?cs var:i.id ?>" name="item" type="radio" value="<?cs var:i.id ?>"<?cs
 if:i.linked > #0 ?> disabled<?cs elif:i.id == Form.value.item ?> checked<?cs /if ?>>
<label class="govuk-label govuk-radios__label" for="item-<?cs var:i.id ?>"><?cs var:i.title ?><?cs
 if:i.compulsory == #0 ?> (tidak wajib)<?cs /if ?><?cs
 if:i.linked > #0 ?> <span class="matang-choices__there">sudah ada di sini</span><?cs /if ?></label>
</div>
<?cs /def ?><?cs

def:now() ?><?cs call:summary_open() ?><?cs call:summary_row("Dokumen", Link.title) ?><?cs
 call:summary_row("Sekarang di", "Variabel " + Criterion.variable + ", Tingkat " + Criterion.level + ": " + Criterion.title) ?><?cs
 call:summary_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Pindahkan dokumen", Assessment.agency_name) ?>
<?cs call:now() ?><?cs if:#Variable.number == #0 ?><p class="govuk-body">Ke variabel mana?</p>
<?cs call:variables(here) ?><?cs else ?><h2 class="govuk-heading-m">Ke variabel <?cs var:Variable.number ?>. <?cs var:Variable.name ?></h2>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?>
<input type="hidden" name="variable" value="<?cs var:Variable.number ?>"><input type="hidden" name="version" value="<?cs var:Link.version ?>">
<?cs call:field_open("item") ?><div id="item" tabindex="-1"><?cs call:field_notes("item", "") ?><?cs
 each:l = Levels ?><fieldset class="govuk-fieldset matang-choices"><?cs call:level_heading(l) ?><div class="govuk-radios govuk-radios--small">
<?cs each:i = l.items ?><?cs call:choice(i) ?><?cs /each ?></div></fieldset>
<?cs /each ?></div><?cs call:field_close() ?><?cs
 call:textarea_field("reason", "Alasan", "Tersimpan dalam riwayat dan dibaca perangkat daerah maupun tim verifikasi. " +
    "Keputusan atas dokumen di tempat yang lama tidak ikut pindah.", "3", "1000") ?><?cs call:submit("Pindahkan") ?></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
