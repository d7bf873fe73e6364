<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = Activity.title ?><?cs set:base = Site.base + "/activity" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Kegiatan" ?><?cs
set:here = base + "/" + Activity.id ?><?cs set:operator = Actor.role == "operator" ?><?cs
if:Page.done == "list-closed" ?><?cs set:done_text = "Daftar hadir sudah ditutup." ?><?cs /if ?><?cs

def:open_form(label) ?><form method="post" action="<?cs var:url_validate(here) ?>/open"><?cs call:csrf() ?><input type="hidden" name="before" value="<?cs
 var:Session.before ?>"><?cs call:submit(label) ?></form><?cs /def ?><?cs

def:attendance() ?><h2 class="govuk-heading-m">Daftar hadir</h2>
<p class="govuk-body"><?cs call:link(here + "/participants", Activity.participants + " peserta tercatat") ?><?cs
 if:?Session.until ?>. Terbuka untuk ponsel peserta sampai <?cs var:Session.until ?>.<?cs /if ?></p>
<?cs if:operator ?><?cs if:?Session.until ?><p class="govuk-body">Kode hanya tampil di layar yang dibuka saat itu. Bila layarnya tertutup, buka dengan
kode baru; kode yang lama tidak berlaku lagi.</p><?cs call:buttons_open() ?><?cs call:open_form("Buka dengan kode baru") ?>
<form method="post" action="<?cs var:url_validate(here) ?>/close"><?cs call:csrf() ?><?cs call:submit_quiet("Tutup daftar hadir") ?></form><?cs
call:buttons_close() ?><?cs
elif:Session.today ?><p class="govuk-body">Peserta memindai kode QR di layar dengan ponselnya, tanpa akun.</p><?cs
 call:open_form("Buka daftar hadir lewat ponsel") ?><?cs
else ?><p class="govuk-body">Daftar hadir lewat ponsel dapat dibuka pada hari kegiatan. Peserta juga dapat ditulis, ditempel atau diunggah.</p><?cs
/if ?><?cs /if ?><?cs /def ?><?cs

def:papers() ?><?cs call:table_open("Lembar") ?><?cs call:head_open() ?><?cs call:th("Lembar") ?><?cs call:th("Data dukung") ?><?cs call:head_close() ?>
<?cs each:p = Papers ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:filled(p.lacks) ?><?cs var:p.title ?><?cs else ?><?cs call:link(here + "/paper/" + p.word, p.title) ?><?cs /if ?></th><td
class="govuk-table__cell" data-label="Data dukung"><span><?cs if:?p.document.id ?><?cs call:link(Site.base + "/upload/document/" + p.document.id,
 "Dokumen") ?>, di <?cs var:p.document.links ?> kriteria<?cs /if ?><?cs if:filled(p.lacks) ?><?cs if:?p.document.id ?>. <?cs /if ?><?cs
 var:p.lacks ?><?cs elif:operator ?><?cs if:?p.document.id ?> · <?cs /if ?><a class="govuk-link" href="<?cs
 var:url_validate(here) ?>/evidence/<?cs var:p.word ?>">Jadikan data dukung<span class="govuk-visually-hidden">: <?cs
 var:p.title ?></span></a><?cs /if ?></span></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<p class="govuk-body"><?cs set:certificates_href = here + "/certificates" ?><?cs call:link(certificates_href, "Sertifikat peserta") ?></p><?cs /def ?><?cs

def:document(d) ?><li><?cs call:link(Site.base + "/upload/document/" + d.id, d.title) ?> (<?cs var:d.kind_name ?>, di <?cs
 var:d.links ?> kriteria)<?cs if:operator ?> <form method="post" action="<?cs var:url_validate(here) ?>/documents/remove"><?cs
 call:csrf() ?><input type="hidden" name="document" value="<?cs var:d.id ?>"><button type="submit" class="govuk-button govuk-button--link">Lepas<span
class="govuk-visually-hidden"> <?cs var:d.title ?></span></button></form><?cs /if ?></li>
<?cs /def ?><?cs

def:documents() ?><h2 class="govuk-heading-m" id="documents">Foto dan berkas</h2>
<?cs if:subcount(Documents) ?><ul class="govuk-list govuk-list--bullet"><?cs each:d = Documents ?><?cs call:document(d) ?><?cs /each ?></ul><?cs
else ?><p class="govuk-body">Belum ada. Unggah foto, undangan atau daftar hadir bertanda tangan ke pustaka dokumen, lalu lampirkan di sini.</p><?cs
/if ?><?cs if:operator ?><p class="govuk-body"><?cs set:upload_href = Site.base + "/upload/new" ?><?cs call:link(upload_href, "Unggah dokumen") ?></p>
<?cs if:subcount(Near) ?><form method="post" action="<?cs var:url_validate(here) ?>/documents" novalidate><?cs call:csrf() ?><?cs
 call:select_field("document", "Lampirkan dokumen perangkat daerah", "Yang terbaru lebih dahulu.", Near) ?><?cs
 call:submit_quiet("Lampirkan") ?></form><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Activity.title, Activity.kind_name) ?>
<?cs call:summary_open() ?><?cs if:Actor.role == "auditor" ?><?cs
 call:summary_row("Perangkat daerah", Activity.agency) ?><?cs /if ?><?cs
 call:summary_row("Waktu", Activity.when) ?><?cs call:summary_row("Tempat", Activity.place) ?><?cs
 call:summary_row("Penyelenggara", Activity.organiser) ?><?cs if:?Activity.hours ?><?cs
 call:summary_row("Jam pelajaran", Activity.hours) ?><?cs /if ?><?cs call:summary_close() ?>
<?cs if:operator ?><?cs set:edit_href = here + "/edit" ?><?cs
 call:button_link_secondary(edit_href, "Ubah, tulis notulen dan tindak lanjut") ?><?cs /if ?>
<?cs call:attendance() ?><?cs call:papers() ?><?cs call:documents() ?><?cs call:part("Acara", Activity.agenda) ?><?cs
 call:part("Notulen", Activity.minutes) ?><?cs call:part("Tindak lanjut", Activity.follow_up) ?><?cs
if:operator ?><?cs call:details_open("Hapus kegiatan ini") ?><p class="govuk-body">Kegiatan hilang dari daftar, dan nama peserta serta tanda tangannya
dihapus. Dokumen yang sudah menjadi data dukung tetap ada di pustaka, dan sertifikat yang sudah terbit tetap dapat
diperiksa.</p><form method="post" action="<?cs var:url_validate(here) ?>/remove"><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Activity.version ?>"><button type="submit"
class="govuk-button govuk-button--warning">Hapus kegiatan</button></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
