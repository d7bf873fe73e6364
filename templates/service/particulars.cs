<?cs # SPDX-License-Identifier: ISC ?><?cs
# What an enterprise is asked. ?><?cs
def:particular_fields() ?><?cs call:select_field("kind", "Bentuk usaha", "", Kinds) ?><?cs
 call:input_field("name", "Nama usaha", "", "text", "organization", "") ?><?cs
 call:input_field("owner", "Nama pemilik", "Untuk koperasi: nama ketua.", "text", "", "") ?><?cs
 set:nik_hint = "16 angka, seperti di KTP." ?><?cs if:filled(Renewal.nik) ?><?cs
 set:nik_hint = nik_hint + " Tercatat " + Renewal.nik + "; kosongkan bila tetap." ?><?cs /if ?><?cs
 call:input_field("nik", "NIK pemilik (boleh kosong)", nik_hint, "text", "", "20") ?><?cs
 call:input_field("nib", "NIB (boleh kosong)", "13 angka, bila sudah punya.", "text", "", "20") ?><?cs
 set:npwp_hint = "15 atau 16 angka." ?><?cs if:filled(Renewal.npwp) ?><?cs
 set:npwp_hint = npwp_hint + " Tercatat " + Renewal.npwp + "; kosongkan bila tetap." ?><?cs /if ?><?cs
 call:input_field("npwp", "NPWP (boleh kosong)", npwp_hint, "text", "", "20") ?><?cs
 call:input_field("phone", "Nomor telepon (boleh kosong)", "", "tel", "tel", "20") ?><?cs
 call:input_field("address", "Alamat usaha", "", "text", "address-line1", "") ?><?cs
 if:subcount(Places) ?><?cs call:place_field("Kelurahan atau desa", "") ?><?cs else ?><?cs
 call:text_field("village", "Kelurahan atau desa", "") ?><?cs /if ?><?cs
 call:text_field("products", "Produk atau jasa", "Contoh: keripik singkong, jahit pakaian") ?><?cs
 call:input_field("employees", "Jumlah pekerja (boleh kosong)", "", "number", "", "5") ?><?cs
 call:text_field("turnover", "Golongan omzet (boleh kosong)", "") ?><?cs
 call:input_field("since", "Tahun mulai usaha (boleh kosong)", "", "number", "", "4") ?><?cs /def ?>
