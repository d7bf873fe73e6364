<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:base = Site.base + "/forum/desk" ?><?cs
if:?Hearing.id ?><?cs set:title = "Ubah konsultasi: " + Hearing.title ?><?cs set:heading = "Ubah konsultasi" ?><?cs
 set:back_href = base + "/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs set:here = base + "/" + Hearing.id + "/edit" ?><?cs
else ?><?cs set:title = "Susun konsultasi" ?><?cs set:heading = title ?><?cs set:back_href = base + "/" ?><?cs
 set:back_label = "Konsultasi publik" ?><?cs set:here = base + "/new" ?><?cs /if ?><?cs

def:content() ?><?cs call:page_title(heading, "") ?>
<div class="matang-narrow"><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
if:?Hearing.id ?><input type="hidden" name="version" value="<?cs var:Hearing.version ?>"><?cs /if ?>
<?cs call:text_field("title", "Topik", "Contoh: penataan ulang jam layanan puskesmas") ?><?cs
 call:textarea_field("explanation", "Penjelasan", "Apa yang akan diputuskan, pilihannya, dan apa yang ingin didengar dari warga.", "10", "10000") ?><?cs
 call:date_field("opens_on", "Tanggal dibuka", "") ?><?cs
 call:date_field("closes_on", "Tanggal terakhir", "Pendapat diterima sampai akhir hari ini.") ?><?cs call:submit("Simpan") ?></form></div><?cs /def ?><?cs
include!"layout.cs" ?>
