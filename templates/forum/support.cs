<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Dukung pendapat: " + Hearing.title ?><?cs
set:page_script = "matang-guest" ?><?cs set:back_href = Site.base + "/forum/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs
set:here = back_href + "/support/" + Opinion.id ?><?cs

def:content() ?><?cs call:page_title("Dukung pendapat ini", Hearing.title) ?>
<div class="matang-narrow"><?cs call:inset(Opinion.body) ?>
<p class="govuk-body"><?cs var:Opinion.supports ?> dukungan. Satu perangkat dihitung sekali; siapa
yang mendukung tidak disimpan.</p>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:guest_fields() ?><?cs call:submit("Dukung") ?></form></div><?cs /def ?><?cs
include!"layout.cs" ?>
