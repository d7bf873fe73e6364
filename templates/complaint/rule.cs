<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Pengaturan pengaduan" ?><?cs
set:base = Site.base + "/complaint" ?><?cs if:Actor.role != "admin" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaduan" ?><?cs /if ?><?cs
def:days(name, label) ?><?cs call:input_field(name, label, "Hari kerja, menurut kalender hari libur daerah.", "text", "off", "3") ?><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<form method="post" action="<?cs var:url_validate(base) ?>/rule" class="matang-narrow" novalidate><?cs call:csrf() ?><input type="hidden"
name="version" value="<?cs var:Form.value.version ?>"><?cs call:checkbox("open", "1", "Warga dapat menulis pengaduan di sini", "") ?><?cs
call:days("forward_days", "Diteruskan paling lambat") ?><?cs call:days("answer_days", "Dijawab paling lambat, sejak diteruskan") ?><?cs
call:days("close_days", "Ditutup bila tidak ada balasan, sejak dijawab") ?><?cs call:submit("Simpan") ?></form>
<p class="govuk-body">Alamat untuk situs pemerintah daerah: <?cs call:link(base + "/to/" + Region.code, Site.address + base + "/to/" + Region.code) ?></p><?cs
/def ?><?cs include!"layout.cs" ?>
