<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Kartu akun" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/accounts/cards/" + List.id ?><?cs
set:back_href = base + "/accounts" ?><?cs set:back_label = "Akun" ?><?cs
if:Page.done == "imported" ?><?cs set:done_text = "Akunnya sudah tersimpan. Sekarang kartunya." ?><?cs /if ?><?cs
def:lot_open(lot) ?><form method="post" action="<?cs var:url_validate(here) ?>"><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs
 var:List.version ?>"><?cs if:lot > 0 ?><input type="hidden" name="lot" value="<?cs var:lot ?>"><?cs /if ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, List.file_name) ?><?cs
if:List.newer ?><?cs call:notice("Sudah dibuat", "Kartu dari daftar ini baru saja dibuat di halaman lain. Angka di bawah ini yang terbaru.") ?><?cs /if ?>
<p class="govuk-body"><strong><?cs var:Count.due ?></strong> dari <?cs var:Count.cards ?> akun dalam berkas ini belum punya kartu.<?cs
 if:Count.due > 0 ?> Sebelum kartunya dibuat, tidak ada yang dapat masuk dengan akun itu.<?cs /if ?></p>
<?cs if:Count.due > 0 ?><?cs call:lot_open(0) ?><p class="govuk-body">Kata sandi pada kartu hanya diperlihatkan satu kali, di halaman
berikutnya. Siapkan pencetaknya. Prosesnya memakan beberapa detik.</p><?cs call:submit("Buat " + Count.next + " kartu berikutnya") ?></form>
<?cs else ?><p class="govuk-body">Semua kartu sudah dibuat.</p>
<?cs /if ?><?cs if:subcount(Lots) ?><?cs call:table_open("Kartu yang sudah dibuat") ?><?cs
call:head_open() ?><?cs call:th("Kelompok") ?><?cs call:th("Dibuat") ?><?cs call:th_num("Kartu") ?><?cs
 call:th_num("Belum pernah masuk") ?><?cs call:th("Bila hilang") ?><?cs call:head_close() ?><?cs
each:l = Lots ?><?cs call:row_open() ?><?cs call:td_head("Kelompok " + l.lot) ?><?cs call:td("Dibuat", l.made) ?><?cs
 call:td_num("Kartu", l.cards) ?><?cs call:td_num("Belum pernah masuk", l.waits) ?><td class="govuk-table__cell" data-label="Bila hilang"><?cs
 if:l.waits > 0 ?><?cs call:lot_open(l.lot) ?><button type="submit" class="govuk-button govuk-button--link">Buat ulang <?cs var:l.waits ?> kartu<span
class="govuk-visually-hidden"> kelompok <?cs var:l.lot ?></span></button></form><?cs else ?>–<?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?>
<p class="govuk-body">Kartu yang dibuat ulang menggantikan yang lama: kata sandi pada kartu lamanya tidak berlaku lagi. Yang sudah
pernah masuk tidak diubah.</p><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
