<?cs # SPDX-License-Identifier: ISC ?>{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Instrumen Matang",
 "description": "Sebuah instrumen, lengkap. Keluar dan masuk dengan isi yang sama. Nama yang tidak ada di sini ditolak: <?cs #
?>format yang berubah mendapat nomor baru. Teks masuk tanpa spasi di ujungnya, baris diakhiri LF, tab menjadi spasi; <?cs #
?>karakter kendali lain ditolak. Berkas paling besar 4 MiB, UTF-8, tanpa nama ganda dalam satu objek.",
 "type": "object",
 "additionalProperties": false,
 "required": [
  "format",
  "name",
  "basis",
  "variables",
  "categories"
 ],
 "properties": {
  "format": {
   "const": "matang-instrument/1"
  },
  "name": {
   "type": "string",
   "minLength": 1,
   "maxLength": 160
  },
  "basis": {
   "type": "string",
   "maxLength": 300
  },
  "variables": {
   "description": "Berurutan menurut nomor, dari 1.",
   "type": "array",
   "minItems": 1,
   "maxItems": 60,
   "items": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "number",
     "name",
     "levels"
    ],
    "properties": {
     "number": {
      "type": "integer",
      "minimum": 1,
      "maximum": 60
     },
     "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
     },
     "levels": {
      "description": "Tingkat I sampai V, berurutan.",
      "type": "array",
      "minItems": 5,
      "maxItems": 5,
      "items": {
       "type": "object",
       "additionalProperties": false,
       "required": [
        "number",
        "indicator",
        "guidance",
        "items"
       ],
       "properties": {
        "number": {
         "type": "integer",
         "minimum": 1,
         "maximum": 5
        },
        "indicator": {
         "type": "string",
         "minLength": 1,
         "maxLength": 4000
        },
        "guidance": {
         "type": "string",
         "maxLength": 4000
        },
        "items": {
         "description": "Dokumen yang diminta, berurutan. Yang terakhir biasanya “Dokumen pendukung lain”, yang ditambahkan <?cs #
?>saat instrumen diterbitkan bila belum ada.",
         "type": "array",
         "items": {
          "type": "object",
          "additionalProperties": false,
          "required": [
           "title",
           "compulsory",
           "needs_signature"
          ],
          "properties": {
           "title": {
            "type": "string",
            "minLength": 1,
            "maxLength": 300
           },
           "compulsory": {
            "type": "boolean"
           },
           "needs_signature": {
            "type": "boolean"
           },
           "counts": {
            "description": "Yang dihitung sebagai dokumen ini, menurut praktik setempat.",
            "type": "string",
            "maxLength": 500
           },
           "counts_not": {
            "description": "Yang tidak dihitung, menurut praktik setempat.",
            "type": "string",
            "maxLength": 500
           },
           "example": {
            "description": "Contoh, menurut praktik setempat.",
            "type": "string",
            "maxLength": 500
           }
          }
         },
         "minItems": 1,
         "maxItems": 41
        }
       }
      }
     }
    }
   }
  },
  "categories": {
   "description": "Kategori dari yang terendah, berurutan. Batasnya dalam persepuluhan nilai, bersambung tanpa celah dari <?cs #
?>nilai terendah (jumlah variabel kali 10) sampai nilai tertinggi (jumlah variabel kali 50).",
   "type": "array",
   "minItems": 5,
   "maxItems": 5,
   "items": {
    "type": "object",
    "additionalProperties": false,
    "required": [
     "level",
     "name",
     "min_tenths",
     "max_tenths"
    ],
    "properties": {
     "level": {
      "type": "integer",
      "minimum": 1,
      "maximum": 5
     },
     "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 60
     },
     "min_tenths": {
      "type": "integer",
      "minimum": 0,
      "maximum": 3000
     },
     "max_tenths": {
      "type": "integer",
      "minimum": 0,
      "maximum": 3000
     }
    }
   }
  }
 }
}
