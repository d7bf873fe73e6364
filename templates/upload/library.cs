<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Dokumen data dukung" ?><?cs

def:quota() ?><div class="matang-quota<?cs if:Quota.short ?> matang-quota--short<?cs /if ?>">
<p class="matang-quota__text" id="quota"><?cs var:Quota.stored ?> dari <?cs var:Quota.limit ?> ruang simpan terpakai</p>
<progress class="matang-progress__bar" max="1000" value="<?cs var:Quota.part ?>" aria-labelledby="quota"></progress>
<?cs if:Quota.short ?><p class="govuk-body-s">Ruang simpan hampir habis. Minta administrator menambah ruang sebelum mengunggah berkas besar.</p>
<?cs call:contact() ?>
<?cs /if ?></div>
<?cs /def ?><?cs

def:choice(value, label) ?><option value="<?cs var:value ?>"<?cs if:Form.value.show == value ?> selected<?cs /if ?>><?cs var:label ?></option>
<?cs /def ?><?cs

def:choose(name, label, none, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
 var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:none ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div>
<?cs /def ?><?cs

def:choose_agency() ?><?cs if:subcount(Agencies) ?><div class="govuk-form-group"><label class="govuk-label" for="agency">Perangkat
daerah</label><select class="govuk-select" id="agency" name="agency"><option value="">Semua perangkat daerah</option>
<?cs each:r = Agencies ?><optgroup label="<?cs var:r.name ?>"><?cs each:g = r.agencies ?><option value="<?cs var:g.value ?>"<?cs
 if:g.value == Form.value.agency ?> selected<?cs /if ?>><?cs var:g.label ?></option>
<?cs /each ?></optgroup><?cs /each ?></select></div>
<?cs /if ?><?cs /def ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/upload/" class="matang-library" role="search" aria-label="Cari dan saring dokumen">
<div class="matang-filters"><div class="govuk-form-group matang-filters__wide"><label class="govuk-label" for="q">Cari</label><input
class="govuk-input" id="q" name="q" type="search" value="<?cs var:Form.value.q ?>" aria-describedby="q-hint"><div
class="govuk-hint matang-filters__hint" id="q-hint">Judul, nomor, atau kata di dalam berkas</div></div>
<?cs call:choose_agency() ?><div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Cari</button><?cs
 if:Library.filtered ?> <a class="govuk-link" href="<?cs var:Site.base ?>/upload/<?cs
 if:Form.value.agency ?>?agency=<?cs var:url_escape(Form.value.agency) ?><?cs /if ?>">Hapus saringan</a><?cs /if ?></div></div>
<details class="govuk-details matang-fold"<?cs
 if:Form.value.kind || Form.value.show || Form.value.year || Form.value.variable || Form.value.period ?> open<?cs
 /if ?>><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Saring menurut jenis, tahun, variabel dan status</span></summary>
<div class="govuk-details__text matang-filters"><div class="govuk-form-group"><label class="govuk-label"
for="show">Status</label><select class="govuk-select" id="show" name="show"><?cs
call:choice("", "Semua dokumen") ?><?cs call:choice("unused", "Belum ditautkan") ?><?cs call:choice("linked", "Ditautkan") ?><?cs
 call:choice("accepted", "Diterima tim verifikasi") ?><?cs call:choice("rejected", "Ditolak tim verifikasi") ?><?cs
 call:choice("flagged", "Perlu diperhatikan") ?><?cs call:choice("twin", "Dokumen kembar") ?><?cs
 call:choice("outside", "Hanya alamat luar") ?><?cs call:choice("archived", "Diarsipkan") ?></select></div>
<?cs call:choose("kind", "Jenis dokumen", "Semua jenis", Kinds) ?><?cs if:subcount(Years) ?><?cs
 call:choose("year", "Dipakai di penilaian tahun", "Semua tahun", Years) ?><?cs /if ?><?cs if:subcount(Variables) ?><?cs
 call:choose("variable", "Dipakai di variabel", "Semua variabel", Variables) ?><?cs /if ?><?cs
 call:choose("period", "Berlaku pada tahun", "Semua tahun", Periods) ?><div class="matang-filters__buttons"><button type="submit"
class="govuk-button govuk-button--secondary">Saring</button></div></div></details>
</form>
<?cs /def ?><?cs

def:reach() ?><?cs if:Library.titles_only ?><p class="govuk-body-s">Kata ini terlalu umum untuk dicari di dalam berkas: hanya judul dan nomor yang dicari.</p>
<?cs elif:Library.searched ?><?cs if:#Library.waiting > #0 ?><p class="govuk-body-s">Isi <?cs
 var:Library.waiting ?> dokumen belum ikut dicari, karena teksnya belum diambil. Judul dan nomornya sudah.</p>
<?cs /if ?><?cs if:#Library.silent > #0 ?><p class="govuk-body-s"><?cs
 var:Library.silent ?> dokumen berupa gambar atau pindaian tanpa teks: hanya judul dan nomornya yang dicari.</p>
<?cs /if ?><?cs if:Library.found_max ?><p class="govuk-body-s">Kata ini ada di sangat banyak berkas. Tambahkan kata lain supaya hasilnya lebih tepat.</p>
<?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:excerpt(pieces) ?><?cs if:subcount(pieces) ?><span class="matang-library__excerpt"><?cs each:p = pieces ?><?cs
 if:p.found ?><mark><?cs var:p.text ?></mark><?cs else ?><?cs var:p.text ?><?cs /if ?><?cs /each ?></span><?cs /if ?><?cs /def ?><?cs

def:pick(d) ?><?cs
 if:Library.linkable ?><td class="govuk-table__cell matang-library__pick" data-label="Pilih"><div class="govuk-checkboxes govuk-checkboxes--small"><div
class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="document-<?cs var:d.id ?>" name="document-<?cs
 var:d.id ?>" type="checkbox" value="1"><label class="govuk-label govuk-checkboxes__label" for="document-<?cs var:d.id ?>"><span
class="govuk-visually-hidden">Pilih <?cs var:d.title ?></span></label></div></div></td><?cs /if ?><?cs /def ?><?cs

def:row(d) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/upload/document/<?cs var:d.id ?>"><?cs var:d.title ?></a><span class="matang-library__facts"><?cs
 if:filled(d.agency_name) ?><?cs var:d.agency_name ?> · <?cs /if ?><?cs var:d.kind ?><?cs
 if:filled(d.number) ?> · Nomor <?cs var:d.number ?><?cs /if ?></span><?cs call:excerpt(d.excerpt) ?><?cs
 if:subcount(d.excerpt) && d.machine_read ?><span class="matang-library__facts">dibaca mesin dari gambar, mungkin ada yang keliru</span><?cs
 /if ?><?cs call:flag_tags(d.flags) ?><?cs
 if:Library.twins && Actor.role == "operator" ?><a class="govuk-link matang-library__facts" href="<?cs var:Site.base ?>/upload/document/<?cs
 var:d.id ?>/merge">Satukan dengan kembarannya<span class="govuk-visually-hidden">: <?cs var:d.title ?></span></a><?cs
 /if ?></th><td class="govuk-table__cell" data-label="Tanggal"><?cs if:d.dated || d.period ?><span><?cs var:d.dated ?><?cs
 if:d.period ?><span class="matang-library__facts">berlaku <?cs var:d.period ?></span><?cs /if ?></span><?cs
 /if ?></td><td class="govuk-table__cell" data-label="Berkas"><span class="matang-library__file"><?cs
 if:d.revision ?><?cs var:d.type ?>, <?cs var:d.size ?><?cs
 if:d.revision > #1 ?><br>revisi <?cs var:d.revision ?><?cs /if ?><span class="matang-library__facts"><?cs if:d.checked.scan == "infected" ?><?cs
 call:tag("rejected", "Terinfeksi virus") ?><?cs else ?><?cs call:file_listed(d.checked) ?><?cs /if ?></span><?cs else ?><?cs
 call:outside_tag() ?><?cs /if ?></span></td><td class="govuk-table__cell" data-label="Dipakai di"><span><?cs
 if:d.used ?><?cs var:d.used ?><?cs else ?>–<?cs /if ?></span></td><?cs call:pick(d) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:documents() ?><?cs call:table_open(Library.total + " dokumen") ?><?cs
call:head_open() ?><?cs call:th("Dokumen") ?><?cs call:th("Tanggal") ?><?cs call:th("Berkas") ?><?cs call:th("Dipakai di") ?><?cs
 if:Library.linkable ?><?cs call:th("Pilih") ?><?cs /if ?><?cs call:head_close() ?><?cs
each:d = Documents ?><?cs call:row(d) ?><?cs /each ?><?cs call:table_close() ?><?cs call:unscanned() ?><?cs /def ?><?cs

def:tries(list) ?><?cs each:t = list ?> <a class="govuk-link" href="<?cs var:url_validate(t.href) ?>">“<?cs var:t.text ?>”</a><?cs /each ?><?cs /def ?><?cs
def:nothing_found() ?><?cs call:empty_state("Tidak ada yang cocok", "Yang dicari harus ada di judul, di nomor, atau di dalam berkasnya.") ?><?cs
 if:subcount(Advice) ?><p class="govuk-body">Yang dapat dicoba:</p><ul class="govuk-list govuk-list--bullet"><?cs
 if:subcount(Advice.wide) ?><li>di semua dokumen, tanpa saringan:<?cs call:tries(Advice.wide) ?></li><?cs /if ?><?cs
 if:subcount(Advice.plain) ?><li>kata-katanya tidak harus berurutan:<?cs call:tries(Advice.plain) ?></li><?cs /if ?><?cs
 if:subcount(Advice.words) ?><li>satu kata saja, karena semua kata harus ada bersama:<?cs call:tries(Advice.words) ?></li><?cs /if ?></ul><?cs
 else ?><p class="govuk-body">Coba kata yang lebih pendek (awal kata sudah cukup), atau hapus saringannya.</p><?cs /if ?><?cs /def ?><?cs

def:found() ?><?cs if:subcount(Documents) ?><?cs if:Library.linkable ?><form method="get" action="<?cs var:Site.base ?>/upload/bulk-attach"><?cs
 call:documents() ?><button type="submit" class="govuk-button govuk-button--secondary">Tautkan yang dipilih ke kriteria</button></form><?cs
 else ?><?cs call:documents() ?><?cs /if ?><?cs call:pagination(Pages) ?><?cs
 set:href = Site.base + "/upload/table" ?><?cs call:downloads(href, Library.query) ?><?cs
 if:Library.total > #10000 ?><p class="govuk-body matang-screen-only">Berkas memuat paling banyak 10.000 dokumen: yang terakhir berubah. Saring dahulu untuk
yang lain.</p><?cs /if ?>
<?cs elif:Library.filtered ?><?cs call:nothing_found() ?>
<?cs elif:!Library.asked ?><p class="govuk-body">Pilih perangkat daerah untuk melihat dokumennya, atau tulis kata untuk mencari di
semua dokumen yang boleh Anda baca.</p>
<?cs elif:Actor.role == "operator" || Actor.role == "head" ?><?cs call:empty_state("Belum ada dokumen",
    "Satu dokumen cukup diunggah sekali, lalu dapat dipakai untuk banyak kriteria dan untuk tahun-tahun berikutnya.") ?>
<?cs else ?><?cs call:empty_state("Belum ada dokumen", "Perangkat daerah ini belum menyimpan dokumen.") ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs if:filled(Library.agency_name) ?><?cs call:page_title("Dokumen data dukung", Library.agency_name) ?><?cs
 elif:subcount(Agencies) ?><?cs call:page_title("Dokumen data dukung", Actor.region_name) ?><?cs else ?><?cs
 call:page_title("Dokumen data dukung", Actor.agency_name) ?><?cs /if ?>
<?cs if:Actor.role == "operator" ?><?cs call:buttons_open() ?><?cs call:button_link(Site.base + "/upload/new", "Unggah dokumen") ?><?cs
 call:link(Site.base + "/upload/new/address", "Catat dokumen di alamat luar") ?><?cs call:buttons_close() ?><?cs /if ?>
<?cs if:#Library.total > #0 || Library.filtered || subcount(Agencies) ?><?cs call:filters() ?><?cs /if ?>
<?cs call:reach() ?><?cs call:found() ?>
<?cs if:Actor.role == "operator" || Actor.role == "head" ?><?cs
 call:quota() ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/?show=twin">Dokumen kembar</a>
· <a class="govuk-link" href="<?cs var:Site.base ?>/upload/?show=archived">Dokumen yang diarsipkan</a></p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
