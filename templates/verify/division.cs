<?cs # SPDX-License-Identifier: ISC ?><?cs include!"macros.cs" ?><?cs set:title = "Pembagian tugas" ?><?cs
set:reading = Actor.role == "auditor" ?><?cs
set:list = Site.base + "/verify/?year=" + Choice.year + "&region=" + Choice.region ?><?cs
set:back_href = list ?><?cs set:back_label = "Perangkat daerah" ?><?cs
if:Page.done == "divided" ?><?cs set:done_text = "Pembagian sudah tersimpan." ?><?cs
elif:Page.done == "none" ?><?cs set:done_text = "Tidak ada yang berubah." ?><?cs /if ?><?cs
set:here = Site.base + "/verify/division?year=" + Choice.year + "&region=" + Choice.region ?><?cs
def:content() ?><?cs call:page_title("Pembagian tugas", Actor.region_name + " · Periode " + Choice.year) ?>
<?cs if:!subcount(Agencies) ?><?cs
 call:empty_state("Belum ada yang dapat dibagi", "Perangkat daerah tampil di sini setelah periode penilaian dibuka.") ?>
<?cs else ?><p class="govuk-body">Pembagian hanya penanda: anggota lain tetap dapat memeriksa.<?cs
 if:Division.nobodys > 0 ?> <strong><?cs var:Division.nobodys ?> perangkat daerah belum dibagi.</strong><?cs /if ?></p>
<table class="govuk-table matang-table matang-dense matang-team"><caption class="govuk-table__caption govuk-table__caption--m">Anggota tim</caption>
<?cs call:head_open() ?><?cs call:th("Nama") ?><?cs call:th_num("Bagian") ?><?cs call:th_num("Selesai") ?><?cs call:th_num("Sisa") ?><?cs call:head_close() ?>
<?cs each:m = Members ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:m.given > 0 ?><a class="govuk-link" href="<?cs var:url_validate(list) ?>&amp;member=<?cs var:m.id ?>"><?cs var:m.name ?></a><?cs
 else ?><?cs var:m.name ?><?cs /if ?></th><?cs
 call:td_num("Bagian", m.given) ?><?cs call:td_num("Selesai", m.done) ?><?cs call:td_num("Sisa", m.given - m.done) ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?>
<?cs if:!reading ?><form method="post" action="<?cs var:Site.base ?>/verify/division" novalidate><?cs call:csrf() ?>
<input type="hidden" name="year" value="<?cs var:Choice.year ?>"><input type="hidden" name="region" value="<?cs var:Choice.region ?>">
<?cs if:Division.nobodys > 0 && subcount(Members) ?><p class="govuk-body"><button type="submit" class="govuk-button govuk-button--secondary" name="way"
value="share">Bagi rata <?cs
 var:Division.nobodys ?> yang belum dibagi</button></p>
<?cs /if ?><div class="matang-divide"><?cs call:field_open("member") ?><?cs call:field_label("member", "Berikan yang dicentang kepada") ?><?cs
 call:field_notes("member", "") ?><select class="govuk-select" id="member" name="member"<?cs call:field_described("member", "") ?>>
<option value="">Pilih anggota</option>
<?cs each:m = Members ?><option value="<?cs var:m.id ?>"<?cs if:m.chosen ?> selected<?cs /if ?>><?cs var:m.name ?></option>
<?cs /each ?><option value="0">Tidak ada (lepaskan)</option></select><?cs call:field_close() ?>
<button type="submit" class="govuk-button" name="way" value="give">Bagikan</button></div>
<p class="govuk-body matang-choose" data-choose="agency-">Centang: <a class="govuk-link" href="<?cs
 var:url_validate(here) ?>&amp;chosen=all" data-choose-all="1">semua</a><?cs if:Division.nobodys > 0 ?> · <a class="govuk-link" href="<?cs
 var:url_validate(here) ?>&amp;chosen=free">yang belum dibagi</a><?cs /if ?> · <a class="govuk-link" href="<?cs
 var:url_validate(here) ?>&amp;chosen=none" data-choose-all="0">tidak satu pun</a></p>
<?cs /if ?><table class="govuk-table matang-table matang-dense matang-team"><caption
class="govuk-table__caption govuk-table__caption--m">Perangkat daerah</caption>
<?cs call:head_open() ?><?cs call:th("Perangkat daerah") ?><?cs call:th("Status") ?><?cs call:th("Pemeriksa") ?><?cs call:head_close() ?>
<?cs each:a = Agencies ?><?cs set:field = "agency-" + a.id ?><?cs call:row_open() ?><th scope="row" class="govuk-table__header"><?cs
 if:reading ?><?cs var:a.name ?><?cs else ?><div class="govuk-checkboxes govuk-checkboxes--small"><?cs if:Choice.several && !Choice.region ?><?cs
 call:check_item(field, field, "1", a.name, a.region, a.ticked) ?><?cs else ?><?cs
 call:check_item(field, field, "1", a.name, "", a.ticked) ?><?cs /if ?></div><?cs /if ?></th><?cs
 call:td_tag("Status", a.state, "") ?><?cs if:a.member ?><?cs call:td("Pemeriksa", a.member) ?><?cs else ?><?cs
 call:td("Pemeriksa", "–") ?><?cs /if ?><?cs call:row_close() ?>
<?cs /each ?><?cs call:table_close() ?><?cs if:!reading ?></form><?cs /if ?>
<?cs /if ?><?cs /def ?><?cs include!"layout.cs" ?>
