<?cs # SPDX-License-Identifier: ISC ?>{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Penilaian satu perangkat daerah",
 "type": "object",
 "additionalProperties": false,
 "required": [
  "format", "id", "region", "year", "agency", "state", "province_tier", "instrument", "answers",
  "documents"
 ],
 "properties": {
  "format": { "const": "matang-assessment/1" },
  "id": { "type": "integer" },
  "region": { "type": "string" },
  "year": { "type": "integer" },
  "agency": { "type": "string" },
  "state": {
   "enum": [
    "not_started", "draft", "submitted", "returned", "verified", "validated", "signed", "received",
    "reported"
   ]
  },
  "province_tier": { "type": "boolean" },
  "instrument": {
   "type": "object",
   "additionalProperties": false,
   "required": ["id", "name"],
   "properties": { "id": { "type": "integer" }, "name": { "type": "string" } }
  },
  "answers": {
   "type": "array",
   "items": {
    "type": "object",
    "additionalProperties": false,
    "required": ["variable", "name", "self", "city", "province"],
    "properties": {
     "variable": { "type": "integer" },
     "name": { "type": "string" },
     "self": {
      "type": "object",
      "additionalProperties": false,
      "properties": {
       "level": { "type": ["integer", "null"] },
       "explanation": { "type": "string" },
       "overclaim_reason": { "type": "string" }
      }
     },
     "city": { "$ref": "#/$defs/tier" },
     "province": { "$ref": "#/$defs/tier" }
    }
   }
  },
  "documents": {
   "type": "array",
   "items": {
    "type": "object",
    "additionalProperties": false,
    "required": ["variable", "level", "item", "title"],
    "properties": {
     "kind": { "type": ["string", "null"] },
     "number": { "type": ["string", "null"] },
     "dated": { "type": ["string", "null"] },
     "period_from": { "type": ["string", "null"] },
     "period_until": { "type": ["string", "null"] },
     "outside_address": { "type": ["string", "null"] },
     "sha256": { "type": ["string", "null"] },
     "type": { "type": ["string", "null"] },
     "city_decision": { "type": ["string", "null"] },
     "city_reason": { "type": ["string", "null"] },
     "province_decision": { "type": ["string", "null"] },
     "province_reason": { "type": ["string", "null"] },
     "variable": { "type": "integer" },
     "level": { "type": "integer" },
     "item": { "type": "string" },
     "title": { "type": "string" },
     "bytes": { "type": ["integer", "null"] }
    }
   }
  }
 },
 "$defs": {
  "tier": {
   "type": "object",
   "additionalProperties": false,
   "description": "Kosong selama tahap ini belum selesai.",
   "properties": {
    "level": { "type": ["integer", "null"] },
    "reason": { "type": "string" },
    "recommendation": { "type": "string" }
   }
  }
 }
}
