<?cs include!"macros.cs" ?><?cs include!"viewer.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = Document.title ?><?cs
 if:Actor.role == "operator" && !Document.archived ?><?cs set:page_script = "matang-upload" ?><?cs /if ?><?cs
if:Actor.role == "operator" || Actor.role == "head" ?><?cs set:back_href = Site.base + "/upload/" ?><?cs
 set:back_label = "Dokumen data dukung" ?><?cs /if ?><?cs
if:Page.done == "revised" ?><?cs set:done_text = "Revisi baru sudah tersimpan. Di penilaian yang masih berjalan berkas ini diperiksa lagi; " +
    "yang sudah selesai tetap menghitung revisi yang diperiksa waktu itu." ?><?cs
elif:Page.done == "merged" ?><?cs set:done_text = "Dokumen kembar sudah disatukan ke dokumen ini. Yang lain diarsipkan." ?><?cs
elif:Page.done == "taken" ?><?cs set:done_text = "Berkas dapat dibuka sekarang. Alasan Anda tercatat dalam riwayat dokumen." ?><?cs
elif:Page.done == "archived" ?><?cs set:done_text = "Dokumen sudah diarsipkan. Berkas dan tautannya tetap tersimpan." ?><?cs
elif:Page.done == "restored" ?><?cs set:done_text = "Dokumen sudah kembali ke pustaka." ?><?cs /if ?><?cs
set:here = Site.base + "/upload/document/" + Document.id ?><?cs

def:about() ?><?cs call:summary_open() ?><?cs call:summary_row("Jenis", Document.kind) ?><?cs if:filled(Document.number) ?><?cs
 call:summary_row("Nomor", Document.number) ?><?cs /if ?><?cs if:Document.dated ?><?cs
 call:summary_row("Tanggal", Document.dated) ?><?cs /if ?><?cs if:Document.period ?><?cs
 call:summary_row("Berlaku", Document.period) ?><?cs /if ?><?cs if:Document.signed_by_hand ?><?cs
 call:summary_row("Tanda tangan", "Sudah ditandatangani (tinta), menurut operator") ?><?cs /if ?><?cs
if:filled(Document.outside_address) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Alamat luar</dt><dd
class="govuk-summary-list__value"><a class="govuk-link" href="<?cs var:url_validate(Document.outside_address) ?>"
rel="external noreferrer nofollow"><?cs var:Document.outside_address ?></a></dd></div>
<?cs /if ?><?cs call:summary_row("Dicatat", Document.created_at + ", oleh " + Document.created_by) ?><?cs call:summary_close() ?><?cs /def ?><?cs

def:take(r) ?><?cs call:details_form_open("Tetap buka revisi " + r.number + " dengan alasan") ?><form method="post" action="<?cs
 var:Site.base ?>/upload/file/<?cs var:r.id ?>/take" class="matang-narrow" novalidate><?cs call:csrf() ?>
<p class="govuk-body">Isi berkas ini tidak diketahui. Bukalah hanya di komputer yang antivirusnya aktif. Alasan Anda tercatat dalam riwayat dokumen,
dan setelah itu berkas dapat dibuka dan diputuskan seperti yang lain.</p>
<?cs call:textarea_field("reason", "Alasan", "Misalnya: aslinya sudah dicocokkan dengan dokumen fisik.", 2, 500) ?>
<button type="submit" class="govuk-button govuk-button--secondary">Buka berkas ini</button></form><?cs call:details_close() ?><?cs /def ?><?cs

def:revision(r, newest) ?><li class="matang-document">
<p class="matang-document__title"><?cs if:r.checked.scan == "infected" || (r.checked.held && Document.judged) ?>Revisi <?cs var:r.number ?> (ditahan)<?cs
 else ?><a class="govuk-link" href="<?cs var:Site.base ?>/upload/file/<?cs var:r.id ?>">Unduh revisi <?cs var:r.number ?></a><?cs
 if:r.view ?> · <?cs call:view_link("Lihat revisi " + r.number, r.id, Document.title, r.view, r.id) ?><?cs /if ?><?cs /if ?><?cs
 if:newest ?> <?cs call:tag("complete", "Terbaru") ?><?cs /if ?></p>
<p class="matang-document__facts"><?cs var:r.type ?>, <?cs var:r.size ?> · <?cs var:r.created_at ?>, oleh <?cs var:r.created_by ?></p>
<p class="matang-document__facts">Nama berkas: <?cs var:r.client_name ?></p>
<p class="matang-document__facts">SHA-256 <span class="matang-digest"><?cs var:r.sha256 ?></span></p>
<p class="matang-document__facts">Pemeriksaan: <?cs call:file_checked(r.checked) ?><?cs
 if:r.checked.scanned_at ?> (<?cs var:r.checked.scanned_at ?>)<?cs /if ?></p>
