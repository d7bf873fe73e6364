<?cs include!"macros.cs" ?><?cs include!"forum/parts.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs
set:title = "Pendapat: " + Hearing.title ?><?cs set:back_href = Site.base + "/forum/desk/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs
set:here = back_href + "/opinions" ?><?cs set:judges = Hearing.mine && (Hearing.state == "open" || Hearing.state == "closed") ?><?cs

def:choose(name, label, any, options) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><option value=""><?cs var:any ?></option>
<?cs each:o = options ?><option value="<?cs var:o.value ?>"<?cs if:o.value == Form.value[name] ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div><?cs /def ?><?cs

def:filters() ?><form method="get" action="<?cs var:url_validate(here) ?>" class="matang-filters" role="search" aria-label="Cari pendapat">
<div class="govuk-form-group"><label class="govuk-label" for="q">Cari</label><input class="govuk-input" id="q" name="q" type="search" value="<?cs
 var:Form.value.q ?>"></div><?cs call:choose("state", "Status", "Semua status", States) ?><?cs
 call:choose("decided", "Tanggapan", "Semua", Decided) ?><?cs if:subcount(Themes) ?><?cs call:choose("about", "Tema", "Semua tema", Themes) ?><?cs /if ?>
<div class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Tampilkan</button></div></form><?cs /def ?><?cs

def:opinion(o) ?><li class="matang-opinion"><?cs if:judges ?><?cs set:pick = "pick-" + o.id ?><?cs set:pick_label = "Pilih pendapat nomor " + o.id ?><?cs
 call:check_item(pick, pick, "1", pick_label, "", Form.value[pick] == "1") ?><?cs else ?><p class="govuk-body-s">Nomor <?cs var:o.id ?></p><?cs /if ?><?cs
 call:written(o.body) ?><?cs each:r = o.replies ?><p class="govuk-body-s"><strong><?cs var:r.wording ?></strong> <?cs var:r.said ?></p><?cs /each ?>
<p class="govuk-body-s"><?cs call:tag(o.state, o.state_name) ?> <?cs if:filled(o.decision_name) ?><strong><?cs var:o.decision_name ?></strong><?cs
 if:filled(o.answer) ?>: <?cs var:o.answer ?><?cs /if ?> · <?cs /if ?><?cs if:filled(o.themes) ?>Tema: <?cs var:o.themes ?> · <?cs /if ?><?cs
 if:filled(o.place) ?><?cs var:o.place ?> · <?cs /if ?><?cs var:o.supports ?> dukungan · <?cs var:o.at ?><?cs
 if:o.reachable ?> · meninggalkan surel<?cs /if ?></p></li>
<?cs /def ?><?cs

def:act(value, label, kind) ?><button type="submit" name="action" value="<?cs var:value ?>" class="govuk-button<?cs if:kind != "" ?> govuk-button--<?cs
 var:kind ?><?cs /if ?>"><?cs var:label ?></button><?cs /def ?><?cs

# Which list it stands on, so that it comes back to the same one. ?><?cs
def:kept(name) ?><?cs if:filled(Form.value[name]) ?><input
type="hidden" name="<?cs var:name ?>" value="<?cs var:Form.value[name] ?>"><?cs /if ?><?cs /def ?><?cs
def:asked() ?><?cs call:kept("state") ?><?cs call:kept("decided") ?><?cs call:kept("about") ?><?cs call:kept("q") ?><?cs call:kept("page") ?><?cs /def ?><?cs

def:judging() ?><h2 class="govuk-heading-m">Yang dipilih</h2>
<?cs call:buttons_open() ?><?cs call:act("release", "Rilis", "") ?><?cs call:act("withhold", "Jangan rilis", "secondary") ?><?cs call:buttons_close() ?>
<p class="govuk-body-s">Yang memuat nama atau data orang lain, hinaan, atau bukan tentang topik ini tidak dirilis. Tetap dihitung dan perlu dijawab.</p>
<?cs if:subcount(Themes) ?><?cs call:select_field("theme", "Tema", "", Themes) ?><?cs call:buttons_open() ?><?cs
 call:act("put", "Beri tema", "secondary") ?><?cs call:act("take", "Lepas dari tema", "secondary") ?><?cs call:buttons_close() ?><?cs /if ?>
<?cs call:select_field("decision", "Tanggapan", "", Decisions) ?><?cs
 call:textarea_field("answer", "Jawaban atau alasan", "Wajib, kecuali yang diakomodasi seluruhnya.", "4", "2000") ?><?cs
 call:act("decide", "Simpan tanggapan", "secondary") ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Pendapat", Hearing.title) ?>
<p class="govuk-body"><?cs var:Hearing.opinions ?> pendapat, <?cs var:Hearing.waiting ?> menunggu diperiksa, <?cs
 var:Hearing.undecided ?> belum dijawab atau diputuskan.</p>
<?cs call:filters() ?><?cs
if:subcount(Opinions) ?><?cs if:judges ?><form method="post" action="<?cs var:url_validate(here) ?>" novalidate><?cs call:csrf() ?><?cs
 call:asked() ?><?cs /if ?>
<ol class="govuk-list matang-opinions"><?cs each:o = Opinions ?><?cs call:opinion(o) ?><?cs /each ?></ol><?cs
 if:judges ?><?cs call:judging() ?></form><?cs /if ?><?cs call:pagination(Pages) ?><?cs set:table_href = here + "/table" ?><?cs
 call:downloads(table_href, Query) ?><?cs
else ?><?cs call:empty_state("Tidak ada pendapat di sini", "Pendapat warga muncul begitu dikirim, dan tampil untuk umum sesudah dirilis.") ?><?cs /if ?><?cs
if:judges ?><?cs call:details_form_open("Tambah tema") ?><form method="post" action="<?cs var:url_validate(back_href) ?>/themes" novalidate><?cs
 call:csrf() ?><?cs call:text_field("name", "Nama tema", "Contoh: jam layanan") ?><?cs call:submit_quiet("Tambah tema") ?></form><?cs
 call:details_close() ?><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
