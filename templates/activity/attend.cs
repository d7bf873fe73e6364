<?cs include!"macros.cs" ?><?cs include!"activity/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Daftar hadir: " + List.title ?><?cs set:page_script = "matang-sign" ?><?cs set:here = Site.base + "/activity/at/" + List.code ?><?cs
if:Page.done == "recorded" ?><?cs set:done_text = "Terima kasih, Anda sudah tercatat hadir." ?><?cs
elif:Page.done == "recorded-before" ?><?cs set:done_text = "Anda sudah tercatat hadir sebelumnya. Tidak perlu mengisi lagi." ?><?cs /if ?><?cs

def:form() ?><form method="post" action="<?cs var:url_validate(here) ?>" class="matang-narrow" novalidate><?cs call:csrf() ?>
<?cs call:input_field("name", "Nama lengkap", "", "text", "name", "") ?><?cs
 call:input_field("nip", "NIP (boleh kosong)", "", "text", "", "20") ?><?cs
 call:input_field("office", "Perangkat daerah atau instansi", "", "text", "organization", "") ?>
<div class="matang-sign" data-sign hidden><p class="govuk-label" id="sign-label">Tanda tangan</p><canvas class="matang-sign__area" width="600" height="200"
role="img" aria-labelledby="sign-label"></canvas><button type="button" class="govuk-button govuk-button--link" data-sign-clear>Hapus tanda tangan</button></div>
<input type="hidden" name="drawn" value="<?cs var:Form.value.drawn ?>"><?cs
 call:input_field("typed", "Ketik nama sebagai tanda tangan", "", "text", "", "") ?><?cs call:submit("Saya hadir") ?>
<p class="govuk-body-s">Data ini hanya dibaca <?cs var:List.organiser ?> dan dihapus sesudah masa simpannya.</p></form><?cs /def ?><?cs

def:content() ?><?cs call:page_title(List.title, List.kind + ", " + List.days) ?>
<p class="govuk-body"><?cs var:List.place ?></p>
<?cs if:Page.done ?><p class="govuk-body"><?cs call:link(here, "Isi untuk orang lain") ?></p><?cs else ?><?cs call:form() ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
