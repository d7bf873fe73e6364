<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Tempat: " + Hearing.title ?><?cs
set:back_href = Site.base + "/forum/desk/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs set:here = back_href + "/area" ?><?cs

def:district(d) ?><fieldset class="govuk-fieldset govuk-form-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Kecamatan <?cs
 var:d.name ?></legend><div class="govuk-checkboxes govuk-checkboxes--small"><?cs set:whole = "district-" + d.id ?><?cs
 call:check_item(whole, whole, "1", "Seluruh Kecamatan " + d.name, "", "") ?><?cs each:v = d.villages ?><?cs set:one = "village-" + v.id ?><?cs
 call:check_item(one, one, "1", v.name, "", v.chosen) ?><?cs /each ?></div></fieldset>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title("Untuk siapa konsultasi ini", Hearing.title) ?>
<?cs if:subcount(Districts) ?><p class="govuk-body">Tidak mencentang apa pun berarti untuk seluruh <?cs var:Hearing.region ?>.</p>
<form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?><?cs each:d = Districts ?><?cs call:district(d) ?><?cs /each ?><?cs
 call:submit("Simpan tempat") ?></form><?cs
else ?><?cs call:empty_state("Daftar kecamatan dan kelurahan belum ada",
  "Konsultasi berlaku untuk seluruh daerah. Administrator dapat mengimpor daftarnya di halaman daerah.") ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
