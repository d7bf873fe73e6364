#!/bin/bash
# SPDX-License-Identifier: ISC
#
# rdf-parser-csvw: a number whose format is described becomes "37,8" of the type <[object Object]>
#
# Version: rdf-parser-csvw 1.1.0 (npm), which makes RDF of tables that a CSVW description (W3C, CSV on the
# Web) goes with; n3 1.26.0 reads the description and writes what came out.
#
# CSVW describes a column written as Indonesia writes numbers by {"base": "decimal", "format":
# {"decimalChar": ",", "groupChar": "."}}, and a processor writes 37.8 of it (Model for Tabular Data,
# 6.4.2).  One would expect that, or at worst the text "37,8" as xsd:decimal.  What comes is the text as
# it stands, with a datatype that is an RDF term where its address should be: the writer makes
# <[object Object]> of it without an error, and every store that loads the file has a score of an unknown
# type that no query adds up.  The same happens to each base but date and dateTime as soon as the datatype
# is an object, also where nothing but the base is in it, and to a boolean whose format says Ya|Tidak.  A
# type that is named alone ("decimal") is right.  A time without a zone gets that of the machine: eight
# o'clock is another moment on a server in Makassar and on one in UTC, where CSVW says that it has none.
#
# The way round: publish numbers with a dot and without groups, name each datatype alone, and write
# moments with their zone.  This project's figures do, so their descriptions hold names alone.
#
# Seen:
#	skor       "37,8"^^<[object Object]>
#	anggaran   "1.500.000"^^<[object Object]>
#	final      "Ya"^^<[object Object]>
#	plain      "37.8"^^<http://www.w3.org/2001/XMLSchema#decimal>
#	base       "37.8"^^<[object Object]>
#	jam        "2026-08-17T08:00:00.000+08:00" with TZ=Asia/Makassar, "…+00:00" with TZ=UTC
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund rdf-parser-csvw@1.1.0 n3@1.26.0

cat >read.mjs <<'END_OF_SCRIPT'
import { Readable } from 'node:stream';
import { Parser, Store, Writer } from 'n3';
import CsvwParser from 'rdf-parser-csvw';

const PLACE = 'http://contoh.invalid/';
const indonesian = 'csvw:format [ csvw:decimalChar "," ; csvw:groupChar "." ]';
const column = (name, datatype) => `[ csvw:title "${name}" ; csvw:propertyUrl "${PLACE}${name}" ; csvw:datatype ${datatype} ]`;
const metadata = new Store(new Parser().parse(`
	@prefix csvw: <http://www.w3.org/ns/csvw#> .
	@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
	<${PLACE}table> csvw:url <${PLACE}table.csv> ; csvw:tableSchema [ csvw:column (
		${column('skor', `[ csvw:base "decimal" ; ${indonesian} ]`)}
		${column('anggaran', `[ csvw:base "integer" ; ${indonesian} ]`)}
		${column('final', '[ csvw:base "boolean" ; csvw:format "Ya|Tidak" ]')}
		${column('plain', 'xsd:decimal')}
		${column('base', '[ csvw:base "decimal" ]')}
		${column('jam', '[ csvw:base "dateTime" ; csvw:format "dd/MM/yyyy HH:mm" ]')} ) ] .`));
const table = 'skor,anggaran,final,plain,base,jam\n"37,8",1.500.000,Ya,37.8,37.8,17/08/2026 08:00\n';
const writer = new Writer({ format: 'N-Triples' });

for await (const quad of new CsvwParser({ metadata, baseIRI: PLACE }).import(Readable.from([table])))
	if (quad.predicate.value.startsWith(PLACE))
		writer.addQuad(quad);
writer.end((error, text) => console.log(text.replace(new RegExp(`^\\S+ <${PLACE}(\\w+)> (.*) \\.$`, 'gm'), '$1 $2').trim()));
END_OF_SCRIPT
seen=$(TZ=Asia/Makassar node read.mjs; TZ=UTC node read.mjs | grep ^jam)
echo "$seen"
[ "$seen" = 'skor "37,8"^^<[object Object]>
anggaran "1.500.000"^^<[object Object]>
final "Ya"^^<[object Object]>
plain "37.8"^^<http://www.w3.org/2001/XMLSchema#decimal>
base "37.8"^^<[object Object]>
jam "2026-08-17T08:00:00.000+08:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>
jam "2026-08-17T08:00:00.000+00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>' ] || { echo "this has changed"; exit 1; }
