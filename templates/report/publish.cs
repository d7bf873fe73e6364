<?cs include!"macros.cs" ?><?cs set:title = "Terbitkan laporan" ?><?cs set:back_href = Site.base + "/report/region/" + Results.cycle_id ?><?cs def:content() ?>
<?cs set:caption = Results.region_name + " " + Results.year ?><?cs call:page_title("Terbitkan laporan", caption) ?>
<p class="govuk-body"><?cs var:Ready ?> dari <?cs var:Results.count ?> perangkat daerah sudah mempunyai tanda terima dan akan dilaporkan.</p>
<?cs if:subcount(Unfinished) ?><?cs
 call:warning("Perangkat daerah di bawah ini belum selesai. Setelah laporan terbit, penilaiannya tidak dapat dilanjutkan.") ?>
<?cs call:table_open("Belum selesai") ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs
 call:head_close() ?><?cs each:u = Unfinished ?><?cs call:row_open() ?><?cs call:td_head(u.name) ?><?cs
 call:td_tag("Status", u.state, "") ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?><?cs /if ?>
<form method="post" action="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>/publish" novalidate><?cs call:csrf() ?>
<?cs call:checkbox("sure", "1", "Laporan siap diterbitkan; skor dan rata-rata menjadi terbuka untuk umum", "") ?>
<?cs call:buttons_open() ?><?cs
 call:submit("Terbitkan laporan") ?><a class="govuk-link" href="<?cs var:Site.base ?>/report/region/<?cs var:Results.cycle_id ?>">Batal</a><?cs
 call:buttons_close() ?>
</form>
<?cs /def ?><?cs include!"layout.cs" ?>
