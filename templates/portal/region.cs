<?cs include!"macros.cs" ?><?cs include!"portal/parts.cs" ?><?cs include!"results.cs" ?><?cs include!"picture.cs" ?><?cs
 set:title = Results.region_name + " " + Results.year ?><?cs
 set:meta_path = "/portal/region/" + Results.region_code + "/" + Results.year ?><?cs
 set:meta_card = "/paper/card/" + Results.region_code + "/" + Results.year + ".png" ?><?cs if:filled(Headline.number) ?><?cs
 set:meta_description = "Kematangan organisasi " + Results.region_name + " " + Results.year + ": rata-rata " + Headline.number +
    " dari " + Headline.most + ", " + Headline.category + "." ?><?cs else ?><?cs
 set:meta_description = "Kematangan organisasi perangkat daerah " + Results.region_name + " " + Results.year + "." ?><?cs /if ?><?cs

def:beside() ?><?cs if:subcount(Beside) ?><?cs call:table_open("Daerah lain yang hasilnya terbit di sini, " + Results.year) ?><?cs
 call:head_open() ?><?cs call:th("Daerah") ?><?cs call:th_num("Rata-rata") ?><?cs call:th("Kategori") ?><?cs call:head_close() ?>
<?cs each:b = Beside ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:b.own ?><strong aria-current="true"><?cs var:b.name ?></strong><?cs else ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/portal/region/<?cs var:b.code ?>/<?cs var:Results.year ?>"><?cs var:b.name ?></a><?cs /if ?></th><?cs
 call:td_num("Rata-rata", b.average) ?><?cs call:td("Kategori", b.category) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs

 set:back_href = Site.base + "/portal/" ?><?cs def:content() ?>
<?cs set:caption = "Penilaian kematangan organisasi " + Results.year ?><?cs call:page_title(Results.region_name, caption) ?>
<p class="govuk-body">Terbit <?cs var:Results.reported_at ?>.</p>
<?cs if:filled(Headline.number) ?><?cs call:headline(Headline) ?>
<?cs if:Results.averages_differ ?><p class="govuk-body">Bila yang belum dinilai dihitung 0, rata-rata semua perangkat daerah <?cs
 var:Results.average_all ?>.</p>
<?cs /if ?><?cs call:results_left() ?><?cs call:maturity() ?><?cs else ?><?cs call:maturity() ?><?cs call:results_summary() ?><?cs /if ?>
<?cs if:Results.unlisted ?><p class="govuk-body">Daerah ini <?cs if:!Results.withheld ?>menerbitkan angka gabungan, tanpa<?cs else ?>tidak menerbitkan<?cs
 /if ?> nama dan skor tiap perangkat daerah.</p>
<?cs else ?><?cs call:results_agencies("") ?>
<?cs /if ?><?cs if:Results.withheld ?><p class="govuk-inset-text">Angka gabungan tidak diterbitkan, karena kurang dari <?cs
 var:Results.withheld ?> perangkat daerah sudah dinilai.</p>
<?cs elif:Results.kept_back ?><?cs call:results_kept_back(Results.kept_back) ?>
<?cs /if ?><?cs call:results_explained() ?>
<?cs if:subcount(Pictures) ?><h2 class="govuk-heading-m">Gambar</h2>
<?cs call:pictures() ?><?cs call:picture(Pictures.distribution) ?><?cs call:picture(Pictures.trend) ?><?cs call:pictures_end() ?><?cs /if ?>
<?cs if:!Results.unspread ?><?cs call:results_categories() ?>
<?cs /if ?><?cs if:?Results.average_assessed ?><?cs call:results_variables() ?>
<?cs /if ?><?cs call:beside() ?><p class="govuk-body">Unduh: <a class="govuk-link" href="<?cs
 var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.xlsx">tabel di halaman ini (Excel)</a>. Untuk program lain:
<a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.json">JSON</a>
· <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:Results.region_code ?>/<?cs var:Results.year ?>.csv">CSV</a>
· <a class="govuk-link" href="<?cs var:Site.base ?>/portal/data">data terbuka lain</a><?cs
if:filled(Licence.address) ?>. Lisensi: <a class="govuk-link" href="<?cs var:url_validate(Licence.address) ?>" rel="license"><?cs
 var:Licence.name ?></a><?cs /if ?></p>
<?cs if:filled(Complaint) ?><p class="govuk-body">Pengaduan di <?cs var:Results.region_name ?>: <?cs
 if:string.slice(Complaint, #0, #8) == "https://" ?><a class="govuk-link" href="<?cs var:url_validate(Complaint) ?>" rel="external noreferrer"><?cs
 var:Complaint ?></a><?cs else ?><?cs var:Complaint ?><?cs /if ?></p><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
