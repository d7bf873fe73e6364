<?cs include!"macros.cs" ?><?cs include!"questionnaire/other_parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Analisis kesenjangan" ?><?cs set:back_href = own ?><?cs set:back_label = Appraisal.subject ?><?cs

def:td_plan(g) ?><td class="govuk-table__cell" data-label="Rencana"><div><?cs var:g.plan ?><?cs
 if:filled(g.priority) ?> <span class="govuk-hint">Prioritas <?cs var:g.priority ?></span><?cs /if ?><?cs
 if:filled(g.due) ?> <span class="govuk-hint">sampai <?cs var:g.due ?></span><?cs /if ?></div></td><?cs /def ?><?cs

def:gap(g) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs if:Appraisal.writes ?><?cs
 call:link(own + "/gap/" + g.number, g.name) ?><?cs else ?><?cs var:g.name ?><?cs /if ?></th><?cs call:td("Kondisi", g.condition) ?><?cs
 call:td("Harapan", g.expected) ?><td class="govuk-table__cell" data-label="Rekomendasi"><?cs if:subcount(g.recommendations) ?><ul
class="govuk-list govuk-list--bullet"><?cs each:r = g.recommendations ?><li><?cs var:r.text ?></li><?cs /each ?></ul><?cs /if ?></td><?cs
 call:td_plan(g) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:rest() ?><?cs call:details_open("Tambah dari yang lain") ?><ul class="govuk-list"><?cs each:r = Rest ?><li><?cs
 call:link(own + "/gap/" + r.number, r.number + ". " + r.name) ?><?cs if:filled(r.word) ?> (<?cs var:r.word ?>)<?cs /if ?></li>
<?cs /each ?></ul><?cs call:details_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Appraisal.subject) ?>
<?cs if:filled(Appraisal.source) ?><p class="govuk-body">Sumber: <?cs var:Appraisal.source ?></p>
<?cs /if ?><?cs if:subcount(Gaps) ?><div class="matang-gaps"><?cs call:table_open("Kondisi, harapan dan rekomendasi") ?><?cs call:head_open() ?><?cs
 call:th(Appraisal.item) ?><?cs call:th("Kondisi") ?><?cs call:th("Harapan") ?><?cs call:th("Rekomendasi") ?><?cs
 call:th("Rencana") ?><?cs call:head_close() ?><?cs each:g = Gaps ?><?cs call:gap(g) ?><?cs /each ?><?cs call:table_close() ?></div><?cs
 set:href = own + "/table" ?><?cs call:downloads(href, "") ?><?cs
else ?><?cs call:empty_state("Belum ada kesenjangan yang dicatat", "Pilih yang perlu ditingkatkan, lalu tulis harapan dan rekomendasinya.") ?><?cs /if ?><?cs
if:Appraisal.writes && subcount(Rest) ?><?cs call:rest() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
