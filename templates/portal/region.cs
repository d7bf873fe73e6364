<?cs include!"macros.cs" ?><?cs include!"figures.cs" ?><?cs include!"picture.cs" ?><?cs set:title = Figures.region_name ?><?cs set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs set:caption = "Penilaian kematangan organisasi " + Figures.year ?><?cs call:page_title(Figures.region_name, caption) ?>
<p class="govuk-body">Terbit <?cs var:Figures.reported_at ?>.</p>
<?cs call:figures_summary() ?>
<?cs call:figures_agencies("") ?>
<?cs call:figures_explained() ?>
<?cs if:subcount(Pictures) ?><h2 class="govuk-heading-m">Gambar</h2>
<?cs call:picture(Pictures.distribution) ?><?cs call:picture(Pictures.trend) ?><?cs /if ?>
<?cs call:figures_categories() ?>
<?cs call:figures_variables() ?>
<p class="govuk-body">Data: <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Figures.region_code ?>/<?cs var:Figures.year ?>.json">JSON</a> · <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Figures.region_code ?>/<?cs var:Figures.year ?>.csv">CSV</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
