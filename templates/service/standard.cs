<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs include!"service/headings.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Standar pelayanan: " + Service.name ?><?cs set:back_href = Site.base + "/service/standards" ?><?cs set:back_label = "Standar pelayanan" ?><?cs

def:content() ?><?cs call:page_title(Service.name, Service.agency) ?>
<?cs call:service_standard() ?><?cs set:check_href = Site.base + "/portal/check" ?><p class="govuk-body">Sudah memegang suratnya? <?cs
call:link(check_href, "Periksa keasliannya") ?>.</p><?cs /def ?><?cs include!"layout.cs" ?>
