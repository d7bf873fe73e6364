<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs include!"service/headings.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Standar pelayanan: " + Service.name ?><?cs set:back_href = Site.base + "/service/standards" ?><?cs set:back_label = "Standar pelayanan" ?><?cs

def:content() ?><?cs call:page_title(Service.name, Service.agency) ?>
<?cs set:apply_href = Site.base + "/service/apply/" + Service.id ?><?cs call:button_link(apply_href, "Ajukan permohonan") ?>
<p class="govuk-body"><?cs set:status_href = Site.base + "/service/status" ?><?cs call:link(status_href, "Lihat permohonan yang sudah dikirim") ?></p>
<?cs call:service_standard() ?><?cs
if:?Opinion.index ?><h2 class="govuk-heading-m">Kepuasan masyarakat</h2><p class="govuk-body">Indeks kepuasan masyarakat <strong><?cs
var:Opinion.index ?></strong>, mutu <?cs var:Opinion.mark ?>, dari <?cs var:Opinion.respondents ?> jawaban <?cs var:Opinion.span ?>. Tiap unsur berbobot
sama; unsur dan batas mutunya menurut laporan perangkat daerah yang memakai PermenPANRB 14/2017.</p><?cs /if ?><?cs
set:check_href = Site.base + "/portal/check" ?><p class="govuk-body">Sudah memegang suratnya? <?cs
call:link(check_href, "Periksa keasliannya") ?>.</p><?cs /def ?><?cs include!"layout.cs" ?>
