<?cs include!"macros.cs" ?><?cs include!"forum/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Kelola konsultasi: " + Hearing.title ?><?cs
set:base = Site.base + "/forum/desk" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Konsultasi publik" ?><?cs
set:here = base + "/" + Hearing.id ?><?cs set:owner = Hearing.mine ?><?cs set:draft = Hearing.state == "draft" ?><?cs
set:public_href = Site.base + "/forum/" + Hearing.id ?><?cs
if:Page.done == "open" ?><?cs set:done_text = "Konsultasi sudah dibuka. Warga dapat membacanya, dan berpendapat dalam masa pendapatnya." ?><?cs
elif:Page.done == "closed" ?><?cs set:done_text = "Konsultasi sudah ditutup. Jawab atau putuskan setiap pendapat, lalu terbitkan hasilnya." ?><?cs
elif:Page.done == "published" ?><?cs set:done_text = "Hasil sudah terbit. Yang meninggalkan alamat surel diberi tahu." ?><?cs /if ?><?cs

def:press(action, label, kind) ?><form method="post" action="<?cs var:url_validate(here) ?>/<?cs var:action ?>"><?cs call:csrf() ?><input type="hidden"
name="version" value="<?cs var:Hearing.version ?>"><button type="submit" class="govuk-button<?cs if:kind != "" ?> govuk-button--<?cs
 var:kind ?><?cs /if ?>"><?cs var:label ?></button></form><?cs /def ?><?cs

def:next() ?><?cs if:Hearing.state == "draft" ?><p class="govuk-body">Masih rancangan: hanya Anda yang melihatnya. Sesudah dibuka, topik, penjelasan dan
pertanyaannya tidak dapat diubah lagi.</p><?cs call:buttons_open() ?><?cs call:press("open", "Buka untuk warga", "") ?><?cs
 set:edit_href = here + "/edit" ?><?cs call:button_link_secondary(edit_href, "Ubah topik dan penjelasan") ?><?cs call:buttons_close() ?><?cs
elif:Hearing.state == "open" ?><?cs call:press("close", "Tutup konsultasi", "") ?><?cs
 call:details_form_open("Ubah tanggal terakhir") ?><form method="post" action="<?cs var:url_validate(here) ?>/extend" novalidate><?cs call:csrf() ?><input
type="hidden" name="version" value="<?cs var:Hearing.version ?>"><?cs
 call:date_field("closes_on", "Tanggal terakhir", "") ?><?cs call:submit_quiet("Simpan tanggal") ?></form><?cs call:details_close() ?><?cs
elif:Hearing.state == "closed" ?><?cs if:Hearing.waiting > #0 || Hearing.undecided > #0 ?><?cs call:inset_open() ?>Sebelum hasilnya terbit: <?cs
 var:Hearing.waiting ?> pendapat belum diperiksa dan <?cs var:Hearing.undecided ?> belum dijawab atau diputuskan.<?cs call:inset_close() ?><?cs
else ?><?cs set:publish_href = here + "/publish" ?><?cs call:button_link(publish_href, "Tulis keputusan dan terbitkan") ?><?cs /if ?><?cs /if ?><?cs /def ?><?cs

def:question(q) ?><li><?cs var:q.wording ?><?cs if:q.kind == "choice" ?> (<?cs each:c = q.choices ?><?cs if:name(c) != "0" ?> · <?cs
/if ?><?cs var:c.label ?><?cs /each ?>)<?cs /if ?><?cs if:filled(owner) && draft ?> <form method="post" action="<?cs
 var:url_validate(here) ?>/questions/remove"><?cs call:csrf() ?><input type="hidden" name="question" value="<?cs var:q.id ?>"><button type="submit"
class="govuk-button govuk-button--link">Hapus<span class="govuk-visually-hidden"> <?cs var:q.wording ?></span></button></form><?cs /if ?></li>
<?cs /def ?><?cs

def:questions() ?><h2 class="govuk-heading-m" id="questions">Pertanyaan</h2>
<?cs if:subcount(Questions) ?><ol class="govuk-list govuk-list--number"><?cs each:q = Questions ?><?cs call:question(q) ?><?cs /each ?></ol><?cs
else ?><p class="govuk-body">Tanpa pertanyaan warga tetap dapat menulis pendapatnya.</p><?cs /if ?><?cs
if:filled(owner) && draft ?><?cs call:details_form_open("Tambah pertanyaan") ?><form method="post" action="<?cs
 var:url_validate(here) ?>/questions" novalidate><?cs
 call:csrf() ?><?cs call:text_field("wording", "Pertanyaan", "") ?><?cs call:select_field("kind", "Cara menjawab", "", Kinds) ?><?cs
 call:textarea_field("choices", "Pilihan jawaban", "Satu baris satu pilihan. Kosongkan untuk jawaban bebas.", "4", "") ?><?cs
 call:submit_quiet("Tambah") ?></form><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs

