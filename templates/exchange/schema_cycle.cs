<?cs # SPDX-License-Identifier: ISC ?><?cs
def:tier() ?>{
         "description": "kosong bila belum diberitahukan",
         "anyOf": [
          {
           "type": "object",
           "additionalProperties": false,
           "required": [],
           "properties": {}
          },
          {
           "type": "object",
           "additionalProperties": false,
           "required": [
            "level",
            "reason",
            "recommendation"
           ],
           "properties": {
            "level": {
             "type": [
              "integer",
              "null"
             ],
             "minimum": 1,
             "maximum": 5
            },
            "reason": {
             "type": "string",
             "maxLength": 15000
            },
            "recommendation": {
             "type": "string",
             "maxLength": 15000
            }
           }
          }
         ]
        }<?cs /def ?>{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Satu periode penilaian satu daerah: isi (payload) berkas bertanda tangan",
 "description": "Berkasnya JWS yang diratakan (RFC 7515, 7.2.2) dengan alg EdDSA (RFC 8037); kid adalah kode kunci menurut RFC 7638.",
 "type": "object",
 "additionalProperties": false,
 "required": [
  "format",
  "origin",
  "made_at",
  "region",
  "cycle",
  "instrument",
  "agencies"
 ],
 "properties": {
  "format": {
   "const": "matang-cycle/1"
  },
  "origin": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "installation",
    "site"
   ],
   "properties": {
    "installation": {
     "type": "string",
     "pattern": "^[0-9a-f]{32}$"
    },
    "site": {
     "type": "string",
     "maxLength": 200
    }
   }
  },
  "made_at": {
   "type": "string",
   "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
  },
  "region": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "code",
    "name",
    "kind",
    "timezone"
   ],
   "properties": {
    "code": {
     "type": "string",
     "pattern": "^[0-9]{2}(\\.[0-9]{2})?$"
    },
    "name": {
     "type": "string",
     "maxLength": 120
    },
    "kind": {
     "enum": [
      "province",
      "regency",
      "city"
     ]
    },
    "timezone": {
     "enum": [
      "WIB",
      "WITA",
      "WIT"
     ]
    }
   }
  },
  "cycle": {
   "type": "object",
   "additionalProperties": false,
   "required": [
    "year",
    "state",
    "province_tier",
    "start_date",
    "letter_number",
    "opened_at",
    "reported_at",
    "steps"
   ],
   "properties": {
    "year": {
     "type": "integer",
     "minimum": 2018,
     "maximum": 2100
    },
    "state": {
     "enum": [
      "open",
      "reported"
     ]
    },
    "province_tier": {
     "type": "boolean"
    },
    "start_date": {
     "type": "string",
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    },
    "letter_number": {
     "type": "string",
     "maxLength": 80
    },
    "opened_at": {
     "type": "string",
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
    },
    "reported_at": {
     "type": [
      "string",
      "null"
     ],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
    },
    "steps": {
     "type": "array",
     "minItems": 7,
     "maxItems": 7,
     "items": {
      "type": "object",
      "additionalProperties": false,
      "required": [
       "step",
       "working_days",
       "from",
       "until"
      ],
      "properties": {
       "step": {
        "type": "integer",
        "minimum": 1,
        "maximum": 7
       },
       "working_days": {
        "type": "integer",
        "minimum": 1,
        "maximum": 250
       },
       "from": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
       },
       "until": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
       }
      }
     }
    }
   }
  },
  "instrument": {
   "description": "seperti skema instrumen",
   "type": "object",
   "required": [
    "format"
   ],
   "properties": {
    "format": {
     "const": "matang-instrument/1"
    }
   }
  },
  "agencies": {
   "type": "array",
   "maxItems": 1000,
   "items": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "id",
     "name",
     "short_name",
     "state",
     "moves",
     "answers",
     "documents"
    ],
    "properties": {
     "id": {
      "description": "nomor pada server asal, tetap walau namanya berganti",
      "type": "integer",
      "minimum": 1,
      "maximum": 4294967295
     },
     "name": {
      "type": "string",
      "maxLength": 200
     },
     "short_name": {
      "type": "string",
      "maxLength": 40
     },
     "state": {
      "enum": [
       "not_started",
       "draft",
       "submitted",
       "returned",
       "verified",
       "validated",
       "signed",
       "received",
       "reported"
      ]
     },
     "moves": {
      "type": "array",
      "maxItems": 1000,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "at",
        "from",
        "to"
       ],
       "properties": {
        "at": {
         "type": "string",
         "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$"
        },
        "from": {
         "enum": [
          "not_started",
          "draft",
          "submitted",
          "returned",
          "verified",
          "validated",
          "signed",
          "received",
          "reported"
         ]
        },
        "to": {
         "enum": [
          "not_started",
          "draft",
          "submitted",
          "returned",
          "verified",
          "validated",
          "signed",
          "received",
          "reported"
         ]
        }
       }
      }
     },
     "answers": {
      "type": "array",
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "variable",
        "self",
        "city",
        "province"
       ],
       "properties": {
        "variable": {
         "type": "integer",
         "minimum": 1,
         "maximum": 60
        },
        "self": {
         "description": "kosong bila belum diberitahukan",
         "anyOf": [
          {
           "type": "object",
           "additionalProperties": false,
           "required": [],
           "properties": {}
          },
          {
           "type": "object",
           "additionalProperties": false,
           "required": [
            "level",
            "explanation",
            "overclaim_reason"
           ],
           "properties": {
            "level": {
             "type": [
              "integer",
              "null"
             ],
             "minimum": 1,
             "maximum": 5
            },
            "explanation": {
             "type": "string",
             "maxLength": 15000
            },
            "overclaim_reason": {
             "type": "string",
             "maxLength": 15000
            }
           }
          }
         ]
        },
        "city": <?cs call:tier() ?>,
        "province": <?cs call:tier() ?>
       }
      }
     },
     "documents": {
      "type": "array",
      "maxItems": 5000,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "variable",
        "level",
        "item",
        "title",
        "kind",
        "number",
        "dated",
        "period_from",
        "period_until",
        "sha256",
        "bytes",
        "type",
        "city_decision",
        "city_reason",
        "province_decision",
        "province_reason"
       ],
       "properties": {
        "variable": {
         "type": "integer",
         "minimum": 1,
         "maximum": 60
        },
        "level": {
         "type": "integer",
         "minimum": 1,
         "maximum": 5
        },
        "item": {
         "type": "integer",
         "minimum": 1,
         "maximum": 41
        },
        "title": {
         "type": "string",
         "maxLength": 200
        },
        "kind": {
         "enum": [
          "keputusan",
          "sop",
          "rencana",
          "laporan",
          "notulen",
          "berita_acara",
          "surat",
          "perjanjian",
          "sertifikat",
          "foto",
          "tangkapan_layar",
          "lainnya"
         ]
        },
        "number": {
         "type": [
          "string",
          "null"
         ],
         "maxLength": 80
        },
        "dated": {
         "type": [
          "string",
          "null"
         ],
         "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        },
        "period_from": {
         "type": [
          "string",
          "null"
         ],
         "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        },
        "period_until": {
         "type": [
          "string",
          "null"
         ],
         "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        },
        "sha256": {
         "type": [
          "string",
          "null"
         ],
         "pattern": "^[0-9a-f]{64}$"
        },
        "bytes": {
         "type": [
          "integer",
          "null"
         ],
         "minimum": 0
        },
        "type": {
         "type": [
          "string",
          "null"
         ],
         "maxLength": 100
        },
        "city_decision": {
         "enum": [
          "accepted",
          "rejected",
          null
         ]
        },
        "city_reason": {
         "type": [
          "string",
          "null"
         ],
         "maxLength": 1000
        },
        "province_decision": {
         "enum": [
          "accepted",
          "rejected",
          null
         ]
        },
        "province_reason": {
         "type": [
          "string",
          "null"
         ],
         "maxLength": 1000
        }
       }
      }
     }
    }
   }
  }
 }
}
