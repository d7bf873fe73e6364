<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Buat akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
each:r = Options.roles ?><?cs if:r.value == "operator" ?><?cs set:r.hint = "Mengisi kuesioner dan mengunggah dokumen perangkat daerahnya." ?><?cs
elif:r.value == "head" ?><?cs set:r.hint = "Membaca, menyetujui dan mengesahkan penilaian perangkat daerahnya." ?><?cs
elif:r.value == "verifier" ?><?cs set:r.hint = "Memberi tahu dan memverifikasi perangkat daerah di daerahnya." ?><?cs
elif:r.value == "validator" ?><?cs set:r.hint = "Memvalidasi hasil kabupaten dan kota; hanya untuk provinsi." ?><?cs
elif:r.value == "admin" ?><?cs set:r.hint = "Mengatur daerah, perangkat daerah, akun, instrumen dan periode; tidak memberi nilai." ?><?cs
elif:r.value == "auditor" ?><?cs set:r.hint = "Membaca semuanya, tidak mengubah apa pun." ?><?cs /if ?><?cs /each ?><?cs
def:content() ?><?cs call:page_title("Buat akun", "") ?>
<form method="get" action="<?cs var:Site.base ?>/cycle/accounts/new" novalidate>
<?cs call:radios("role", "Untuk peran apa?", "", Options.roles) ?><?cs
if:MayGiveAll ?><?cs call:select_any("region", "Di daerah mana?", "Seluruh aplikasi (hanya administrator)", Options.regions) ?><?cs else ?><?cs call:select_field("region", "Di daerah mana?", "", Options.regions) ?><?cs /if ?><?cs
call:submit("Lanjutkan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
