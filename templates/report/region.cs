<?cs include!"macros.cs" ?><?cs include!"results.cs" ?><?cs include!"picture.cs" ?><?cs
 set:title = "Laporan " + Results.region_name ?><?cs set:back_href = Site.base + "/report/" ?><?cs if:Page.done == "published" ?><?cs
 set:done_text = "Laporan sudah diterbitkan. Angkanya kini terbuka untuk umum." ?><?cs /if ?><?cs def:content() ?>
<?cs set:caption = "Laporan penilaian kematangan organisasi " + Results.year ?><?cs call:page_title(Results.region_name, caption) ?>
<p class="govuk-body"><?cs if:Results.reported_at ?>Terbit <?cs var:Results.reported_at ?>.<?cs
 else ?>Belum diterbitkan: angka masih dapat berubah.<?cs /if ?></p>
<?cs call:results_summary() ?>
<?cs if:Before.year ?><p class="govuk-body">Periode sebelumnya (<?cs var:Before.year ?>): rata-rata <?cs
 if:Before.average ?><?cs var:Before.average ?><?cs if:Before.category ?>, <?cs var:Before.category ?><?cs /if ?><?cs
 else ?>belum ada<?cs /if ?>.</p><?cs /if ?>
<?cs if:May.publish ?><?cs set:href = Site.base + "/report/region/" + Results.cycle_id + "/publish" ?><?cs
 call:button_link(href, "Terbitkan laporan") ?><?cs /if ?>
<ul class="govuk-list matang-screen-only"><?cs if:subcount(Pictures) ?><li><a class="govuk-link" href="#gambar">Lihat gambarnya</a></li>
<?cs /if ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>/gaps">Yang kurang untuk tingkat berikutnya</a></li>
<?cs if:May.lift ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>/lift">Dokumen yang paling
menaikkan skor</a></li>
<?cs /if ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>/compare">Bandingkan dengan periode lain</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>/accuracy">Kesesuaian penilaian
mandiri dengan verifikasi</a></li></ul>
<?cs call:results_agencies("1") ?>
<?cs call:results_explained() ?>
<?cs if:subcount(Pictures) ?><h2 class="govuk-heading-m" id="gambar">Gambar</h2>
<?cs call:pictures() ?><?cs call:picture(Pictures.progress) ?><?cs call:picture(Pictures.distribution) ?><?cs
 call:picture(Pictures.trend) ?><?cs each:p = Pictures ?><?cs if:string.slice(p.id, 0, 4) == "heat" ?><?cs
 call:picture(p) ?><?cs /if ?><?cs /each ?><?cs call:pictures_end() ?><?cs /if ?>
<?cs call:results_categories() ?>
<?cs call:results_variables() ?>
<?cs set:href = Site.base + "/report/region/" + Results.cycle_id + "/data" ?><?cs call:downloads(href, "") ?>
<div class="matang-screen-only"><p class="govuk-body"><a class="govuk-link" href="<?cs var:url_validate(href) ?>.json">Data JSON untuk program
lain</a></p>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/paper/cycle/<?cs var:Results.cycle_id ?>">Laporan
kegiatan, rekapitulasi dan surat sebagai PDF</a></p>
<?cs call:print_button("Cetak laporan") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
