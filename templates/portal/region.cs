<?cs include!"macros.cs" ?><?cs include!"results.cs" ?><?cs include!"picture.cs" ?><?cs set:title = Results.region_name ?><?cs
 set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs set:caption = "Penilaian kematangan organisasi " + Results.year ?><?cs call:page_title(Results.region_name, caption) ?>
<p class="govuk-body">Terbit <?cs var:Results.reported_at ?>.</p>
<?cs call:results_summary() ?>
<?cs if:Results.unlisted ?><p class="govuk-body">Daerah ini menerbitkan angka gabungan, tanpa nama dan skor tiap perangkat daerah.</p>
<?cs else ?><?cs call:results_agencies("") ?>
<?cs /if ?><?cs if:Results.withheld ?><p class="govuk-inset-text">Angka gabungan tidak diterbitkan, karena kurang dari <?cs
 var:Results.withheld ?> perangkat daerah sudah dinilai.</p>
<?cs elif:Results.kept_back ?><?cs call:results_kept_back(Results.kept_back) ?>
<?cs /if ?><?cs call:results_explained() ?>
<?cs if:subcount(Pictures) ?><h2 class="govuk-heading-m">Gambar</h2>
<?cs call:pictures() ?><?cs call:picture(Pictures.distribution) ?><?cs call:picture(Pictures.trend) ?><?cs call:pictures_end() ?><?cs /if ?>
<?cs if:!Results.unspread ?><?cs call:results_categories() ?>
<?cs /if ?><?cs if:?Results.average_assessed ?><?cs call:results_variables() ?>
<?cs /if ?><p class="govuk-body">Data:
<a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.json">JSON</a>
· <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.csv">CSV</a>
· <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.xlsx">XLSX</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
