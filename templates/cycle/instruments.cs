<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Instrumen" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaturan penilaian" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<p class="govuk-body">Isi penilaian: variabel, lima tingkat, dokumen yang diminta, dan batas kategori.
Versi yang sudah terbit tidak berubah lagi; salin menjadi draf untuk tahun berikutnya.</p>
<?cs call:button_link(base + "/instruments/new", "Muat instrumen dari berkas") ?>
<?cs call:button_link_secondary(base + "/instruments/any", "Muat instrumen lain") ?>
<?cs if:subcount(Instruments) ?><?cs call:table_open("Daftar versi") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th_num("Variabel") ?><?cs call:th("Milik") ?><?cs call:th_num("Dipakai periode") ?><?cs
 call:th("Status") ?><?cs call:head_close() ?><?cs
each:i = Instruments ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/instruments/" + i.id, i.name) ?></th><?cs call:td_num("Variabel", i.variables) ?><?cs
 if:filled(i.owner) ?><?cs call:td("Milik", i.owner) ?><?cs else ?><?cs
 call:td("Milik", "Semua daerah") ?><?cs /if ?><?cs
 call:td_num("Dipakai periode", i.cycles) ?><td class="govuk-table__cell" data-label="Status"><div><?cs
 if:i.state == "draft" ?><?cs call:tag("draft", "Draf") ?> sejak <?cs var:i.since ?><?cs else ?><?cs
 call:tag("published", "Terbit") ?> <?cs var:i.since ?><?cs /if ?></div></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs set:href = base + "/instruments/table" ?><?cs call:downloads(href, "") ?><?cs else ?><?cs
 call:empty_state("Belum ada instrumen", "Muat dari berkas Excel, atau dari tiga berkas CSV.") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
