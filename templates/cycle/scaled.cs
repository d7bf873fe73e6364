<?cs # SPDX-License-Identifier: ISC ?><?cs
# What an instrument of any kind says: how it is scored, its words, its variables; after macros.cs. ?><?cs

def:scaled_rules() ?><?cs call:summary_open() ?><?cs call:summary_row("Cara hitung", Rules.scoring) ?><?cs
 if:Rules.scored ?><?cs call:summary_row("Pembulatan", Rules.rounding + ", " + Rules.decimals + " angka di belakang koma") ?><?cs /if ?><?cs
 call:summary_row("Jumlah variabel", Rules.count) ?><?cs call:summary_close() ?>
<?cs call:table_open("Skala") ?><?cs call:head_open() ?><?cs call:th("Skala") ?><?cs call:th("Jawaban, dari yang terendah") ?><?cs call:head_close() ?><?cs
 each:s = Scales ?><?cs call:row_open() ?><?cs call:td_head(s.code) ?><td class="govuk-table__cell" data-label="Jawaban"><?cs
 each:w = s.words ?><?cs if:name(w) != "0" ?>, <?cs /if ?><?cs var:w.word ?><?cs if:Rules.scored ?> (<?cs var:w.points ?>)<?cs /if ?><?cs /each ?></td><?cs
 call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs if:subcount(Classes) ?><?cs call:table_open("Kategori") ?><?cs call:head_open() ?><?cs call:th("Kategori") ?><?cs
 call:th_num("Mulai dari nilai") ?><?cs call:head_close() ?><?cs each:c = Classes ?><?cs call:row_open() ?><?cs call:td_head(c.name) ?><?cs
 call:td_num("Mulai dari nilai", c.least) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs

def:scaled_variables() ?><?cs call:table_open("Variabel") ?><?cs call:head_open() ?><?cs call:th(Rules.outer) ?><?cs call:th(Rules.inner) ?><?cs
 call:th(Rules.item) ?><?cs call:th("Skala") ?><?cs call:head_close() ?><?cs
 each:v = Scaled ?><?cs call:row_open() ?><?cs call:td(Rules.outer, v.outer) ?><?cs call:td(Rules.inner, v.inner) ?><th scope="row"
class="govuk-table__header"><?cs var:v.number ?>. <?cs var:v.name ?><?cs if:filled(v.hint) ?><span class="govuk-hint"><?cs var:v.hint ?></span><?cs /if ?><?cs
 if:filled(v.asked) ?><span class="govuk-hint"><?cs var:v.asked ?></span><?cs /if ?></th><?cs call:td("Skala", v.scale) ?><?cs call:row_close() ?><?cs
 /each ?><?cs call:table_close() ?><?cs /def ?><?cs

def:scaled_files(href) ?><p class="govuk-body">Unduh instrumen ini: <a class="govuk-link" href="<?cs var:url_validate(href) ?>.xlsx">buku kerja Excel</a>,
<a class="govuk-link" href="<?cs var:url_validate(href) ?>.csv">CSV</a> atau <a class="govuk-link" href="<?cs
var:url_validate(href) ?>.json">JSON</a>. Ketiganya dapat dimuat lagi sebagai draf, di sini atau di tempat lain.</p>
<?cs /def ?>
