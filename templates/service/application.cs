<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
if:Opens == "1" || subcount(Letters) ?><?cs set:page_script = "matang-photos" ?><?cs /if ?><?cs
set:title = "Permohonan " + Application.number ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/" ?><?cs
set:back_label = "Antrean" ?><?cs set:here = base + "/" + Application.id ?><?cs set:operator = Actor.role == "operator" ?><?cs
set:head = Actor.role == "head" ?><?cs
if:Page.done == "checked" ?><?cs set:done_text = "Permohonan lengkap dan menunggu keputusan kepala perangkat daerah." ?><?cs
elif:Page.done == "given-back" ?><?cs set:done_text = "Permohonan dikembalikan. Hitungan hari kerja berhenti sampai pemohon melengkapinya." ?><?cs
elif:Page.done == "approved" ?><?cs set:done_text = "Permohonan dikabulkan dan suratnya terbit." ?><?cs
elif:Page.done == "refused" ?><?cs set:done_text = "Permohonan ditolak." ?><?cs
elif:Page.done == "surveyed" ?><?cs set:done_text = "Jawaban survei sudah disimpan. Jumlahnya ada di laporan." ?><?cs
elif:Page.done == "letter-replaced" ?><?cs set:done_text = "Surat lama diganti dengan nomor baru." ?><?cs
elif:Page.done == "letter-signed" ?><?cs set:done_text = "Surat bertanda tangan disimpan. Pemohon dapat mengunduhnya." ?><?cs
elif:Page.done == "letter-esigned" ?><?cs set:done_text = "Surat sudah ditandatangani secara elektronik. Pemohon dapat mengunduhnya." ?><?cs
elif:Page.done == "letter-withdrawn" ?><?cs set:done_text = "Surat dicabut. Halaman Periksa dokumen menunjukkannya." ?><?cs /if ?><?cs

def:version() ?><input type="hidden" name="version" value="<?cs var:Application.version ?>"><?cs /def ?><?cs

def:judge(r) ?><?cs set:verdict = "verdict-" + r.id ?><?cs set:note = "note-" + r.id ?><?cs set:legend = r.name ?><?cs
if:!r.compulsory ?><?cs set:legend = r.name + " (bila ada)" ?><?cs /if ?><?cs set:hint = "" ?><?cs
if:!r.brought ?><?cs set:hint = "Belum dibawa menurut permohonan." ?><?cs /if ?><?cs
if:!filled(Form.value[verdict]) && r.verdict != "waiting" ?><?cs set:Form.value[verdict] = r.verdict ?><?cs /if ?><?cs
call:fieldset_open(verdict, legend, hint) ?><?cs call:files_to_open(r) ?><div
class="govuk-radios govuk-radios--inline"><?cs
call:radio(verdict, verdict + "-1", "accepted", "Sesuai", "") ?><?cs call:radio(verdict, verdict + "-0", "missing", "Kurang", "") ?></div><?cs
call:fieldset_close() ?><?cs call:text_field(note, "Catatan: " + r.name, "") ?><?cs /def ?><?cs

def:checking() ?><h2 class="govuk-heading-m" id="verdict-">Periksa kelengkapan</h2><form method="post" action="<?cs
var:url_validate(here) ?>/check" novalidate><?cs call:csrf() ?><?cs call:version() ?><?cs each:r = Requirements ?><?cs call:judge(r) ?><?cs /each ?><?cs
call:fieldset_open("way", "Hasil pemeriksaan", "") ?><div class="govuk-radios"><?cs
call:radio("way", "way-pass", "pass", "Lengkap, teruskan untuk keputusan", "") ?><?cs
call:radio("way", "way-return", "return", "Kembalikan kepada pemohon", "Hanya persyaratan yang kurang dapat dilengkapi.") ?></div><?cs
call:fieldset_close() ?><?cs call:text_field("reason", "Alasan pengembalian (bila dikembalikan)", "") ?><?cs
call:submit("Simpan hasil pemeriksaan") ?></form><?cs /def ?><?cs

