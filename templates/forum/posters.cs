<?cs include!"macros.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Poster: " + Hearing.title ?><?cs
set:back_href = Site.base + "/forum/desk/" + Hearing.id ?><?cs set:back_label = Hearing.title ?><?cs
set:base = back_href + "/poster" ?><?cs set:here = base + "/pdf" ?><?cs

# A poster of the places of a kecamatan, as one of its files. ?><?cs
def:file(ending, label, district) ?><a class="govuk-link" href="<?cs var:url_validate(base) ?>/<?cs var:ending ?>?district=<?cs
 var:district.id ?>"><?cs var:label ?><span class="govuk-visually-hidden"> Kecamatan <?cs var:district.name ?></span></a><?cs /def ?><?cs

def:content() ?><?cs call:page_title("Poster dengan kode QR", Hearing.title) ?>
<p class="govuk-body">Kode QR membuka formulir pendapat di ponsel. Pada poster kelurahan, kelurahannya sudah terpilih.</p>
<?cs if:Hearing.state == "draft" ?><?cs call:inset("Konsultasi ini masih rancangan: pasang posternya sesudah dibuka.") ?><?cs /if ?><?cs
if:Drawn ?><?cs call:button_link_secondary(here, "Poster untuk semua tempat (PDF)") ?>
<?cs call:paper_texts(base, "") ?><?cs if:subcount(Districts) ?><?cs call:table_open("Poster tiap kelurahan") ?><?cs
 call:head_open() ?><?cs call:th("Kecamatan") ?><?cs
 call:th_num("Kelurahan") ?><?cs call:th("Poster") ?><?cs call:head_close() ?>
<?cs each:d = Districts ?><?cs call:row_open() ?><?cs call:td_head(d.name) ?><?cs call:td_num("Kelurahan", d.villages) ?><td
class="govuk-table__cell" data-label="Poster"><?cs call:file("pdf", "PDF", d) ?> · <?cs call:file("odt", "ODT", d) ?> · <?cs
 call:file("docx", "DOCX", d) ?></td><?cs call:row_close() ?><?cs /each ?><?cs
 call:table_close() ?><?cs /if ?><?cs
else ?><p class="govuk-body">Poster digambar sebagai PDF; di server ini PDF tidak tersedia.</p><?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
