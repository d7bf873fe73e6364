<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Pembagian tugas" ?><?cs
set:reading = Actor.role == "auditor" ?><?cs
set:list = Site.base + "/questionnaire/" + Assessment.id + "/" ?><?cs set:back_href = list ?><?cs set:back_label = "Daftar variabel" ?><?cs

def:person(t) ?><?cs set:duty_name = "duty-" + t.number ?><input type="hidden" name="was-duty-<?cs var:t.number ?>" value="<?cs var:t.was ?>"><?cs
 if:?Form.error[duty_name] ?><p id="<?cs var:duty_name ?>-error" class="govuk-error-message"><span class="govuk-visually-hidden">Perlu diperbaiki:</span> <?cs
 var:Form.error[duty_name] ?></p><?cs /if ?><select class="govuk-select" id="<?cs var:duty_name ?>" name="<?cs
 var:duty_name ?>" aria-label="Petugas variabel <?cs var:t.number ?>"<?cs if:?Form.error[duty_name] ?> aria-describedby="<?cs
 var:duty_name ?>-error"<?cs /if ?>><option value="0">Belum dibagi</option><?cs
 each:p = t.people ?><option value="<?cs var:p.value ?>"<?cs if:p.chosen ?> selected<?cs /if ?>><?cs var:p.label ?></option><?cs
 /each ?></select><?cs /def ?><?cs

def:whose(t) ?><?cs set:whose_name = "Belum dibagi" ?><?cs each:p = t.people ?><?cs if:p.chosen ?><?cs set:whose_name = p.label ?><?cs /if ?><?cs
 /each ?><?cs var:whose_name ?><?cs /def ?><?cs

def:progress_of(p) ?><?cs if:filled(p.name) || p.all > #0 ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:filled(p.name) ?><?cs var:p.name ?><?cs else ?>Belum dibagi<?cs /if ?></th><?cs if:filled(p.role_name) ?><?cs call:td("Peran", p.role_name) ?><?cs
 else ?><?cs call:td("Peran", "–") ?><?cs /if ?><td class="govuk-table__cell" data-label="Kemajuan"><?cs if:p.all > #0 ?><?cs var:p.complete ?> dari <?cs
 var:p.all ?> lengkap<?cs else ?>Tidak ada bagian<?cs /if ?></td><?cs call:row_close() ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Pembagian tugas", Assessment.agency_name) ?>
<p class="govuk-body">Setiap variabel dapat menjadi bagian satu orang. Ia melihat bagiannya paling atas di daftar variabel; yang lain tetap dapat
membantu mengisi. Pembagian ini berlaku juga untuk tahun berikutnya, sampai diubah atau orangnya pindah.</p>
<?cs call:table_open("Kemajuan setiap orang") ?><?cs call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Peran") ?><?cs
 call:th("Kemajuan") ?><?cs call:head_close() ?>
<?cs each:p = People ?><?cs call:progress_of(p) ?><?cs /each ?><?cs call:table_close() ?>
<?cs if:subcount(People) < #3 && !reading ?><p class="govuk-body">Baru satu orang di perangkat daerah ini yang punya akun. Minta administrator aplikasi
membuatkan akun operator untuk rekan Anda; satu perangkat daerah boleh punya beberapa.</p>
<?cs call:contact() ?>
<?cs /if ?><?cs if:!reading ?><form method="post" action="<?cs var:Site.base ?>/questionnaire/<?cs var:Assessment.id ?>/duties" novalidate><?cs
 call:csrf() ?><?cs /if ?>
<?cs call:table_open("Petugas setiap variabel") ?><?cs call:head_open() ?><?cs call:th("Variabel") ?><?cs call:th("Petugas") ?><?cs call:th("Status") ?><?cs
 call:head_close() ?>
<?cs each:t = Tasks ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:t.number ?>. <?cs var:t.name ?></th><td
class="govuk-table__cell" data-label="Petugas"><?cs if:reading ?><?cs call:whose(t) ?><?cs else ?><?cs call:person(t) ?><?cs /if ?></td><?cs
 call:td("Status", t.status_name) ?><?cs call:row_close() ?><?cs /each ?><?cs
 call:table_close() ?>
<?cs if:!reading ?><?cs call:submit("Simpan pembagian") ?></form><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
