<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Many.count + " akun sudah dibuat" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<?cs call:warning("Daftar ini hanya diperlihatkan sekali. Cetak atau catat sekarang, lalu sampaikan kepada orangnya masing-masing.") ?>
<?cs call:print_button("Cetak daftar") ?>
<?cs call:table_open("Akun " + Many.role_name) ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Nama") ?><?cs call:th("Nama pengguna") ?><?cs call:th("Kata sandi awal") ?><?cs call:head_close() ?><?cs
each:m = Made ?><?cs call:row_open() ?><?cs call:td_head(m.agency_name) ?><?cs call:td("Nama", m.full_name) ?><td class="govuk-table__cell" data-label="Nama pengguna"><code class="matang-digest"><?cs var:m.username ?></code></td><td class="govuk-table__cell" data-label="Kata sandi awal"><code class="matang-digest"><?cs var:m.password ?></code></td><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<div class="govuk-button-group"><?cs call:button_link(base + "/accounts?region=" + Region.id, "Lihat akun daerah ini") ?><?cs call:button_link_secondary(base + "/accounts/many?role=" + Many.role + "&region=" + Region.id, "Buat yang masih kurang") ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
