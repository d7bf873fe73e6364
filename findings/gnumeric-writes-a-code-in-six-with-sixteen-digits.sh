#!/bin/bash
# SPDX-License-Identifier: ISC
#
# gnumeric: as CSV 64.71 is 64.70999999999999, and so are 1,312 of 8,514 numbers of two decimals
#
# Versions: gnumeric 1.12.55 (Debian 12, ssconvert); the file is openpyxl 3.0.9's, read again by openpyxl
# and by LibreOffice 7.4.7 (Debian 12).
#
# Codes of Indonesia's regions look like numbers: 64.71 is Balikpapan, and a column of them is one of
# numbers as soon as somebody types it.  One would expect the shortest text that is that number again,
# 64.71, as it is on the screen and as programs have printed numbers for twenty years.  gnumeric writes 16
# digits where 15 would be another fraction, cut and not rounded: 64.70999999999999, which is the same
# fraction, and which nobody finds among the codes.  In .xlsx and .ods it has 21 digits, 64.7099999999999900002,
# the same fraction again.  LibreOffice writes 64.71 into each.
#
# The way round: round what comes from a spreadsheet to the 15 digits that it shows, in CSV too, as
# lib/sheet/number_text does; keep codes as texts.
#
# Seen: of the numbers 11.01, 11.02 ... 96.99
#	                xlsx: another number  csv: more than two decimals  64.71 in csv
#	by gnumeric     0                     1,312                        64.70999999999999
#	by LibreOffice  0                     0                            64.71
set -euo pipefail

for package in python3-openpyxl gnumeric libreoffice-calc-nogui; do
	dpkg -s "$package" >/dev/null 2>&1 || apt-get install -qq -y --no-install-recommends "$package" >/dev/null
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export LC_ALL=C.UTF-8

/usr/bin/python3 - <<'END'
import openpyxl

book = openpyxl.Workbook()
for province in range(11, 97):
    for region in range(1, 100):
        book.active.append([float(f'{province}.{region:02}')])
book.save('codes.xlsx')
END
mkdir office
ssconvert codes.xlsx gnumeric.csv 2>/dev/null
ssconvert codes.xlsx gnumeric.xlsx 2>/dev/null
for kind in csv xlsx; do
	soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to "$kind" --outdir office codes.xlsx >/dev/null 2>&1
done
seen=$(/usr/bin/python3 -W ignore - <<'END'
import openpyxl

def numbers(name):
    return [row[0] for row in openpyxl.load_workbook(name).active.iter_rows(values_only=True)]

was = numbers('codes.xlsx')
for name in ('gnumeric', 'office/codes'):
    now = numbers(f'{name}.xlsx')
    texts = open(f'{name}.csv').read().split()
    print(name, 'xlsx', sum(a != b for a, b in zip(was, now)), 'csv', sum(len(text) > 5 for text in texts))
    print(name, repr(now[53 * 99 + 70]), texts[53 * 99 + 70])
END
)
echo "$seen"
[ "$seen" = "gnumeric xlsx 0 csv 1312
gnumeric 64.71 64.70999999999999
office/codes xlsx 0 csv 0
office/codes 64.71 64.71" ] || { echo "this has changed"; exit 1; }
