<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Satukan dokumen kembar" ?><?cs set:title_place = Document.title ?><?cs
set:here = Site.base + "/upload/document/" + Document.id ?><?cs set:back_href = here ?><?cs set:back_label = Document.title ?><?cs

def:content() ?><?cs call:page_title("Satukan dokumen kembar", "") ?>
<p class="govuk-body">Isi dokumen-dokumen ini sama persis. Pilih satu yang dipertahankan.
Tautan yang belum diputuskan tim verifikasi berpindah ke dokumen itu, dan yang lain diarsipkan.</p>
<p class="govuk-body">Tidak ada yang dihapus:
tautan yang sudah diputuskan dan tautan tahun-tahun sebelumnya tetap di tempatnya, dan dokumen yang diarsipkan dapat dikeluarkan lagi.</p>
<form method="post" action="<?cs var:url_validate(here) ?>/merge" novalidate><?cs call:csrf() ?>
<?cs call:radios("keep", "Dokumen yang dipertahankan", "", Choices) ?><?cs call:submit("Satukan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
