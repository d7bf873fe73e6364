<?cs include!"macros.cs" ?><?cs include!"service/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Surat yang segera berakhir" ?><?cs set:base = Site.base + "/service" ?><?cs set:back_href = base + "/letters" ?><?cs
set:back_label = "Surat yang terbit" ?><?cs

def:ending(l) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + l.application, l.number) ?></th><?cs
 call:td("Layanan", l.service) ?><?cs call:td("Usaha", l.enterprise) ?><?cs call:td("Berlaku sampai", l.until) ?><td class="govuk-table__cell"
data-label="Perpanjangan"><span><?cs if:filled(l.renewed_by) ?><?cs set:by_href = base + "/" + l.renewed_by ?><?cs
 call:link(by_href, "Sedang diperpanjang") ?><?cs elif:Actor.role == "operator" ?><?cs set:renew_href = base + "/" + l.application + "/renew" ?><a
class="govuk-link" href="<?cs var:url_validate(renew_href) ?>">Perpanjang<span class="govuk-visually-hidden"> surat Nomor <?cs
 var:l.number ?></span></a><?cs else ?>Belum diperpanjang<?cs /if ?><?cs if:filled(l.reminded) ?><br><span class="govuk-body-s">Diingatkan <?cs
 var:l.reminded ?></span><?cs /if ?></span></td><?cs call:row_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(title, "") ?><?cs call:service_nav() ?><?cs
if:subcount(Letters) ?><?cs call:table_open("Berakhir dalam " + Days + " hari, yang paling dekat lebih dahulu") ?><?cs call:head_open() ?><?cs
 call:th("Nomor") ?><?cs call:th("Layanan") ?><?cs call:th("Usaha") ?><?cs call:th("Berlaku sampai") ?><?cs call:th("Perpanjangan") ?><?cs
 call:head_close() ?>
<?cs each:l = Letters ?><?cs call:ending(l) ?><?cs /each ?><?cs call:table_close() ?><?cs
else ?><?cs set:none = "Tidak ada surat yang berakhir dalam " + Days + " hari." ?><?cs call:empty_state("Tidak ada", none) ?><?cs /if ?><?cs /def ?><?cs
include!"layout.cs" ?>