def:document(d) ?><li><?cs call:link(Site.base + "/upload/document/" + d.document_id, d.title) ?> (<?cs var:d.kind_name ?>)<?cs
if:filled(owner) && Actor.role == "operator" && (draft || Hearing.state == "open") ?> <form method="post" action="<?cs
 var:url_validate(here) ?>/documents/remove"><?cs
 call:csrf() ?><input type="hidden" name="document" value="<?cs var:d.document_id ?>"><button type="submit"
class="govuk-button govuk-button--link">Lepas<span class="govuk-visually-hidden"> <?cs var:d.title ?></span></button></form><?cs /if ?></li>
<?cs /def ?><?cs

def:documents() ?><h2 class="govuk-heading-m" id="documents">Dokumen untuk warga</h2>
<?cs if:subcount(Documents) ?><ul class="govuk-list govuk-list--bullet"><?cs each:d = Documents ?><?cs call:document(d) ?><?cs /each ?></ul><?cs
else ?><p class="govuk-body">Belum ada.</p><?cs /if ?><?cs
if:filled(owner) && Actor.role == "operator" && (draft || Hearing.state == "open") ?><?cs if:subcount(Near) ?><form method="post" action="<?cs
 var:url_validate(here) ?>/documents" novalidate><?cs call:csrf() ?><?cs
 call:select_field("document", "Sertakan dokumen perangkat daerah",
   "Siapa pun dapat mengunduhnya sesudah konsultasi dibuka. Yang disertakan berkas hari ini; revisi berikutnya tidak ikut.", Near) ?><?cs
 call:submit_quiet("Sertakan") ?></form><?cs /if ?><p class="govuk-body"><?cs set:upload_href = Site.base + "/upload/new" ?><?cs
 call:link(upload_href, "Unggah dokumen") ?></p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title(Hearing.title, Hearing.owner) ?>
<?cs call:summary_open() ?><?cs call:summary_row("Tahap", Hearing.state_name) ?><?cs call:summary_row("Masa pendapat", Hearing.period) ?><?cs
if:filled(owner) && draft ?><?cs set:area_href = here + "/area" ?><?cs if:subcount(Area) ?><?cs set:area_count = subcount(Area) ?><?cs
 set:area_words = area_count + " kelurahan dipilih" ?><?cs
 else ?><?cs set:area_words = "Seluruh " + Hearing.region ?><?cs /if ?><?cs call:summary_row_link("Untuk", area_words, area_href, "Ubah tempat") ?><?cs
elif:subcount(Area) ?><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Untuk</dt><dd class="govuk-summary-list__value"><?cs
 each:a = Area ?><?cs var:a.name ?><br><?cs /each ?></dd></div><?cs else ?><?cs call:summary_row("Untuk", "Seluruh " + Hearing.region) ?><?cs /if ?><?cs
 call:summary_close() ?>
<?cs if:filled(owner) ?><?cs call:next() ?><?cs /if ?>
<?cs if:!draft ?><h2 class="govuk-heading-m">Pendapat</h2><p class="govuk-body"><?cs set:opinions_href = here + "/opinions" ?><?cs
 call:link(opinions_href, Hearing.opinions + " pendapat") ?>, <?cs var:Hearing.waiting ?> menunggu diperiksa, <?cs
 var:Hearing.undecided ?> belum dijawab atau diputuskan.</p><?cs /if ?>
<ul class="govuk-list"><?cs if:!draft ?><li><?cs call:link(public_href, "Halaman untuk warga") ?></li><?cs /if ?><?cs
if:draft || Hearing.state == "open" ?><li><?cs set:poster_href = here + "/poster" ?><?cs call:link(poster_href, "Poster dengan kode QR") ?></li><?cs /if ?><?cs
if:!draft ?><li><?cs set:report_href = here + "/report" ?><?cs call:link(report_href, "Laporan konsultasi publik") ?></li><?cs /if ?></ul>
<h2 class="govuk-heading-m">Penjelasan</h2><?cs call:written(Hearing.explanation) ?>
<?cs if:filled(Hearing.conclusion) ?><h2 class="govuk-heading-m">Keputusan</h2><?cs call:written(Hearing.conclusion) ?><?cs /if ?>
<?cs call:questions() ?><?cs call:documents() ?><?cs
if:filled(owner) && draft ?><?cs call:details_open("Hapus rancangan ini") ?><p
 class="govuk-body">Rancangan hilang dari daftar. Belum ada warga yang melihatnya.</p><?cs
 call:press("remove", "Hapus rancangan", "warning") ?><?cs call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
