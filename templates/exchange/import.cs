<?cs include!"macros.cs" ?><?cs set:title = "Kumpulkan dari server lain" ?><?cs set:back_href = Site.base + "/exchange/" ?><?cs
def:content() ?><?cs call:page_title(title, Actor.region_name) ?>
<?cs if:subcount(Problems) ?><div class="matang-notice matang-notice--caution"><h2 class="govuk-heading-s">Yang salah dalam
berkas</h2><ul class="govuk-list govuk-list--bullet"><?cs each:p = Problems ?><li><?cs
 if:p.where ?><code><?cs var:p.where ?></code>: <?cs /if ?><?cs var:p.text ?></li><?cs /each ?></ul></div><?cs /if ?>
<p class="govuk-body">Pilih berkas periode yang dikirim kabupaten atau kota.
Tanda tangan dan isinya diperiksa dahulu, lalu diperlihatkan apa yang akan berubah. Belum ada yang berubah sebelum Anda menekan “Ambil alih”.</p>
<form method="post" enctype="multipart/form-data" action="<?cs var:Site.base ?>/exchange/import" novalidate><?cs call:csrf() ?>
<?cs call:file_field("file", "Berkas periode", "Namanya biasanya seperti matang-64.71-2026.json.", ".json") ?>
<?cs call:submit("Periksa berkas") ?></form>
<p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/exchange/peers">Kunci server lain</a>: dari siapa berkas diterima.</p>
<?cs if:subcount(Packages) ?><?cs call:table_open("Berkas yang pernah diterima") ?><?cs call:head_open() ?><?cs
 call:th("Periode") ?><?cs call:th("Diterima") ?><?cs call:th("Status") ?><?cs call:head_close() ?>
<?cs each:b = Packages ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><a class="govuk-link" href="<?cs
 var:Site.base ?>/exchange/import/<?cs var:b.id ?>"><?cs var:b.peer_name ?>, <?cs var:b.year ?></a></th><?cs
 call:td("Diterima", b.arrived) ?><td class="govuk-table__cell" data-label="Status"><?cs
 if:b.cycle_id ?>Dipakai sekarang, diambil alih <?cs var:b.taken ?><?cs
 elif:b.taken ?>Diambil alih <?cs var:b.taken ?>, kemudian diganti<?cs else ?>Baru diperiksa<?cs /if ?></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs set:href = Site.base + "/exchange/import/table" ?><?cs call:downloads(href, "") ?><?cs /if ?>
<?cs /def ?><?cs include!"layout.cs" ?>
