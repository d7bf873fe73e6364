<?cs # SPDX-License-Identifier: ISC ?><?cs

# What the pages of the questionnaire share.  Deadline.*, Return.*, links as
# assessment/evidence.h gives them. ?><?cs

def:task_tag(status, name) ?><?cs
 if:status == "empty" ?><?cs call:tag("todo", name) ?><?cs
 elif:status == "draft" ?><?cs call:tag("incomplete", name) ?><?cs
 elif:status == "filled" ?><?cs call:tag("incomplete", name) ?><?cs
 elif:status == "correct" ?><?cs call:tag("fix", name) ?><?cs
 else ?><?cs call:tag("complete", name) ?><?cs /if ?><?cs /def ?><?cs

def:deadline() ?><?cs
 if:Assessment.begins && Deadline.state ?><p class="govuk-body matang-deadline"><strong>Diisi mulai <?cs var:Assessment.begins ?></strong>, sampai <?cs
 var:Deadline.date ?></p>
<?cs elif:Deadline.state == "ahead" ?><p class="govuk-body matang-deadline"><strong>Sisa <?cs
 var:Deadline.days ?> hari kerja</strong>, sampai <?cs var:Deadline.date ?></p>
<?cs elif:Deadline.state == "today" ?><p class="govuk-body matang-deadline matang-deadline--today"><strong>Hari ini kesempatan
terakhir</strong>, batas waktu <?cs var:Deadline.date ?></p>
<?cs elif:Deadline.state == "late" ?><p class="govuk-body matang-deadline matang-deadline--late"><strong>Terlambat <?cs
 var:Deadline.days ?> hari kerja</strong> dari batas waktu <?cs var:Deadline.date ?>. <?cs
 if:Assessment.lapsed ?>Pengisian sudah ditutup.<?cs else ?>Masih dapat diselesaikan; kerjakan secepatnya.<?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs

def:since() ?><?cs if:subcount(Since) ?><section class="matang-panel" aria-labelledby="since"><h2 class="govuk-heading-m"
id="since">Yang berubah sejak kunjungan terakhir</h2>
<p class="govuk-hint">Oleh orang lain, sejak <?cs var:SinceWhen ?>.</p>
<ul class="govuk-list govuk-list--bullet"><?cs each:s = Since ?><li><?cs var:s.what ?><?cs
 if:s.count > #1 ?>: <?cs var:s.count ?> perubahan, terakhir<?cs else ?>:<?cs /if ?> <?cs var:s.at ?></li>
<?cs /each ?></ul>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/report/history">Lihat riwayatnya</a></p></section>
<?cs /if ?><?cs /def ?><?cs

def:tour_offer() ?><?cs if:Tour.all && !Tour.stop && !subcount(Earlier) && !subcount(Since) ?><p class="govuk-body">Baru pertama kali di sini?
<a class="govuk-link" href="<?cs var:Site.base ?>/portal/help">Ikuti tur singkat, <?cs var:Tour.all ?> langkah</a></p>
<?cs /if ?><?cs /def ?><?cs

def:begins() ?><p class="govuk-body"><strong>Pengisian dimulai <?cs var:Assessment.begins ?>.</strong> Penilaiannya sudah dapat dibaca<?cs
 if:Actor.role == "operator" ?>, dan dokumen sudah dapat <a class="govuk-link" href="<?cs var:Site.base ?>/upload/new">diunggah</a><?cs /if ?>.</p>
<?cs /def ?><?cs

def:lapsed() ?><p class="govuk-body"><strong>Pengisian ditutup sejak batas waktu <?cs var:Assessment.lapsed ?> lewat.</strong> Jawaban hanya dapat dibaca.<?cs
 if:Assessment.may_ask ?> <a class="govuk-link" href="<?cs var:Site.base ?>/schedule/<?cs var:Assessment.id ?>/"><?cs
 if:Actor.role == "operator" ?>Minta tambahan waktu<?cs else ?>Lihat jadwal<?cs /if ?></a>.<?cs
 elif:Actor.role == "operator" ?> Bila masih ada yang harus diisi, hubungi administrator daerah.<?cs /if ?></p>
<?cs if:!Assessment.may_ask && Actor.role == "operator" ?><?cs call:contact() ?><?cs /if ?><?cs /def ?><?cs

