<?cs # SPDX-License-Identifier: ISC
# The public addresses of cgi-bin/portal; whoever changes one changes the other. ?><?cs

def:code() ?>{ "name": "code", "in": "path", "required": true, "description": "Kode wilayah",
     "schema": { "type": "string" }, "example": "64.71" }<?cs /def ?><?cs
def:year() ?>{ "name": "year", "in": "path", "required": true, "schema": { "type": "integer", "minimum": 1, "maximum": 9999 } }<?cs /def ?><?cs
def:year_or_latest() ?>{ "name": "year", "in": "path", "required": true, "description": "Tahun, atau latest untuk yang terakhir terbit",
     "schema": { "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 9999 }, { "const": "latest" }] } }<?cs /def ?><?cs
def:page() ?>{ "name": "page", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 9999, "default": 1 } }<?cs /def ?><?cs

def:begin(id, summary) ?>{ "get": {
   "operationId": "<?cs var:id ?>",
   "summary": "<?cs var:summary ?>",
   "parameters": [<?cs /def ?><?cs
def:then(media) ?>],
   "responses": {
    "304": { "description": "Belum berubah sejak ETag yang disebut" },
    "404": { "$ref": "#/components/responses/NotThere" },
    "503": { "$ref": "#/components/responses/Away" },
    "200": { "description": "Data", "headers": { "ETag": { "schema": { "type": "string" } } },
     "content": { "<?cs var:media ?>": { "schema": <?cs /def ?><?cs
def:end() ?> } } } } } }<?cs /def ?><?cs
def:schema(name) ?>{ "$ref": "#/components/schemas/<?cs var:name ?>" }<?cs /def ?><?cs
def:text() ?>{ "type": "string" }<?cs /def ?>{
 "openapi": "3.1.0",
 "info": {
  "title": "Matang: data terbuka",
  "version": "1",
  "description": "Angka hasil penilaian yang sudah terbit. Hanya membaca, tanpa kunci. Lisensinya tertulis dalam katalog."
 },
 "servers": [{ "url": "<?cs var:Site.base ?>/portal" }],
 "security": [],
 "paths": {
  "/data/{code}/{year}.json": <?cs call:begin("regionJson", "Angka satu daerah dan tahun") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/json") ?><?cs call:schema("Region") ?><?cs call:end() ?>,
  "/data/{code}/{year}.csv": <?cs call:begin("regionCsv", "Skor tiap perangkat daerah, untuk program") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("text/csv") ?><?cs call:text() ?><?cs call:end() ?>,
  "/data/{code}/{year}.xlsx": <?cs call:begin("regionWorkbook", "Buku kerja satu daerah dan tahun") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") ?><?cs call:text() ?><?cs call:end() ?>,
  "/data/{code}/{year}.csv-metadata.json": <?cs call:begin("regionTable", "Lisensi dan kolom tabelnya (CSVW)") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/csvm+json") ?><?cs call:schema("Table") ?><?cs call:end() ?>,
  "/data/{code}/{year}.jsonld": <?cs call:begin("regionDataset", "Keterangan satu daerah dan tahun (DCAT 3)") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/ld+json") ?><?cs call:schema("Dataset") ?><?cs call:end() ?>,
  "/data/{code}/years.json": <?cs call:begin("yearsJson", "Rata-rata satu daerah dari tahun ke tahun") ?><?cs call:code() ?><?cs
   call:then("application/json") ?><?cs call:schema("Years") ?><?cs call:end() ?>,
  "/data/{code}/years.csv": <?cs call:begin("yearsCsv", "Rata-rata satu daerah dari tahun ke tahun, tabel") ?><?cs call:code() ?><?cs
   call:then("text/csv") ?><?cs call:text() ?><?cs call:end() ?>,
  "/data/{code}/years.csv-metadata.json": <?cs call:begin("yearsTable", "Lisensi dan kolom tabelnya (CSVW)") ?><?cs call:code() ?><?cs
   call:then("application/csvm+json") ?><?cs call:schema("Table") ?><?cs call:end() ?>,
  "/data/{code}/years.jsonld": <?cs call:begin("yearsDataset", "Keterangannya (DCAT 3)") ?><?cs call:code() ?><?cs
   call:then("application/ld+json") ?><?cs call:schema("Dataset") ?><?cs call:end() ?>,
  "/data/{code}/regions-{year}.json": <?cs call:begin("regionsJson", "Daerah satu provinsi dalam satu tahun") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/json") ?><?cs call:schema("Regions") ?><?cs call:end() ?>,
  "/data/{code}/regions-{year}.csv": <?cs call:begin("regionsCsv", "Daerah satu provinsi dalam satu tahun, tabel") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("text/csv") ?><?cs call:text() ?><?cs call:end() ?>,
  "/data/{code}/regions-{year}.csv-metadata.json": <?cs call:begin("regionsTable", "Lisensi dan kolom tabelnya (CSVW)") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/csvm+json") ?><?cs call:schema("Table") ?><?cs call:end() ?>,
  "/data/{code}/regions-{year}.jsonld": <?cs call:begin("regionsDataset", "Keterangannya (DCAT 3)") ?><?cs call:code() ?>, <?cs
   call:year() ?><?cs call:then("application/ld+json") ?><?cs call:schema("Dataset") ?><?cs call:end() ?>,
  "/catalog.jsonld": <?cs call:begin("catalog", "Katalog semua himpunan data (DCAT 3), per halaman") ?><?cs call:page() ?><?cs
   call:then("application/ld+json") ?><?cs call:schema("Catalog") ?><?cs call:end() ?>,
  "/feed.atom": <?cs call:begin("feed", "Yang baru terbit (Atom)") ?><?cs call:then("application/atom+xml") ?><?cs call:text() ?><?cs call:end() ?>,
  "/fragment/{code}/{year}": <?cs call:begin("fragment", "Potongan HTML untuk disisipkan server lain") ?><?cs call:code() ?>, <?cs
   call:year_or_latest() ?><?cs call:then("text/html") ?><?cs call:text() ?><?cs call:end() ?>,
  "/embed/{code}/{year}": <?cs call:begin("embed", "Halaman untuk bingkai di situs yang terdaftar") ?><?cs call:code() ?>, <?cs
   call:year_or_latest() ?><?cs call:then("text/html") ?><?cs call:text() ?><?cs call:end() ?>
 },
 "components": {
  "schemas": {
   "Average": {
    "type": "object",
    "required": ["assessed", "all", "category"],
    "properties": { "assessed": { "type": ["number", "null"] }, "all": { "type": ["number", "null"] }, "category": { "type": ["string", "null"] } }
   },
   "Counts": {
    "type": "object",
    "required": ["agencies", "assessed"],
    "properties": { "agencies": { "type": "integer", "minimum": 0 }, "assessed": { "type": "integer", "minimum": 0 } }
   },
   "License": { "type": ["string", "null"], "description": "Alamat lisensinya; null bila belum ditetapkan" },
   "Table": {
    "type": "object",
    "required": ["@context", "url", "dc:title", "tableSchema"],
    "properties": { "url": { "type": "string" }, "tableSchema": { "type": "object", "required": ["columns"] } }
   },
   "Region": {
    "type": "object",
    "required": ["region", "year", "agencies", "average", "counts", "left", "license"],
    "properties": {
     "license": { "$ref": "#/components/schemas/License" },
     "region": { "type": "string" }, "year": { "type": "integer" },
     "agencies": { "type": "array", "items": { "type": "object", "required": ["name", "final"],
      "properties": { "name": { "type": "string" }, "final": { "type": ["integer", "null"] } } } },
     "average": { "$ref": "#/components/schemas/Average" }, "counts": { "$ref": "#/components/schemas/Counts" },
     "left": { "type": "array", "items": { "type": "object", "required": ["name", "why"] } }
    }
   },
   "Part": {
    "type": "object",
    "required": ["region", "name", "year", "average", "counts"],
    "properties": { "region": { "type": "string" }, "name": { "type": "string" }, "year": { "type": "integer" },
     "average": { "$ref": "#/components/schemas/Average" }, "counts": { "$ref": "#/components/schemas/Counts" } }
   },
   "Years": {
    "type": "object",
    "required": ["region", "name", "years", "license"],
    "properties": { "license": { "$ref": "#/components/schemas/License" }, "region": { "type": "string" }, "name": { "type": "string" },
     "years": { "type": "array", "minItems": 1, "items": { "$ref": "#/components/schemas/Part" } } }
   },
   "Regions": {
    "type": "object",
    "required": ["region", "name", "year", "regions", "license"],
    "properties": { "license": { "$ref": "#/components/schemas/License" },
     "region": { "type": "string" }, "name": { "type": "string" }, "year": { "type": "integer" },
     "regions": { "type": "array", "minItems": 2, "items": { "$ref": "#/components/schemas/Part" } } }
   },
   "Dataset": {
    "type": "object",
    "required": ["@id", "@type", "dct:title", "dct:identifier", "dcat:version", "dcat:distribution"],
    "properties": { "@type": { "const": "dcat:Dataset" }, "dcat:distribution": { "type": "array", "minItems": 2 } }
   },
   "Catalog": {
    "type": "object",
    "required": ["@context", "@id", "@type", "hydra:view", "dcat:dataset"],
    "properties": { "dcat:dataset": { "type": "array", "items": { "$ref": "#/components/schemas/Dataset" } } }
   }
  },
  "responses": {
   "NotThere": { "description": "Tidak ada, atau belum terbit" },
   "Away": { "description": "Layanan sedang tidak tersedia" }
  }
 }
}
