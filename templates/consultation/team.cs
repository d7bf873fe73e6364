<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Unsur tim" ?><?cs set:reading = Actor.role == "auditor" ?><?cs set:base = Site.base + "/consultation" ?><?cs
set:back_href = base + "/" ?><?cs set:back_label = "Konsultasi" ?><?cs

def:field_choice(name, label, any, fields, was) ?><?cs if:reading ?><?cs set:field_name = any ?><?cs
each:f = fields ?><?cs if:f.chosen ?><?cs set:field_name = f.label ?><?cs /if ?><?cs /each ?><?cs
 var:field_name ?><?cs else ?><input type="hidden" name="was-<?cs
 var:name ?>" value="<?cs var:was ?>"><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>" aria-label="<?cs
 var:label ?>"><?cs if:filled(any) ?><option value=""><?cs var:any ?></option><?cs /if ?><?cs
each:f = fields ?><option value="<?cs var:f.value ?>"<?cs if:f.chosen ?> selected<?cs /if ?>><?cs var:f.label ?></option><?cs /each ?></select><?cs
 /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Unsur tim", "") ?>
<p class="govuk-body">Pertanyaan sampai ke unsur yang menangani variabelnya. Pembagian ini kebiasaan daerah, bukan ketentuan peraturan.</p>
<?cs if:!reading ?><form method="post" action="<?cs var:Site.base ?>/consultation/team" novalidate><?cs call:csrf() ?><?cs /if ?>
<?cs if:subcount(Members) ?><?cs call:table_open("Anggota tim") ?><?cs call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Unsur") ?><?cs
 call:head_close() ?>
<?cs each:m = Members ?><?cs call:row_open() ?><?cs call:td_head(m.name) ?><td class="govuk-table__cell" data-label="Unsur"><?cs
 call:field_choice("member-" + m.id, "Unsur " + m.name, "Semua unsur", m.fields, m.was) ?></td><?cs call:row_close() ?><?cs /each ?><?cs
 call:table_close() ?><?cs /if ?>
<?cs if:subcount(Variables) ?><?cs call:table_open("Variabel") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs call:th("Unsur") ?><?cs
 call:head_close() ?>
<?cs each:v = Variables ?><?cs call:row_open() ?><?cs call:td_head(v.number + ". " + v.name) ?><td class="govuk-table__cell" data-label="Unsur"><?cs
 call:field_choice("variable-" + v.number, "Unsur variabel " + v.number, "", v.fields, v.was) ?></td><?cs call:row_close() ?><?cs /each ?><?cs
 call:table_close() ?><?cs
else ?><?cs call:empty_state("Belum ada periode penilaian", "Pembagian variabel tampil begitu daerah ini punya periode penilaian.") ?><?cs /if ?>
<?cs if:!reading ?><?cs call:submit("Simpan") ?></form><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