def:return_notice() ?><?cs if:Return.why ?><div class="matang-notice matang-notice--caution">
<h2 class="govuk-heading-s"><?cs if:Assessment.state == "returned" ?>Penilaian dikembalikan untuk diperbaiki<?cs else ?>Penilaian dibuka kembali<?cs /if ?></h2>
<p class="govuk-body matang-compare__text"><?cs var:Return.why ?></p>
<p class="govuk-body-s"><?cs if:Return.who ?><?cs var:Return.who ?>, <?cs /if ?><?cs var:Return.when ?></p>
</div>
<?cs /if ?><?cs /def ?><?cs

def:link_review(who, decision, reason, stale) ?><?cs if:decision ?><p class="matang-document__facts"><?cs
 call:tag(decision, "") ?> <?cs var:who ?><?cs if:filled(reason) ?>: <?cs var:reason ?><?cs /if ?><?cs
 if:stale ?> (tentang revisi sebelumnya; revisi yang sekarang belum diperiksa)<?cs /if ?></p>
<?cs /if ?><?cs /def ?><?cs

def:attached(link) ?><li class="matang-document<?cs if:!link.stored ?> matang-document--pending<?cs
 elif:link.state == "accepted" ?> matang-document--accepted<?cs elif:link.state == "rejected" ?> matang-document--rejected<?cs /if ?>">
<p class="matang-document__title"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/document/<?cs var:link.document_id ?>"><?cs var:link.title ?></a></p>
<p class="matang-document__facts"><?cs var:link.kind_name ?><?cs if:filled(link.number) ?> · Nomor <?cs var:link.number ?><?cs /if ?><?cs
 if:link.dated ?> · <?cs var:link.dated ?><?cs /if ?><?cs if:link.period ?> · Berlaku <?cs var:link.period ?><?cs /if ?><?cs
 if:link.stored ?> · <?cs var:link.type_name ?>, <?cs var:link.size ?><?cs
 if:link.revision_number > #1 ?>, revisi <?cs var:link.revision_number ?><?cs /if ?> · <?cs call:file_listed(link.checked) ?><?cs /if ?></p>
<?cs if:link.stored ?><?cs call:file_warnings(link.checked) ?><?cs /if ?><?cs if:!link.stored ?><p class="matang-document__facts"><?cs
 call:tag("pending", "Alamat luar") ?> Berkasnya belum tersimpan di sini, jadi belum dihitung.</p>
<?cs /if ?><?cs call:held_back(link) ?><?cs call:moved_hither(link.moved) ?><?cs call:flags(link.flags) ?><?cs
 call:link_review("oleh tim verifikasi", link.city_decision, link.city_reason, link.city_stale) ?><?cs
 call:link_review("oleh provinsi", link.province_decision, link.province_reason, link.province_stale) ?></li>
<?cs /def ?><?cs

def:also_open(o) ?><li class="matang-document"><p class="matang-document__title"><a class="govuk-link" href="<?cs var:Site.base ?><?cs
 if:o.step == #6 ?>/signoff/<?cs else ?>/questionnaire/<?cs /if ?><?cs var:o.id ?>/">Penilaian <?cs var:o.year ?></a> <?cs
 call:tag(o.state, "") ?></p>
<p class="matang-document__facts"><?cs if:filled(o.begins) ?>Diisi mulai <?cs var:o.begins ?>, sampai <?cs var:o.until ?>.<?cs
 elif:o.due == "ahead" ?>Sisa <?cs var:o.days ?> hari kerja, sampai <?cs var:o.until ?>.<?cs
 elif:o.due == "today" ?>Hari ini kesempatan terakhir, batas waktu <?cs var:o.until ?>.<?cs
 elif:o.due == "late" ?>Terlambat <?cs var:o.days ?> hari kerja dari batas waktu <?cs var:o.until ?>.<?cs
 else ?><?cs var:o.waits ?><?cs /if ?></p></li>
<?cs /def ?><?cs

def:open_beside() ?><section aria-labelledby="open-beside"><h2 class="govuk-heading-m" id="open-beside">Juga masih terbuka</h2>
<ul class="matang-documents"><?cs each:o = Open ?><?cs call:also_open(o) ?><?cs /each ?></ul></section>
<?cs /def ?><?cs

def:bare_text(heading, text) ?><h2 class="govuk-heading-m"><?cs var:heading ?></h2>
<?cs if:filled(text) ?><p class="govuk-body matang-compare__text"><?cs var:text ?></p>
<?cs else ?><p class="govuk-body govuk-hint">Tidak diisi.</p>
<?cs /if ?><?cs /def ?><?cs

# What whoever sends says of it, and the button. ?><?cs
def:statement() ?><?cs call:checkbox("statement", "1", "Jawaban dan dokumen ini sesuai dengan kondisi sebenarnya.", "") ?><?cs
 call:submit("Kirim penilaian") ?><?cs /def ?>
