<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Permohonan " + Application.number ?><?cs set:back_href = Site.base + "/service/assist" ?><?cs
set:back_label = "Permohonan yang saya bantu" ?><?cs set:here = back_href + "/" + Application.id ?><?cs
if:Opens == "1" ?><?cs set:page_script = "matang-photos" ?><?cs /if ?><?cs
if:Page.done == "sent" ?><?cs set:done_text = "Kiriman sudah masuk dan akan diperiksa." ?><?cs /if ?><?cs

def:bring(r) ?><?cs if:r.verdict == "missing" ?><?cs set:have = "have-" + r.id ?><?cs
call:check_item(have, have, "1", r.name, r.note, Form.value[have] == "1") ?><?cs /if ?><?cs /def ?><?cs
def:send_open() ?><form method="post" action="<?cs var:url_validate(here) ?>/bring" enctype="multipart/form-data" class="matang-narrow" novalidate><?cs
call:csrf() ?><?cs /def ?><?cs
def:bringing() ?><h2 class="govuk-heading-m">Yang masih kurang</h2><?cs call:send_open() ?><?cs
call:fieldset_open("have-", "Tandai yang sekarang ada", "") ?><div class="govuk-checkboxes"><?cs each:r = Requirements ?><?cs
call:bring(r) ?><?cs /each ?></div><?cs call:fieldset_close() ?><?cs call:files_to_send() ?><?cs call:submit("Kirim lagi") ?></form><?cs /def ?><?cs
def:adding() ?><h2 class="govuk-heading-m">Kirim berkas persyaratan</h2><?cs call:send_open() ?><?cs call:files_to_send() ?><?cs
call:submit("Kirim berkas") ?></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Application.number, Service.name) ?>
<?cs call:summary_open() ?><?cs call:summary_row("Status", Application.state_name) ?><?cs if:filled(Application.reason) ?><?cs
call:summary_row("Alasan", Application.reason) ?><?cs /if ?><?cs if:?Application.due ?><?cs
call:summary_row("Selesai paling lambat", Application.due) ?><?cs /if ?><?cs call:summary_row("Masuk", Application.received) ?><?cs
call:summary_row("Pemohon", Application.applicant) ?><?cs if:filled(Application.enterprise) ?><?cs call:summary_row("Usaha", Application.enterprise) ?><?cs
/if ?><?cs call:renews_row() ?><?cs call:summary_row("Persetujuan", Application.consented) ?><?cs call:summary_close() ?><?cs
if:subcount(Requirements) ?><h2 class="govuk-heading-m">Persyaratan</h2><ul class="govuk-list govuk-list--bullet"><?cs each:r = Requirements ?><?cs
call:asked_for(r) ?><?cs /each ?></ul><?cs /if ?><?cs
if:Application.state == "returned" ?><?cs call:bringing() ?><?cs elif:Opens == "1" ?><?cs call:adding() ?><?cs /if ?><?cs
if:subcount(Letters) ?><h2 class="govuk-heading-m">Surat</h2><ul class="govuk-list govuk-list--bullet"><?cs each:l = Letters ?><?cs
call:letter_held(l) ?><?cs /each ?></ul><?cs
if:!signed_here ?><p class="govuk-body">Surat yang ditandatangani diambil di loket.</p><?cs /if ?><?cs
set:renew_href = here + "/renew" ?><?cs set:by_href = "" ?><?cs if:Renewal.by_own == "1" ?><?cs
set:by_href = back_href + "/" + Renewal.by_id ?><?cs /if ?><?cs call:renewing(renew_href, by_href) ?><?cs /if ?>
<?cs call:details_form_open("Kode rahasia pemohon hilang") ?><p class="govuk-body">Kode yang baru tampil satu kali untuk dicetak atau disalin bagi pemohon.
Kode yang lama tidak berlaku lagi.</p><form method="post" action="<?cs var:url_validate(here) ?>/secret" novalidate><?cs call:csrf() ?><input type="hidden"
name="draft" value="<?cs var:Draft ?>"><?cs call:submit_quiet("Buat kode rahasia baru") ?></form><?cs call:details_close() ?><?cs /def ?><?cs
include!"layout.cs" ?>
