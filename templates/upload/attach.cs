<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Tambah dokumen" ?><?cs set:page_script = "matang-upload" ?><?cs
set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Criterion.variable ?><?cs set:back_label = "Variabel " + Criterion.variable ?><?cs
set:here = Site.base + "/upload/attach/" + Assessment.id + "/" + Criterion.id ?><?cs

def:choice(d) ?><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="document-<?cs var:d.id ?>" name="document-<?cs var:d.id ?>" type="checkbox" value="1"<?cs
 if:d.linked > #0 ?> checked disabled<?cs /if ?> aria-describedby="document-<?cs var:d.id ?>-hint">
<label class="govuk-label govuk-checkboxes__label" for="document-<?cs var:d.id ?>"><?cs var:d.title ?></label>
<div id="document-<?cs var:d.id ?>-hint" class="govuk-hint govuk-checkboxes__hint"><?cs
 if:d.linked > #0 ?>Sudah ditautkan di sini · <?cs elif:d.before_here > #0 ?><strong>Tahun lain di kriteria ini</strong> · <?cs /if ?><?cs call:facts(d) ?><?cs
 if:d.revision_id ?> · <?cs var:d.type ?>, <?cs var:d.size ?><?cs else ?> · hanya alamat luar, tidak dihitung<?cs /if ?></div>
</div>
<?cs /def ?><?cs

def:search() ?><form method="get" action="<?cs var:url_validate(here) ?>" class="matang-filters" role="search" aria-label="Cari dokumen"><div
class="govuk-form-group"><label class="govuk-label" for="q">Judul, nomor, atau kata di dalam berkas</label><input
class="govuk-input" id="q" name="q" type="search" value="<?cs var:Form.value.q ?>"></div>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Cari</button><?cs
 if:Form.value.q ?> <a class="govuk-link" href="<?cs var:url_validate(here) ?>">Hapus pencarian</a><?cs /if ?></div></form>
<?cs /def ?><?cs

def:library() ?><section class="matang-panel" aria-labelledby="choose"><h2 class="govuk-heading-m" id="choose">Pilih dari pustaka</h2>
<?cs if:Form.value.q || #Choices.total > #5 ?><?cs call:search() ?><?cs /if ?>
<?cs if:subcount(Documents) ?><form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?>
<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">Dokumen</legend><div class="govuk-checkboxes govuk-checkboxes--small matang-choices">
<?cs each:d = Documents ?><?cs call:choice(d) ?><?cs /each ?></div></fieldset>
<?cs if:#Choices.total > #Choices.shown ?><p class="govuk-body-s"><?cs var:Choices.shown ?> yang terbaru dari <?cs
 var:Choices.total ?> dokumen. Cari untuk menemukan yang lain.</p><?cs /if ?>
<?cs call:submit("Tautkan yang dipilih") ?></form>
<?cs elif:Form.value.q ?><p class="govuk-body">Tidak ada dokumen dengan kata itu di judul, nomor, atau isinya.</p>
<?cs else ?><p class="govuk-body">Pustaka masih kosong.
Dokumen yang Anda unggah di sini juga tersimpan di pustaka, dan dapat dipakai lagi untuk kriteria lain.</p><?cs /if ?></section>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Tambah dokumen", "Variabel " + Criterion.variable + ": " + Criterion.variable_name) ?>
<?cs call:for_criterion() ?><div class="matang-two"><section class="matang-panel" aria-labelledby="upload"><h2
class="govuk-heading-m" id="upload">Unggah yang baru</h2>
<?cs call:upload_form("Unggah dan tautkan") ?><p class="govuk-body">Berkasnya hanya ada di tempat lain? <a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/new/address?assessment=<?cs var:Assessment.id ?>&amp;item=<?cs var:Criterion.id ?>">Catat alamatnya</a></p></section>
<?cs call:library() ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
