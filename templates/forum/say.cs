<?cs include!"macros.cs" ?><?cs include!"guest.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Sampaikan pendapat: " + Hearing.title ?><?cs
set:page_script = "matang-guest" ?><?cs set:back_href = Site.base + "/forum/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs
set:here = back_href + "/say" ?><?cs

def:reply(q) ?><?cs if:q.kind == "choice" ?><?cs call:select_field(q.name, q.wording, "", q.choices) ?><?cs
else ?><?cs call:textarea_field(q.name, q.wording, "", "3", "2000") ?><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Sampaikan pendapat", Hearing.title) ?>
<div class="matang-narrow"><p class="govuk-body">Tidak perlu akun dan tidak perlu menyebut nama. Petugas membaca dahulu; yang dirilis dapat dibaca siapa
pun, jadi jangan tulis data pribadi di dalamnya.</p>
<form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:textarea_field("body", "Pendapat Anda", "", "6", "4000") ?><?cs
 each:q = Questions ?><?cs call:reply(q) ?><?cs /each ?><?cs
if:Limited ?><?cs call:place_field("Kelurahan Anda",
  "Konsultasi ini untuk warga di tempat-tempat ini. Hanya dihitung, tidak ditampilkan bersama pendapat Anda.") ?><?cs
else ?><?cs call:place_field("Kelurahan Anda (boleh kosong)", "Hanya dihitung, tidak ditampilkan bersama pendapat Anda.") ?><?cs /if ?><?cs
 call:input_field("contact", "Alamat surel (boleh kosong)", "Dipakai sekali untuk mengabari hasilnya, lalu dihapus.", "email", "email", "") ?><?cs
 call:guest_fields() ?><?cs call:submit("Kirim pendapat") ?></form></div><?cs /def ?><?cs include!"layout.cs" ?>
