<?cs include!"macros.cs" ?><?cs set:title = "Berkas periode " + Package.region_name + " " + Package.year ?><?cs
 set:back_href = Site.base + "/exchange/import" ?><?cs set:back_label = "Kumpulkan dari server lain" ?><?cs if:Page.done == "taken" ?><?cs
 set:done_text = "Periode ini sudah diambil alih. Laporan dan perbandingan memakainya mulai sekarang." ?><?cs /if ?><?cs

def:agency(a) ?><li class="matang-difference"><h3 class="govuk-heading-s"><?cs var:a.name ?><?cs
 if:a.what == "new" ?> <strong class="govuk-tag">Baru</strong><?cs
 elif:a.what == "joins" ?> <strong class="govuk-tag">Ikut periode ini</strong><?cs /if ?></h3>
<ul class="govuk-list matang-difference__list"><?cs
 if:a.was_called ?><li>Nama: <?cs var:a.was_called ?> → <?cs var:a.name ?></li><?cs /if ?><li>Status: <?cs
 if:filled(a.was) ?><?cs var:a.was ?> → <?cs /if ?><?cs var:a.state_name ?><?cs
 if:a.redisclosed ?> (riwayatnya ditulis ulang oleh server asal)<?cs /if ?></li>
<?cs if:subcount(a.levels) ?><li>Tingkat: <?cs
 each:l = a.levels ?><span class="matang-difference__level"><?cs var:l.text ?></span> <?cs /each ?></li><?cs
 elif:a.level_count > #0 ?><li><?cs var:a.level_count ?> tingkat terisi</li><?cs /if ?>
<?cs if:a.worded ?><li><?cs var:a.worded ?> jawaban berubah kata-katanya</li><?cs /if ?>
<?cs if:a.added > #0 || a.removed > #0 ?><li>Dokumen: <?cs var:a.added ?> masuk<?cs
 if:a.removed > #0 ?>, <?cs var:a.removed ?> keluar<?cs /if ?></li><?cs /if ?></ul></li><?cs /def ?><?cs

def:take() ?><form method="post" action="<?cs var:Site.base ?>/exchange/import/<?cs var:Package.id ?>/take"><?cs call:csrf() ?><?cs
 call:buttons_open() ?><?cs call:submit("Ambil alih") ?><a class="govuk-link" href="<?cs var:Site.base ?>/exchange/import">Jangan dahulu</a><?cs
 call:buttons_close() ?></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Package.region_name + ", " + Package.year, "Berkas periode dari server lain") ?>
<?cs if:Comparison.outcome == "refused" ?><?cs call:warning(Comparison.why) ?><?cs
elif:Comparison.outcome == "held" ?><?cs if:!done_text ?><?cs
 call:inset("Berkas ini sudah diambil alih. Mengambilnya sekali lagi tidak mengubah apa pun.") ?><?cs /if ?><?cs
elif:Comparison.outcome == "first" ?><p class="govuk-body">Periode ini belum ada di sini. Belum ada yang tersimpan: inilah yang akan masuk.</p><?cs
else ?><p class="govuk-body">Belum ada yang berubah: inilah bedanya dengan salinan yang dibuat <?cs var:Comparison.held ?>.</p><?cs /if ?>
<?cs call:summary_open() ?><?cs call:summary_row("Daerah", Package.region_name + " (" + Package.region_code + ")") ?><?cs
 if:Package.site ?><?cs call:summary_row("Dari", Package.site) ?><?cs /if ?><?cs
 call:summary_row("Dibuat di sana", Package.made) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Status
periode</dt><dd class="govuk-summary-list__value"><?cs if:Package.reported ?>Sudah dilaporkan<?cs
 else ?><strong>Status sementara</strong>: belum dilaporkan, dan yang masih dikerjakan tidak termuat<?cs /if ?></dd></div>
<?cs call:summary_row("Perangkat daerah", Package.agencies) ?><?cs if:Comparison.instrument ?><div class="govuk-summary-list__row"><dt
class="govuk-summary-list__key">Instrumen</dt><dd class="govuk-summary-list__value"><?cs var:Comparison.instrument ?><?cs
 if:Comparison.instrument_new ?>, baru: akan disimpan sebagai instrumen terbit<?cs
 else ?>, sudah ada di sini<?cs /if ?></dd></div><?cs /if ?><?cs if:Package.taken ?><?cs
 call:summary_row("Diambil alih", Package.taken) ?><?cs /if ?><?cs call:summary_close() ?>
<?cs if:Comparison.outcome == "first" || Comparison.outcome == "newer" ?>
<p class="govuk-body"><?cs if:Comparison.changed > #0 ?><strong><?cs var:Comparison.changed ?> perangkat daerah berubah</strong>: <?cs
 var:Comparison.fresh ?> baru, <?cs var:Comparison.renamed ?> berganti nama, <?cs var:Comparison.stated ?> berganti status; <?cs
 var:Comparison.levelled ?> tingkat; dokumen <?cs var:Comparison.added ?> masuk, <?cs var:Comparison.removed ?> keluar.<?cs
 else ?>Tidak ada yang berubah selain tanggal berkasnya.<?cs /if ?> <?cs var:Comparison.same ?> tetap.</p>
<?cs if:subcount(Comparison.missing) ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Tidak ada dalam berkas
ini</h2><p class="govuk-body">Sesudah diambil alih tidak dihitung lagi di sini, isinya tetap terbaca:</p><ul class="govuk-list govuk-list--bullet"><?cs
 each:m = Comparison.missing ?><li><?cs var:m.name ?></li><?cs /each ?></ul></div><?cs /if ?>
<?cs if:subcount(Comparison.agencies) ?><h2 class="govuk-heading-m">Yang berubah</h2><ul class="govuk-list matang-differences"><?cs
 each:a = Comparison.agencies ?><?cs call:agency(a) ?><?cs /each ?></ul><?cs /if ?>
<?cs call:take() ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
