<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs
if:Actor.role == "operator" ?><?cs set:title = "Catat dokumen yang menyusul" ?><?cs
 set:back_href = Site.base + "/questionnaire/" + Assessment.id + "/" + Criterion.variable ?><?cs
else ?><?cs set:title = "Catat dokumen yang ditunggu" ?><?cs set:back_href = Site.base + "/verify/" + Assessment.id + "/" + Criterion.variable ?><?cs /if ?><?cs
set:back_label = "Variabel " + Criterion.variable ?><?cs

def:content() ?><?cs call:page_title(title, Assessment.agency_name) ?>
<?cs call:for_criterion() ?><div class="matang-narrow"><p class="govuk-body"><?cs
if:Actor.role == "operator" ?>Dokumennya belum ada, tetapi akan menyusul? Catat apa dan kapan.
Tim verifikasi melihatnya di kriteria ini, dan Anda diingatkan menjelang tanggalnya.<?cs
else ?>Catat dokumen yang harus menyusul dan sampai kapan.
Perangkat daerah melihatnya di kriteria ini, dan diingatkan menjelang tanggalnya.<?cs /if ?> Catatan ini tidak dihitung sebagai dokumen.</p>
<form method="post" action="<?cs var:Site.base ?>/upload/pending/<?cs var:Assessment.id ?>/<?cs var:Criterion.id ?>" novalidate><?cs call:csrf() ?>
<?cs call:text_field("title", "Dokumen apa", "Misalnya: SKP bulan terakhir sebelum verifikasi.") ?><?cs
 call:date_field("due", "Ada paling lambat", "") ?><?cs call:submit("Simpan") ?></form></div>
<?cs /def ?><?cs include!"layout.cs" ?>
