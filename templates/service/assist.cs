<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Permohonan yang saya bantu" ?><?cs set:base = Site.base + "/service/assist" ?><?cs set:page_script = "matang-assist" ?><?cs

def:one(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header matang-nowrap"><?cs call:link(base + "/" + a.id, a.number) ?></th><?cs
 call:td("Pemohon", a.applicant) ?><?cs call:td("Usaha", a.enterprise) ?><?cs call:td("Layanan", a.service) ?><?cs call:td("Masuk", a.received) ?><td
class="govuk-table__cell" data-label="Status"><span><?cs var:a.state ?><?cs if:filled(a.reason) ?>: <?cs var:a.reason ?><?cs /if ?></span></td><?cs
call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:kept_drafts() ?>
<?cs set:some = #0 ?><?cs each:s = Services ?><?cs if:s.state == "published" ?><?cs set:some = #1 ?><?cs /if ?><?cs /each ?><?cs
if:some ?><h2 class="govuk-heading-m">Catat permohonan baru</h2><ul class="govuk-list"><?cs each:s = Services ?><?cs
if:s.state == "published" ?><li><?cs call:link(base + "/new/" + s.id, s.name) ?></li>
<?cs /if ?><?cs /each ?></ul><?cs else ?><?cs call:inset("Belum ada layanan yang berlaku di perangkat daerah Anda.") ?><?cs /if ?>
<?cs if:subcount(Applications) ?><?cs call:table_open("Permohonan yang sudah masuk") ?><?cs call:head_open() ?><?cs call:th("Nomor") ?><?cs
call:th("Pemohon") ?><?cs call:th("Usaha") ?><?cs call:th("Layanan") ?><?cs call:th("Masuk") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:a = Applications ?><?cs call:one(a) ?><?cs /each ?><?cs call:table_close() ?><?cs
if:?Next ?><p class="govuk-body"><?cs set:next_href = base + "?before=" + Next ?><?cs call:link(next_href, "Permohonan sebelumnya") ?></p><?cs /if ?><?cs
else ?><?cs call:empty_state("Belum ada permohonan", "Permohonan yang Anda catat untuk orang lain muncul di sini dengan statusnya.") ?><?cs /if ?><?cs
/def ?><?cs include!"layout.cs" ?>
