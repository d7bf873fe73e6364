<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Ubah jadwal " + Cycle.year ?><?cs
set:base = Site.base + "/cycle" ?><?cs set:here = base + "/cycles/" + Cycle.id ?><?cs
set:back_href = here ?><?cs set:back_label = "Periode " + Cycle.year ?><?cs
def:content() ?><?cs call:page_title(title, Cycle.region_name) ?>
<?cs if:Recomputed ?><?cs call:notice("Periksa jadwal baru", "Jadwal baru dihitung dari yang Anda tulis. Bila sudah sesuai, tulis alasannya dan simpan.") ?><?cs
elif:Unchanged ?><p class="govuk-body">Jadwal sekarang sesuai dengan daftar hari libur. Ubah lama langkah untuk memperpanjang atau memperpendek.</p>
<?cs else ?><p class="govuk-body">Daftar hari libur sudah berubah sejak jadwal ini dibuat.
Di bawah ini jadwal lama dan jadwal yang baru. Jadwal baru berlaku setelah disimpan.</p>
<?cs /if ?><form method="post" action="<?cs var:Site.base ?>/cycle/cycles/<?cs var:Cycle.id ?>/plan" novalidate>
<?cs call:csrf() ?><?cs call:hidden("seen") ?><?cs call:hidden("version") ?><?cs
call:table_open("Jadwal lama dan baru") ?><?cs
call:head_open() ?><?cs call:th("Langkah") ?><?cs call:th("Selesai, lama") ?><?cs call:th("Hari kerja") ?><?cs
 call:th("Mulai, baru") ?><?cs call:th("Selesai, baru") ?><?cs call:head_close() ?><?cs
each:p = Plan ?><?cs set:at = p.number - 1 ?><?cs call:row_open() ?><?cs call:td_head(p.number + ". " + p.label) ?><?cs
 call:td("Selesai, lama", Old[at].until) ?><td class="govuk-table__cell" data-label="Hari kerja"><?cs
 call:days_input(p.field, p) ?></td><?cs call:td("Mulai, baru", p.from) ?><td class="govuk-table__cell" data-label="Selesai, baru"><?cs
 if:p.until != Old[at].until ?><strong><?cs var:p.until ?></strong><?cs else ?><?cs var:p.until ?><?cs /if ?></td><?cs
 call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs
call:yes_no("early_filling", "Boleh mengisi sebelum langkah Pengisian dimulai?", "") ?><?cs call:lapse_radios() ?><?cs
call:textarea_field("reason", "Alasan", "Dicatat dalam riwayat dan terlihat oleh semua pihak.", "3", "1000") ?><?cs
call:submit("Periksa dan simpan") ?></form>
<?cs /def ?><?cs include!"layout.cs" ?>
