<?cs include!"macros.cs" ?><?cs include!"chooser.cs" ?><?cs # SPDX-License-Identifier: ISC ?><?cs set:title = "Laporan pengaduan " + Month.words ?><?cs
set:base = Site.base + "/complaint" ?><?cs set:back_href = base + "/" ?><?cs set:back_label = "Pengaduan" ?><?cs
set:query = "year=" + Month.year + "&month=" + Month.number ?><?cs
def:content() ?><?cs call:page_title(title, "") ?>
<form method="get" action="<?cs var:url_validate(base) ?>/report" class="matang-filters"><?cs call:chooser("month", "Bulan", Months, "") ?><div
class="govuk-form-group"><label class="govuk-label" for="year">Tahun</label><input class="govuk-input govuk-input--width-4" id="year" name="year" type="text"
inputmode="numeric" value="<?cs var:Month.year ?>"></div><div class="matang-filters__buttons"><button type="submit"
class="govuk-button govuk-button--secondary">Tampilkan</button></div></form>
<?cs call:table_open("Menurut hal dan penangan") ?><?cs call:head_open() ?><?cs call:th("Menurut") ?><?cs call:th("Nama") ?><?cs call:th_num("Masuk") ?><?cs
call:th_num("Selesai") ?><?cs call:th_num("Terlambat diteruskan") ?><?cs call:th_num("Terlambat dijawab") ?><?cs call:th_num("Kepuasan") ?><?cs
 call:head_close() ?><?cs each:t = Tallies ?><?cs call:row_open() ?><?cs call:td("Menurut", t.what) ?><?cs call:td_head(t.name) ?><?cs
 call:td_num("Masuk", t.count) ?><?cs call:td_num("Selesai", t.closed) ?><?cs call:td_num("Terlambat diteruskan", t.forwarded_late) ?><?cs
 call:td_num("Terlambat dijawab", t.answered_late) ?><?cs call:td_num("Kepuasan", t.rating) ?><?cs call:row_close() ?><?cs /each ?><?cs call:table_close() ?>
<?cs set:href = base + "/report/table" ?><?cs call:downloads(href, query) ?><?cs
if:May.draw ?><?cs call:button_link_secondary(base + "/report/pdf?" + query, "Unduh laporan (PDF)") ?><?cs /if ?><?cs set:text_href = base + "/report" ?><?cs
 call:paper_texts(text_href, query) ?><?cs /def ?><?cs include!"layout.cs" ?>
