#!/bin/bash
# SPDX-License-Identifier: ISC
#
# exceljs, gnumeric: a date cell that is written as ISO 8601 is a day of July 1905
#
# Versions: exceljs 4.4.0 (npm), gnumeric 1.12.55 and LibreOffice 7.4.7 (Debian 12), SheetJS 0.18.5 (npm);
# the file is openpyxl 3.0.9's (Debian 12), with its documented option iso_dates.
#
# A cell of a workbook may say its date in words: <c t="d"><v>2027-08-17T00:00:00</v></c> (ECMA-376, part
# 1, 18.18.11; it is what "Strict Open XML" has, and what openpyxl writes with iso_dates=True).  One would
# expect each reader of .xlsx to know it or to refuse it.  exceljs and gnumeric read the number that the
# text begins with, 2027, as the day of that number since 1900: every date of 2027 is 19 July 1905, every
# one of 2026 the day before, whatever month and day were meant, and nobody is told.  LibreOffice and
# SheetJS read the date.
#
# The way round: look at t="d" before the value, as lib/sheet/xlsx does; ask others for dates as numbers
# (openpyxl's default), and refuse holidays of 1905.
#
# Seen:
#	cell                 exceljs     SheetJS     gnumeric    LibreOffice
#	2027-08-17           1905-07-19  2027-08-17  1905/07/19  2027-08-17
#	2027-12-25           1905-07-19  2027-12-25  1905/07/19  2027-12-25
#	2026-01-01           1905-07-18  2026-01-01  1905/07/18  2026-01-01
set -euo pipefail

for package in python3-openpyxl gnumeric libreoffice-calc-nogui; do
	dpkg -s "$package" >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends "$package" >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5

/usr/bin/python3 - <<'END'
import datetime
import openpyxl

book = openpyxl.Workbook(iso_dates=True)
for day in (datetime.date(2027, 8, 17), datetime.date(2027, 12, 25), datetime.date(2026, 1, 1)):
    book.active.append([day])
book.save('dates.xlsx')
END

cat >read.mjs <<'END'
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';

const book = new ExcelJS.Workbook();
await book.xlsx.readFile('dates.xlsx');
const sheet = XLSX.readFile('dates.xlsx', { cellDates: true, UTC: true }).Sheets.Sheet;
for (const row of [1, 2, 3])
	console.log(book.worksheets[0].getCell(`A${row}`).value.toISOString().slice(0, 10), sheet[`A${row}`].v.toISOString().slice(0, 10));
END
export TZ=UTC LC_ALL=C.UTF-8
seen=$(node read.mjs
	ssconvert dates.xlsx gnumeric.csv 2>/dev/null && cat gnumeric.csv
	soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to csv dates.xlsx >/dev/null 2>&1 && cut -c1-10 dates.csv)
echo "$seen"
[ "$seen" = "1905-07-19 2027-08-17
1905-07-19 2027-12-25
1905-07-18 2026-01-01
1905/07/19
1905/07/19
1905/07/18
2027-08-17
2027-12-25
2026-01-01" ] || { echo "this has changed"; exit 1; }
