<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Terbitkan hasil: " + Hearing.title ?><?cs
set:back_href = Site.base + "/forum/desk/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs set:here = back_href + "/publish" ?><?cs

def:content() ?><?cs call:page_title("Terbitkan hasil", Hearing.title) ?>
<div class="matang-narrow"><p class="govuk-body">Siapa pun dapat membaca hasilnya: jumlah pendapat menurut tempat, tema, tanggapan atas setiap pendapat yang
dirilis, dan keputusan di bawah ini. Yang meninggalkan alamat surel diberi tahu sekali, lalu alamatnya dihapus. Hasil yang terbit tidak dapat diubah.</p>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><input type="hidden" name="version" value="<?cs
 var:Hearing.version ?>"><?cs call:textarea_field("conclusion", "Keputusan", "Apa yang diputuskan, dan apa alasannya.", "10", "10000") ?><?cs
 call:submit("Terbitkan hasil") ?></form></div><?cs /def ?><?cs include!"layout.cs" ?>
