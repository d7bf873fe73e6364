<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs include!"service/particulars.cs" ?><?cs
include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:base = Site.base + "/service" ?><?cs set:back_label = Service.name ?><?cs
if:Online ?><?cs set:heading = "Ajukan permohonan" ?><?cs set:back_href = base + "/standard/" + Service.id ?><?cs
 set:here = base + "/apply/" + Service.id ?><?cs set:page_script = "matang-guest" ?><?cs
 if:Opens == "1" ?><?cs set:page_script = "matang-guest-files" ?><?cs /if ?><?cs
 set:files_legend = "Berkas yang Anda punya" ?><?cs
 set:files_hint = "Tandai yang sudah ada, lalu bawa ke loket atau tunjukkan kepada petugas." ?><?cs
 set:send_label = "Kirim permohonan" ?><?cs
elif:Assisted ?><?cs set:heading = "Catat permohonan orang lain" ?><?cs set:back_href = base + "/assist" ?><?cs
 set:back_label = "Permohonan yang saya bantu" ?><?cs set:here = base + "/assist/new/" + Service.id ?><?cs set:page_script = "matang-assist" ?><?cs
 set:files_legend = "Berkas yang dimiliki pemohon" ?><?cs set:files_hint = "Tandai yang ada dan sudah Anda lihat." ?><?cs
 set:send_label = "Kirim permohonan" ?><?cs
else ?><?cs set:heading = "Catat permohonan" ?><?cs set:back_href = base + "/services/" + Service.id ?><?cs
 set:here = base + "/new/" + Service.id ?><?cs set:files_legend = "Berkas yang dibawa" ?><?cs
 set:files_hint = "Tandai yang ada. Kesesuaiannya diperiksa sesudah ini." ?><?cs set:send_label = "Simpan permohonan" ?><?cs
 if:Opens == "1" ?><?cs set:page_script = "matang-photos" ?><?cs /if ?><?cs /if ?><?cs
if:filled(Renewal.number) ?><?cs set:heading = "Perpanjang surat" ?><?cs set:back_label = "Permohonan lama" ?><?cs
 set:back_href = base + "/" + Renewal.application ?><?cs if:Online ?><?cs set:back_href = base + "/mine" ?><?cs
 elif:Assisted ?><?cs set:back_href = base + "/assist/" + Renewal.application ?><?cs /if ?><?cs set:here = back_href + "/renew" ?><?cs /if ?><?cs
set:title = heading + ": " + Service.name ?><?cs

def:asked(f) ?><?cs set:asked_label = f.label ?><?cs if:!f.compulsory ?><?cs set:asked_label = f.label + " (boleh kosong)" ?><?cs /if ?><?cs
if:f.kind == "choice" ?><?cs call:select_field(f.name, asked_label, "", f.choices) ?><?cs
elif:f.kind == "date" ?><?cs call:date_field(f.name, asked_label, "") ?><?cs
elif:f.kind == "number" ?><?cs call:input_field(f.name, asked_label, "", "text", "", "10") ?><?cs
elif:f.kind == "phone" ?><?cs call:input_field(f.name, asked_label, "", "tel", "", "20") ?><?cs
elif:f.kind == "place" ?><?cs call:text_field(f.name, asked_label, "Koordinat seperti -1.24, 116.85, atau kata-kata: di seberang pasar.") ?><?cs
else ?><?cs call:text_field(f.name, asked_label, "") ?><?cs /if ?><?cs /def ?><?cs

# Whoever sends a file has it: online only the others are ticked. ?><?cs
def:have(r) ?><?cs if:!Online && !Assisted || r.wants_file != "1" ?><?cs if:!ticked ?><?cs set:ticked = #1 ?><?cs
call:fieldset_open("have", files_legend, files_hint) ?><div class="govuk-checkboxes"><?cs /if ?><?cs set:have_name = "have-" + r.id ?><?cs
 call:check_item(have_name, have_name, "1", r.name, "", Form.value[have_name] == "1") ?><?cs /if ?><?cs /def ?><?cs
def:requirements() ?><?cs set:ticked = #0 ?><?cs each:r = Service.requirements ?><?cs call:have(r) ?><?cs /each ?><?cs
if:ticked ?></div><?cs call:fieldset_close() ?><?cs /if ?><?cs call:files_with_form() ?><?cs /def ?><?cs

def:consenting() ?><h2 class="govuk-heading-m">Persetujuan pemohon</h2><p class="govuk-body">Bacakan kepada pemohon:</p><?cs call:inset(Consent) ?><?cs
call:checkbox("consent", "1", "Pemohon sudah mendengarnya dan setuju", "") ?><?cs
call:input_field("consent_by", "Nama yang menyetujui", "Pemohon sendiri, atau yang mewakilinya.", "text", "off", "") ?><?cs
call:date_field("consent_on", "Tanggal persetujuan", "") ?><?cs /def ?><?cs

def:renewal() ?><?cs if:filled(Renewal.number) ?><?cs
set:renewal_text = "Memperpanjang surat Nomor " + Renewal.number + ". Data di bawah berasal dari permohonan lama: perbaiki yang sudah berubah. " ?><?cs
set:renewal_text = renewal_text + "Berkas lama tidak ikut: bawa atau lampirkan lagi. Permohonan ini belum terkirim." ?><?cs
call:inset(renewal_text) ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(heading, Service.name) ?><?cs call:renewal() ?><?cs if:Assisted ?><?cs call:kept_drafts() ?><?cs /if ?>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(here) ?>" enctype="multipart/form-data" novalidate<?cs
if:Assisted ?> data-assist-form<?cs if:filled(Renewal.number) ?>="once"<?cs /if ?><?cs /if ?>><?cs call:csrf() ?><?cs
if:Assisted ?><input type="hidden" name="draft" value="<?cs
if:filled(Form.value.draft) ?><?cs var:Form.value.draft ?><?cs else ?><?cs var:Draft ?><?cs /if ?>"><?cs /if ?>
<h2 class="govuk-heading-m">Pemohon</h2><?cs call:input_field("applicant", "Nama pemohon", "", "text", "name", "") ?><?cs
 call:input_field("email", "Alamat surel (boleh kosong)", "Hanya untuk mengingatkan sebelum suratnya berakhir.", "email", "email", "") ?>
<h2 class="govuk-heading-m">Usaha</h2><?cs call:particular_fields() ?>
<?cs if:subcount(Service.fields) ?><h2 class="govuk-heading-m">Data tambahan</h2><?cs each:f = Service.fields ?><?cs call:asked(f) ?><?cs /each ?><?cs
/if ?><?cs call:requirements() ?>
<?cs if:Assisted ?><?cs call:consenting() ?><?cs /if ?><?cs if:Online ?><?cs call:guest_fields() ?><?cs /if ?><?cs
 call:submit(send_label) ?></form></div><?cs /def ?><?cs include!"layout.cs" ?>
