<?cs include!"macros.cs" ?><?cs include!"cycle/parts.cs" ?><?cs set:title = "Pemberitahuan " + Cycle.year ?><?cs
set:reading = Actor.role == "auditor" ?><?cs
set:base = Site.base + "/cycle" ?><?cs
if:Actor.role == "admin" ?><?cs set:back_href = base + "/cycles/" + Cycle.id ?><?cs set:back_label = "Periode " + Cycle.year ?><?cs /if ?><?cs
if:Page.done == "notified" ?><?cs set:done_text = "Pemberitahuan sudah dicatat." ?><?cs
elif:Page.done == "unnotified" ?><?cs set:done_text = "Catatan pemberitahuan sudah dibatalkan." ?><?cs /if ?><?cs
set:all_label = "Catat semua yang belum (" + Count.unnotified + ")" ?><?cs
set:Ways.0.value = "Surat" ?><?cs set:Ways.0.label = "Surat" ?><?cs
set:Ways.1.value = "Rapat" ?><?cs set:Ways.1.label = "Rapat" ?><?cs
set:Ways.2.value = "Telepon" ?><?cs set:Ways.2.label = "Telepon" ?><?cs
set:Ways.3.value = "Pesan" ?><?cs set:Ways.3.label = "Pesan singkat atau surel" ?><?cs
def:filter(only, label, count) ?><li><a class="matang-filter__link" href="<?cs var:Site.base ?>/cycle/notice/<?cs var:Cycle.id ?><?cs
 if:only ?>?only=<?cs var:only ?><?cs /if ?>"<?cs if:only == Only ?> aria-current="true"<?cs /if ?>><?cs
 var:label ?> <span class="matang-filter__count"><?cs var:count ?></span></a></li><?cs /def ?><?cs
def:content() ?><?cs call:page_title(title, Cycle.region_name) ?>
<?cs call:progress(Count.notified, Count.all, "perangkat daerah sudah diberi tahu") ?>
<p class="govuk-body"><?cs var:Count.opened ?> dari <?cs var:Count.all ?> sudah membuka penilaiannya. <?cs
 call:link(Site.base + "/paper/cycle/" + Cycle.id + "/draft/notified", "Cetak ceklist daftar pemberitahuan") ?><?cs
 if:Actor.role == "verifier" ?> atau <?cs
 call:link(Site.base + "/paper/cycle/" + Cycle.id, "terbitkan surat dan ceklist sebagai PDF") ?><?cs /if ?></p>
<?cs if:!reading ?><form method="post" action="<?cs var:Site.base ?>/cycle/notice/<?cs var:Cycle.id ?>/letter" novalidate class="matang-search"><?cs
 call:csrf() ?><input type="hidden" name="version" value="<?cs var:Cycle.version ?>">
<?cs call:input_field("letter_number", "Nomor surat pemberitahuan", "", "text", "off", "20") ?><?cs call:submit_quiet("Simpan nomor") ?></form>
<?cs /if ?><nav class="matang-filter" aria-label="Saring daftar"><ul class="matang-filter__list"><?cs
 call:filter("", "Semua", Count.all) ?><?cs call:filter("unnotified", "Belum diberi tahu", Count.unnotified) ?><?cs
 call:filter("unopened", "Belum membuka", Count.unopened) ?></ul></nav>
<?cs if:subcount(Agencies) ?><?cs if:!reading ?><form method="post" id="undo" action="<?cs
 var:Site.base ?>/cycle/notice/<?cs var:Cycle.id ?>/notified"><?cs call:csrf() ?></form>
<form method="post" action="<?cs var:Site.base ?>/cycle/notice/<?cs var:Cycle.id ?>/notified" novalidate><?cs call:csrf() ?>
<?cs /if ?><?cs call:table_open("Perangkat daerah") ?><?cs
call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Diberi tahu") ?><?cs call:th("Membuka penilaian") ?><?cs call:head_close() ?><?cs
each:a = Agencies ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs if:a.notified || reading ?><?cs var:a.name ?><?cs else ?><?cs
 set:field = "notified-" + a.id ?><?cs call:check_item(field, field, "1", a.name, "", Form.value[field] == "1") ?><?cs
 /if ?></th><td class="govuk-table__cell" data-label="Diberi tahu"><?cs if:a.notified ?><div><?cs var:a.notified_how ?><br><?cs
 var:a.notified ?><br>oleh <?cs var:a.notified_by ?><?cs if:!reading ?><br><button type="submit" form="undo" class="govuk-button govuk-button--link"
name="undo" value="<?cs var:a.id ?>">Batalkan<span class="govuk-visually-hidden"> pemberitahuan <?cs var:a.name ?></span></button><?cs /if ?></div><?cs
 else ?><?cs call:tag("todo", "Belum") ?><?cs /if ?></td><td class="govuk-table__cell" data-label="Membuka penilaian"><?cs
 if:a.opened ?><div><?cs var:a.opened ?><?cs if:a.opened_by ?><br>oleh <?cs var:a.opened_by ?><?cs /if ?></div><?cs
 elif:a.operators == 0 ?><?cs call:tag("fix", "Belum ada operator") ?><?cs else ?><?cs
 call:tag("todo", "Belum") ?><?cs /if ?></td><?cs call:row_close() ?><?cs /each ?><?cs
call:table_close() ?><?cs
if:Count.unnotified > 0 && !reading ?><h2 class="govuk-heading-m">Sudah diberi tahu lewat</h2>
<?cs call:radios("how", "Cara pemberitahuan", "", Ways) ?><?cs
 call:text_field("detail", "Keterangan (tidak wajib)", "Misalnya rapat koordinasi 3 November, atau nama penerima.") ?><?cs
 call:buttons_open() ?><?cs call:submit("Catat yang dicentang") ?><?cs call:submit_as(all_label, "all", "1", "secondary") ?><?cs
 call:buttons_close() ?><?cs /if ?><?cs if:!reading ?></form><?cs /if ?>
<?cs else ?><?cs call:empty_state("Tidak ada lagi dalam daftar ini", "Semua perangkat daerah sudah tercatat.") ?><?cs /if ?><?cs
 set:href = base + "/notice/" + Cycle.id + "/table" ?><?cs if:Only ?><?cs set:query = "only=" + Only ?><?cs /if ?><?cs call:downloads(href, query) ?><?cs
call:changes() ?><?cs /def ?><?cs include!"layout.cs" ?>
