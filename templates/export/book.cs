<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?cs
 # SPDX-License-Identifier: ISC ?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><?cs each:s = Sheets ?><sheet
name="<?cs var:s.name ?>" sheetId="<?cs var:s.number ?>" r:id="rId<?cs var:s.number ?>"/><?cs /each ?></sheets><definedNames><?cs
 # The head again on each page that is printed. ?><?cs each:s = Sheets ?><definedName name="_xlnm.Print_Titles"
localSheetId="<?cs var:s.index ?>">'<?cs var:s.name ?>'!$1:$1</definedName><?cs /each ?></definedNames></workbook>