def:visiting() ?><?cs call:details_form_open("Catat kunjungan lapangan") ?><form method="post" action="<?cs
var:url_validate(here) ?>/visit" novalidate><?cs call:csrf() ?><?cs call:date_field("visited_on", "Tanggal kunjungan", "") ?><?cs
call:textarea_field("note", "Catatan kunjungan", "Apa yang ditemukan di tempat usaha.", "4", "4000") ?><?cs
call:submit_quiet("Simpan catatan") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:bring(r) ?><?cs if:r.verdict == "missing" ?><?cs set:have = "have-" + r.id ?><?cs
call:check_item(have, have, "1", r.name, r.note, Form.value[have] == "1") ?><?cs /if ?><?cs /def ?><?cs
def:bringing() ?><h2 class="govuk-heading-m">Pemohon melengkapi</h2><form method="post" action="<?cs
var:url_validate(here) ?>/bring" enctype="multipart/form-data" novalidate><?cs
call:csrf() ?><?cs call:version() ?><?cs call:fieldset_open("have-", "Yang sekarang dibawa", "") ?><div class="govuk-checkboxes"><?cs
each:r = Requirements ?><?cs call:bring(r) ?><?cs /each ?></div><?cs call:fieldset_close() ?><?cs call:files_to_send() ?><?cs
call:submit("Catat yang dibawa") ?></form><?cs /def ?><?cs

def:adding() ?><?cs call:details_form_open("Tambah berkas persyaratan") ?><form method="post" action="<?cs
var:url_validate(here) ?>/bring" enctype="multipart/form-data" novalidate><?cs call:csrf() ?><?cs call:version() ?><?cs
call:files_to_send() ?><?cs call:submit_quiet("Simpan berkas") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:deciding() ?><h2 class="govuk-heading-m">Keputusan</h2><form method="post" action="<?cs var:url_validate(here) ?>/decide" novalidate><?cs
call:csrf() ?><?cs call:version() ?><?cs call:fieldset_open("decision", "Permohonan ini",
 "Bila dikabulkan, suratnya langsung terbit dengan nomor berikutnya.") ?><div
class="govuk-radios"><?cs call:radio("decision", "decision-approve", "approve", "Dikabulkan", "") ?><?cs
call:radio("decision", "decision-reject", "reject", "Ditolak", "") ?></div><?cs call:fieldset_close() ?><?cs
call:text_field("reason", "Alasan penolakan (bila ditolak)", "") ?><?cs call:submit("Putuskan") ?></form><?cs /def ?><?cs

def:withdrawing() ?><?cs call:details_form_open("Pemohon menarik permohonannya") ?><form method="post" action="<?cs
var:url_validate(here) ?>/withdraw" novalidate><?cs call:csrf() ?><?cs call:version() ?><div class="govuk-form-group"><label class="govuk-label"
for="withdraw-reason">Alasan</label><input class="govuk-input" id="withdraw-reason" name="reason" type="text"></div><button type="submit"
class="govuk-button govuk-button--warning">Tarik permohonan</button></form><?cs call:details_close() ?><?cs /def ?><?cs

