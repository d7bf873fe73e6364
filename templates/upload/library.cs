<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Dokumen data dukung" ?><?cs

def:quota() ?><div class="matang-quota<?cs if:Quota.short ?> matang-quota--short<?cs /if ?>">
<p class="matang-quota__text" id="quota"><?cs var:Quota.stored ?> dari <?cs var:Quota.limit ?> ruang simpan terpakai</p>
<progress class="matang-progress__bar" max="1000" value="<?cs var:Quota.part ?>" aria-labelledby="quota"></progress>
<?cs if:Quota.short ?><p class="govuk-body-s">Ruang simpan hampir habis. Minta administrator menambah ruang sebelum mengunggah berkas besar.</p>
<?cs /if ?></div>
<?cs /def ?><?cs

def:choice(value, label) ?><option value="<?cs var:value ?>"<?cs if:Form.value.show == value ?> selected<?cs /if ?>><?cs var:label ?></option>
<?cs /def ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/upload/" class="matang-filters" role="search" aria-label="Saring dokumen">
<div class="govuk-form-group"><label class="govuk-label" for="q">Judul atau nomor</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs var:Form.value.q ?>"></div>
<div class="govuk-form-group"><label class="govuk-label" for="kind">Jenis dokumen</label><select class="govuk-select" id="kind" name="kind"><option value="">Semua jenis</option>
<?cs each:k = Kinds ?><option value="<?cs var:k.value ?>"<?cs if:k.value == Form.value.kind ?> selected<?cs /if ?>><?cs var:k.label ?></option>
<?cs /each ?></select></div>
<div class="govuk-form-group"><label class="govuk-label" for="show">Tampilkan</label><select class="govuk-select" id="show" name="show"><?cs
call:choice("", "Semua dokumen") ?><?cs call:choice("unused", "Tidak dipakai") ?><?cs call:choice("outside", "Hanya alamat luar") ?><?cs call:choice("archived", "Diarsipkan") ?></select></div>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Cari</button><?cs if:Library.filtered ?> <a class="govuk-link" href="<?cs var:Site.base ?>/upload/">Hapus saringan</a><?cs /if ?></div>
</form>
<?cs /def ?><?cs

def:row(d) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs var:d.id ?>"><?cs var:d.title ?></a><span class="matang-library__facts"><?cs var:d.kind ?><?cs if:d.number ?> · Nomor <?cs var:d.number ?><?cs /if ?></span></th><td class="govuk-table__cell" data-label="Tanggal"><?cs if:d.dated || d.period ?><span><?cs var:d.dated ?><?cs if:d.period ?><span class="matang-library__facts">berlaku <?cs var:d.period ?></span><?cs /if ?></span><?cs /if ?></td><td class="govuk-table__cell" data-label="Berkas"><span class="matang-library__file"><?cs if:d.revision ?><?cs var:d.type ?>, <?cs var:d.size ?><?cs if:d.revision > #1 ?><br>revisi <?cs var:d.revision ?><?cs /if ?><span class="matang-library__facts"><?cs if:d.checked.scan == "infected" ?><?cs call:tag("rejected", "Terinfeksi virus") ?><?cs else ?><?cs call:file_checked(d.checked) ?><?cs /if ?></span><?cs else ?><?cs call:outside_tag() ?><?cs /if ?></span></td><td class="govuk-table__cell" data-label="Dipakai di"><span><?cs if:d.used ?><?cs var:d.used ?><?cs else ?>–<?cs /if ?></span></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Dokumen data dukung", Actor.agency_name) ?>
<?cs if:Actor.role == "operator" ?><?cs call:buttons_open() ?><?cs call:button_link(Site.base + "/upload/new", "Unggah dokumen") ?><?cs call:link(Site.base + "/upload/new/address", "Catat dokumen di alamat luar") ?><?cs call:buttons_close() ?><?cs /if ?>
<?cs if:#Library.total > #0 || Library.filtered ?><?cs call:filters() ?><?cs /if ?>
<?cs if:subcount(Documents) ?><?cs call:table_open(Library.total + " dokumen") ?><?cs
call:head_open() ?><?cs call:th("Dokumen") ?><?cs call:th("Tanggal") ?><?cs call:th("Berkas") ?><?cs call:th("Dipakai di") ?><?cs call:head_close() ?><?cs
each:d = Documents ?><?cs call:row(d) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?>
<?cs elif:Library.filtered ?><?cs call:empty_state("Tidak ada yang cocok", "Coba kata yang lebih pendek, atau hapus saringannya.") ?>
<?cs else ?><?cs call:empty_state("Belum ada dokumen", "Satu dokumen cukup diunggah sekali, lalu dapat dipakai untuk banyak kriteria dan untuk tahun-tahun berikutnya.") ?><?cs /if ?>
<?cs call:quota() ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/?show=archived">Dokumen yang diarsipkan</a></p>
<?cs /def ?><?cs include!"layout.cs" ?>
