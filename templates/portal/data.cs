<?cs include!"macros.cs" ?><?cs set:meta_path = "/portal/data" ?><?cs
 set:meta_description = "Data terbuka hasil penilaian kematangan organisasi perangkat daerah." ?><?cs
 set:title = "Data terbuka" ?><?cs set:back_href = Site.base + "/portal/" ?><?cs

def:file(name, code, word, ending, label) ?><a class="govuk-link" href="<?cs var:Site.base ?>/portal/data/<?cs var:code ?>/<?cs
 var:word ?><?cs var:ending ?>"><?cs var:label ?><span class="govuk-visually-hidden"> <?cs var:name ?></span></a><?cs /def ?><?cs

def:files(name, code, word, all, licence, licence_name) ?><td class="govuk-table__cell" data-label="Unduh"><span><?cs
 call:file(name, code, word, ".csv", "CSV") ?> · <?cs call:file(name, code, word, ".json", "JSON") ?><?cs
 if:all ?> · <?cs call:file(name, code, word, ".xlsx", "XLSX") ?><?cs /if ?> · <?cs
 call:file(name, code, word, ".jsonld", "DCAT") ?><?cs if:filled(licence) ?> · <a class="govuk-link" href="<?cs
 var:url_validate(licence) ?>" rel="license">Lisensi <?cs var:licence_name ?></a><?cs /if ?></span></td><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body-l">Angka hasil penilaian yang sudah terbit, untuk dibaca, diolah dan dipakai program lain.</p>
<p class="govuk-body"><?cs if:filled(Licence) ?>Lisensi: <a class="govuk-link" href="<?cs
 var:url_validate(Licence) ?>" rel="license"><?cs var:Licence ?></a><?cs else ?>Lisensi belum ditetapkan<?cs /if ?>. Daerah
dapat memilih lisensi lain; lisensinya tertulis pada datanya.</p>
<?cs if:subcount(Datasets) ?><?cs call:table_open("Himpunan data") ?><?cs call:head_open() ?><?cs
 call:th("Isi") ?><?cs call:th("Terbit") ?><?cs call:th("Unduh") ?><?cs call:head_close() ?>
<?cs each:d = Datasets ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/portal/region/<?cs var:d.region_code ?>/<?cs var:d.year ?>"><?cs var:d.region_name ?> <?cs var:d.year ?></a></th><?cs
 call:td("Terbit", d.reported) ?><?cs call:files(d.region_name + " " + d.year, d.region_code, d.year, "1", d.licence, d.licence_name) ?><?cs call:row_close() ?>
<?cs if:d.with_years ?><?cs set:name = d.region_name + ", semua tahun" ?><?cs call:row_open() ?><?cs call:td_head(name) ?><?cs
 call:td("Terbit", d.reported) ?><?cs call:files(name, d.region_code, "years", "", d.licence, d.licence_name) ?><?cs call:row_close() ?>
<?cs /if ?><?cs if:d.with_regions ?><?cs set:name = "Perbandingan daerah di " + d.province_name + " " + d.year ?><?cs set:word = "regions-" + d.year ?><?cs
 call:row_open() ?><?cs call:td_head(name) ?><?cs
 call:td("Terbit", d.reported) ?><?cs call:files(name, d.province_code, word, "", d.province_licence, d.province_licence_name) ?><?cs call:row_close() ?>
<?cs /if ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
else ?><?cs call:empty_state("Belum ada yang terbit", "Data muncul di sini setelah hasil suatu daerah terbit.") ?><?cs /if ?>
<h2 class="govuk-heading-m">Tentang bentuknya</h2>
<ul class="govuk-list govuk-list--bullet">
<li>CSV: tabel untuk Excel, LibreOffice atau program statistik. Lisensi dan jenis tiap kolomnya ada di alamat yang sama
ditambah <code>-metadata.json</code>.</li>
<li>XLSX: buku kerja dengan beberapa lembar.</li>
<li>JSON: untuk program lain.</li>
<li>DCAT: keterangan untuk portal data, dengan penerbit, masa, wilayah, ukuran dan jumlah periksa SHA-256 tiap berkas.</li>
</ul>
<p class="govuk-body">Bila suatu daerah tidak menerbitkan nama, atau terlalu sedikit perangkat daerah yang dinilai, angkanya juga tidak ada dalam data ini.</p>
<h2 class="govuk-heading-m">Untuk program lain</h2>
<ul class="govuk-list">
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/catalog.jsonld">Katalog seluruhnya (DCAT 3)</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/feed.atom">Umpan Atom tentang yang baru terbit</a></li>
<li><a class="govuk-link" href="<?cs var:Site.base ?>/portal/openapi.json">Keterangan alamat data (OpenAPI 3.1)</a></li>
</ul>
<?cs /def ?><?cs include!"layout.cs" ?>
