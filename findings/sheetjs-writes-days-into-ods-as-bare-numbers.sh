#!/bin/bash
# SPDX-License-Identifier: ISC
#
# SheetJS writes a day into .xlsx as a day, and the same sheet into .ods as the number 46616
#
# Version: npm xlsx 0.18.5; LibreOffice 7.4.7 of Debian 12 (libreoffice-calc-nogui) and unzip look at it.
#
# Of one sheet with one Date, written by XLSX.write as xlsx and as ods with no options, one would expect two files
# that show one day.  In .xlsx the number has a style that makes it a day.  In .ods it has none: a cell of type
# "float", with the day in its text ("8/17/27"), which spreadsheets do not look at.  Whoever opens it sees 46616,
# and whoever reads it by program has a number where no format says that it is one; the status is good either way.
#
# The way round: cellDates: true in aoa_to_sheet and in write, both, for .ods; or write .xlsx.
#
# Seen:
#	xlsx in LibreOffice: 08/17/2027
#	ods in LibreOffice: 46616
#	ods: office:value-type="float" office:value="46616"><text:p>8/17/27
#	ods with cellDates: office:value-type="date" office:date-value="2027-08-17T00:00:00.000Z"
set -euo pipefail

for package in libreoffice-calc-nogui unzip; do
	dpkg -s "$package" >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends "$package" >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 >/dev/null
cat >make.js <<'END'
const XLSX = require('xlsx');
const write = (kind, name, cellDates) => {
	const book = XLSX.utils.book_new();
	XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[new Date(2027, 7, 17)]], { cellDates }), 'A');
	XLSX.writeFile(book, name, { bookType: kind, cellDates });
};
write('xlsx', 'a.xlsx', false);
write('ods', 'b.ods', false);
write('ods', 'c.ods', true);
END
TZ=UTC node make.js
shown()
{
	HOME=$folder LC_ALL=C.UTF-8 soffice --headless --convert-to csv --outdir out "$1" >/dev/null 2>&1
	cat "out/${1%.*}.csv"
}
cell()
{
	unzip -p "$1" content.xml | grep -o "$2" | head -n 1
}
seen="xlsx in LibreOffice: $(shown a.xlsx)
ods in LibreOffice: $(shown b.ods)
ods: $(cell b.ods 'office:value-type="float" office:value="[0-9.]*"><text:p>[0-9/]*')
ods with cellDates: $(cell c.ods 'office:value-type="date" office:date-value="[^"]*"')"
echo "$seen"
[ "$seen" = 'xlsx in LibreOffice: 08/17/2027
ods in LibreOffice: 46616
ods: office:value-type="float" office:value="46616"><text:p>8/17/27
ods with cellDates: office:value-type="date" office:date-value="2027-08-17T00:00:00.000Z"' ] || { echo "this has changed"; exit 1; }
