<?cs # SPDX-License-Identifier: ISC
# What cgi-bin/exchange/api.c answers; whoever changes one changes the other. ?><?cs

def:operation(summary, purpose, one) ?>{ "get": {
   "summary": "<?cs var:summary ?>",
   "description": "Keperluan kunci: <?cs var:purpose ?>.",
<?cs if:one ?>   "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "minimum": 1 } }],
<?cs /if ?>   "responses": {
    "401": { "$ref": "#/components/responses/NoKey" },
    "403": { "$ref": "#/components/responses/OtherPurpose" },
    "404": { "$ref": "#/components/responses/NotThere" },
    "429": { "$ref": "#/components/responses/TooMany" },
    "503": { "$ref": "#/components/responses/Away" },
    "200": { "description": "Data", "content": { "application/json": { "schema": <?cs /def ?><?cs

def:operation_end() ?> } } }
   } } }<?cs /def ?><?cs

def:list_open() ?>{ "type": "array", "items": { "type": "object", "properties": {<?cs /def ?><?cs
def:list_close() ?>
     } } }<?cs /def ?><?cs
def:column(name, type) ?>
      "<?cs var:name ?>": { "type": "<?cs var:type ?>" }<?cs /def ?><?cs

def:schema(name) ?>{ "$ref": "<?cs var:Site.base ?>/exchange/schema/<?cs var:name ?>.json" }<?cs /def ?><?cs

def:error(name, description) ?>
   "<?cs var:name ?>": { "description": "<?cs var:description ?>",
    "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } }<?cs /def ?>{
 "openapi": "3.1.0",
 "info": {
  "title": "Matang: antarmuka data",
  "version": "1",
  "description": "Hanya membaca. Satu kunci untuk satu keperluan dan satu daerah. Kunci dikirim sebagai Authorization: <?cs #
?>Bearer, atau sebagai X-Matang-Token bila server web menahannya."
 },
 "servers": [{ "url": "<?cs var:Site.base ?>/exchange/api" }],
 "security": [{ "bearer": [] }, { "header": [] }],
 "paths": {
  "/instruments": <?cs call:operation("Instrumen yang terbit", "instrument", "") ?><?cs call:list_open() ?><?cs
   call:column("id", "integer") ?>,<?cs call:column("name", "string") ?>,<?cs call:column("basis", "string") ?>,<?cs
   call:column("published_at", "string") ?><?cs call:list_close() ?><?cs call:operation_end() ?>,
  "/instruments/{id}": <?cs call:operation("Isi satu instrumen", "instrument", "1") ?><?cs call:schema("instrument") ?><?cs call:operation_end() ?>,
  "/cycles": <?cs call:operation("Periode penilaian daerah", "results, assessments atau transfer", "") ?><?cs call:list_open() ?><?cs
   call:column("id", "integer") ?>,<?cs call:column("year", "integer") ?>,<?cs call:column("state", "string") ?>,<?cs
   call:column("province_tier", "boolean") ?>,<?cs call:column("instrument_id", "integer") ?>,<?cs
   call:column("instrument", "string") ?><?cs call:list_close() ?><?cs call:operation_end() ?>,
  "/cycles/{id}": <?cs call:operation("Angka hasil satu periode, seperti data publik portal", "results", "1") ?>{ "type": "object" }<?cs
 call:operation_end() ?>,
  "/cycles/{id}/assessments": <?cs call:operation("Penilaian dalam satu periode", "assessments", "1") ?><?cs call:list_open() ?><?cs
   call:column("id", "integer") ?>,<?cs call:column("agency", "string") ?>,<?cs call:column("state", "string") ?><?cs
   call:list_close() ?><?cs call:operation_end() ?>,
  "/cycles/{id}/package": <?cs
 call:operation("Satu periode utuh sebagai berkas bertanda tangan (JWS), isinya menurut skema cycle.json, untuk server lain; salinan tidak diteruskan",
    "transfer", "1") ?>{ "type": "object", "required": ["protected", "payload", "signature"] }<?cs call:operation_end() ?>,
  "/assessments/{id}": <?cs call:operation("Isi satu penilaian, tanpa berkas", "assessments", "1") ?><?cs
 call:schema("assessment") ?><?cs call:operation_end() ?>
 },
 "components": {
  "securitySchemes": {
   "bearer": { "type": "http", "scheme": "bearer" },
   "header": { "type": "apiKey", "in": "header", "name": "X-Matang-Token" }
  },
  "schemas": {
   "Problem": {
    "type": "object",
    "description": "RFC 9457. error dan message sama dengan status dan detail, untuk program yang lebih lama.",
    "required": ["type", "title", "status", "error", "message"],
    "properties": { "type": { "type": "string" }, "title": { "type": "string" }, "status": { "type": "integer" },
     "detail": { "type": "string" }, "reference": { "type": "string" },
     "error": { "type": "integer" }, "message": { "type": "string" } }
   }
  },
  "responses": {<?cs
   call:error("NoKey", "Kunci tidak ada, tidak dikenal, dicabut, atau lewat masanya") ?>,<?cs
   call:error("OtherPurpose", "Kunci dibuat untuk keperluan lain") ?>,<?cs
   call:error("NotThere", "Tidak ada, atau bukan milik daerah kunci") ?>,<?cs
   call:error("TooMany", "Terlalu banyak permintaan; lihat Retry-After") ?>,<?cs
   call:error("Away", "Layanan sedang tidak tersedia") ?>
  }
 }
}
