<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Perbaiki data orang" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts/" + Account.id ?><?cs set:back_label = Account.full_name ?><?cs
def:content() ?><?cs call:page_title(title, Account.username) ?>
<?cs
 call:inset("Untuk orang yang sama: nama yang salah tulis, jabatan atau kontak baru. Bila orangnya berganti, pakai alih tugas, supaya riwayat tetap benar.") ?>
<form method="post" action="<?cs var:Site.base ?>/cycle/accounts/<?cs var:Account.id ?>/edit" novalidate>
<?cs call:csrf() ?><?cs call:hidden("version") ?><?cs call:person_fields() ?><?cs call:submit("Simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
