<?cs include!"macros.cs" ?><?cs include!"upload/parts.cs" ?><?cs set:title = "Bandingkan revisi" ?><?cs set:title_place = Document.title ?><?cs
set:here = Site.base + "/upload/document/" + Document.id ?><?cs set:back_href = here ?><?cs set:back_label = Document.title ?><?cs

def:number(name, label, chosen) ?><div class="govuk-form-group"><label class="govuk-label" for="<?cs var:name ?>"><?cs
 var:label ?></label><select class="govuk-select" id="<?cs var:name ?>" name="<?cs var:name ?>"><?cs
 each:o = Numbers ?><option value="<?cs var:o.value ?>"<?cs if:o.value == chosen ?> selected<?cs /if ?>><?cs var:o.label ?></option>
<?cs /each ?></select></div>
<?cs /def ?><?cs

def:side(r) ?><section class="matang-panel" aria-labelledby="revision-<?cs var:r.number ?>"><h2 class="govuk-heading-m"
id="revision-<?cs var:r.number ?>">Revisi <?cs var:r.number ?></h2>
<?cs call:summary_open() ?><?cs call:summary_row("Nama berkas", r.client_name) ?><?cs call:summary_row("Jenis", r.type) ?><?cs
 call:summary_row("Ukuran", r.size) ?><?cs if:r.pages ?><?cs call:summary_row("Halaman", r.pages) ?><?cs /if ?><?cs
 call:summary_row("Diunggah", r.created_at + ", oleh " + r.created_by) ?><div class="govuk-summary-list__row"><dt
class="govuk-summary-list__key">SHA-256</dt><dd class="govuk-summary-list__value"><span class="matang-digest"><?cs var:r.sha256 ?></span></dd></div>
<?cs call:summary_close() ?><?cs if:r.checked.scan == "infected" ?><p class="govuk-body">Berkas ini ditahan karena terinfeksi virus.</p><?cs
 else ?><p class="govuk-body"><a class="govuk-link" href="<?cs var:Site.base ?>/upload/file/<?cs var:r.id ?>">Unduh revisi <?cs
 var:r.number ?></a></p><?cs /if ?></section>
<?cs /def ?><?cs

def:line(l) ?><?cs if:l.kind == "gap" ?><li class="matang-diff__gap"><?cs var:l.skipped ?> baris sama</li>
<?cs elif:l.kind == "removed" ?><li class="matang-diff__line matang-diff__line--removed"><span class="matang-diff__sign"
aria-hidden="true">−</span><del><span class="govuk-visually-hidden">Dihapus: </span><?cs var:l.text ?></del></li>
<?cs elif:l.kind == "added" ?><li class="matang-diff__line matang-diff__line--added"><span class="matang-diff__sign"
aria-hidden="true">+</span><ins><span class="govuk-visually-hidden">Ditambah: </span><?cs var:l.text ?></ins></li>
<?cs else ?><li class="matang-diff__line"><span class="matang-diff__sign" aria-hidden="true"></span><span><?cs var:l.text ?></span></li>
<?cs /if ?><?cs /def ?><?cs

def:texts() ?><h2 class="govuk-heading-m">Perbedaan isi</h2>
<?cs if:Old.sha256 == New.sha256 ?><p class="govuk-body">Kedua revisi sama persis.</p>
<?cs elif:!Texts.known ?><p
class="govuk-body">Teks salah satu revisi belum diambil, atau berkasnya berupa gambar atau pindaian tanpa teks. Unduh keduanya untuk membandingkan isinya.</p>
<?cs elif:!Texts.differ ?><p class="govuk-body">Teksnya sama. Yang berbeda mungkin gambar, tata letak, atau tanda tangan.</p>
<?cs else ?><p class="govuk-body"><?cs var:Texts.counts.removed ?> baris dihapus, <?cs var:Texts.counts.added ?> baris ditambah<?cs
 if:Texts.rough ?>. Isinya sangat berbeda, sehingga tidak dicocokkan baris demi baris<?cs /if ?>.</p>
<ol class="matang-diff"><?cs each:l = Texts.lines ?><?cs call:line(l) ?><?cs /each ?></ol>
<?cs if:Texts.cut ?><p class="govuk-body-s">Hanya bagian pertama yang ditampilkan. Unduh kedua revisi untuk melihat selebihnya.</p><?cs /if ?><?cs /if ?><?cs
 if:Texts.partly ?><p class="govuk-body-s">Teks berkas yang sangat panjang dibandingkan sebagian saja.</p><?cs /if ?><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Bandingkan revisi", Document.title) ?>
<form method="get" action="<?cs var:url_validate(here) ?>/compare" class="matang-filters" aria-label="Pilih revisi"><?cs
 call:number("old", "Revisi pertama", Old.number) ?><?cs call:number("new", "Revisi kedua", New.number) ?><div
class="matang-filters__buttons"><button type="submit" class="govuk-button govuk-button--secondary">Bandingkan</button></div></form>
<div class="matang-two"><?cs call:side(Old) ?><?cs if:Old.number != New.number ?><?cs call:side(New) ?><?cs /if ?></div>
<?cs call:texts() ?>
<?cs /def ?><?cs include!"layout.cs" ?>
