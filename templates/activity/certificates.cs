<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Sertifikat: " + Activity.title ?><?cs set:base = Site.base + "/activity" ?><?cs set:back_href = base + "/" + Activity.id ?><?cs
set:back_label = Activity.title ?><?cs set:here = base + "/" + Activity.id + "/certificates" ?><?cs set:operator = Actor.role == "operator" ?><?cs
if:Page.done == "issued" ?><?cs set:done_text = "Sertifikat sudah terbit." ?><?cs
elif:Page.done == "cancelled" ?><?cs set:done_text = "Sertifikat sudah dibatalkan. Penggantinya mendapat nomor baru." ?><?cs /if ?><?cs

def:certificate(c) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:c.number ?></th><?cs call:td("Nama", c.name) ?><td
class="govuk-table__cell" data-label="Status"><?cs if:?c.ended ?>Dibatalkan: <?cs var:c.ended ?><?cs else ?>Berlaku<?cs /if ?></td><td
class="govuk-table__cell matang-screen-only" data-label="Berkas"><?cs if:Drawn ?><a class="govuk-link" href="<?cs
 var:url_validate(here) ?>/<?cs var:c.id ?>/pdf">PDF<span class="govuk-visually-hidden"> <?cs var:c.name ?></span></a> · <?cs /if ?><a
class="govuk-link" href="<?cs
 var:url_validate(here) ?>/<?cs var:c.id ?>/odt">ODT<span class="govuk-visually-hidden"> <?cs var:c.name ?></span></a> · <a
class="govuk-link" href="<?cs
 var:url_validate(here) ?>/<?cs var:c.id ?>/docx">DOCX<span class="govuk-visually-hidden"> <?cs var:c.name ?></span></a></td><?cs
if:operator ?><td class="govuk-table__cell matang-screen-only"><?cs if:!?c.ended ?><a class="govuk-link" href="<?cs
 var:url_validate(here) ?>?cancel=<?cs var:c.id ?>#batal">Batalkan<span class="govuk-visually-hidden"> sertifikat <?cs
 var:c.name ?></span></a><?cs /if ?></td><?cs /if ?><?cs call:row_close() ?><?cs /def ?><?cs

def:issue() ?><?cs if:!Over ?><p class="govuk-body">Sertifikat dapat diterbitkan mulai hari terakhir kegiatan.</p><?cs
elif:Waiting > #0 ?><form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?><?cs
 call:submit("Terbitkan untuk " + Waiting + " peserta") ?></form><?cs /if ?><?cs /def ?><?cs

def:cancelling() ?><section class="matang-narrow" id="batal"><h2 class="govuk-heading-m">Batalkan sertifikat <?cs var:Cancel.number ?></h2>
<p class="govuk-body">Atas nama <?cs var:Cancel.name ?>. Halaman periksa dokumen akan menyebutnya dibatalkan.</p>
<form method="post" action="<?cs var:url_validate(here) ?>/cancel" novalidate><?cs call:csrf() ?><input type="hidden" name="certificate" value="<?cs
 var:Cancel.id ?>"><?cs call:text_field("reason", "Alasan", "Tampil di halaman periksa dokumen.") ?><?cs call:buttons_open() ?><button
type="submit" class="govuk-button govuk-button--warning">Batalkan sertifikat</button><?cs call:link(here, "Tidak jadi") ?><?cs
 call:buttons_close() ?></form></section>
<?cs /def ?><?cs

def:search() ?><form method="get" action="<?cs var:url_validate(here) ?>" class="matang-filters" role="search" aria-label="Cari sertifikat">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari nama atau nomor</label><input class="govuk-input" id="q" name="q" type="search"
value="<?cs var:Form.value.q ?>"></div>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form>
<?cs /def ?><?cs

def:numbering() ?><?cs call:details_form_open("Bentuk nomor") ?><form method="post" action="<?cs var:url_validate(here) ?>/format" novalidate><?cs
 call:csrf() ?><?cs call:text_field("format", "Bentuk nomor",
   "{nomor} nomor urut tahun itu, {jenis} SERT, {bulan} bulan Romawi, {tahun} tahun. Berlaku untuk yang terbit sesudah ini.") ?><?cs
 call:submit_quiet("Simpan bentuk nomor") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Sertifikat", Activity.title) ?>
<?cs if:operator ?><?cs if:?Cancel.id ?><?cs call:cancelling() ?><?cs /if ?><?cs call:issue() ?><?cs /if ?><?cs
if:subcount(Certificates) || filled(Form.value.q) ?><?cs if:filled(Form.value.q) || subcount(Pages) ?><?cs call:search() ?><?cs /if ?><?cs /if ?><?cs
if:subcount(Certificates) ?><?cs call:table_open("Sertifikat yang terbit") ?><?cs call:head_open() ?><?cs call:th("Nomor") ?><?cs call:th("Nama") ?><?cs
 call:th("Status") ?><th scope="col" class="govuk-table__header matang-screen-only">Berkas</th><?cs if:operator ?><th scope="col"
class="govuk-table__header matang-screen-only"><span class="govuk-visually-hidden">Tindakan</span></th><?cs /if ?><?cs call:head_close() ?>
<?cs each:c = Certificates ?><?cs call:certificate(c) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
if:Valid > #0 ?><p class="govuk-body"><?cs var:Valid ?> sertifikat berlaku<?cs if:Drawn ?>. <?cs set:all_href = here + "/pdf" ?><?cs
 call:link(all_href, "Unduh semua dalam satu PDF") ?><?cs /if ?></p><?cs call:paper_texts(here, "") ?><?cs /if ?><?cs
if:operator && Valid > #0 ?><p class="govuk-body"><?cs set:evidence_href = base + "/" + Activity.id + "/evidence/certificates" ?><?cs
 call:link(evidence_href, "Jadikan daftarnya data dukung") ?></p><?cs /if ?><?cs
 set:href = here + "/table" ?><?cs call:downloads(href, "") ?><?cs
elif:filled(Form.value.q) ?><?cs call:empty_state("Tidak ada yang cocok", "Coba satu kata saja dari namanya, atau nomor urutnya.") ?><?cs
else ?><?cs call:empty_state("Belum ada sertifikat", "Diterbitkan untuk semua yang tercatat di daftar hadir, dengan nomor urut dan kode QR.") ?><?cs
/if ?><?cs if:operator ?><?cs call:numbering() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
