<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Ubah keterangan dokumen" ?><?cs set:title_place = Document.title ?><?cs
set:back_href = Site.base + "/upload/document/" + Document.id ?><?cs set:back_label = Document.title ?><?cs

def:content() ?><?cs call:page_title("Ubah keterangan dokumen", Document.title) ?>
<div class="matang-narrow"><form method="post" action="<?cs var:Site.base ?>/upload/document/<?cs var:Document.id ?>/edit" novalidate><?cs call:csrf() ?>
<?cs call:hidden("version") ?><p class="govuk-body">Penilaian yang sudah diputuskan tetap memuat keterangan yang dinilai waktu itu.</p>
<?cs call:title_and_kind("") ?><?cs call:more_fields() ?><?cs
 call:checkbox("signed_by_hand", "1", "Sudah ditandatangani (tinta)",
    "Centang bila berkasnya pindaian dokumen yang sudah ditandatangani. Tanda tangan elektronik di dalam PDF dikenali sendiri.") ?><?cs
if:filled(Document.outside_address) || !Document.stored ?><?cs call:input_field("outside_address", "Alamat luar",
    "Diawali https://. Alamat luar tidak disimpan dan tidak dihitung.", "text", "", "") ?><?cs /if ?><?cs call:submit("Simpan") ?></form></div>
<?cs /def ?><?cs include!"layout.cs" ?>
