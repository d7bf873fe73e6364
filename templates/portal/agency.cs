<?cs include!"macros.cs" ?><?cs include!"portal/parts.cs" ?><?cs include!"picture.cs" ?><?cs
set:title = Agency.name + ", " + Agency.region_name ?><?cs
set:back_href = Site.base + "/portal/region/" + Agency.region_code + "/" + Headline.year ?><?cs set:back_label = Agency.region_name ?><?cs
set:meta_description = "Kematangan organisasi " + Agency.name + ", " + Agency.region_name + ", dari tahun ke tahun." ?><?cs
set:meta_path = "/portal/agency/" + Agency.id ?><?cs set:meta_card = "/paper/card/" + Agency.region_code + "/" + Headline.year + ".png" ?><?cs

def:content() ?><?cs call:page_title(Agency.name, Agency.region_name) ?>
<?cs if:filled(Headline.number) ?><?cs call:headline(Headline) ?>
<?cs else ?><p class="govuk-body">Belum selesai dinilai tahun <?cs var:Headline.year ?>.</p>
<?cs /if ?><?cs if:May.why && filled(Headline.number) ?><p class="govuk-body"><?cs set:why_href = Site.base + "/portal/agency/" + Agency.id + "/" ?><?cs
 call:link(why_href + Headline.year + "/why", "Mengapa skornya " + Headline.number + "?") ?></p>
<?cs /if ?><?cs call:maturity() ?>
<?cs call:table_open("Hasil tiap tahun") ?><?cs call:head_open() ?><?cs call:th("Tahun") ?><?cs call:th_num("Mandiri") ?><?cs
 call:th_num("Akhir") ?><?cs call:th("Kategori") ?><?cs call:th_num("Tingkat bertahap") ?><?cs
 call:th_num("Rata-rata daerah") ?><?cs call:head_close() ?>
<?cs each:y = Years ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/portal/region/<?cs var:Agency.region_code ?>/<?cs var:y.year ?>">Tahun <?cs var:y.year ?></a></th><?cs
 call:or_dash("Mandiri", y.self) ?><?cs call:or_dash("Akhir", y.final) ?><td class="govuk-table__cell" data-label="Kategori"><?cs
 if:filled(y.category) ?><?cs var:y.category ?><?cs else ?>Belum dinilai<?cs /if ?></td><?cs
 call:or_dash("Tingkat bertahap", y.staged_roman) ?><?cs call:or_dash("Rata-rata daerah", y.average) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs if:subcount(Pictures) ?><?cs call:picture(Pictures.trend) ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
