<?cs include!"macros.cs" ?><?cs include!"exchange/parts.cs" ?><?cs set:title = "Kirim periode ke server lain" ?><?cs
 if:Actor.role == "admin" ?><?cs set:back_href = Site.base + "/exchange/" ?><?cs else ?><?cs
 set:back_href = Site.base + "/report/" ?><?cs /if ?><?cs
def:content() ?><?cs call:page_title(title, Actor.region_name) ?>
<p class="govuk-body">Satu berkas berisi satu periode seutuhnya: instrumen, perangkat daerah, status, tingkat, alasan, rekomendasi, dan daftar dokumen.
Berkas data dukung dan data pribadi tidak ikut. Berkasnya ditandatangani server ini, sehingga penerima tahu bila isinya diubah di jalan.</p>
<p class="govuk-body">Yang masih dikerjakan tidak ikut: draf perangkat daerah, verifikasi dan validasi yang belum selesai.
Periode yang belum dilaporkan boleh dikirim; penerima melihat status sementara, dan Anda dapat mengirim yang lebih baru kapan saja.</p>
<?cs if:subcount(Cycles) ?><?cs call:table_open("Periode yang dapat dikirim") ?><?cs call:head_open() ?><?cs
 call:th("Periode") ?><?cs call:th_num("Selesai") ?><?cs call:th("Status") ?><?cs call:th("Berkas") ?><?cs call:head_close() ?>
<?cs each:c = Cycles ?><?cs call:row_open() ?><?cs
 call:td_head(c.region_name + ", " + c.year) ?><td class="govuk-table__cell govuk-table__cell--numeric" data-label="Selesai"><?cs
 var:c.finished ?> dari <?cs var:c.agencies ?></td><td class="govuk-table__cell" data-label="Status"><?cs
 if:c.reported ?>Dilaporkan <?cs var:c.reported ?><?cs
 else ?><span><strong>Status sementara</strong>, belum dilaporkan</span><?cs /if ?></td><td class="govuk-table__cell" data-label="Berkas"><?cs
 if:Key.public ?><a class="govuk-link" href="<?cs var:Site.base ?>/exchange/cycles/<?cs var:c.id ?>/package">Unduh<span class="govuk-visually-hidden">
periode <?cs var:c.region_name ?> <?cs var:c.year ?></span></a><?cs else ?>perlu kunci<?cs /if ?></td><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs
 set:href = Site.base + "/exchange/cycles/table" ?><?cs
 call:downloads(href, "") ?><?cs else ?><?cs call:empty_state("Belum ada periode", "Periode muncul di sini setelah dibuka.") ?><?cs /if ?>
<?cs call:own_key() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
