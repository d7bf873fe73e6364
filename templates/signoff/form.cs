<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = "Formulir untuk ditandatangani" ?><?cs set:title_place = Assessment.agency_name ?><?cs
 set:back_href = Site.base + "/signoff/" + Assessment.id + "/" ?><?cs def:content() ?>
<?cs call:paper_page(title, Assessment.agency_name) ?>
<div class="matang-screen-only">
<?cs
 if:Issued.state == "valid" ?><?cs if:Printed.head_changed ?><?cs call:warning("Kepala perangkat daerah berubah setelah lembar ini dicetak. " +
    "Cetak ulang: buat formulir baru di halaman Pengesahan.") ?><?cs /if ?><p class="govuk-body"><?cs
 # The sheet follows. ?>Cetak lembar di bawah pada kertas A4, mintakan tanda tangan kepala perangkat daerah, pindai, lalu unggah pindaiannya.</p>
<?cs call:print_button("Cetak") ?><?cs call:paper_pdf() ?><noscript><p class="govuk-body">Gunakan menu Cetak pada peramban Anda.</p></noscript>
<?cs else ?><?cs call:paper_state() ?><?cs /if ?>
</div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
