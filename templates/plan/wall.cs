<?cs include!"macros.cs" ?><?cs include!"plan/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Papan pantau" ?><?cs set:here = Site.base + "/plan/wall" ?><?cs

def:wall_figure(label, number, text) ?><div class="matang-wall__figure"><dt><?cs var:label ?></dt><dd><span class="matang-wall__number"><?cs
 var:number ?></span> <?cs var:text ?></dd></div>
<?cs /def ?><?cs

def:wall_figures() ?><dl class="matang-wall__figures">
<?cs call:wall_figure("Sudah mengirim", Wall.sent, "dari " + Wall.all + " perangkat daerah") ?><?cs
 call:wall_figure("Perlu dibantu hari ini", Wall.help, "perangkat daerah") ?><?cs
 if:Wall.steps > #0 ?><?cs call:wall_figure("Langkah perbaikan selesai", Wall.done, "dari " + Wall.steps + ", di " + Wall.plans + " rencana") ?><?cs
 else ?><?cs call:wall_figure("Langkah perbaikan selesai", "–", "belum ada yang direncanakan") ?><?cs /if ?><?cs
 if:filled(Wall.average) ?><?cs call:wall_figure("Rata-rata skor akhir", Wall.average, "dari " + Wall.assessed + " yang selesai dinilai") ?><?cs
 elif:filled(Wall.before) ?><?cs call:wall_figure("Rata-rata skor akhir " + Wall.before_year, Wall.before, "tahun ini belum ada") ?><?cs /if ?></dl>
<?cs if:filled(Wall.moved) ?><p class="govuk-body">Rata-rata <?cs var:Wall.moved ?> tahun <?cs var:Wall.before_year ?> (<?cs
 var:Wall.before ?>).</p><?cs elif:filled(Wall.average) && filled(Wall.before) ?><p class="govuk-body">Rata-rata tahun <?cs
 var:Wall.before_year ?>: <?cs var:Wall.before ?>.</p><?cs /if ?><?cs if:filled(Wall.until) ?><p class="govuk-body">Pengisian sampai <?cs
 var:Wall.until ?>: <strong><?cs var:Wall.left ?></strong>.<?cs if:?Wall.late ?> Langkah rencana yang terlambat: <?cs
 var:Wall.late ?>.<?cs /if ?></p><?cs /if ?><?cs /def ?><?cs

def:wall_bars() ?><h2 class="govuk-heading-m">Kemajuan</h2><ul class="matang-wall__bars">
<?cs each:b = Wall.bars ?><li class="matang-wall__bar"><span><?cs var:b.label ?></span><progress max="<?cs
 var:Wall.all ?>" value="<?cs var:b.count ?>" aria-label="<?cs var:b.label ?>"></progress><strong><?cs var:b.count ?></strong></li>
<?cs /each ?></ul><?cs /def ?><?cs

def:wall_why(a) ?><?cs if:a.without ?><?cs var:a.without ?> variabel belum diisi<?cs elif:a.risk == "help" ?>belum dikirim<?cs /if ?><?cs
 if:a.late ?><?cs if:a.without || a.risk == "help" ?>; <?cs /if ?><?cs var:a.late ?> langkah rencana terlambat<?cs /if ?><?cs /def ?><?cs

def:wall_help() ?><h2 class="govuk-heading-m" id="bantuan">Perlu dibantu<?cs if:?Wall.page ?>, halaman <?cs var:Wall.page ?><?cs /if ?></h2>
<?cs if:subcount(Wall.agencies) ?><?cs call:table_open("Yang paling mendesak lebih dahulu") ?><?cs call:head_open() ?><?cs
 call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:th("Sebab") ?><?cs call:head_close() ?>
<?cs each:a = Wall.agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs if:Actor.role == "admin" ?><?cs
 var:a.name ?><?cs elif:Actor.role == "leader" ?><?cs call:link(Site.base + "/report/agency/" + a.id, a.name) ?><?cs else ?><?cs
 call:link(Site.base + "/plan/" + a.id, a.name) ?><?cs /if ?></th><?cs call:td_tag("Status", a.state, "") ?><td
class="govuk-table__cell" data-label="Sebab"><span><?cs if:a.risk == "help" ?><strong>Hari ini:</strong> <?cs
 /if ?><?cs call:wall_why(a) ?></span></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:Wall.more ?><p class="govuk-body"><a class="govuk-link" href="<?cs
 var:Site.base ?>/plan/wall?region=<?cs var:Place.region ?>&amp;year=<?cs var:Place.year ?>&amp;page=1#bantuan">Dan <?cs
 var:Wall.more ?> lagi</a></p><?cs /if ?><?cs
else ?><p class="govuk-body">Tidak ada yang mendesak<?cs if:subcount(Pages) ?> di halaman ini<?cs /if ?>.</p><?cs
/if ?><?cs call:pagination(Pages) ?><?cs /def ?><?cs

def:wall_choice() ?><?cs if:subcount(Regions) > #1 || subcount(Years) > #1 ?><form method="get" action="<?cs
 var:Site.base ?>/plan/wall" class="matang-filters matang-screen-only"><?cs call:region_choice() ?><div
class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /if ?><?cs /def ?><?cs

def:heading() ?><?cs call:page_title("Papan pantau", Place.name + " · " + Place.year) ?><?cs /def ?><?cs

# the year above the figures comes anew with them: another period may have been opened ?><?cs
def:content() ?><?cs if:filled(Place.cycle) ?><div class="matang-wall" id="wall" data-refresh="60"><?cs call:heading() ?><?cs
 call:wall_figures() ?><?cs call:wall_help() ?><?cs
 call:wall_bars() ?><p class="govuk-body">Pukul <?cs var:Wall.at ?></p></div>
<p class="govuk-body" data-refreshed role="status"></p><p class="govuk-body matang-screen-only"><a class="govuk-link" href="<?cs
 var:Site.base ?>/plan/wall?region=<?cs var:Place.region ?>&amp;year=<?cs var:Place.year ?>">Segarkan</a></p>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?></div><?cs call:wall_choice() ?><?cs
else ?><?cs call:heading() ?><?cs
 call:empty_state("Belum ada periode penilaian", "Papan ini terisi setelah daerah membuka periode penilaian.") ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
