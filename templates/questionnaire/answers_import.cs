<?cs include!"macros.cs" ?><?cs set:title = "Isi dengan Excel" ?><?cs
set:base = Site.base + "/questionnaire/" + Assessment.id ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Daftar variabel" ?><?cs

def:content() ?><?cs call:page_title(title, Assessment.agency_name + " · penilaian " + Assessment.year) ?>
<ol class="govuk-list govuk-list--number">
<li>Unduh <?cs call:link(base + "/answers.xlsx", "lembar Excel (XLSX)") ?> selagi ada jaringan. Isinya: jawaban yang sekarang,
pernyataan tiap tingkat, dan dokumen wajib yang masih kurang.</li>
<li>Isi lembar <strong>Jawaban</strong>: tingkat, penjelasan, dan alasan bila tingkatnya melebihi dokumen. Jaringan tidak diperlukan.</li>
<li>Unggah kembali di bawah ini. Setiap perubahan diperlihatkan dahulu; belum ada yang tersimpan sebelum Anda menyetujuinya.</li>
</ol>
<p class="govuk-body">Sel yang kosong tidak menghapus apa pun. Jawaban yang sementara itu diubah orang lain di Matang tidak ditimpa,
kecuali Anda memilihnya. Dokumen diunggah tersendiri.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:url_validate(base) ?>/import" novalidate>
<?cs call:csrf() ?>
<?cs call:file_field("file", "Lembar Excel yang sudah diisi", "", ".xlsx,.ods,.csv,.xls,.tsv,.txt") ?><?cs call:submit("Periksa isinya") ?></form>
<?cs call:details_open("Unduh sebagai CSV") ?><p>Hanya lembar Jawaban, untuk program yang tidak membaca XLSX:
<?cs call:link(base + "/answers.csv", "CSV") ?> atau <?cs call:link(base + "/answers.csv?bom=1", "CSV untuk Excel") ?>.</p><?cs call:details_close() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
