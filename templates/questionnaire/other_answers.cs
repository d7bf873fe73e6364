<?cs include!"macros.cs" ?><?cs include!"questionnaire/other_parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Dimension.name ?><?cs set:back_href = own ?><?cs set:back_label = Appraisal.subject ?><?cs

def:question(q) ?><?cs set:level_name = "level-" + q.number ?><?cs set:note_name = "note-" + q.number ?><?cs
 if:filled(q.inner) ?><h2 class="govuk-heading-m"><?cs var:q.inner ?></h2>
<?cs /if ?><?cs set:legend = q.number + ". " + q.name ?><?cs set:about = q.hint ?><?cs
 if:filled(q.condition) ?><?cs if:filled(about) ?><?cs set:about = about + " " ?><?cs /if ?><?cs set:about = about + q.condition ?><?cs /if ?><?cs
 call:fieldset_open(level_name, legend, about) ?><div class="govuk-radios govuk-radios--small govuk-radios--inline"><?cs
 each:w = q.words ?><?cs set:radio_id = level_name + "-" + w.value ?><?cs call:radio(level_name, radio_id, w.value, w.label, "") ?><?cs /each ?></div><?cs
 call:fieldset_close() ?><?cs call:text_field(note_name, "Catatan nomor " + q.number, "") ?><?cs /def ?><?cs

def:read_question(q) ?><?cs set:level_name = "level-" + q.number ?><?cs set:note_name = "note-" + q.number ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:q.number ?>. <?cs var:q.name ?><?cs
 if:filled(q.hint) ?><span class="govuk-hint"><?cs var:q.hint ?></span><?cs /if ?></th><td class="govuk-table__cell" data-label="Jawaban"><?cs
 each:w = q.words ?><?cs if:w.value == Form.value[level_name] ?><?cs var:w.label ?><?cs /if ?><?cs /each ?></td><?cs
 call:td("Catatan", Form.value[note_name]) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Dimension.name, Appraisal.subject) ?>
<p class="govuk-body"><?cs var:Appraisal.outer ?> <?cs var:Dimension.place ?> dari <?cs var:Dimension.count ?></p>
<?cs if:Appraisal.writes ?><form method="post" action="<?cs var:url_validate(own) ?>/<?cs var:Dimension.place ?>" novalidate><?cs call:csrf() ?>
<input type="hidden" name="version" value="<?cs var:Appraisal.version ?>">
<?cs each:q = Questions ?><?cs call:question(q) ?><?cs /each ?><?cs
 if:Dimension.place < Dimension.count ?><?cs call:submit("Simpan dan lanjutkan") ?><?cs else ?><?cs call:submit("Simpan") ?><?cs /if ?></form><?cs
else ?><?cs call:table_open("Jawaban") ?><?cs call:head_open() ?><?cs call:th(Appraisal.item) ?><?cs call:th("Jawaban") ?><?cs call:th("Catatan") ?><?cs
 call:head_close() ?><?cs each:q = Questions ?><?cs call:read_question(q) ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