<?cs call:file_warnings(r.checked) ?><?cs
 if:r.checked.held && Document.takes && !taking ?><?cs set:taking = 1 ?><?cs call:take(r) ?><?cs /if ?></li>
<?cs /def ?><?cs

def:revisions() ?><h2 class="govuk-heading-m">Berkas</h2>
<?cs if:Document.stored ?><ul class="matang-documents"><?cs set:newest = 1 ?><?cs each:r = Revisions ?><?cs
 call:revision(r, newest) ?><?cs set:newest = 0 ?><?cs /each ?></ul>
<?cs call:viewer_closed() ?><?cs else ?><?cs call:warning("Dokumen ini hanya berupa alamat luar: tidak disimpan, tidak dihitung.") ?><?cs /if ?>
<?cs if:subcount(Twins) ?><div class="matang-notice" data-twins><p class="matang-notice__text">Berkas yang sama persis juga tersimpan sebagai <?cs
 set:comma = 0 ?><?cs each:t = Twins ?><?cs
 if:comma ?>, <?cs /if ?><a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs var:t.id ?>"><?cs var:t.title ?></a><?cs
 set:comma = 1 ?><?cs /each ?>.<?cs if:Actor.role == "operator" && !Document.archived ?>
<a class="govuk-link" href="<?cs var:url_validate(here) ?>/merge">Satukan menjadi satu dokumen</a><?cs /if ?></p></div>
<?cs /if ?><?cs
 if:subcount(Revisions) > #1 ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:url_validate(here) ?>/compare">Bandingkan dua revisi</a></p>
<?cs /if ?><?cs if:Actor.role == "operator" && !Document.archived ?><form method="post" enctype="multipart/form-data" action="<?cs
 var:url_validate(here) ?>/revision" class="matang-narrow"<?cs call:many_files("revisi " + Document.title, here + "?done=revised",
    "Lihat dokumen") ?> data-upload-document="<?cs var:Document.id ?>" data-upload-version="<?cs var:Document.version ?>" novalidate><?cs call:csrf() ?>
<?cs if:Document.stored ?><?cs
 call:file_input("Ganti dengan revisi baru") ?><button type="submit" class="govuk-button govuk-button--secondary">Unggah revisi</button>
<?cs else ?><?cs call:file_input("Unggah berkasnya, supaya dihitung") ?><?cs call:submit("Unggah berkas") ?><?cs /if ?></form>
<?cs /if ?><?cs /def ?><?cs

def:link_review(who, review) ?><?cs if:review.decision ?><p class="matang-document__facts"><?cs
 call:tag(review.decision, "") ?> <?cs var:who ?><?cs if:filled(review.reason) ?>: <?cs var:review.reason ?><?cs /if ?></p>
<?cs if:review.stale ?><p class="matang-document__flag">Berkas diganti setelah diputuskan: revisi yang sekarang belum diperiksa.</p>
<?cs elif:review.held ?><p class="matang-document__facts">Penilaian ini tetap menghitung <?cs
 if:filled(review.number) ?>revisi <?cs var:review.number ?>, yang diperiksa waktu itu<?cs else ?>alamat luarnya, yang diperiksa waktu itu<?cs
 /if ?>.</p>
<?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:use(u) ?><li class="matang-document">
<p class="matang-document__title"><?cs if:Actor.role == "operator" || Actor.role == "head" ?><a class="govuk-link" href="<?cs
 var:Site.base ?>/questionnaire/<?cs var:u.assessment ?>/<?cs var:u.variable ?>"><?cs var:u.year ?>, variabel <?cs var:u.variable ?></a><?cs
 elif:Actor.role == "verifier" || Actor.role == "validator" ?><a class="govuk-link" href="<?cs var:Site.base ?>/verify/<?cs
 var:u.assessment ?>/<?cs var:u.variable ?>"><?cs var:u.year ?>, variabel <?cs var:u.variable ?></a><?cs
 else ?><?cs var:u.year ?>, variabel <?cs var:u.variable ?><?cs /if ?>, Tingkat <?cs var:u.level ?></p>