# The copy that came back signed, or how it comes. ?><?cs
def:signed_copy(l) ?><?cs if:filled(l.copy) ?><p class="govuk-body"><?cs
if:l.copy == "ink" ?>Surat bertanda tangan telah disimpan<?cs elif:l.copy == "proved" ?>Ditandatangani secara elektronik: tanda tangannya sah<?cs
else ?>Ditandatangani secara elektronik: tanda tangannya tidak dapat dipastikan di server ini<?cs /if ?>, <?cs var:l.copy_at ?>, oleh <?cs
var:l.copy_by ?>. <a class="govuk-link" href="<?cs var:url_validate(letter_href) ?>/signed">Unduh salinannya<span
class="govuk-visually-hidden"> <?cs var:l.number ?></span></a><br><span class="govuk-body-s">SHA-256 <?cs var:l.copy_sha256 ?></span><?cs
if:l.copy_named == "none" || l.copy_named == "unread" ?><br>Kode surat tidak terbaca pada salinan itu: bandingkan sendiri dengan suratnya.<?cs
/if ?></p><?cs elif:!filled(l.ended) ?><p class="govuk-body">Salinan bertanda tangan belum disimpan.</p><?cs /if ?><?cs
if:!filled(l.ended) && May.esign && l.copy != "proved" && l.copy != "unproved" ?><p class="govuk-body"><?cs
set:esign_href = Site.base + "/esign/letter/" + l.id + "/" ?><?cs call:button_link(esign_href, "Tanda tangani secara elektronik") ?></p><?cs /if ?><?cs
if:operator && !filled(l.ended) && l.copy != "proved" && l.copy != "unproved" ?><?cs
if:filled(l.copy) ?><?cs call:details_form_open("Ganti salinan bertanda tangan") ?><?cs else ?><?cs
call:details_form_open("Unggah surat yang sudah ditandatangani") ?><?cs /if ?><form method="post" enctype="multipart/form-data" action="<?cs
var:url_validate(letter_href) ?>/signed" novalidate><?cs call:csrf() ?><?cs call:pictures_field("file", "Surat yang sudah ditandatangani",
 "Pindaian (" + Upload.takes + "), foto tiap lembarnya, atau PDF yang ditandatangani secara elektronik. Pemohon mendapat berkas ini.",
 Upload.accept) ?><?cs call:submit_quiet("Simpan salinan bertanda tangan") ?></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:letter(l) ?><h3 class="govuk-heading-s"><?cs var:l.number ?></h3><p class="govuk-body"><?cs
