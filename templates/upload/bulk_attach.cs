<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Tautkan ke kriteria" ?><?cs
if:#Bulk.count == #1 ?><?cs set:back_href = Site.base + "/upload/document/" + Bulk.first ?><?cs set:back_label = Documents.0.title ?><?cs
 else ?><?cs set:back_href = Site.base + "/upload/" ?><?cs set:back_label = "Dokumen data dukung" ?><?cs /if ?><?cs

def:choice(i) ?><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="item-<?cs var:i.id ?>" name="item-<?cs var:i.id ?>" type="checkbox" value="1"<?cs
 if:i.whole ?> checked disabled<?cs elif:i.checked ?> checked<?cs /if ?>>
<label class="govuk-label govuk-checkboxes__label" for="item-<?cs var:i.id ?>"><?cs var:i.title ?><?cs
 if:i.compulsory == #0 ?> (tidak wajib)<?cs /if ?><?cs if:i.whole ?> <span class="matang-choices__there">sudah ditautkan</span><?cs
 elif:i.linked > #0 ?> <span class="matang-choices__there"><?cs var:i.linked ?> dari <?cs var:Bulk.count ?> sudah ditautkan</span><?cs /if ?></label>
</div>
<?cs /def ?><?cs

def:variable(v) ?><details class="govuk-details matang-fold"<?cs
 if:v.some && !v.locked ?> open<?cs /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text"><?cs
 var:v.number ?>. <?cs var:v.name ?></span></summary>
<div class="govuk-details__text"><?cs
 if:v.locked ?><p class="govuk-body">Tidak termasuk yang dikembalikan, jadi tidak dapat diubah sekarang.</p><?cs else ?><?cs
 each:l = v.levels ?><fieldset class="govuk-fieldset matang-choices"><?cs
 call:level_heading(l) ?><div class="govuk-checkboxes govuk-checkboxes--small">
<?cs each:i = l.items ?><?cs call:choice(i) ?><?cs /each ?></div></fieldset>
<?cs /each ?><?cs /if ?></div></details>
<?cs /def ?><?cs

def:content() ?><?cs if:#Bulk.count == #1 ?><?cs call:page_title("Tautkan ke kriteria", Documents.0.title) ?><?cs else ?><?cs
 call:page_title("Tautkan ke kriteria", Bulk.count + " dokumen") ?><?cs /if ?>
<?cs if:#Bulk.count > #1 ?><ul class="govuk-list govuk-list--bullet"><?cs
 each:d = Documents ?><li><?cs var:d.title ?> <span class="matang-choices__there"><?cs call:facts(d) ?></span></li>
<?cs /each ?></ul><?cs /if ?>
<p class="govuk-body">Penilaian <?cs var:Assessment.year ?>. Buka variabelnya dan centang semua kriteria yang dibuktikan<?cs
 if:#Bulk.count > #1 ?> oleh dokumen-dokumen ini<?cs else ?> oleh dokumen ini<?cs /if ?>.</p>
<form method="post" action="<?cs var:Site.base ?>/upload/bulk-attach"><?cs call:csrf() ?>
<?cs each:d = Documents ?><input type="hidden" name="document-<?cs var:d.id ?>" value="1">
<?cs /each ?><?cs each:v = Variables ?><?cs call:variable(v) ?><?cs /each ?><?cs call:submit("Tautkan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
