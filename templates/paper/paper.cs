<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = Issued.name ?><?cs
if:Back.assessment ?><?cs set:back_href = Site.base + "/paper/agency/" + Back.assessment ?><?cs elif:Back.cycle ?><?cs
 set:back_href = Site.base + "/paper/cycle/" + Back.cycle ?><?cs else ?><?cs set:back_href = Site.base + "/paper/" ?><?cs /if ?><?cs
if:Page.done == "issued" ?><?cs set:done_text = "Lembar sudah diterbitkan. Unduh PDF-nya, atau cetak dari halaman ini." ?><?cs /if ?><?cs def:content() ?>
<?cs call:paper_page(title, "") ?>
<div class="matang-screen-only"><?cs if:Issued.state != "valid" ?><?cs call:paper_state() ?><?cs
 elif:Printed.head_changed ?><?cs call:warning("Kepala perangkat daerah berubah setelah lembar ini dicetak. " +
    "Terbitkan dan cetak ulang.") ?><?cs /if ?>
<?cs call:print_button("Cetak") ?><?cs call:paper_pdf() ?>
<?cs if:May.edit ?><?cs call:details_open("Olah isinya di aplikasi perkantoran") ?>
<p class="govuk-body">Salinan untuk diolah, tanpa kode pemeriksaan. Lembar yang diterbitkan tidak berubah.</p>
<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs
 var:Issued.id ?>/odt">Seluruh lembar sebagai dokumen (ODT, untuk LibreOffice)</a></li><li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs
 var:Issued.id ?>/docx">Seluruh lembar sebagai dokumen Word (DOCX)</a></li>
<?cs if:subcount(Tables) ?><li><a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:Issued.id ?>/xlsx">Semua tabel
sebagai buku kerja Excel (XLSX)</a></li><?cs /if ?>
<?cs each:t = Tables ?><li>CSV <?cs var:t.name ?>: <a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs
 var:Issued.id ?>/csv/<?cs var:t.number ?>?bom=1">untuk Excel<span class="govuk-visually-hidden"> (CSV <?cs
 var:t.name ?>)</span></a> atau <a class="govuk-link" href="<?cs var:Site.base ?>/paper/<?cs var:Issued.id ?>/csv/<?cs
 var:t.number ?>">untuk program lain<span class="govuk-visually-hidden"> (CSV <?cs var:t.name ?>)</span></a></li>
<?cs /each ?></ul><?cs call:details_close() ?><?cs /if ?></div>
<article class="matang-paper"><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
