#!/bin/bash
# SPDX-License-Identifier: ISC
#
# csv-parse, vega-loader, SheetJS: in a CSV "SMP Negeri 12" is December 2001, and some codes of one column are days
#
# Version: npm csv-parse 5.6.0 (cast_date), vega-loader 4.5.3 (parse: 'auto'), xlsx 0.18.5 (cellDates), on Node.js 20
# or later; beside them arquero 7.2.0, exceljs 4.4.0 and papaparse 5.4.1 (dynamicTyping), each told to find types.
#
# A reader that looks for days is expected to want something like a day.  Three ask Date of JavaScript, which takes
# any words before a number: schools, health centres and addresses with a number up to 12 are months of 2001, those
# from 32 to 49 years (2032 to 2049), those between stay text, within one column.  vega-loader wants all of a column
# to be days before it makes days of it: the list of the first twelve schools goes wrong, that of thirteen does not.
# SheetJS refuses words, and takes codes: of three sub-districts of one regency (12.01.01, 12.07.19, 12.10.30) the
# last two become days and the first stays, and so does the classification 000.8.2 of a letter, not 800.1.11.
#
# The three others keep all of them as they are.
#
# The way round: no cast_date, parse: {} with named columns, raw: true; or a list of what each column is.
#
# Seen:
#	csv-parse    SMP Negeri 12: 2001-12  SMP Negeri 13: text  SMP Negeri 45: 2045-01  Jl. Contoh No. 5: 2001-05
#	vega-loader  twelve schools: 12 days  thirteen schools: 0 days
#	SheetJS      12.01.01: text  12.07.19: 2019-12  12.10.30: 2030-12  000.8.2: 2000-08  800.1.11: text
#	arquero      0 days of 9
#	exceljs      0 days of 9
#	papaparse    0 days of 9
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-parse@5.6.0 vega-loader@4.5.3 xlsx@0.18.5 arquero@7.2.0 exceljs@4.4.0 \
	papaparse@5.4.1 >/dev/null
cat >read.mjs <<'END'
import { Readable } from 'node:stream';
import { fromCSV } from 'arquero';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { read } from 'vega-loader';
import XLSX from 'xlsx';

const csv = (values) => ['isi', ...values, ''].join('\n');
const schools = (count) => Array.from({ length: count }, (_, at) => `SMP Negeri ${at + 1}`);
const words = ['SMP Negeri 12', 'SMP Negeri 13', 'SMP Negeri 45', 'Jl. Contoh No. 5'];
const codes = ['12.01.01', '12.07.19', '12.10.30', '000.8.2', '800.1.11'];
const all = [...words, ...codes];
const isDay = (value) => value instanceof Date;
const told = (value) => isDay(value) ? value.toISOString().slice(0, 7) : 'text';
const line = (values, got) => values.map((value, at) => `${value}: ${told(got[at])}`).join('  ');
const days = (got) => `${got.filter(isDay).length} days of ${got.length}`;

console.log('csv-parse   ', line(words, parse(csv(words), { from: 2, cast: true, cast_date: true }).map((row) => row[0])));

const vega = (values) => read(csv(values), { type: 'csv', parse: 'auto' })
	.filter((row) => typeof row.isi === 'number').length;
console.log('vega-loader ', `twelve schools: ${vega(schools(12))} days  thirteen schools: ${vega(schools(13))} days`);

const sheet = XLSX.read(csv(codes), { type: 'string', cellDates: true }).Sheets.Sheet1;
console.log('SheetJS     ', line(codes, XLSX.utils.sheet_to_json(sheet).map((row) => row.isi)));

console.log('arquero     ', days([...fromCSV(csv(all)).array('isi')]));
const book = await new ExcelJS.Workbook().csv.read(Readable.from([csv(all)]));
console.log('exceljs     ', days(book.getColumn(1).values.slice(2)));
console.log('papaparse   ', days(Papa.parse(csv(all), { header: true, dynamicTyping: true, skipEmptyLines: true })
	.data.map((row) => row.isi)));
END
seen=$(TZ=UTC node read.mjs)
echo "$seen"
[ "$seen" = 'csv-parse    SMP Negeri 12: 2001-12  SMP Negeri 13: text  SMP Negeri 45: 2045-01  Jl. Contoh No. 5: 2001-05
vega-loader  twelve schools: 12 days  thirteen schools: 0 days
SheetJS      12.01.01: text  12.07.19: 2019-12  12.10.30: 2030-12  000.8.2: 2000-08  800.1.11: text
arquero      0 days of 9
exceljs      0 days of 9
papaparse    0 days of 9' ] || { echo "this has changed"; exit 1; }
