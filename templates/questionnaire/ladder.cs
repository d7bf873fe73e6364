<?cs # SPDX-License-Identifier: ISC ?><?cs
# A level with the documents that it asks for; included after macros.cs and questionnaire/parts.cs, by the page of a
# variable and by the help, which shows what the page has. ?><?cs

def:attach(document) ?><?cs if:May.write ?><button type="submit" class="govuk-button govuk-button--secondary matang-attach" name="attach-<?cs
 var:document.id ?>" value="1">Tambah<span class="govuk-visually-hidden"> dokumen untuk <?cs var:document.title ?></span></button>
<?cs /if ?><?cs /def ?><?cs

def:pending_button(document) ?><?cs
 if:May.write && document.required && !subcount(document.pending) && !subcount(document.links) ?><p class="matang-item__later"><button
type="submit" class="govuk-button govuk-button--link" name="pending-<?cs
 var:document.id ?>" value="1">Belum ada, akan menyusul<span class="govuk-visually-hidden">: <?cs var:document.title ?></span></button></p>
<?cs /if ?><?cs /def ?><?cs

def:item(document) ?><div class="matang-item"<?cs
 if:May.write ?> data-upload-at="<?cs var:Site.base ?>/upload/attach/<?cs var:Assessment.id ?>/<?cs var:document.id ?>"<?cs /if ?>>
<div class="matang-item__head"><p class="matang-item__title matang-checklist__item matang-checklist__item--<?cs if:document.have ?>have<?cs
 elif:document.required ?>missing<?cs else ?>optional<?cs /if ?>"><span class="govuk-visually-hidden"><?cs if:document.have ?>Ada:<?cs
 elif:document.required ?>Belum ada:<?cs else ?>Tidak wajib, belum ada:<?cs /if ?></span> <?cs var:document.title ?><?cs
 if:!document.required ?> <span class="matang-checklist__note">(tidak wajib)</span><?cs /if ?></p>
<?cs call:attach(document) ?></div>
<?cs call:criterion_help(document.help) ?><?cs if:subcount(document.links) ?><ul class="govuk-list">
<?cs each:k = document.links ?><?cs call:attached(k) ?><?cs /each ?></ul>
<?cs /if ?><?cs call:pending_button(document) ?><?cs call:pending_list(document.pending, May.write) ?></div>
<?cs /def ?><?cs

def:wording(level) ?><p class="matang-rung__text" id="level-<?cs var:level.number ?>-text"><?cs var:level.text ?></p>
<?cs /def ?><?cs

# Above its documents is said how many of them are there; a level that is folded has its wording with them,
# but where none is chosen yet: then all five are to be read. ?><?cs
def:rung(level) ?><div class="matang-rung<?cs if:level.number == Form.value.level ?> matang-rung--chosen<?cs /if ?>">
<input class="matang-rung__input" type="radio" id="level-<?cs var:level.number ?>" name="level" value="<?cs var:level.number ?>"<?cs
 if:level.number == Form.value.level ?> checked<?cs /if ?><?cs
 if:!May.write ?> disabled<?cs /if ?> aria-describedby="level-<?cs var:level.number ?>-text">
<label class="matang-rung__label" for="level-<?cs var:level.number ?>">Tingkat <?cs var:level.roman ?></label>
<?cs if:level.told ?><?cs call:wording(level) ?><?cs /if ?><details class="matang-rung__fold"<?cs if:level.open ?> open<?cs /if ?>>
<summary class="matang-rung__count<?cs if:level.short ?> matang-rung__count--short<?cs elif:level.wanted > #0 && level.whole ?> matang-rung__count--whole<?cs
 /if ?>"><span class="govuk-visually-hidden">Tingkat <?cs var:level.roman ?>: </span><?cs
 if:level.wanted > #0 ?><?cs var:level.have ?> dari <?cs var:level.wanted ?> dokumen<?cs
 elif:level.links > #0 ?><?cs var:level.links ?> dokumen<?cs else ?>tanpa dokumen wajib<?cs /if ?></summary>
<div class="matang-rung__documents" id="documents-<?cs var:level.number ?>" tabindex="-1">
<?cs if:!level.told ?><?cs call:wording(level) ?><?cs /if ?><?cs each:d = level.documents ?><?cs call:item(d) ?><?cs /each ?></div>
</details>
</div>
<?cs /def ?>
