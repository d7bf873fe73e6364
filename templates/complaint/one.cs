<?cs include!"macros.cs" ?><?cs include!"complaint/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pengaduan " + Complaint.number ?><?cs set:base = Site.base + "/complaint" ?><?cs set:here = base + "/" + Complaint.id ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Pengaduan" ?><?cs
if:Page.done == "forwarded" ?><?cs set:done_text = "Pengaduan sudah diteruskan." ?><?cs
elif:Page.done == "answered" ?><?cs set:done_text = "Jawaban sudah dikirim." ?><?cs
elif:Page.done == "noted" ?><?cs set:done_text = "Catatan sudah disimpan." ?><?cs
elif:Page.done == "closed" ?><?cs set:done_text = "Pengaduan sudah ditutup." ?><?cs
elif:Page.done == "reopened" ?><?cs set:done_text = "Pengaduan sudah dibuka kembali." ?><?cs
elif:Page.done == "merged" ?><?cs set:done_text = "Pengaduan sudah digabung." ?><?cs /if ?><?cs

def:version() ?><input type="hidden" name="version" value="<?cs var:Complaint.version ?>"><?cs /def ?><?cs

def:message(m) ?><li class="matang-history__item"><p class="matang-history__when"><?cs var:m.when ?> · <?cs
 if:m.kind == "person" ?>Pelapor<?cs elif:filled(m.who) ?><?cs var:m.who ?><?cs if:filled(m.agency) ?>, <?cs var:m.agency ?><?cs /if ?><?cs
 else ?>Sistem<?cs /if ?><?cs if:m.kind == "note" ?> · catatan internal<?cs elif:m.kind == "answer" ?> · jawaban<?cs
 elif:m.kind == "change" ?> · status<?cs /if ?></p><?cs call:said(m.body) ?></li><?cs /def ?><?cs

def:answer() ?><?cs call:details_form_open("Jawab") ?><form method="post" action="<?cs var:url_validate(here) ?>/answer" novalidate><?cs call:csrf() ?><?cs
 call:version() ?><?cs if:subcount(Templates) ?><?cs call:details_open("Jawaban siap pakai") ?><?cs each:t = Templates ?><h3
class="govuk-heading-s"><?cs var:t.title ?></h3><?cs call:said(t.body) ?><?cs /each ?><?cs call:details_close() ?><?cs /if ?><?cs
 call:textarea_field("body", "Jawaban", "Dibaca pelapor dengan nomor dan kode rahasianya.", "6", "4000") ?><?cs
 call:submit("Kirim jawaban") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:forward() ?><?cs call:details_open("Teruskan") ?><form method="post" action="<?cs var:url_validate(here) ?>/forward" novalidate><?cs call:csrf() ?><?cs
 call:version() ?><div class="govuk-form-group"><label class="govuk-label" for="agency">Kepada</label><select class="govuk-select" id="agency" name="agency">
<option value="0">Sekretariat Daerah (ditangani sendiri)</option><?cs each:a = Agencies ?><option value="<?cs var:a.value ?>"><?cs var:a.label ?></option><?cs
 /each ?></select></div><?cs call:submit("Teruskan") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:note() ?><?cs call:details_open("Catatan internal") ?><form method="post" action="<?cs var:url_validate(here) ?>/note" novalidate><?cs call:csrf() ?><?cs
 call:textarea_field("note", "Catatan", "Tidak terlihat oleh pelapor.", "4", "4000") ?><?cs call:submit_quiet("Simpan catatan") ?></form><?cs
 call:details_close() ?><?cs /def ?><?cs

def:finish() ?><?cs call:details_open("Tutup atau gabung") ?><form method="post" action="<?cs var:url_validate(here) ?>/close" novalidate><?cs
 call:csrf() ?><?cs call:version() ?><?cs set:Closings.0.value = "done" ?><?cs set:Closings.0.label = "Selesai ditangani" ?><?cs
 set:Closings.1.value = "refused" ?><?cs set:Closings.1.label = "Tidak dapat ditangani di sini" ?><?cs
 call:radios("as", "Tutup sebagai", "", Closings) ?><?cs call:submit_quiet("Tutup") ?></form>
