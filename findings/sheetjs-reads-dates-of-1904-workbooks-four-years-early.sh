#!/bin/bash
# SPDX-License-Identifier: ISC
#
# SheetJS: dates of a workbook that counts from 1904 come out four years and a day early
#
# Versions: xlsx 0.18.5 (npm); the file is XlsxWriter 3.0.2's (Debian 12), with its documented option
# date_1904; openpyxl 3.0.9 and exceljs 4.4.0 read it beside.
#
# Excel for Macintosh began its calendar in 1904, and workbooks that stem from there still say so
# (<workbookPr date1904="1"/>).  SheetJS knows it: the workbook has it in Workbook.WBProps.date1904, and
# the cell's text (.w) is the right day.  One would expect the date itself to be the same day.  With
# cellDates the value (.v), and with it what sheet_to_json gives, is the stored number counted from 1900:
# 17 August 2027 is a day of August 2023, valid, in the same month, and nobody is told.
#
# The way round: look at WBProps.date1904 and add 1,462 days, or take the text; better, read the number
# and count as the workbook says, as lib/sheet/xlsx does.
#
# Seen:
#	                        17 August 2027
#	SheetJS, .w             2027-08-17
#	SheetJS, .v             2023-08-16
#	SheetJS, sheet_to_json  2023-08-16
#	exceljs                 2027-08-17
#	openpyxl                2027-08-17
set -euo pipefail

for package in python3-openpyxl python3-xlsxwriter; do
	dpkg -s "$package" >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends "$package" >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 exceljs@4.4.0

/usr/bin/python3 - <<'END'
import datetime
import xlsxwriter

book = xlsxwriter.Workbook('dates.xlsx', {'date_1904': True})
book.add_worksheet().write_datetime('A1', datetime.datetime(2027, 8, 17), book.add_format({'num_format': 'yyyy-mm-dd'}))
book.close()
END

cat >read.mjs <<'END'
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const day = (date) => date.toISOString().slice(0, 10);
const read = XLSX.readFile('dates.xlsx', { cellDates: true }), sheet = read.Sheets.Sheet1;
console.log('date1904', read.Workbook.WBProps.date1904);
console.log('.w', sheet.A1.w);
console.log('.v', day(sheet.A1.v));
console.log('sheet_to_json', day(XLSX.utils.sheet_to_json(sheet, { header: 1 })[0][0]));
const book = new ExcelJS.Workbook();
await book.xlsx.readFile('dates.xlsx');
console.log('exceljs', day(book.worksheets[0].getCell('A1').value));
END
export TZ=UTC
seen=$(node read.mjs
	/usr/bin/python3 -c "import openpyxl; print('openpyxl', openpyxl.load_workbook('dates.xlsx').active['A1'].value.date())")
echo "$seen"
[ "$seen" = "date1904 true
.w 2027-08-17
.v 2023-08-16
sheet_to_json 2023-08-16
exceljs 2027-08-17
openpyxl 2027-08-17" ] || { echo "this has changed"; exit 1; }
