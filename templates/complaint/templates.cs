<?cs include!"macros.cs" ?><?cs include!"complaint/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Jawaban siap pakai" ?><?cs
set:base = Site.base + "/complaint" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaduan" ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<?cs each:t = Templates ?><section aria-labelledby="t<?cs var:t.id ?>"><h2 class="govuk-heading-s" id="t<?cs var:t.id ?>"><?cs var:t.title ?></h2><?cs
 call:said(t.body) ?><?cs if:Actor.role == "verifier" ?><form method="post" action="<?cs var:url_validate(base) ?>/templates/<?cs var:t.id ?>/remove"><?cs
 call:csrf() ?><button type="submit" class="govuk-button govuk-button--link">Hapus<span class="govuk-visually-hidden"> <?cs
 var:t.title ?></span></button></form><?cs /if ?></section>
<?cs /each ?><?cs if:!subcount(Templates) ?><?cs
 call:empty_state("Belum ada jawaban siap pakai", "Simpan kalimat yang sering dipakai, lalu salin saat menjawab.") ?><?cs
/if ?><?cs if:Actor.role == "verifier" ?><h2 class="govuk-heading-m">Tambah</h2>
<form method="post" action="<?cs var:url_validate(base) ?>/templates" class="matang-narrow" novalidate><?cs call:csrf() ?><?cs
call:text_field("title", "Nama", "") ?><?cs call:textarea_field("body", "Isi", "", "6", "4000") ?><?cs call:submit("Simpan") ?></form><?cs /if ?><?cs
/def ?><?cs include!"layout.cs" ?>
