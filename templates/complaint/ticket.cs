<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs include!"complaint/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pengaduan " + Complaint.number ?><?cs set:page_script = "matang-guest" ?><?cs set:base = Site.base + "/complaint" ?><?cs
if:Page.done == "replied" ?><?cs set:done_text = "Balasan Anda sudah dikirim." ?><?cs
elif:Page.done == "reopened" ?><?cs set:done_text = "Pengaduan sudah dibuka kembali." ?><?cs
elif:Page.done == "rated" ?><?cs set:done_text = "Terima kasih atas penilaian Anda." ?><?cs /if ?><?cs

def:message(m) ?><li class="matang-history__item"><p class="matang-history__when"><?cs var:m.when ?> · <?cs
 if:m.kind == "person" ?>Anda<?cs elif:m.kind == "answer" ?>Jawaban<?cs else ?>Status<?cs /if ?></p><?cs call:said(m.body) ?></li><?cs /def ?><?cs

def:reply(action, heading, label, button) ?><h2 class="govuk-heading-m"><?cs var:heading ?></h2>
<form method="post" action="<?cs var:url_validate(base) ?>/ticket/<?cs var:action ?>" enctype="multipart/form-data" class="matang-narrow" novalidate><?cs
 call:csrf() ?><?cs call:textarea_field("body", label, "", "5", "4000") ?><?cs
 call:file_field("file", "Berkas (boleh kosong)", Upload.takes, Upload.accept) ?><?cs call:guest_fields() ?><?cs call:submit(button) ?></form><?cs /def ?><?cs

def:rate() ?><form method="post" action="<?cs var:url_validate(base) ?>/ticket/rate" class="matang-narrow" novalidate><?cs call:csrf() ?><?cs
 set:Rates.0.value = "5" ?><?cs set:Rates.0.label = "Sangat puas" ?><?cs set:Rates.1.value = "4" ?><?cs set:Rates.1.label = "Puas" ?><?cs
 set:Rates.2.value = "3" ?><?cs set:Rates.2.label = "Cukup" ?><?cs set:Rates.3.value = "2" ?><?cs set:Rates.3.label = "Tidak puas" ?><?cs
 set:Rates.4.value = "1" ?><?cs set:Rates.4.label = "Sangat tidak puas" ?><?cs
 call:radios("rating", "Seberapa puas Anda dengan penanganannya?", "", Rates) ?><?cs call:submit_quiet("Simpan penilaian") ?></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Complaint.title, title) ?>
<p class="govuk-body"><?cs call:complaint_tag(Complaint.state, Complaint.state_name) ?><?cs
 if:filled(Complaint.due) ?> Akan <?cs var:Complaint.waits ?> paling lambat <?cs var:Complaint.due ?>.<?cs /if ?></p>
<?cs call:summary_open() ?><?cs call:summary_row("Dikirim", Complaint.sent) ?><?cs call:summary_row("Daerah", Complaint.region) ?><?cs
 call:summary_row("Tentang", Complaint.category) ?><?cs if:filled(Complaint.place) ?><?cs call:summary_row("Lokasi", Complaint.place) ?><?cs /if ?><?cs
 if:Complaint.state != "received" && filled(Complaint.handler) ?><?cs call:summary_row("Ditangani", Complaint.handler) ?><?cs /if ?><?cs
 if:filled(Complaint.closed) ?><?cs call:summary_row("Hasil", Complaint.closed) ?><?cs /if ?><?cs call:summary_close() ?>
<h2 class="govuk-heading-m">Yang Anda tulis</h2><?cs call:said(Complaint.body) ?><?cs
if:subcount(Files) ?><ul class="govuk-list"><?cs each:f = Files ?><li><?cs var:f.name ?></li><?cs /each ?></ul><?cs /if ?>
<?cs if:subcount(Messages) ?><h2 class="govuk-heading-m">Perkembangan</h2><ol class="matang-history"><?cs each:m = Messages ?><?cs
 call:message(m) ?><?cs /each ?></ol><?cs /if ?><?cs
if:Complaint.merged ?><?cs call:inset("Jawaban atas pengaduan yang sama ditampilkan di sini.") ?><?cs
else ?><?cs if:Complaint.state == "answered" || Complaint.state == "closed" ?><?cs call:rate() ?><?cs /if ?><?cs
 if:!filled(Complaint.body) ?><?cs elif:Complaint.state == "closed" ?><?cs call:reply("reopen", "Belum puas?", "Mengapa dibuka kembali", "Buka kembali") ?><?cs
 else ?><?cs call:reply("reply", "Balas", "Balasan", "Kirim balasan") ?><?cs /if ?><?cs /if ?>
<form method="post" action="<?cs var:url_validate(base) ?>/ticket/leave"><?cs call:csrf() ?><?cs call:submit_quiet("Selesai melihat") ?></form>
<p class="govuk-body-s">Tekan Selesai melihat bila memakai perangkat bersama.</p><?cs /def ?><?cs include!"layout.cs" ?>
