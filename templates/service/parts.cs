<?cs # SPDX-License-Identifier: ISC ?><?cs
# What the pages of this program lead to. ?><?cs
def:service_nav() ?><p class="govuk-body matang-screen-only"><?cs set:service_at = Site.base + "/service/" ?><?cs call:link(service_at, "Antrean") ?> · <?cs
 set:service_at = Site.base + "/service/letters" ?><?cs call:link(service_at, "Surat yang terbit") ?> · <?cs
 set:service_at = Site.base + "/service/enterprises" ?><?cs call:link(service_at, "Data usaha") ?> · <?cs
 set:service_at = Site.base + "/service/report" ?><?cs call:link(service_at, "Laporan layanan") ?> · <?cs
 set:service_at = Site.base + "/service/services" ?><?cs call:link(service_at, "Daftar layanan") ?></p>
<?cs /def ?><?cs

# Files of what is asked for: those that can come now, and those that came. ?><?cs
def:file_of(r) ?><?cs if:r.opens == "1" ?><?cs set:file_name = "file-" + r.id ?><?cs
set:file_label = "Berkas: " + r.name ?><?cs call:photos_field(file_name, file_label, r.note, Upload.accept) ?><?cs /if ?><?cs /def ?><?cs
def:file_rules() ?><?cs set:file_hint = Upload.takes + ", juga foto dari ponsel. Masing-masing paling besar 10 MB, semuanya bersama 30 MB." ?><?cs
/def ?><?cs
def:files_to_send() ?><?cs if:Opens == "1" ?><?cs call:file_rules() ?><?cs
call:fieldset_open("file-", "Berkas atau foto", file_hint) ?><?cs each:r = Requirements ?><?cs call:file_of(r) ?><?cs /each ?><?cs
call:fieldset_close() ?><?cs /if ?><?cs /def ?><?cs
# The same beside the form of an application. ?><?cs
def:file_with_form(r) ?><?cs if:r.wants_file == "1" ?><?cs set:file_name = "file-" + r.id ?><?cs set:file_label = r.name ?><?cs
if:r.compulsory != "1" ?><?cs set:file_label = r.name + " (bila ada)" ?><?cs /if ?><?cs
call:photos_field(file_name, file_label, "", Upload.accept) ?><?cs /if ?><?cs /def ?><?cs
def:files_with_form() ?><?cs if:Opens == "1" ?><?cs call:file_rules() ?><?cs
set:file_hint = file_hint + " Yang belum ada dapat dikirim sesudah ini." ?><?cs
call:fieldset_open("file-", "Berkas atau foto", file_hint) ?><?cs each:r = Service.requirements ?><?cs call:file_with_form(r) ?><?cs /each ?><?cs
call:fieldset_close() ?><?cs /if ?><?cs /def ?><?cs
def:file_to_open(f) ?><li><?cs set:file_href = here + "/file/" + f.id ?><?cs call:link(file_href, f.name) ?> <span class="govuk-body-s"><?cs
var:f.kind ?>, <?cs var:f.size ?>, <?cs var:f.when ?> · <?cs call:file_checked(f.checked) ?></span><?cs call:file_warnings(f.checked) ?></li>
<?cs /def ?><?cs
def:files_to_open(r) ?><?cs if:subcount(r.files) ?><ul class="govuk-list"><?cs each:f = r.files ?><?cs call:file_to_open(f) ?><?cs /each ?></ul><?cs
/if ?><?cs /def ?><?cs

# What is asked for, and the letter that came of it, as the person or the assistant follows them. ?><?cs
def:asked_for(r) ?><li><?cs var:r.name ?>: <?cs if:r.verdict == "accepted" ?>sesuai<?cs elif:r.verdict == "missing" ?>kurang<?cs
elif:r.brought == "1" ?>belum diperiksa<?cs else ?>belum ada<?cs /if ?><?cs each:f = r.files ?><br><span class="govuk-body-s"><?cs
var:f.name ?>, dikirim <?cs var:f.when ?></span><?cs /each ?></li>
<?cs /def ?><?cs
def:letter_held(l) ?><li><?cs var:l.number ?>: <?cs if:l.ended == "replaced" ?>sudah diganti<?cs elif:l.ended == "cancelled" ?>dicabut<?cs
elif:filled(l.until) ?>berlaku sampai <?cs var:l.until ?><?cs else ?>berlaku<?cs /if ?>. <?cs
set:check_href = Site.base + "/portal/check?code=" + l.code ?><?cs call:link(check_href, "Isi yang tercatat") ?><?cs
if:filled(l.copy) && !filled(l.ended) ?> · <?cs set:copy_href = here + "/letter/" + l.id ?><?cs set:signed_here = #1 ?><?cs
call:link(copy_href, "Unduh surat bertanda tangan") ?><?cs /if ?></li>
<?cs /def ?><?cs

# Which letter an application renews; and where its own letter can be renewed, or is already: by_href "" where the reader opens it
# with number and secret. ?><?cs
def:renews_row() ?><?cs if:filled(Application.renews) ?><?cs set:renews_text = "Surat Nomor " + Application.renews ?><?cs
if:Application.renews_ended == "cancelled" ?><?cs set:renews_text = renews_text + ", yang sudah dicabut" ?><?cs /if ?><?cs
call:summary_row("Memperpanjang", renews_text) ?><?cs /if ?><?cs /def ?><?cs
def:renewing(renew_href, by_href) ?><?cs if:filled(Renewal.by) ?><p class="govuk-body">Surat Nomor <?cs var:Renewal.number ?> <?cs
if:Renewal.renewed == "1" ?>sudah<?cs else ?>sedang<?cs /if ?> diperpanjang dengan permohonan <?cs if:filled(by_href) ?><?cs
call:link(by_href, Renewal.by) ?><?cs else ?><?cs var:Renewal.by ?><?cs /if ?>.</p><?cs
elif:filled(Renewal.number) ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:url_validate(renew_href) ?>">Perpanjang<span
class="govuk-visually-hidden"> surat Nomor <?cs var:Renewal.number ?></span></a></p><?cs /if ?><?cs /def ?><?cs

# Forms of a field assistant that wait on this telephone (htdocs/src/js/matang-assist.js); without scripts nothing waits. ?><?cs
def:kept_drafts() ?><section data-assist-kept data-person="<?cs var:Person ?>" hidden aria-labelledby="tersimpan"><h2 class="govuk-heading-m"
id="tersimpan">Tersimpan di ponsel ini</h2><p class="govuk-body">Dikirim sendiri begitu ada jaringan, masing-masing satu kali. Keluar dari akun
menghapus yang belum terkirim.</p><ul class="govuk-list" data-assist-list></ul></section><p class="govuk-body" role="status"
data-assist-told></p><?cs /def ?><?cs

# Lines that somebody wrote, as they stand. ?><?cs
def:written(text) ?><p class="govuk-body matang-compare__text"><?cs var:text ?></p><?cs /def ?>