if:l.ended == "replaced" ?>Diganti: <?cs var:l.reason ?>. <?cs elif:l.ended == "cancelled" ?>Dicabut: <?cs var:l.reason ?>. <?cs
elif:filled(l.until) ?>Berlaku sampai <?cs var:l.until ?>. <?cs else ?>Berlaku. <?cs /if ?><?cs
set:letter_href = Site.base + "/service/letters/" + l.id ?><a class="govuk-link" href="<?cs
var:url_validate(letter_href) ?>/pdf">Unduh PDF<span class="govuk-visually-hidden"> <?cs var:l.number ?></span></a> · <a class="govuk-link" href="<?cs
var:url_validate(letter_href) ?>/odt">ODT<span class="govuk-visually-hidden"> <?cs var:l.number ?></span></a> · <a class="govuk-link" href="<?cs
var:url_validate(letter_href) ?>/docx">DOCX<span class="govuk-visually-hidden"> <?cs var:l.number ?></span></a> · <?cs
set:check_href = Site.base + "/portal/check?code=" + l.code ?><?cs call:link(check_href, "Halaman periksa") ?></p><?cs
call:signed_copy(l) ?><?cs
if:head && !filled(l.ended) ?><?cs call:details_form_open("Cabut atau ganti surat ini") ?><form method="post" action="<?cs
var:Site.base ?>/service/letters/<?cs var:l.id ?>/end" novalidate><?cs call:csrf() ?><?cs call:fieldset_open("how", "Tindakan", "") ?><div
class="govuk-radios"><?cs call:radio("how", "how-cancelled", "cancelled", "Cabut", "Tidak berlaku lagi.") ?><?cs
call:radio("how", "how-replaced", "replaced", "Ganti", "Terbit lagi dengan nomor baru, misalnya karena hilang atau salah tulis.") ?></div><?cs
call:fieldset_close() ?><?cs call:text_field("reason", "Alasan", "Tampil di halaman periksa dokumen.") ?><button type="submit"
class="govuk-button govuk-button--warning">Simpan</button></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:facts() ?><?cs call:summary_open() ?><?cs call:summary_row("Status", Application.state_name) ?><?cs
if:filled(Application.reason) ?><?cs call:summary_row("Alasan", Application.reason) ?><?cs /if ?><?cs
call:summary_row("Lama proses", Application.spent) ?><?cs if:?Application.due ?><?cs set:due = Application.due + ", " + Application.left ?><?cs
call:summary_row("Batas waktu", due) ?><?cs /if ?><?cs call:summary_row("Masuk", Application.received + ", " + Application.channel) ?><?cs
call:summary_row("Pemohon", Application.applicant) ?><?cs if:filled(Application.email) ?><?cs
call:summary_row("Alamat surel", Application.email) ?><?cs /if ?><?cs call:renews_row() ?><?cs if:?Application.consented ?><?cs
call:summary_row("Pendamping", Application.assistant) ?><?cs call:summary_row("Persetujuan", Application.consented) ?><?cs
call:summary_row("Isi persetujuan", Application.consent) ?><?cs /if ?><?cs call:summary_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Application.number, Service.name) ?>
<?cs call:facts() ?><?cs if:filled(Application.renews) ?><p class="govuk-body"><?cs
set:renews_href = base + "/" + Application.renews_application ?><?cs call:link(renews_href, "Permohonan dan surat yang diperpanjang") ?></p><?cs /if ?>
<h2 class="govuk-heading-m">Usaha</h2><?cs call:summary_open() ?><?cs each:p = Particulars ?><?cs call:summary_row(p.label, p.value) ?><?cs /each ?><?cs
each:v = Values ?><?cs call:summary_row(v.label, v.value) ?><?cs /each ?><?cs call:summary_close() ?><p class="govuk-body"><?cs
set:enterprise_href = base + "/enterprises/" + Application.enterprise_id ?><?cs call:link(enterprise_href, "Data usaha dan semua permohonannya") ?></p>
<?cs
if:operator && Application.state == "received" ?><?cs call:checking() ?><?cs call:visiting() ?><?cs if:Opens == "1" ?><?cs call:adding() ?><?cs /if ?><?cs
elif:operator && Application.state == "returned" ?><?cs call:bringing() ?><?cs
elif:head && Application.state == "checked" ?><?cs call:deciding() ?><?cs /if ?><?cs
if:subcount(Letters) ?><h2 class="govuk-heading-m">Surat</h2><?cs each:l = Letters ?><?cs call:letter(l) ?><?cs /each ?><?cs
if:operator || filled(Renewal.by) ?><?cs set:renew_href = here + "/renew" ?><?cs set:by_href = base + "/" + Renewal.by_id ?><?cs
call:renewing(renew_href, by_href) ?><?cs /if ?><?cs /if ?>
<h2 class="govuk-heading-m">Persyaratan</h2><ul class="govuk-list govuk-list--bullet"><?cs each:r = Requirements ?><li><?cs var:r.name ?>: <?cs
if:r.verdict == "accepted" ?>sesuai<?cs elif:r.verdict == "missing" ?>kurang<?cs elif:?r.brought ?>dibawa, belum diperiksa<?cs
else ?>belum dibawa<?cs /if ?><?cs if:filled(r.note) ?>. <?cs var:r.note ?><?cs /if ?><?cs
if:!operator || Application.state != "received" ?><?cs call:files_to_open(r) ?><?cs /if ?></li>
<?cs /each ?></ul><?cs
if:subcount(Visits) ?><h2 class="govuk-heading-m">Kunjungan lapangan</h2><?cs each:w = Visits ?><h3 class="govuk-heading-s"><?cs var:w.on ?>, <?cs
var:w.who ?></h3><?cs call:written(w.note) ?><?cs /each ?><?cs /if ?><?cs
if:operator && Surveying ?><p class="govuk-body"><?cs set:survey_href = here + "/survey" ?><?cs
call:link(survey_href, "Ketik jawaban survei kepuasan dari kertas") ?></p><?cs /if ?><?cs
if:subcount(Moves) ?><h2 class="govuk-heading-m">Perjalanan permohonan</h2><?cs call:history(Moves) ?><?cs /if ?><?cs
if:operator && ?Application.due || operator && Application.state == "returned" ?><?cs call:withdrawing() ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
