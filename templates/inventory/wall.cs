<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Papan aplikasi" ?><?cs set:base = Site.base + "/inventory" ?><?cs set:here = base + "/wall" ?><?cs

def:figures() ?><dl class="matang-wall__figures">
<?cs call:wall_figure("Aplikasi dan situs", Wall.all, "tercatat") ?><?cs
 call:wall_figure("Tidak terbuka", Wall.broken, "dari " + Wall.links + " tautan") ?><?cs
 call:wall_figure("Kurang dipakai", Wall.hardly, "di bawah " + Wall.low + " % sasarannya") ?><?cs
 if:subcount(Budgets) ?><?cs call:wall_figure("Anggaran TIK " + Budgets.0.year, Budgets.0.share + " %", "dari APBD") ?><?cs /if ?></dl>
<p class="govuk-body"><?cs if:Wall.slow > #0 ?>Sangat lambat: <?cs var:Wall.slow ?>. <?cs /if ?><?cs
 if:Wall.unseen > #0 ?>Belum diperiksa: <?cs var:Wall.unseen ?>. <?cs /if ?><?cs if:subcount(Budgets) && filled(Budgets.0.target) ?>Sasaran anggaran TIK: <?cs
 var:Budgets.0.target ?> %.<?cs /if ?></p><?cs /def ?><?cs

def:uses(a) ?><?cs call:percent(a.uptake) ?><?cs if:a.hardly ?> <?cs call:tag("pending", "Kurang dipakai") ?><?cs /if ?><?cs /def ?><?cs

def:answer(a) ?><?cs if:filled(a.state) ?><?cs call:tag(a.tag, a.state) ?><?cs if:filled(a.reason) ?> <?cs var:a.reason ?><?cs /if ?><?cs
 if:filled(a.since) ?> sejak <?cs var:a.since ?><?cs /if ?><?cs else ?>–<?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Papan aplikasi", Place.name) ?>
<?cs if:subcount(Wall.rows) ?><div class="matang-wall" id="wall" data-refresh="60"><?cs call:figures() ?><?cs
 call:table_open("Yang tidak terbuka dan kurang dipakai lebih dahulu") ?><?cs call:head_open() ?><?cs
 call:th("Nama") ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Tautan") ?><?cs call:th("Pemakaian") ?><?cs call:head_close() ?>
<?cs each:a = Wall.rows ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + a.id, a.name) ?></th><?cs
 call:td("Perangkat daerah", a.agency) ?><td class="govuk-table__cell" data-label="Tautan"><span><?cs call:answer(a) ?></span></td><td
class="govuk-table__cell" data-label="Pemakaian"><span><?cs call:uses(a) ?></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:Wall.more ?><p class="govuk-body">Dan <?cs var:Wall.more ?> lagi yang tidak bermasalah.</p><?cs /if ?><p
class="govuk-body">Pukul <?cs var:Wall.at ?></p></div>
<p class="govuk-body" data-refreshed role="status"></p><p class="govuk-body matang-screen-only"><a class="govuk-link" href="<?cs
 var:Site.base ?>/inventory/wall?region=<?cs var:Place.region ?>">Segarkan</a></p>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?></div><?cs
else ?><?cs call:empty_state("Belum ada yang tercatat", "Papan ini terisi setelah perangkat daerah mencatat aplikasi dan situsnya.") ?><?cs /if ?><?cs
call:region_form(here) ?><?cs /def ?><?cs include!"layout.cs" ?>