<p class="matang-document__facts"><?cs var:u.item ?></p>
<?cs call:link_review("oleh tim verifikasi", u.city) ?><?cs call:link_review("oleh provinsi", u.province) ?><?cs
if:u.open ?><div class="matang-document__actions"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/link/<?cs var:u.id ?>/move">Pindahkan<span
class="govuk-visually-hidden"> dari variabel <?cs var:u.variable ?>, Tingkat <?cs var:u.level ?>, <?cs var:u.item ?></span></a>
<form method="post" action="<?cs var:Site.base ?>/upload/link/<?cs var:u.id ?>/remove"><?cs call:csrf() ?><input type="hidden"
name="from" value="document"><button type="submit" class="govuk-button govuk-button--link">Lepas<span class="govuk-visually-hidden">
dari variabel <?cs var:u.variable ?>, Tingkat <?cs var:u.level ?>, <?cs var:u.item ?></span></button></form></div><?cs /if ?></li>
<?cs /def ?><?cs

def:uses() ?><h2 class="govuk-heading-m">Dipakai di</h2>
<?cs if:subcount(Uses) ?><ul class="matang-documents"><?cs each:u = Uses ?><?cs call:use(u) ?><?cs /each ?></ul>
<?cs else ?><p class="govuk-body">Belum dipakai di kriteria mana pun.</p>
<?cs /if ?><?cs if:Document.linkable ?><?cs call:buttons_open() ?><?cs
 call:button_link_secondary(here + "/criteria", "Pakai untuk kriteria lain") ?><?cs
 call:link(Site.base + "/upload/bulk-attach?document-" + Document.id + "=1", "Pilih dari semua variabel sekaligus") ?><?cs
 call:buttons_close() ?><?cs /if ?><?cs /def ?><?cs

def:changes() ?><?cs if:subcount(History) ?><h2 class="govuk-heading-m">Riwayat</h2>
<ol class="matang-history">
<?cs set:coded = 0 ?><?cs each:h = History ?><?cs if:h.subject == "link" ?><?cs
 set:coded = 1 ?><?cs /if ?><li class="matang-history__item"><p><strong><?cs if:filled(h.full_name) ?><?cs var:h.full_name ?><?cs
 elif:h.subject == "document" ?>Sistem<?cs else ?>Pengelola server<?cs /if ?></strong> <?cs
if:h.subject == "link" ?><?cs if:!filled(h.from_value) ?>menautkan ke <?cs var:h.to_value ?><?cs
 elif:!filled(h.to_value) ?>melepas dari <?cs var:h.from_value ?><?cs
 else ?>memindahkan dari <?cs var:h.from_value ?> ke <?cs var:h.to_value ?><?cs /if ?><?cs
elif:!filled(h.from_value) ?>menyimpan <?cs var:h.to_value ?><?cs else ?>mengubah “<?cs
 var:h.from_value ?>” menjadi “<?cs var:h.to_value ?>”<?cs /if ?></p>
<?cs if:filled(h.reason) ?><p>Alasan: <?cs var:h.reason ?></p>
<?cs /if ?><p class="matang-history__when"><?cs var:h.at ?></p></li>
<?cs /each ?></ol>
<?cs if:coded ?><p class="govuk-body-s">3/III/1 berarti variabel 3, Tingkat III, kriteria pertama.</p>
<?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:archive() ?><?cs if:Actor.role == "operator" ?><?cs
 if:Document.archived ?><form method="post" action="<?cs var:url_validate(here) ?>/restore"><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Document.version ?>"><button type="submit"
class="govuk-button govuk-button--secondary">Keluarkan dari arsip</button></form>
<?cs else ?><?cs
 call:details_open("Tidak diperlukan lagi?") ?><p class="govuk-body">Dokumen yang diarsipkan tidak tampil di pustaka dan tidak ditawarkan lagi.
Tidak ada yang dihapus: berkas, riwayat dan tautan yang sudah ada tetap, dan dokumen dapat dikeluarkan dari arsip kapan saja.</p>
<form method="post" action="<?cs var:url_validate(here) ?>/archive"><?cs call:csrf() ?><input type="hidden" name="version"
value="<?cs var:Document.version ?>"><button type="submit" class="govuk-button govuk-button--secondary">Arsipkan</button></form><?cs
 call:details_close() ?><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Document.title, Document.agency_name) ?>
<?cs if:Document.archived ?><p class="govuk-body"><?cs call:tag("closed", "Diarsipkan") ?></p><?cs /if ?>
<?cs call:flags(Flags) ?><?cs call:about() ?><?cs if:Actor.role == "operator" && !Document.archived ?><p class="govuk-body"><a
class="govuk-link" href="<?cs var:url_validate(here) ?>/edit">Ubah keterangan</a></p><?cs /if ?>
<?cs call:revisions() ?><?cs call:uses() ?><?cs call:changes() ?><?cs call:archive() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
