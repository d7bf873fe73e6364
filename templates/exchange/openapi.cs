<?cs # SPDX-License-Identifier: ISC ?>{
 "openapi": "3.1.0",
 "info": {
  "title": "Matang: antarmuka data",
  "version": "1",
  "description": "Hanya membaca. Satu kunci untuk satu keperluan dan satu daerah. Kunci dikirim sebagai Authorization: Bearer, atau sebagai X-Matang-Token bila server web menahannya."
 },
 "servers": [
  {
   "url": "<?cs var:Site.base ?>/exchange/api"
  }
 ],
 "security": [
  {
   "bearer": []
  },
  {
   "header": []
  }
 ],
 "paths": {
  "/instruments": {
   "get": {
    "summary": "Instrumen yang terbit",
    "description": "Keperluan kunci: instrument.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "id": {
            "type": "integer"
           },
           "name": {
            "type": "string"
           },
           "basis": {
            "type": "string"
           },
           "published_at": {
            "type": "string"
           }
          }
         }
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    }
   }
  },
  "/instruments/{id}": {
   "get": {
    "summary": "Isi satu instrumen",
    "description": "Keperluan kunci: instrument.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "<?cs var:Site.base ?>/exchange/schema/instrument.json"
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    },
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "minimum": 1
      }
     }
    ]
   }
  },
  "/cycles": {
   "get": {
    "summary": "Periode penilaian daerah",
    "description": "Keperluan kunci: figures.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "id": {
            "type": "integer"
           },
           "year": {
            "type": "integer"
           },
           "state": {
            "type": "string"
           },
           "province_tier": {
            "type": "boolean"
           },
           "instrument_id": {
            "type": "integer"
           },
           "instrument": {
            "type": "string"
           }
          }
         }
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    }
   }
  },
  "/cycles/{id}": {
   "get": {
    "summary": "Angka hasil satu periode, seperti data publik portal",
    "description": "Keperluan kunci: figures.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "type": "object"
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    },
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "minimum": 1
      }
     }
    ]
   }
  },
  "/cycles/{id}/assessments": {
   "get": {
    "summary": "Penilaian dalam satu periode",
    "description": "Keperluan kunci: assessments.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "type": "object",
          "properties": {
           "id": {
            "type": "integer"
           },
           "agency": {
            "type": "string"
           },
           "state": {
            "type": "string"
           }
          }
         }
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    },
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "minimum": 1
      }
     }
    ]
   }
  },
  "/assessments/{id}": {
   "get": {
    "summary": "Isi satu penilaian, tanpa berkas",
    "description": "Keperluan kunci: assessments.",
    "responses": {
     "200": {
      "description": "Data",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "<?cs var:Site.base ?>/exchange/schema/assessment.json"
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/NoKey"
     },
     "403": {
      "$ref": "#/components/responses/OtherPurpose"
     },
     "404": {
      "$ref": "#/components/responses/NotThere"
     },
     "429": {
      "$ref": "#/components/responses/TooMany"
     },
     "503": {
      "$ref": "#/components/responses/Away"
     }
    },
    "parameters": [
     {
      "name": "id",
      "in": "path",
      "required": true,
      "schema": {
       "type": "integer",
       "minimum": 1
      }
     }
    ]
   }
  }
 },
 "components": {
  "securitySchemes": {
   "bearer": {
    "type": "http",
    "scheme": "bearer"
   },
   "header": {
    "type": "apiKey",
    "in": "header",
    "name": "X-Matang-Token"
   }
  },
  "schemas": {
   "Error": {
    "type": "object",
    "required": [
     "error",
     "message"
    ],
    "properties": {
     "error": {
      "type": "integer"
     },
     "message": {
      "type": "string"
     }
    }
   }
  },
  "responses": {
   "NoKey": {
    "description": "Kunci tidak ada, tidak dikenal, dicabut, atau lewat masanya",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "OtherPurpose": {
    "description": "Kunci dibuat untuk keperluan lain",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "NotThere": {
    "description": "Tidak ada, atau bukan milik daerah kunci",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "TooMany": {
    "description": "Terlalu banyak permintaan; lihat Retry-After",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "Away": {
    "description": "Layanan sedang tidak tersedia",
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   }
  }
 }
}
