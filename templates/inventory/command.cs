<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pusat layanan informasi" ?><?cs set:base = Site.base + "/inventory" ?><?cs set:here = base + "/command" ?><?cs

def:source(s) ?><div class="matang-wall__figure"><dt><?cs if:filled(s.href) ?><?cs
 call:link(Site.base + s.href, s.label) ?><?cs else ?><?cs
 var:s.label ?><?cs /if ?></dt><dd><span class="matang-wall__number"><?cs var:s.count ?></span><?cs if:filled(s.since) ?> terlama sejak <?cs
 var:s.since ?><?cs /if ?><?cs if:filled(s.open_words) ?><?cs if:filled(s.since) ?>;<?cs /if ?> <?cs
 var:s.open ?> <?cs var:s.open_words ?><?cs /if ?></dd></div>
<?cs /def ?><?cs

def:deadline() ?><?cs if:filled(Command.until) ?><p class="govuk-body">Periode <?cs var:Command.year ?>: <strong><?cs var:Command.step ?></strong> sampai <?cs
 var:Command.until ?>, <?cs var:Command.left ?>.</p><?cs
elif:filled(Command.year) ?><p class="govuk-body">Periode <?cs var:Command.year ?>: hari ini tidak ada langkah yang direncanakan.</p><?cs
else ?><p class="govuk-body">Tidak ada periode penilaian yang berjalan.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Pusat layanan informasi", Place.name) ?>
<div class="matang-wall" id="wall" data-refresh="60"><?cs call:deadline() ?><h2 class="govuk-heading-m">Perlu keputusan hari ini</h2>
<?cs if:subcount(Command.waits) ?><dl class="matang-wall__figures"><?cs each:s = Command.waits ?><?cs call:source(s) ?><?cs /each ?></dl><?cs
else ?><p class="govuk-body">Tidak ada yang menunggu.</p><?cs /if ?><?cs if:subcount(Command.quiet) ?><p class="govuk-body">Tidak ada yang menunggu pada: <?cs
 each:s = Command.quiet ?><?cs if:!first(s) ?> · <?cs /if ?><?cs var:s.label ?><?cs if:filled(s.open_words) && s.open > #0 ?> (<?cs var:s.open ?> <?cs
 var:s.open_words ?>)<?cs /if ?><?cs /each ?></p><?cs /if ?><p class="govuk-body">Pukul <?cs var:Command.at ?></p></div>
<p class="govuk-body" data-refreshed role="status"></p><p class="govuk-body matang-screen-only"><a class="govuk-link" href="<?cs
 var:Site.base ?>/inventory/command?region=<?cs var:Place.region ?>">Segarkan</a> · <?cs
 call:link(Site.base + "/plan/wall", "Papan pantau penilaian") ?> · <?cs call:link(base + "/wall?region=" + Place.region, "Papan aplikasi") ?> · <?cs
 call:link(base + "/?region=" + Place.region, "Daftar aplikasi dan situs") ?></p><?cs call:region_form(here) ?><?cs /def ?><?cs include!"layout.cs" ?>
