<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Surat yang terbit" ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Layanan" ?><?cs

def:letter(l) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + l.application, l.number) ?></th><?cs
 call:td("Layanan", l.service) ?><?cs call:td("Usaha", l.enterprise) ?><?cs call:td("Terbit", l.issued) ?><td class="govuk-table__cell"
data-label="Status"><?cs var:l.state ?><?cs if:filled(l.reason) ?>: <?cs var:l.reason ?><?cs /if ?></td><?cs call:row_close() ?><?cs /def ?><?cs

def:numbers() ?><?cs call:details_form_open("Bentuk nomor") ?><form method="post" action="<?cs var:Site.base ?>/service/letters/format" novalidate><?cs
 call:csrf() ?><?cs call:text_field("format", "Bentuk nomor",
  "{nomor} nomor urut tahun ini, {jenis} kode jenis surat layanan, {bulan} bulan Romawi, {tahun} tahun. Berlaku untuk yang terbit sesudah ini.") ?><?cs
 call:submit_quiet("Simpan bentuk nomor") ?></form><?cs call:details_close() ?><?cs
 call:details_form_open("Lewati nomor yang terpakai di luar aplikasi") ?><form method="post" action="<?cs
 var:Site.base ?>/service/letters/skip" novalidate><?cs call:csrf() ?><p class="govuk-body">Nomor terakhir sekarang <?cs var:Last ?>.</p><?cs
 call:input_field("until", "Lewati sampai nomor", "", "number", "", "10") ?><?cs
 call:text_field("note", "Keterangan", "Untuk apa nomor-nomor itu. Tercatat di daftar ini.") ?><?cs
 call:submit_quiet("Lewati nomor") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "Tahun " + Year) ?><?cs call:service_nav() ?>
<?cs if:subcount(Letters) ?><?cs call:table_open("Surat tahun " + Year) ?><?cs call:head_open() ?><?cs call:th("Nomor") ?><?cs call:th("Layanan") ?><?cs
 call:th("Usaha") ?><?cs call:th("Terbit") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:l = Letters ?><?cs call:letter(l) ?><?cs /each ?><?cs call:table_close() ?><?cs
 if:?Next ?><p class="govuk-body"><?cs set:next_href = base + "/letters?year=" + Year + "&below=" + Next ?><?cs
 call:link(next_href, "Nomor sebelumnya") ?></p><?cs /if ?><?cs
 set:href = base + "/letters/table" ?><?cs call:downloads(href, "year=" + Year) ?><?cs
else ?><?cs call:empty_state("Belum ada surat", "Surat terbit begitu kepala perangkat daerah mengabulkan permohonan.") ?><?cs /if ?><p
class="govuk-body"><?cs set:before_href = base + "/letters?year=" + Before ?><?cs call:link(before_href, "Tahun " + Before) ?> · <?cs
 set:ending_href = base + "/letters/ending" ?><?cs call:link(ending_href, "Surat yang segera berakhir") ?></p><?cs
if:subcount(Notes) ?><h2 class="govuk-heading-m">Nomor yang dilewati</h2><ul class="govuk-list govuk-list--bullet"><?cs each:n = Notes ?><li><?cs
 if:n.from == n.until ?>Nomor <?cs var:n.from ?><?cs else ?>Nomor <?cs var:n.from ?> sampai <?cs var:n.until ?><?cs /if ?>: <?cs var:n.note ?> (<?cs
 var:n.who ?>)</li>
<?cs /each ?></ul><?cs /if ?><?cs if:Actor.role == "operator" ?><?cs call:numbers() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
