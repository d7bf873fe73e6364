<?cs include!"macros.cs" ?><?cs include!"questionnaire/other_parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Appraisal.subject ?><?cs set:back_href = base ?><?cs set:back_label = "Penilaian lain" ?><?cs

def:outer_facts(o) ?><p class="govuk-body"><?cs var:o.answered ?> dari <?cs var:o.asked ?> terjawab<?cs
 if:filled(o.score) ?>, nilai <strong><?cs var:o.score ?></strong><?cs /if ?>. <a class="govuk-link" href="<?cs var:url_validate(own) ?>/<?cs
 var:o.place ?>"><?cs if:Appraisal.writes ?>Isi atau ubah<?cs else ?>Baca jawaban<?cs /if ?><span class="govuk-visually-hidden">: <?cs
 var:o.name ?></span></a></p>
<?cs /def ?><?cs

def:outer_table(o) ?><h2 class="govuk-heading-m"><?cs var:o.name ?></h2>
<?cs call:outer_facts(o) ?><table class="govuk-table matang-table"><caption class="govuk-table__caption govuk-visually-hidden"><?cs var:o.name ?></caption>
<?cs call:head_open() ?><?cs call:th(Appraisal.inner) ?><?cs call:th(Appraisal.item) ?><?cs call:th("Keterangan") ?><?cs call:head_close() ?><?cs
 each:r = o.rows ?><?cs call:row_open() ?><?cs call:td(Appraisal.inner, r.inner) ?><th scope="row" class="govuk-table__header"><?cs
 var:r.number ?>. <?cs var:r.name ?></th><td class="govuk-table__cell" data-label="Keterangan"><?cs if:filled(r.word) ?><?cs var:r.word ?><?cs
 else ?>Belum dijawab<?cs /if ?><?cs if:filled(r.note) ?><span class="govuk-hint"><?cs var:r.note ?></span><?cs /if ?></td><?cs call:row_close() ?><?cs
 /each ?><?cs call:table_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Appraisal.subject, "Penilaian dengan instrumen lain") ?>
<?cs call:about() ?><ul class="govuk-list"><li><a class="govuk-link" href="<?cs var:url_validate(own) ?>/gaps">Analisis kesenjangan</a></li>
<li><a class="govuk-link" href="<?cs var:url_validate(own) ?>/paper">Cetak</a></li></ul>
<?cs each:o = Outer ?><?cs call:outer_table(o) ?><?cs /each ?><?cs set:href = own + "/table" ?><?cs call:downloads(href, "") ?><?cs /def ?><?cs
include!"layout.cs" ?>
