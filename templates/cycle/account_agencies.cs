<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Perangkat daerah yang dilayani" ?><?cs set:base = Site.base + "/cycle" ?><?cs set:here = base + "/accounts/" + Account.id ?><?cs
set:back_href = here ?><?cs set:back_label = Account.full_name ?><?cs
if:Page.done == "removed" ?><?cs set:done_text = "Perangkat daerah itu tidak dilayani lagi; bagiannya di sana belum dibagi lagi." ?><?cs /if ?><?cs

def:served(s) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs if:filled(s.name) ?><?cs var:s.name ?><?cs else ?>–<?cs
 /if ?></th><?cs call:td("Peran", s.role_name) ?><td class="govuk-table__cell" data-label="Tindakan"><?cs if:s.is_own ?>Akun utama<?cs
 else ?><form method="post" action="<?cs
 var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/agencies/<?cs var:s.agency_id ?>"><?cs call:csrf() ?><button type="submit"
class="govuk-button govuk-button--secondary">Cabut<span class="govuk-visually-hidden">: <?cs var:s.name ?></span></button></form><?cs /if ?></td><?cs
 call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Perangkat daerah yang dilayani", Account.full_name + ", " + Account.username) ?>
<p class="govuk-body">Satu orang dapat bertugas di lebih dari satu perangkat daerah dan berganti tanpa masuk lagi.
Orang ini tidak dapat memverifikasi perangkat daerah yang dilayaninya.</p>
<?cs call:table_open("Dilayani sekarang") ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Peran") ?><?cs
 call:th("Tindakan") ?><?cs call:head_close() ?>
<?cs each:s = Serves ?><?cs call:served(s) ?><?cs /each ?><?cs call:table_close() ?>
<h2 class="govuk-heading-m">Tambah perangkat daerah</h2>
<?cs if:subcount(Options.agencies) ?><form method="post" action="<?cs
 var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/agencies" novalidate><?cs call:csrf() ?><?cs
 call:select_field("agency_id", "Perangkat daerah", "", Options.agencies) ?><?cs call:select_field("role", "Peran di sana", "", Options.roles) ?><?cs
 call:submit("Tambahkan") ?></form>
<?cs else ?><p class="govuk-body">Tidak ada perangkat daerah lain di daerah akun ini.</p>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
