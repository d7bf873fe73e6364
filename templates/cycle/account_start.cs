<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Buat akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
each:r = Options.roles ?><?cs if:r.value == "operator" ?><?cs set:r.hint = "Mengisi penilaian dan mengunggah dokumen perangkat daerahnya." ?><?cs
elif:r.value == "head" ?><?cs set:r.hint = "Membaca, menyetujui dan mengesahkan penilaian perangkat daerahnya." ?><?cs
elif:r.value == "verifier" ?><?cs set:r.hint = "Memberi tahu dan memverifikasi perangkat daerah di daerahnya." ?><?cs
elif:r.value == "validator" ?><?cs set:r.hint = "Memvalidasi hasil kabupaten dan kota; hanya untuk provinsi." ?><?cs
elif:r.value == "admin" ?><?cs set:r.hint = "Mengatur daerah, perangkat daerah, akun, instrumen dan periode; tidak memberi nilai." ?><?cs
elif:r.value == "auditor" ?><?cs set:r.hint = "Membaca semuanya, tidak mengubah apa pun." ?><?cs
elif:r.value == "leader" ?><?cs set:r.hint = "Membaca angka dan surat daerahnya, tidak mengubah apa pun." ?><?cs
elif:r.value == "assistant" ?><?cs set:r.hint = "Mencatat permohonan surat bagi orang yang tidak memegang telepon." ?><?cs /if ?><?cs /each ?><?cs
def:bulk_select(name, id, label, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:id ?>"><?cs
 var:label ?></label><select class="govuk-select" id="<?cs var:id ?>" name="<?cs var:name ?>">
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs
 if:name == "region" && o.value == Form.value.region ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div>
<?cs /def ?><?cs
def:content() ?><?cs call:page_title("Buat akun", "") ?>
<form method="get" action="<?cs var:Site.base ?>/cycle/accounts/new" novalidate>
<?cs call:radios("role", "Untuk peran apa?", "", Options.roles) ?><?cs
if:MayGiveAll ?><?cs call:select_any("region", "Di daerah mana?", "Seluruh aplikasi (hanya administrator)", Options.regions) ?><?cs
 else ?><?cs call:select_field("region", "Di daerah mana?", "", Options.regions) ?><?cs /if ?><?cs
call:submit("Lanjutkan") ?></form>
<h2 class="govuk-heading-m">Untuk banyak perangkat daerah</h2>
<p class="govuk-body">Nama orangnya sudah terkumpul? <?cs
 call:link(base + "/accounts/import", "Impor dari Excel, ODS atau CSV") ?>. Belum? Buatkan satu akun untuk setiap perangkat daerah yang belum punya:</p>
<form method="get" action="<?cs var:Site.base ?>/cycle/accounts/bulk" class="matang-search"><?cs
 set:Bulk.0.value = "operator" ?><?cs set:Bulk.0.label = "Operator" ?><?cs set:Bulk.1.value = "head" ?><?cs
 set:Bulk.1.label = "Kepala" ?><?cs call:bulk_select("role", "many-role", "Peran", Many) ?><?cs
 call:bulk_select("region", "many-region", "Daerah", Options.regions) ?><?cs call:submit_quiet("Buat sekaligus") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
