<?cs # SPDX-License-Identifier: ISC ?><?cs
# What the pages about evidence share; included after macros.cs. ?><?cs

# the criterion that asked for a document, if one did ?><?cs
def:place() ?><?cs
 if:?Criterion.id ?><input type="hidden" name="assessment" value="<?cs var:Assessment.id ?>"><input type="hidden" name="item" value="<?cs var:Criterion.id ?>">
<?cs /if ?><?cs /def ?><?cs
def:for_criterion() ?><?cs if:?Criterion.id ?><div class="govuk-inset-text"><p class="govuk-body-s matang-criterion-of">Variabel <?cs
 var:Criterion.variable ?>, Tingkat <?cs var:Criterion.level ?><?cs
 if:!Criterion.required ?> (tidak wajib)<?cs /if ?></p>
<p class="govuk-body"><strong><?cs var:Criterion.title ?></strong></p></div>
<?cs /if ?><?cs /def ?><?cs

# title, kind, and what may be added later: the first fields of every form that has them ?><?cs
def:more_fields() ?><?cs call:text_field("number", "Nomor", "Nomor surat atau keputusan, bila ada.") ?><?cs
 call:date_field("dated", "Tanggal dokumen", "") ?><?cs
 call:date_field("period_from", "Berlaku sejak", "Awal masa berlaku, atau awal kurun yang dilaporkan.") ?><?cs
 call:date_field("period_until", "Berlaku sampai", "") ?><?cs /def ?><?cs
def:title_and_kind(hint) ?><?cs call:text_field("title", "Judul", hint) ?><?cs call:select_field("kind", "Jenis dokumen", "", Kinds) ?><?cs /def ?><?cs
def:details_fields(hint) ?><?cs call:title_and_kind(hint) ?><details class="govuk-details matang-fold"<?cs
 if:filled(Form.value.number) || Form.value.dated || Form.value.period_from || Form.value.period_until || ?Form.error.number ||
    ?Form.error.dated || ?Form.error.period_from || ?Form.error.period_until ?> open<?cs /if ?>>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Nomor, tanggal dan masa berlaku (boleh menyusul)</span></summary>
<div class="govuk-details__text"><?cs call:more_fields() ?></div>
</details>
<?cs /def ?><?cs

def:file_input(label) ?><?cs
 call:pictures_field("file", label, Upload.takes + ", paling besar " + Upload.max +
    ". Beberapa foto sekaligus menjadi satu PDF.", Upload.accept) ?><?cs /def ?><?cs

# what src/js/upload needs to put a place for many files before a form of one ?><?cs
def:many_files(label, done_href, done_label) ?> data-upload="<?cs var:Site.base ?>/upload/files" data-upload-limit="<?cs
 var:Site.base ?>/upload/upload-limit" data-upload-renew="<?cs var:Site.base ?>/upload/new" data-upload-sign-in="<?cs
 var:Site.base ?>/account/" data-upload-person="<?cs var:Actor.id ?>" data-upload-label="<?cs var:label ?>" data-upload-done="<?cs
 var:done_href ?>" data-upload-done-label="<?cs var:done_label ?>"<?cs
 if:?Criterion.id ?> data-upload-title="<?cs var:Criterion.title ?>"<?cs /if ?><?cs /def ?><?cs
def:many_files_here() ?><?cs if:?Criterion.id ?><?cs call:many_files("Variabel " + Criterion.variable + ": " + Criterion.title,
    Site.base + "/questionnaire/" + Assessment.id + "/" + Criterion.variable, "Kembali ke variabel " + Criterion.variable) ?><?cs
 else ?><?cs call:many_files("pustaka dokumen", Site.base + "/upload/", "Lihat semua dokumen") ?><?cs /if ?><?cs /def ?><?cs

def:upload_form(submit_label) ?><form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/upload/new"<?cs
 call:many_files_here() ?> class="matang-narrow" novalidate><?cs call:csrf() ?>
<?cs call:place() ?><?cs call:details_fields("Boleh dikosongkan: judul dan jenis dokumen diambil dari nama berkas.") ?><?cs
 call:file_input("Berkas") ?><?cs call:submit(submit_label) ?></form>
<?cs /def ?><?cs

# what a list says of a document below its title ?><?cs
def:facts(d) ?><?cs var:d.kind ?><?cs if:filled(d.number) ?> · Nomor <?cs var:d.number ?><?cs /if ?><?cs
 if:d.dated ?> · <?cs var:d.dated ?><?cs /if ?><?cs /def ?><?cs

def:outside_tag() ?><?cs call:tag("pending", "Alamat luar") ?><?cs /def ?><?cs

# a variable is chosen first, then a criterion of it ?><?cs
def:variables(base) ?><ul class="govuk-task-list">
<?cs each:v = Variables ?><li class="govuk-task-list__item<?cs if:!v.locked ?> govuk-task-list__item--with-link<?cs /if ?>">
<div class="govuk-task-list__name-and-hint"><?cs
 if:v.locked ?><div><?cs var:v.number ?>. <?cs var:v.name ?></div><div class="govuk-task-list__hint">Tidak termasuk yang dikembalikan</div><?cs
 else ?><a class="govuk-link govuk-task-list__link" href="<?cs var:url_validate(base) ?>?variable=<?cs var:v.number ?>"><?cs
 var:v.number ?>. <?cs var:v.name ?></a><?cs /if ?></div>
<div class="govuk-task-list__status"><?cs if:v.links > #0 ?><?cs call:tag("complete", "Ada di " + v.links + " kriteria") ?><?cs /if ?></div>
</li>
<?cs /each ?></ul>
<?cs /def ?><?cs

def:level_heading(l) ?><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Tingkat <?cs var:l.roman ?></legend>
<p class="govuk-hint"><?cs var:l.text ?></p>
<?cs /def ?>
