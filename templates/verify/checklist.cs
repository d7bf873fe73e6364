<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs set:title = "Ceklist perangkat daerah terverifikasi" ?><?cs
 set:back_href = Site.base + "/verify/?year=" + Choice.year ?><?cs set:back_label = "Perangkat daerah" ?><?cs
def:content() ?>
<?cs if:filled(Choice.region_name) ?><?cs
 call:page_title("Ceklist perangkat daerah terverifikasi", Choice.region_name + " · Periode " + Choice.year) ?><?cs else ?><?cs
 call:page_title("Ceklist perangkat daerah terverifikasi", "Periode " + Choice.year) ?><?cs /if ?>
<?cs if:!subcount(Lines) ?><?cs call:empty_state("Belum ada perangkat daerah", "Ceklist terisi setelah periode penilaian dibuka.") ?><?cs else ?>
<p class="govuk-body"><?cs var:Checklist.verified ?> dari <?cs var:Checklist.count ?> perangkat daerah sudah diverifikasi per <?cs var:Checklist.today ?>.</p>
<?cs if:Choice.cycle ?><p class="govuk-body"><?cs
 call:link(Site.base + "/paper/cycle/" + Choice.cycle + "/draft/verified", "Cetak ceklist") ?></p><?cs else ?><?cs
 call:print_button("Cetak ceklist semua daerah") ?><?cs /if ?>
<table class="govuk-table matang-table matang-dense">
<caption class="govuk-visually-hidden">Perangkat daerah, waktu dan pelaksana verifikasi</caption>
<?cs call:head_open() ?><?cs call:th_num("No.") ?><?cs call:th("Perangkat daerah") ?><?cs
 if:Choice.several && !Choice.region ?><?cs call:th("Daerah") ?><?cs /if ?><?cs call:th("Status") ?><?cs
 call:th("Diverifikasi") ?><?cs if:Checklist.province_tier ?><?cs call:th("Divalidasi") ?><?cs /if ?><?cs call:head_close() ?>
<?cs each:l = Lines ?><?cs call:row_open() ?><?cs call:td_num("No.", l.number) ?><?cs call:td_head(l.agency_name) ?><?cs
 if:Choice.several && !Choice.region ?><?cs call:td("Daerah", l.region_name) ?><?cs /if ?><?cs call:td_tag("Status", l.state, "") ?>
<td class="govuk-table__cell" data-label="Diverifikasi"><span><?cs
 if:l.verified_at ?>✓ <?cs var:l.verified_at ?> <small><?cs var:l.verified_by ?></small><?cs else ?>belum<?cs /if ?></span></td><?cs
if:Checklist.province_tier ?><td class="govuk-table__cell" data-label="Divalidasi"><span><?cs
 if:l.validated_at ?>✓ <?cs var:l.validated_at ?> <small><?cs var:l.validated_by ?></small><?cs else ?>belum<?cs /if ?></span></td><?cs /if ?>
<?cs call:row_close() ?><?cs /each ?>
<?cs call:table_close() ?><?cs set:href = Site.base + "/verify/checklist/table" ?><?cs
 set:query = "year=" + Choice.year + "&region=" + Choice.region ?><?cs call:downloads(href, query) ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
