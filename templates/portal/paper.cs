<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Isi dokumen yang tercatat" ?><?cs set:back_href = Site.base + "/portal/check" ?><?cs def:content() ?>
<?cs if:Paper.kind == "receipt" ?><?cs call:page_title("Tanda terima", "Periksa dokumen") ?><?cs else ?><?cs call:page_title("Kuesioner terverifikasi", "Periksa dokumen") ?><?cs /if ?>
<?cs call:paper_state() ?>
<article class="matang-paper">
<?cs if:Paper.kind == "receipt" ?><?cs call:paper_receipt(Paper.field) ?><?cs else ?><?cs call:paper_form(Paper.field) ?><?cs /if ?>
<?cs call:paper_proof() ?>
</article>
<?cs /def ?><?cs include!"layout.cs" ?>
