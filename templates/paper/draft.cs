<?cs include!"macros.cs" ?><?cs include!"paper.cs" ?><?cs set:title = Draft.name + " " + Cycle.year + " (rancangan)" ?><?cs
if:Actor.role == "admin" ?><?cs set:back_href = Site.base + "/cycle/notice/" + Cycle.id ?><?cs else ?><?cs
 set:back_href = Site.base + "/paper/cycle/" + Cycle.id ?><?cs /if ?><?cs def:content() ?>
<?cs call:paper_page(Draft.name, Cycle.year) ?>
<div class="matang-screen-only"><?cs call:print_button("Cetak") ?><?cs
 set:text_href = Site.base + "/paper/cycle/" + Cycle.id + "/draft/" + Draft.kind ?><?cs
 if:May.draw ?><p class="govuk-body"><?cs call:link(text_href + "/pdf", "Unduh PDF") ?></p><?cs /if ?><?cs call:paper_texts(text_href, "") ?></div>
<article class="matang-paper"><?cs call:paper_mark("Rancangan: belum diterbitkan, tanpa kode pemeriksaan.") ?><?cs call:paper_body() ?></article>
<?cs /def ?><?cs include!"layout.cs" ?>
