<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs
if:ProblemCount > 0 ?><?cs set:title = "Berkas perlu diperbaiki" ?><?cs elif:Count.fresh + Count.changed == 0 ?><?cs
 set:title = "Tidak ada yang perlu disimpan" ?><?cs else ?><?cs set:title = "Periksa sebelum disimpan" ?><?cs /if ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:back_href = base + "/accounts/import" ?><?cs if:Form.value.region_id ?><?cs
 set:back_href = back_href + "?region=" + Form.value.region_id ?><?cs /if ?><?cs set:back_label = "Pilih berkas lain" ?><?cs
def:store_open() ?><form method="post" action="<?cs var:Site.base ?>/cycle/accounts/import/store"><?cs call:csrf() ?><?cs
 call:import_kept("1") ?><?cs call:hidden("seen") ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, File.name) ?>
<?cs call:import_late(Preview.late) ?><?cs call:card_lists(CardLists) ?><?cs call:problems() ?><?cs call:kept_a_day() ?><?cs call:ignored() ?><?cs
 set:action = base + "/accounts/import/columns" ?><?cs call:import_columns(action) ?><?cs
if:Count.blank > 0 ?><p class="govuk-body"><strong><?cs var:Count.blank ?></strong> baris belum diisi nama orangnya dan dilewati.</p><?cs /if ?><?cs
if:ProblemCount > 0 ?><?cs call:button_link(back_href, "Pilih berkas yang sudah diperbaiki") ?><?cs
elif:Count.fresh + Count.changed == 0 ?><?cs
 if:Count.same > 0 ?><p class="govuk-body">Semua akun dalam berkas ini sudah ada, dengan isi yang sama.</p><?cs /if ?><?cs
 if:Count.waiting > 0 ?><?cs
 call:store_open() ?><input type="hidden" name="again" value="1"><p class="govuk-body"><strong><?cs var:Count.waiting ?></strong>
di antaranya belum pernah masuk. Bila kartu kata sandinya hilang, buatkan yang baru; yang lama tidak berlaku lagi.</p><?cs
 call:submit_quiet("Buat kartu baru untuk " + Count.waiting + " akun") ?></form><?cs /if ?>
<?cs call:button_link(base + "/accounts", "Lihat daftar akun") ?><?cs
else ?><p class="govuk-body"><strong><?cs var:Count.fresh ?></strong> akun baru, <strong><?cs
 var:Count.changed ?></strong> diperbarui, <strong><?cs var:Count.same ?></strong> tetap. Belum ada yang tersimpan.</p>
<?cs if:Count.lots ?><p class="govuk-body">Akunnya disimpan sekaligus. Kartu dengan kata sandi awalnya dibuat sesudah itu, paling banyak <?cs
 var:Limit.cards ?> sekali; sebelum kartunya ada, tidak ada yang dapat masuk dengan akun itu.</p><?cs
elif:Count.fresh > 0 ?><p class="govuk-body">Kata sandi awal dibuatkan dan hanya diperlihatkan satu kali, di halaman
berikutnya, sebagai kartu untuk dicetak. Siapkan pencetaknya. Prosesnya dapat memakan beberapa detik.</p><?cs /if ?>
<?cs call:store_open() ?><?cs
 if:Count.waiting > 0 ?><div class="govuk-form-group"><?cs
 call:check_item("again", "again", "1", "Buatkan juga kartu baru untuk " + Count.waiting + " akun yang belum pernah masuk",
    "Kata sandi pada kartu lamanya tidak berlaku lagi.", "") ?></div><?cs /if ?><?cs
call:submit("Simpan akun") ?></form><?cs /if ?>
<?cs if:subcount(Rows) ?><?cs call:table_open("Isi berkas") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Peran") ?><?cs call:th("Di") ?><?cs call:th("Nama pengguna") ?><?cs
 call:th("Akan") ?><?cs call:head_close() ?><?cs
each:r = Rows ?><?cs
 call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:r.full_name ?><div class="matang-aside">Baris <?cs var:r.number ?><?cs
 if:r.what == "new" && filled(r.nip) ?>, NIP <?cs var:r.nip ?><?cs /if ?></div></th><?cs
 call:td("Peran", r.role_name) ?><td class="govuk-table__cell" data-label="Di"><div><?cs
 if:filled(r.agency_name) ?><?cs var:r.agency_name ?><br><?cs /if ?><?cs
 var:r.region_name ?></div></td><td class="govuk-table__cell" data-label="Nama pengguna"><div><?cs var:r.username ?><?cs
 if:r.proposed ?><div class="matang-aside">dibuatkan</div><?cs /if ?></div></td><td class="govuk-table__cell" data-label="Akan"><div><?cs
 call:import_what(r.what) ?><?cs call:import_changes(r.changes) ?></div></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs /if ?><?cs call:import_more() ?><?cs
if:subcount(Same) ?><?cs call:details_open(Count.same + " akun sudah ada dan tetap") ?><ul class="govuk-list"><?cs
 each:s = Same ?><li><?cs var:s.username ?>, <?cs var:s.full_name ?></li><?cs /each ?></ul><?cs
 call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
