<?cs # SPDX-License-Identifier: ISC ?>{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "Instrumen Matang",
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
         "minLength": 1
        },
        "guidance": {
         "type": "string"
        },
        "items": {
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
           }
          }
         }
        }
       }
      }
     }
    }
   }
  },
  "categories": {
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
      "type": "integer"
     },
     "max_tenths": {
      "type": "integer"
     }
    }
   }
  }
 }
}
