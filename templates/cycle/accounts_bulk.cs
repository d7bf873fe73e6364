<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:Bulk.role == "head" ?><?cs set:title = "Buat akun kepala sekaligus" ?><?cs else ?><?cs set:title = "Buat akun operator sekaligus" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
def:cell_input(name, label) ?><div><label class="govuk-visually-hidden" for="<?cs var:name ?>"><?cs var:label ?></label><?cs
 if:?Form.error[name] ?><p class="govuk-error-message" id="<?cs var:name ?>-error"><?cs var:Form.error[name] ?></p><?cs
 /if ?><input class="govuk-input<?cs if:?Form.error[name] ?> govuk-input--error<?cs /if ?>" id="<?cs var:name ?>" name="<?cs
 var:name ?>" type="text" autocomplete="off" spellcheck="false" value="<?cs var:Form.value[name] ?>"<?cs
 if:?Form.error[name] ?> aria-describedby="<?cs var:name ?>-error"<?cs /if ?>></div><?cs /def ?><?cs
def:tick(name, label) ?><?cs call:check_item(name, name, "1", label, "", Form.value[name] == "1") ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, Region.name) ?>
<?cs if:subcount(Agencies) ?><p class="govuk-body">Perangkat daerah yang belum mempunyai <?cs var:Bulk.role_name ?>.
Kata sandi awal dibuatkan dan diperlihatkan satu kali di halaman berikutnya, siap dicetak. Namanya dapat diganti nanti oleh pemilik akun.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/accounts/bulk" novalidate><?cs
 call:csrf() ?><input type="hidden" name="role" value="<?cs var:Bulk.role ?>"><input type="hidden" name="region_id" value="<?cs var:Region.id ?>">
<?cs call:table_open("Akun yang akan dibuat") ?><?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs
 call:th("Nama lengkap") ?><?cs call:th("Nama pengguna") ?><?cs call:head_close() ?><?cs
each:g = Agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:tick(g.make, g.name) ?></th><td class="govuk-table__cell" data-label="Nama lengkap"><?cs
 call:cell_input(g.full_name, "Nama lengkap, " + g.name) ?></td><td class="govuk-table__cell" data-label="Nama pengguna"><?cs
 call:cell_input(g.username, "Nama pengguna, " + g.name) ?></td><?cs
 call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs call:submit("Buat akun yang dicentang") ?></form>
<?cs else ?><?cs call:empty_state("Tidak ada yang perlu dibuat",
    "Semua perangkat daerah yang aktif sudah mempunyai " + Bulk.role_name + ".") ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
