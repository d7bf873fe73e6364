-- SPDX-License-Identifier: ISC
-- A small world for tests: a province, two regions, five agencies, every role, and
-- a cycle open in each region (with and without the province's tier).
-- Everybody's password is "contoh-matang-2026"; all names are invented.
UPDATE setting SET value='' WHERE name='second_factor_roles';
INSERT INTO region (id,parent_id,code,name,kind,timezone,place,bureau,complaint_channel) VALUES
 (1,NULL,'64','Provinsi Kalimantan Timur','province','WITA','Samarinda','Biro Organisasi Setda','Sekretariat Daerah Provinsi (contoh)'),
 (2,1,'64.71','Kota Balikpapan','city','WITA','Balikpapan','Bagian Organisasi Setda','Sekretariat Daerah Kota (contoh)'),
 (3,1,'64.08','Kabupaten Kutai Timur','regency','WITA','Sangatta','Bagian Organisasi Setda','Sekretariat Daerah Kabupaten (contoh)');
INSERT INTO agency (id,region_id,name,short_name,head_title,head_name,head_rank,head_nip) VALUES
 (1,2,'Dinas Koperasi, UMKM dan Perindustrian','DKUMKMP','Kepala Dinas','Contoh Kepala Satu','Pembina Utama Muda','000000000000000001'),
 (2,2,'Dinas Contoh Perhubungan','Dishub','Kepala Dinas','Contoh Kepala Dua','Pembina Tingkat I','000000000000000002'),
 (3,2,'Badan Contoh Perencanaan','Bappeda','Kepala Badan','Contoh Kepala Tiga','Pembina Tingkat I','000000000000000003'),
 (4,2,'Bagian Organisasi (contoh)','Bagor','Kepala Bagian','Contoh Kepala Empat','Pembina','000000000000000004'),
 (5,3,'Dinas Contoh Kutai Timur','Dinkutim','Kepala Dinas','Contoh Kepala Lima','Pembina','000000000000000005');
INSERT INTO account (username,password_hash,role,region_id,agency_id,full_name,password_changed_at,created_at) VALUES
 ('admin','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','admin',NULL,NULL,'Admin Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('admin.bpp','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','admin',2,NULL,'Admin Kota Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('operator.dkumkmp','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','operator',2,1,'Operator Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('operator2.dkumkmp','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','operator',2,1,'Operator Contoh Kedua',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('kepala.dkumkmp','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','head',2,1,'Kepala Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('operator.dishub','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','operator',2,2,'Operator Dishub Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('operator.kutim','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','operator',3,5,'Operator Kutim Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('verifikator','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','verifier',2,4,'Verifikator Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('verifikator2','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','verifier',2,NULL,'Verifikator Contoh Dua',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('verifikator.kutim','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','verifier',3,NULL,'Verifikator Kutim Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('validator','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','validator',1,NULL,'Validator Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3)),
 ('auditor','$argon2id$v=19$m=19456,t=2,p=1$PquTUV2eZ0m/MLoFjPLijA$pU1KP0b9gwm9R8updME/NZrFTp5ptXwkQOIbWvbxI3g','auditor',2,NULL,'Auditor Contoh',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3));
-- The year is a name; the plan is told from today (of the regions: WITA), the third day of step 4.
SET @start = DATE(UTC_TIMESTAMP() + INTERVAL 8 HOUR) - INTERVAL 9 DAY;
INSERT INTO cycle (id,region_id,instrument_id,year,province_tier,start_date,state,opened_at)
 SELECT 1,2,MIN(id),2026,1,@start,'open',UTC_TIMESTAMP(3) FROM instrument;
INSERT INTO cycle (id,region_id,instrument_id,year,province_tier,start_date,state,opened_at)
 SELECT 2,3,MIN(id),2026,0,@start,'open',UTC_TIMESTAMP(3) FROM instrument;
INSERT INTO cycle_step (cycle_id,step,working_days,planned_from,planned_until)
 SELECT c.id, s.step, s.d, @start + INTERVAL s.f DAY, @start + INTERVAL s.u DAY
 FROM cycle c JOIN (SELECT 1 AS step,3 AS d,0 AS f,2 AS u UNION SELECT 2,1,3,3 UNION SELECT 3,1,4,4
  UNION SELECT 4,5,7,11 UNION SELECT 5,3,14,16 UNION SELECT 6,1,17,17 UNION SELECT 7,5,18,24) s;
INSERT INTO assessment (cycle_id,agency_id) SELECT c.id,g.id FROM cycle c JOIN agency g ON g.region_id=c.region_id ORDER BY g.id;
INSERT INTO answer (assessment_id,variable_id) SELECT a.id,v.id FROM assessment a JOIN cycle c ON c.id=a.cycle_id JOIN variable v ON v.instrument_id=c.instrument_id;
