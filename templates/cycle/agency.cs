<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Agency.name ?><?cs
if:Page.done == "restructured" ?><?cs set:done_text = "Perubahan susunan sudah disimpan dan tercatat dalam riwayat." ?><?cs /if ?><?cs
set:ActingKinds.0.value = "plt" ?><?cs set:ActingKinds.0.label = "Pelaksana tugas (Plt.), jabatannya kosong" ?><?cs
set:ActingKinds.1.value = "plh" ?><?cs set:ActingKinds.1.label = "Pelaksana harian (Plh.), pejabatnya berhalangan" ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/agencies/" + Agency.id ?><?cs
set:back_href = base + "/agencies?region=" + Agency.region_id ?><?cs set:back_label = "Perangkat daerah" ?><?cs
def:acting_row(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs var:a.kind ?> <?cs var:a.name ?></th><?cs
 call:td("Hari", a.days) ?><?cs call:td("Dasar", a.basis) ?><td class="govuk-table__cell matang-screen-only"><form method="post" action="<?cs
 var:Site.base ?>/cycle/agencies/<?cs var:Agency.id ?>/acting/remove"><?cs call:csrf() ?><input type="hidden" name="acting" value="<?cs
 var:a.id ?>"><button type="submit" class="govuk-button govuk-button--link">Hapus<span class="govuk-visually-hidden"> <?cs
 var:a.kind ?> <?cs var:a.name ?>, <?cs var:a.days ?></span></button></form></td><?cs call:row_close() ?><?cs /def ?><?cs

def:acting() ?><?cs if:subcount(Acting) ?><?cs call:table_open("Plt. dan Plh.") ?><?cs call:head_open() ?><?cs call:th("Pejabat") ?><?cs
 call:th("Hari") ?><?cs call:th("Dasar") ?><th scope="col" class="govuk-table__header matang-screen-only"><span
class="govuk-visually-hidden">Hapus</span></th><?cs call:head_close() ?>
<?cs each:a = Acting ?><?cs call:acting_row(a) ?>
<?cs /each ?><?cs call:table_close() ?><?cs /if ?><?cs call:details_if("Catat Plt. atau Plh. kepala", Form.error.acting_kind + Form.error.acting_name
 + Form.error.acting_nip + Form.error.acting_from + Form.error.acting_until + Form.error.acting_basis) ?><p class="govuk-body">Cetakan pada
hari-hari itu memuat namanya dengan “Plt.” atau “Plh.” di depan jabatan. Yang sudah dicetak tidak berubah.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/<?cs var:Agency.id ?>/acting" novalidate><?cs call:csrf() ?><?cs
 call:radios("acting_kind", "Sebagai", "", ActingKinds) ?><?cs call:text_field("acting_name", "Nama pejabat", "Dengan gelar.") ?><?cs
 call:text_field("acting_rank", "Pangkat (boleh kosong)", "") ?><?cs call:text_field("acting_nip", "NIP (boleh kosong)", "18 angka.") ?><?cs
 call:date_field("acting_from", "Sejak", "") ?><?cs call:date_field("acting_until", "Sampai (boleh kosong)", "Kosongkan bila belum ditentukan.") ?><?cs
 call:text_field("acting_basis", "Dasar", "Misalnya nomor surat perintahnya.") ?><?cs call:submit_quiet("Catat") ?></form><?cs
 call:details_close() ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Agency.name, Agency.region_name) ?>
<?cs if:Agency.active == 0 ?><?cs
 call:inset("Perangkat daerah ini tidak aktif dan tidak ikut dalam periode yang baru. Penilaian yang sudah ada tetap tersimpan.") ?><?cs /if ?><?cs
call:summary_open() ?><?cs
call:columns_summary(Agency.columns) ?><?cs call:summary_close() ?>
<div class="govuk-button-group"><?cs call:button_link_secondary(here + "/edit", "Ubah data") ?><?cs if:Agency.active ?><?cs
 call:button_link_secondary(here + "/restructure", "Ganti nama, gabung, pecah atau hapus (SOTK)") ?><?cs /if ?></div>
<?cs if:subcount(Restructured) ?><h2 class="govuk-heading-m">Perubahan susunan</h2><ul class="govuk-list govuk-list--bullet"><?cs
 each:s = Restructured ?><li><?cs var:s.kind ?> sejak <?cs var:s.since ?> (<?cs var:s.basis ?>); sebelumnya <?cs var:s.old_name ?><?cs
 if:subcount(s.successors) ?>; diteruskan <?cs each:n = s.successors ?><?cs if:name(n) != "0" ?>, <?cs /if ?><?cs
 call:link(base + "/agencies/" + n.id, n.name) ?><?cs /each ?><?cs /if ?></li><?cs /each ?></ul><?cs /if ?>
<?cs call:acting() ?><?cs if:subcount(Accounts) ?><?cs call:table_open("Akun yang aktif") ?><?cs
call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Peran") ?><?cs call:th("Nama pengguna") ?><?cs call:head_close() ?><?cs
each:a = Accounts ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 call:link(base + "/accounts/" + a.id, a.full_name) ?></th><?cs call:td("Peran", a.role_name) ?><?cs
 call:td("Nama pengguna", a.username) ?><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs else ?><h2 class="govuk-heading-m">Akun</h2>
<p class="govuk-body">Belum ada akun.<?cs if:Agency.active ?> Buat akun operator, supaya perangkat daerah ini dapat mengisi.<?cs /if ?></p>
<?cs /if ?><?cs if:Agency.active ?><div class="govuk-button-group"><?cs if:!HasOperator ?><?cs
 call:button_link(base + "/accounts/new?role=operator&agency=" + Agency.id, "Buat akun operator") ?><?cs else ?><?cs
 call:button_link_secondary(base + "/accounts/new?role=operator&agency=" + Agency.id, "Tambah operator") ?><?cs /if ?><?cs
 if:!HasHead ?><?cs call:button_link_secondary(base + "/accounts/new?role=head&agency=" + Agency.id, "Buat akun kepala") ?><?cs /if ?></div>
<?cs call:details_if("Nonaktifkan perangkat daerah ini", Form.error.reason) ?><p class="govuk-body">
Tidak ikut dalam periode yang baru; periode yang sedang berjalan dan semua datanya tetap.</p>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/<?cs var:Agency.id ?>/active" novalidate><?cs
 call:csrf() ?><input type="hidden" name="active" value="0"><input type="hidden" name="version" value="<?cs var:Agency.version ?>">
<?cs call:textarea_field("reason", "Alasan", "Misalnya nomor peraturan daerah yang mengubahnya.", "3",
    "1000") ?><button type="submit" class="govuk-button govuk-button--warning">Nonaktifkan</button></form><?cs call:details_close() ?>
<?cs else ?><h2 class="govuk-heading-m">Aktifkan lagi</h2>
<form method="post" action="<?cs var:Site.base ?>/cycle/agencies/<?cs var:Agency.id ?>/active" novalidate><?cs
 call:csrf() ?><input type="hidden" name="active" value="1"><input type="hidden" name="version" value="<?cs var:Agency.version ?>">
<?cs call:textarea_field("reason", "Alasan", "", "3", "1000") ?><?cs call:submit("Aktifkan lagi") ?></form>
<?cs /if ?><?cs call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
