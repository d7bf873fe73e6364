<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Berkas ini sudah ada" ?><?cs

def:content() ?><?cs call:page_title("Berkas ini sudah ada di pustaka", "") ?>
<?cs call:for_criterion() ?><p class="govuk-body">Isi <strong><?cs var:Twin.client_name ?></strong> sama persis dengan dokumen yang tersimpan ini:</p>
<ul class="govuk-list"><li class="matang-document"><p class="matang-document__title"><a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/document/<?cs var:Twin.id ?>"><?cs var:Twin.title ?></a></p>
<p class="matang-document__facts"><?cs var:Twin.kind ?> · revisi <?cs var:Twin.revision_number ?> · sejak <?cs var:Twin.since ?></p></li></ul>
<p class="govuk-body">Satu dokumen dapat dipakai untuk banyak kriteria, jadi biasanya tidak perlu disimpan dua kali.</p>
<?cs if:?Criterion.id ?><form method="post" action="<?cs var:Site.base ?>/upload/attach/<?cs var:Assessment.id ?>/<?cs var:Criterion.id ?>"><?cs
 call:csrf() ?><input type="hidden" name="document-<?cs var:Twin.id ?>" value="1"><?cs call:submit("Pakai dokumen yang sudah ada") ?></form>
<?cs else ?><?cs call:button_link(Site.base + "/upload/document/" + Twin.id, "Pakai dokumen yang sudah ada") ?><?cs /if ?>
<form method="post" action="<?cs var:Site.base ?>/upload/new"><?cs call:csrf() ?>
<?cs call:place() ?><?cs call:hidden("title") ?><?cs call:hidden("kind") ?><?cs call:hidden("number") ?><?cs call:hidden("dated") ?><?cs
 call:hidden("period_from") ?><?cs call:hidden("period_until") ?><input type="hidden" name="same" value="<?cs var:Twin.revision_id ?>">
<button type="submit" class="govuk-button govuk-button--secondary">Simpan juga sebagai dokumen baru</button></form>
<?cs /def ?><?cs include!"layout.cs" ?>
