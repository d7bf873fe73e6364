<?cs include!"macros.cs" ?><?cs include!"forum/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = Hearing.title ?><?cs
set:back_href = Site.base + "/forum/" ?><?cs set:back_label = "Konsultasi publik" ?><?cs set:here = Site.base + "/forum/" + Hearing.id ?><?cs
if:Page.done == "said" ?><?cs set:done_text = "Terima kasih. Pendapat Anda sudah diterima, dan tampil di sini sesudah diperiksa petugas." ?><?cs
elif:Page.done == "supported" ?><?cs set:done_text = "Terima kasih. Dukungan Anda sudah dihitung." ?><?cs
elif:Page.done == "supported-before" ?><?cs set:done_text = "Dukungan dari perangkat ini sudah dihitung sebelumnya." ?><?cs /if ?><?cs

def:opinion(o) ?><li class="matang-opinion"><?cs call:written(o.body) ?><p class="govuk-body-s"><?cs var:o.supports ?> dukungan<?cs
 if:filled(o.themes) ?> · <?cs var:o.themes ?><?cs /if ?><?cs if:Hearing.takes ?> · <a class="govuk-link" href="<?cs
 var:url_validate(here) ?>/support/<?cs var:o.id ?>">Dukung<span class="govuk-visually-hidden"> pendapat nomor <?cs var:o.id ?></span></a><?cs /if ?></p><?cs
 if:filled(o.decision) ?><p class="govuk-body"><strong><?cs var:o.decision ?></strong><?cs if:filled(o.answer) ?>: <?cs var:o.answer ?><?cs /if ?></p><?cs
 /if ?></li>
<?cs /def ?><?cs

def:content() ?><?cs call:page_title(Hearing.title, Hearing.owner) ?>
<p class="govuk-body"><?cs call:stage(Hearing) ?> Masa pendapat <?cs var:Hearing.period ?>.</p>
<?cs if:Hearing.takes ?><?cs set:say_href = here + "/say" ?><?cs call:button_link(say_href, "Sampaikan pendapat") ?><?cs
elif:Hearing.state == "closed" ?><p class="govuk-body">Masa pendapat sudah selesai. Hasilnya terbit di halaman ini.</p><?cs /if ?>
<?cs if:Hearing.state == "published" ?><h2 class="govuk-heading-m">Keputusan</h2><?cs call:written(Hearing.conclusion) ?>
<h2 class="govuk-heading-m">Hasil</h2><?cs call:result() ?><?cs /if ?>
<h2 class="govuk-heading-m">Penjelasan</h2><?cs call:written(Hearing.explanation) ?>
<p class="govuk-body">Untuk: <?cs if:subcount(Area) ?><?cs each:a = Area ?><?cs if:name(a) != "0" ?>; <?cs /if ?><?cs var:a.name ?><?cs /each ?><?cs
else ?>seluruh <?cs var:Hearing.region ?><?cs /if ?>.</p>
<?cs if:subcount(Documents) ?><h2 class="govuk-heading-m">Dokumen</h2><ul class="govuk-list govuk-list--bullet"><?cs each:d = Documents ?><li><?cs
 call:link(here + "/document/" + d.document_id, d.title) ?></li>
<?cs /each ?></ul><?cs /if ?>
<?cs if:subcount(Questions) ?><h2 class="govuk-heading-m">Pertanyaan</h2><ol class="govuk-list govuk-list--number"><?cs each:q = Questions ?><li><?cs
 var:q.wording ?></li>
<?cs /each ?></ol><?cs /if ?>
<h2 class="govuk-heading-m">Pendapat warga</h2>
<?cs if:subcount(Opinions) ?><ol class="govuk-list matang-opinions"><?cs each:o = Opinions ?><?cs call:opinion(o) ?><?cs /each ?></ol><?cs
 call:pagination(Pages) ?><?cs elif:Hearing.state == "published" ?><p class="govuk-body">Tidak ada pendapat yang dirilis.</p><?cs
else ?><p class="govuk-body">Belum ada pendapat yang dirilis. Pendapat tampil sesudah diperiksa petugas.</p><?cs /if ?><?cs
/def ?><?cs include!"layout.cs" ?>
