<?cs include!"macros.cs" ?><?cs include!"inventory/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Aplikasi dan situs" ?><?cs set:base = Site.base + "/inventory" ?><?cs
if:Page.done == "removed" ?><?cs set:done_text = "Sudah dikeluarkan dari daftar." ?><?cs
elif:Page.done == "imported" ?><?cs set:done_text = "Isi berkas sudah masuk daftar." ?><?cs /if ?><?cs

def:filters() ?><form method="get" action="<?cs var:Site.base ?>/inventory/" class="matang-filters" role="search" aria-label="Cari aplikasi dan situs">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><?cs call:region_choice() ?><?cs call:choose("kind", "Jenis", "Semua jenis", Kinds) ?><?cs
 call:choose("state", "Status tautan", "Semua status", States) ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:group(g) ?><?cs call:row_open() ?><?cs call:td_head(g.name) ?><?cs call:td_num("Aplikasi", g.applications) ?><?cs
 call:td_num("Situs", g.sites) ?><?cs call:td_num("Tautan", g.links) ?><?cs call:td_num("Tidak terbuka", g.broken) ?><?cs
 call:td_num("Kurang dipakai", g.hardly) ?><?cs call:td_num("Biaya setahun (Rp)", g.cost) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:groups() ?><?cs if:subcount(Groups) ?><?cs call:table_open("Menurut kelompok perangkat daerah") ?><?cs call:head_open() ?><?cs
 call:th("Kelompok") ?><?cs call:th_num("Aplikasi") ?><?cs call:th_num("Situs") ?><?cs call:th_num("Tautan") ?><?cs
 call:th_num("Tidak terbuka") ?><?cs call:th_num("Kurang dipakai") ?><?cs call:th_num("Biaya setahun (Rp)") ?><?cs call:head_close() ?>
<?cs each:g = Groups ?><?cs call:group(g) ?><?cs /each ?><?cs call:group(Sums) ?><?cs call:table_close() ?><?cs /if ?><?cs /def ?><?cs

def:one(a) ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs call:link(base + "/" + a.id, a.name) ?></th><?cs
 call:td("Jenis", a.kind) ?><?cs if:Place.all ?><?cs call:td("Perangkat daerah", a.agency) ?><?cs /if ?><?cs call:td_link("Tautan", a) ?><?cs
 call:td_num("Pengguna", a.users) ?><?cs call:td_percent("Pemakaian", a.uptake) ?><?cs call:row_close() ?><?cs /def ?><?cs

def:buttons() ?><?cs if:May.write ?><?cs call:buttons_open() ?><?cs set:new_href = base + "/new?region=" + Place.region ?><?cs
 call:button_link(new_href, "Tambah aplikasi atau situs") ?><?cs set:import_href = base + "/import?region=" + Place.region ?><?cs
 call:button_link_secondary(import_href, "Impor dari Excel") ?><?cs call:buttons_close() ?><?cs /if ?><?cs /def ?><?cs

def:ways() ?><?cs if:Place.all ?><p class="govuk-body matang-screen-only"><?cs call:link(base + "/wall?region=" + Place.region, "Papan aplikasi") ?> · <?cs
 call:link(base + "/command?region=" + Place.region, "Pusat layanan informasi") ?> · <?cs
 call:link(base + "/budget?region=" + Place.region, "Anggaran TIK") ?> · <?cs
 call:link(base + "/report?region=" + Place.region, "Laporan") ?></p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Aplikasi dan situs", Place.name) ?>
<p class="govuk-body">Apa yang dimiliki, siapa yang mengelola, berapa yang memakai, dan apakah tautannya terbuka.<?cs
 if:Sums.links > #0 ?> Dari <?cs var:Sums.links ?> tautan, <strong><?cs var:Sums.broken ?> tidak terbuka</strong><?cs
 if:Sums.unseen > #0 ?> dan <?cs var:Sums.unseen ?> belum diperiksa<?cs /if ?>.<?cs /if ?></p>
<?cs call:buttons() ?><?cs call:ways() ?><?cs call:groups() ?><?cs call:filters() ?><?cs
if:subcount(Applications) ?><?cs call:table_open("Daftar aplikasi dan situs") ?><?cs call:head_open() ?><?cs call:th("Nama") ?><?cs call:th("Jenis") ?><?cs
 if:Place.all ?><?cs call:th("Perangkat daerah") ?><?cs /if ?><?cs call:th("Tautan") ?><?cs call:th_num("Pengguna") ?><?cs
 call:th_num("Pemakaian") ?><?cs call:head_close() ?>
<?cs each:a = Applications ?><?cs call:one(a) ?><?cs /each ?><?cs call:table_close() ?><?cs call:pagination(Pages) ?><?cs
 set:href = base + "/table" ?><?cs call:downloads(href, Query) ?><?cs
elif:filled(Form.value.q) || filled(Form.value.kind) || filled(Form.value.state) ?><?cs
 call:empty_state("Tidak ada yang cocok", "Coba satu kata saja, atau tampilkan semua jenis dan status.") ?><?cs
elif:Actor.role != "operator" && Actor.role != "admin" ?><?cs call:empty_state("Belum ada yang tercatat",
  "Aplikasi dan situs muncul di sini begitu dicatat operator perangkat daerah atau administrator.") ?><?cs
else ?><?cs call:empty_state("Belum ada yang tercatat",
  "Catat setiap aplikasi dan situs sekali saja, atau impor dari daftar yang sudah ada di Excel.") ?><?cs /if ?>
<?cs call:details_open("Arti status tautan dan pemakaian") ?><p class="govuk-body">Hidup: halamannya terbuka. Mati: tidak menjawab, atau menjawab bahwa
halamannya tidak ada. Dialihkan ke induk: yang terbuka halaman di atasnya, bukan yang dituju. Sertifikat kedaluwarsa: peramban memberi
peringatan. Pemakaian: pengguna dibagi jumlah sasaran pengguna; kurang dipakai bila di bawah <?cs var:Low ?> %.</p><?cs
 call:details_close() ?><?cs /def ?><?cs include!"layout.cs" ?>
