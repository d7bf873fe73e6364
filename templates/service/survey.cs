<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Survei kepuasan" ?><?cs set:base = Site.base + "/service" ?><?cs
if:Online ?><?cs set:back_href = base + "/mine" ?><?cs set:here = base + "/mine/survey" ?><?cs else ?><?cs
set:back_href = base + "/" + Application.id ?><?cs set:here = back_href + "/survey" ?><?cs /if ?><?cs set:back_label = "Permohonan" ?><?cs

def:element(e) ?><?cs call:fieldset_open(e.name, e.label, e.question) ?><div class="govuk-radios govuk-radios--inline"><?cs
each:v = Values ?><?cs set:id = e.name + "-" + v.value ?><?cs call:radio(e.name, id, v.value, v.label, "") ?><?cs /each ?></div><?cs
call:fieldset_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, Service.name) ?><p class="govuk-body"><?cs
if:Online ?>Jawaban Anda dijumlahkan dengan jawaban pemohon lain; petugas tidak melihatnya satu per satu.<?cs
else ?>Ketik jawaban pemohon <?cs var:Application.number ?> dari lembar kertasnya. Sesudah disimpan tidak dapat diubah atau dibuka lagi.<?cs /if ?></p>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs each:e = Elements ?><?cs call:element(e) ?><?cs /each ?><?cs
call:submit("Simpan survei") ?></form><?cs /def ?><?cs include!"layout.cs" ?>
