<?cs include!"macros.cs" ?><?cs include!"report/log.cs" ?><?cs set:title = "Catatan peristiwa" ?><?cs
set:back_href = Site.base + "/report/history" ?><?cs set:back_label = "Riwayat perubahan" ?><?cs
if:Form.value.instance ?><?cs set:caption = "Yang tidak terkait satu daerah" ?><?cs
else ?><?cs set:caption = Actor.region_name ?><?cs /if ?><?cs def:content() ?>
<?cs call:page_title("Catatan peristiwa", caption) ?>
<p class="govuk-body">Siapa masuk atau gagal masuk, ditolak, diberi hak, mengekspor angka atau mengunduh data dukung.</p>
<?cs call:log_form("/report/events", "Cari dalam keterangan dan alamat jaringan") ?>
<?cs if:subcount(Events) ?><div class="matang-log"><?cs call:table_open("Peristiwa, terbaru lebih dahulu") ?><?cs call:head_open() ?><?cs
call:th("Waktu") ?><?cs call:th("Siapa") ?><?cs call:th("Peristiwa") ?><?cs call:th("Hasil") ?><?cs call:head_close() ?>
<?cs each:e = Events ?><?cs call:row_open() ?><?cs call:td("Waktu", e.when) ?><?cs call:log_who(e) ?><td
class="govuk-table__cell" data-label="Peristiwa"><span><?cs call:log_part(e.kind) ?><?cs call:log_part(e.agency) ?><?cs
 call:log_part(e.what) ?></span></td><?cs if:e.code == "done" ?><?cs
 call:td("Hasil", e.outcome) ?><?cs else ?><?cs call:td_tag("Hasil", "rejected", e.outcome) ?><?cs /if ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?></div><?cs else ?><?cs
 call:empty_state("Tidak ada peristiwa yang cocok", "Ubah saringannya, atau lihat seluruhnya.") ?><?cs /if ?>
<?cs call:log_more("/report/events") ?>
<p class="govuk-body matang-screen-only"><?cs if:Form.value.instance ?><?cs
 call:link(Site.base + "/report/events", "Peristiwa di daerah ini") ?><?cs else ?><?cs
 call:link(Site.base + "/report/events?instance=1", "Peristiwa yang tidak terkait satu daerah, seperti nama pengguna yang tidak dikenal") ?><?cs /if ?></p>
<?cs /def ?><?cs include!"layout.cs" ?>
