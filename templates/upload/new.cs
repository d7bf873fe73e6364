<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Unggah dokumen" ?><?cs set:page_script = "matang-upload" ?><?cs
if:?Criterion.id ?><?cs set:back_href = Site.base + "/upload/attach/" + Assessment.id + "/" + Criterion.id ?><?cs else ?><?cs
 set:back_href = Site.base + "/upload/" ?><?cs set:back_label = "Dokumen data dukung" ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title("Unggah dokumen", "") ?>
<?cs call:for_criterion() ?><?cs call:upload_form("Unggah") ?>
<p class="govuk-body">Berkasnya hanya ada di tempat lain? <a class="govuk-link" href="<?cs var:Site.base ?>/upload/new/address<?cs
 if:?Criterion.id ?>?assessment=<?cs var:Assessment.id ?>&amp;item=<?cs var:Criterion.id ?><?cs /if ?>">Catat alamatnya</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