<form method="post" action="<?cs var:url_validate(here) ?>/merge" novalidate><?cs call:csrf() ?><?cs call:version() ?><?cs
 call:input_field("into", "Gabung ke nomor", "Pelapor membaca jawaban pengaduan itu.", "text", "off", "10") ?><?cs
 call:submit_quiet("Gabung") ?></form><?cs call:details_close() ?><?cs /def ?><?cs

def:handle() ?><?cs if:Complaint.state != "closed" ?><?cs if:Actor.role == "verifier" && Complaint.state != "answered" ?><?cs call:forward() ?><?cs /if ?><?cs
 if:Actor.role == "verifier" || Actor.role == "operator" ?><?cs call:answer() ?><?cs /if ?><?cs /if ?><?cs
 if:Actor.role == "verifier" || Actor.role == "operator" ?><?cs call:note() ?><?cs /if ?><?cs
 if:Actor.role == "verifier" ?><?cs if:Complaint.state != "closed" ?><?cs call:finish() ?><?cs
 elif:!Complaint.into && filled(Complaint.body) ?><form method="post" action="<?cs
 var:url_validate(here) ?>/reopen"><?cs call:csrf() ?><?cs call:submit_quiet("Buka kembali") ?></form><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:files() ?><?cs if:subcount(Files) ?><h2 class="govuk-heading-m">Berkas</h2><ul class="govuk-list"><?cs each:f = Files ?><li><?cs
 call:link(here + "/file/" + f.id, f.name) ?> <span class="govuk-body-s"><?cs var:f.kind ?>, <?cs var:f.size ?> · <?cs
 call:file_checked(f.checked) ?></span><?cs call:file_warnings(f.checked) ?></li><?cs /each ?></ul>
<p class="govuk-body-s">Berkas dari masyarakat: buka dengan hati-hati.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Complaint.title, title) ?>
<p class="govuk-body"><?cs call:complaint_tag(Complaint.state, Complaint.state_name) ?><?cs
 if:Complaint.confidential ?> <?cs call:tag("fix", "Rahasia") ?><?cs /if ?><?cs if:Complaint.anonymous ?> <?cs call:tag("todo", "Anonim") ?><?cs /if ?></p>
<?cs call:summary_open() ?><?cs call:summary_row("Masuk", Complaint.sent) ?><?cs call:summary_row("Tentang", Complaint.category) ?><?cs
 if:filled(Complaint.place) ?><?cs call:summary_row("Lokasi", Complaint.place) ?><?cs /if ?><?cs
 if:filled(Complaint.name) ?><?cs call:summary_row("Nama", Complaint.name) ?><?cs /if ?><?cs
 if:filled(Complaint.contact) ?><?cs call:summary_row("Kontak", Complaint.contact) ?><?cs /if ?><?cs
 if:filled(Complaint.agency) ?><?cs call:summary_row("Diteruskan kepada", Complaint.agency) ?><?cs /if ?><?cs
 if:filled(Complaint.due) ?><?cs call:summary_row("Akan " + Complaint.waits, Complaint.left + " (" + Complaint.due + ")") ?><?cs /if ?><?cs
 if:filled(Complaint.closed) ?><?cs call:summary_row("Hasil", Complaint.closed) ?><?cs /if ?><?cs
 if:filled(Complaint.rating) ?><?cs call:summary_row("Kepuasan", Complaint.rating + " dari 5") ?><?cs /if ?><?cs call:summary_close() ?><?cs
if:Complaint.into ?><p class="govuk-body">Digabung ke <?cs call:link(base + "/" + Complaint.into, Complaint.into_number) ?>.</p><?cs /if ?><?cs
if:subcount(Twins) ?><p class="govuk-body">Digabung ke sini: <?cs each:t = Twins ?><?cs if:!first(t) ?>, <?cs /if ?><?cs
 call:link(base + "/" + t.id, t.number) ?><?cs /each ?>.</p><?cs /if ?>
<h2 class="govuk-heading-m">Uraian</h2><?cs call:said(Complaint.body) ?><?cs call:files() ?>
<?cs if:subcount(Messages) ?><h2 class="govuk-heading-m">Perkembangan</h2><ol class="matang-history"><?cs each:m = Messages ?><?cs
 call:message(m) ?><?cs /each ?></ol><?cs /if ?><?cs
if:filled(Complaint.own) ?><?cs call:inset(Complaint.own) ?><?cs else ?><?cs call:handle() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
