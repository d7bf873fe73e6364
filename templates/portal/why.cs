<?cs include!"macros.cs" ?><?cs include!"why.cs" ?><?cs set:title = heading + " " + Place.agency_name ?><?cs
 set:back_href = Site.base + "/portal/agency/" + Place.agency_id ?><?cs set:back_label = Place.agency_name ?><?cs
 set:meta_path = "/portal/agency/" + Place.agency_id + "/" + Why.year + "/why" ?><?cs
 set:meta_description = "Mengapa skor kematangan organisasi " + Place.agency_name + " tahun " + Why.year + " begitu, tingkat demi tingkat." ?><?cs

def:content() ?><?cs set:caption = Place.agency_name + ", " + Place.region_name + " · " + Why.year ?><?cs call:page_title(heading, caption) ?>
<?cs call:why_body() ?>
<p class="govuk-body">Dokumen data dukung dan catatan tim tidak terbuka untuk umum; di sini hanya jumlahnya.</p>
<?cs /def ?><?cs include!"layout.cs" ?>
