<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Pakai untuk kriteria lain" ?><?cs set:title_place = Document.title ?><?cs
set:here = Site.base + "/upload/document/" + Document.id + "/criteria" ?><?cs
if:#Variable.number > #0 ?><?cs set:back_href = here ?><?cs set:back_label = "Pilih variabel lain" ?><?cs else ?><?cs
 set:back_href = Site.base + "/upload/document/" + Document.id ?><?cs set:back_label = Document.title ?><?cs /if ?><?cs

def:choice(i) ?><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="item-<?cs var:i.id ?>" name="item-<?cs var:i.id ?>" type="checkbox" value="1"<?cs
 if:i.linked > #0 ?> checked disabled<?cs /if ?>>
<label class="govuk-label govuk-checkboxes__label" for="item-<?cs var:i.id ?>"><?cs var:i.title ?><?cs
 if:i.compulsory == #0 ?> (tidak wajib)<?cs /if ?><?cs
 if:i.linked > #0 ?> <span class="matang-choices__there">sudah ditautkan</span><?cs /if ?></label>
</div>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Pakai untuk kriteria lain", Document.title) ?>
<?cs if:#Variable.number == #0 ?><p class="govuk-body">Penilaian <?cs var:Assessment.year ?>. Pilih variabelnya dahulu.</p>
<?cs call:variables(here) ?><?cs else ?><h2 class="govuk-heading-m"><?cs var:Variable.number ?>. <?cs var:Variable.name ?></h2>
<form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?>
<input type="hidden" name="variable" value="<?cs var:Variable.number ?>">
<?cs each:l = Levels ?><fieldset class="govuk-fieldset matang-choices"><?cs call:level_heading(l) ?><div class="govuk-checkboxes govuk-checkboxes--small">
<?cs each:i = l.items ?><?cs call:choice(i) ?><?cs /each ?></div></fieldset>
<?cs /each ?><?cs call:submit("Tautkan") ?></form><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
