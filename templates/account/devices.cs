<?cs include!"macros.cs" ?><?cs set:title = "Perangkat yang masuk" ?><?cs set:back_href = Site.base + "/account/profile" ?><?cs
 set:back_label = "Akun saya" ?><?cs
if:Page.done == "ended" ?><?cs set:done_text = "Semua perangkat lain sudah dikeluarkan." ?><?cs /if ?><?cs
def:content() ?>
<h1 class="govuk-heading-l">Perangkat yang masuk dengan akun ini</h1>
<?cs call:table_open("Daftar perangkat") ?>
<?cs call:head_open() ?><?cs call:th("Peramban") ?><?cs call:th("Alamat jaringan") ?><?cs call:th("Masuk sejak") ?><?cs
 call:th("Terakhir dipakai") ?><?cs call:head_close() ?>
<?cs each:d = Devices ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:d.name ?><?cs if:d.this ?> (perangkat ini)<?cs
 /if ?><?cs if:filled(d.agency) ?><br><span class="govuk-hint">sedang bekerja untuk <?cs var:d.agency ?></span><?cs /if ?></th><?cs
 call:td("Alamat jaringan", d.address) ?><?cs call:td("Masuk sejak", d.created) ?><?cs
 call:td("Terakhir dipakai", d.seen) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs if:#Others > #0 ?><p class="govuk-body">Ada yang tidak Anda kenal? Keluarkan, lalu <a class="govuk-link" href="<?cs
 var:Site.base ?>/account/password">ganti kata sandi</a>.</p>
<form method="post" action="<?cs var:Site.base ?>/account/devices">
<?cs call:csrf() ?>
<?cs call:submit("Keluarkan semua perangkat lain") ?>
</form>
<?cs else ?><p class="govuk-body">Tidak ada perangkat lain.</p>
<?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
