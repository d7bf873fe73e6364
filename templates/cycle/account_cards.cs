<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = Bulk.count + " akun siap dibagikan" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
def:content() ?><div class="matang-no-print"><?cs call:page_title(title, Region.name) ?>
<?cs call:warning("Kartu ini hanya diperlihatkan sekali. Cetak sekarang, gunting, " +
    "lalu sampaikan kepada orangnya masing-masing. Sesudah halaman ditutup, kata sandinya tidak dapat dilihat lagi.") ?>
<?cs if:Count.changed > 0 ?><p class="govuk-body"><strong><?cs var:Count.changed ?></strong> akun lain sudah diperbarui.</p><?cs /if ?><?cs
if:Count.again > 0 ?><p class="govuk-body"><strong><?cs
 var:Count.again ?></strong> di antaranya kartu baru; kata sandi pada kartu lamanya tidak berlaku lagi.</p><?cs /if ?>
<?cs if:List.id ?><p class="govuk-body">Kelompok <?cs var:List.lot ?>. Bila halaman ini tertutup sebelum dicetak, kartunya dapat dibuat ulang dari <?cs
 call:link(base + "/accounts/cards/" + List.id, "daftarnya") ?>.</p>
<?cs /if ?><?cs call:print_button("Cetak kartu") ?></div>
<ul class="matang-cards">
<?cs each:m = Cards ?><li class="matang-card"><p class="matang-card__place"><?cs if:filled(m.agency_name) ?><?cs var:m.agency_name ?><?cs
 else ?><?cs var:m.role_name ?><?cs /if ?></p><p class="matang-card__name"><?cs var:m.full_name ?></p><?cs
 if:filled(m.agency_name) ?><p class="matang-card__role"><?cs var:m.role_name ?></p><?cs /if ?>
<dl class="matang-card__access"><dt>Alamat</dt><dd><?cs var:Bulk.address ?></dd><dt>Nama pengguna</dt><dd><code><?cs
 var:m.username ?></code></dd><dt>Kata sandi awal</dt><dd><code><?cs var:m.password ?></code></dd></dl>
<p class="matang-card__note">Kata sandi ini diganti saat pertama masuk. Jangan difoto atau diteruskan.</p></li>
<?cs /each ?></ul>
<div class="govuk-button-group"><?cs if:List.id ?><?cs if:List.due > 0 ?><?cs
 call:button_link(base + "/accounts/cards/" + List.id, "Lanjut: " + List.due + " akun belum punya kartu") ?><?cs
 else ?><?cs
 call:button_link(base + "/accounts/cards/" + List.id, "Selesai: lihat semua kelompok") ?><?cs /if ?><?cs
 elif:Region.id ?><?cs call:button_link(base + "/accounts?region=" + Region.id, "Lihat akun daerah ini") ?><?cs
 call:button_link_secondary(base + "/accounts/bulk?role=" + Bulk.role + "&region=" + Region.id, "Buat yang masih kurang") ?><?cs
 else ?><?cs call:button_link(base + "/accounts", "Lihat daftar akun") ?><?cs /if ?></div>
<?cs /def ?><?cs include!"layout.cs" ?>
