<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Catat dokumen di alamat luar" ?><?cs
if:?Criterion.id ?><?cs set:back_href = Site.base + "/upload/attach/" + Assessment.id + "/" + Criterion.id ?><?cs else ?><?cs
 set:back_href = Site.base + "/upload/" ?><?cs set:back_label = "Dokumen data dukung" ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title("Catat dokumen di alamat luar", "") ?>
<?cs call:for_criterion() ?><?cs call:warning("Alamat luar tidak disimpan di Matang dan tidak dihitung sebagai dokumen yang ada: " +
    "isinya dapat berubah atau hilang. Unggah berkasnya bila mungkin.") ?>
<div class="matang-narrow"><form method="post" action="<?cs var:Site.base ?>/upload/new/address" novalidate><?cs call:csrf() ?>
<?cs call:place() ?><?cs call:details_fields("") ?><?cs
 call:input_field("outside_address", "Alamat", "Diawali https://, dan dapat dibuka tim verifikasi tanpa meminta izin.", "text", "", "") ?><?cs
 call:submit("Catat alamat") ?></form>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/new<?cs
 if:?Criterion.id ?>?assessment=<?cs var:Assessment.id ?>&amp;item=<?cs var:Criterion.id ?><?cs /if ?>">Unggah berkasnya saja</a></p></div>
<?cs /def ?><?cs include!"layout.cs" ?>
