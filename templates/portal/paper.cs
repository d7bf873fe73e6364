<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Isi dokumen yang tercatat" ?><?cs
 set:back_href = Site.base + "/portal/check" ?><?cs def:content() ?>
<?cs call:page_title(Issued.name, "Periksa dokumen") ?>
<?cs if:Same == "same" ?><?cs call:inset("Berkas ini sama persis dengan yang diterbitkan.") ?><?cs elif:Same == "added" ?><?cs
 call:inset("Berkas ini memuat persis yang diterbitkan, ditambah sesuatu sesudahnya, misalnya tanda tangan elektronik. " +
    "Yang diterbitkan terlihat di bawah.") ?><?cs /if ?>
<?cs call:paper_state() ?>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
