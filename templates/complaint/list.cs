<?cs include!"macros.cs" ?><?cs include!"complaint/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pengaduan" ?><?cs set:base = Site.base + "/complaint" ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/complaint/" class="matang-filters" role="search" aria-label="Cari pengaduan">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari judul</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><div class="govuk-form-group"><label class="govuk-label" for="state">Status</label><select
class="govuk-select" id="state" name="state"><option value="">Semua status</option><?cs each:s = States ?><option value="<?cs var:s.value ?>"<?cs
 if:s.value == Form.value.state ?> selected<?cs /if ?>><?cs var:s.label ?></option><?cs /each ?></select></div><?cs
call:checkbox("late", "1", "Terlambat saja", "") ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?>
<?cs if:Closed ?><p class="govuk-body">Warga belum dapat menulis pengaduan di sini.<?cs if:Actor.role == "verifier" ?> <?cs
 call:link(base + "/rule", "Buka pengaduan bagi warga") ?><?cs /if ?></p><?cs /if ?><?cs
if:Actor.role == "verifier" ?><p class="govuk-body"><?cs call:link(base + "/rule", "Pengaturan") ?> · <?cs
 call:link(base + "/templates", "Jawaban siap pakai") ?> · <?cs call:link(base + "/report", "Laporan bulanan") ?></p><?cs
elif:Actor.role == "auditor" || Actor.role == "leader" ?><p class="govuk-body"><?cs call:link(base + "/report", "Laporan bulanan") ?></p><?cs
elif:Actor.role == "operator" ?><p class="govuk-body"><?cs call:link(base + "/templates", "Jawaban siap pakai") ?></p><?cs /if ?>
<?cs call:filters() ?><?cs
if:subcount(Complaints) ?><?cs call:table_open("Pengaduan") ?><?cs call:head_open() ?><?cs call:th("Pengaduan") ?><?cs call:th("Masuk") ?><?cs
 call:th("Tentang") ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:head_close() ?><?cs
each:c = Complaints ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + c.id, c.title) ?><div
class="matang-aside"><?cs var:c.number ?><?cs if:c.confidential == #1 ?> · rahasia<?cs /if ?></div></th><?cs
 call:td("Masuk", c.sent) ?><?cs call:td("Tentang", c.category) ?><?cs call:td("Perangkat daerah", c.agency) ?><td
class="govuk-table__cell" data-label="Status"><div><?cs call:complaint_tag(c.state, c.state_name) ?><?cs if:filled(c.due) ?><br><span
class="govuk-body-s"><?cs call:due_words(c) ?></span><?cs /if ?></div></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs call:pagination(Pages) ?><?cs set:href = base + "/table" ?><?cs call:downloads(href, Query) ?><?cs
elif:filled(Form.value.q) || filled(Form.value.state) || Form.value.late ?><?cs
 call:empty_state("Tidak ada yang cocok", "Tampilkan semua status, atau kosongkan kata yang dicari.") ?><?cs
else ?><?cs call:empty_state("Belum ada pengaduan", "Pengaduan dan pertanyaan masyarakat tampil di sini, yang paling lama menunggu lebih dahulu.") ?><?cs
/if ?><?cs /def ?><?cs include!"layout.cs" ?>
