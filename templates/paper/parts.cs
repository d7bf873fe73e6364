<?cs # SPDX-License-Identifier: ISC
# The papers that may be issued, and those that were: Kinds, Past. ?><?cs

def:issue(place, code, label, name) ?><form method="post" action="<?cs var:Site.base ?>/paper/<?cs var:place ?>/issue"><?cs
 call:csrf() ?><input type="hidden" name="kind" value="<?cs var:code ?>"><button type="submit"
class="govuk-button govuk-button--secondary matang-papers__button"><?cs var:label ?><span class="govuk-visually-hidden"> <?cs
 var:name ?></span></button></form><?cs /def ?><?cs

def:kind_row(k, place) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:k.paper.id ?><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:k.paper.id ?>"><?cs var:k.name ?></a><?cs
 else ?><?cs var:k.name ?><?cs /if ?></th><td class="govuk-table__cell" data-label="Diterbitkan"><?cs
 if:k.paper.id ?><span><?cs var:k.paper.issued_at ?><br>oleh <?cs var:k.paper.issued_by ?></span><?cs elif:k.ready ?>belum<?cs
 else ?>setelah diverifikasi<?cs /if ?></td><td class="govuk-table__cell" data-label="Berkas"><?cs
 if:k.paper.id ?><span><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:k.paper.id ?>">Lihat dan cetak<span
class="govuk-visually-hidden"> <?cs var:k.name ?></span></a><?cs
 if:May.draw ?><br><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:k.paper.id ?>/pdf">Unduh PDF<span class="govuk-visually-hidden"> <?cs
 var:k.name ?></span></a><?cs /if ?></span><?cs elif:k.draft ?><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs
 var:place ?>/draft/<?cs var:k.code ?>">Lihat dahulu<span class="govuk-visually-hidden"> <?cs var:k.name ?></span></a><?cs
 else ?>–<?cs /if ?></td><?cs if:May.issue ?><td class="govuk-table__cell" data-label="Terbitkan"><?cs if:k.ready ?><?cs
 if:k.paper.id ?><?cs call:issue(place, k.code, "Terbitkan lagi", k.name) ?><?cs else ?><?cs
 call:issue(place, k.code, "Terbitkan", k.name) ?><?cs /if ?><?cs else ?>–<?cs /if ?></td><?cs /if ?><?cs call:row_close() ?><?cs /def ?><?cs

def:kind_rows(caption, place) ?><?cs call:table_open(caption) ?><?cs call:head_open() ?><?cs call:th("Lembar") ?><?cs
 call:th("Diterbitkan") ?><?cs call:th("Berkas") ?><?cs if:May.issue ?><?cs call:th("Terbitkan") ?><?cs /if ?><?cs
 call:head_close() ?><?cs each:k = Kinds ?><?cs call:kind_row(k, place) ?><?cs /each ?><?cs call:table_close() ?><?cs
 set:href = Site.base + "/paper/" + place + "/table" ?><?cs call:downloads(href, "") ?><?cs /def ?><?cs

def:past_rows(caption) ?><?cs if:subcount(Past) ?><?cs call:table_open(caption) ?><?cs call:head_open() ?><?cs
 call:th("Lembar") ?><?cs call:th("Diterbitkan") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:p = Past ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:p.id ?>"><?cs
 var:p.name ?></a></th><?cs call:td("Diterbitkan", p.issued_at) ?><td class="govuk-table__cell" data-label="Status"><?cs
 if:p.state == "valid" ?><?cs call:tag("done", "Berlaku") ?><?cs elif:p.state == "replaced" ?><?cs call:tag("todo", "Diganti") ?><?cs
 else ?><?cs call:tag("fix", "Dibatalkan") ?><?cs /if ?></td><?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs /if ?><?cs /def ?>
