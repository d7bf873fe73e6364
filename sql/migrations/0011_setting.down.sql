-- SPDX-License-Identifier: ISC
-- loses nothing
ALTER TABLE setting
    ADD COLUMN label VARCHAR(200) NOT NULL COMMENT 'Indonesian label for the administrator' AFTER value;

UPDATE setting SET label = CASE name
    WHEN 'session_idle_minutes' THEN 'Sesi berakhir bila tidak dipakai (menit)'
    WHEN 'session_hours' THEN 'Sesi berakhir paling lama (jam)'
    WHEN 'second_factor_roles' THEN 'Peran yang wajib memakai kode verifikasi dua langkah'
    WHEN 'password_min_length' THEN 'Panjang kata sandi paling sedikit (karakter)'
    WHEN 'throttle_failures' THEN 'Percobaan masuk yang gagal sebelum ditahan'
    WHEN 'throttle_address_failures' THEN 'Percobaan masuk yang gagal dari satu alamat jaringan (satu kantor) sebelum ditahan'
    WHEN 'throttle_minutes' THEN 'Lama penahanan setelah gagal (menit)'
    WHEN 'file_max_mib' THEN 'Ukuran berkas paling besar (MiB)'
    WHEN 'agency_quota_mib' THEN 'Ruang simpan tiap perangkat daerah (MiB)'
    WHEN 'working_weekdays' THEN 'Hari kerja: jumlah Senin 1, Selasa 2, Rabu 4, Kamis 8, Jumat 16, Sabtu 32, Minggu 64'
    WHEN 'arrival_hours' THEN 'Unggahan yang terputus dapat dilanjutkan selama (jam)'
    WHEN 'quality_variables_max' THEN 'Satu berkas wajar dipakai paling banyak di (variabel); lebih dari itu ditandai'
    WHEN 'promise_due_days' THEN 'Dokumen yang dijanjikan diingatkan sebelum jatuh tempo (hari)'
    WHEN 'api_requests_per_minute' THEN 'Permintaan antarmuka data per kunci dalam satu menit'
    WHEN 'anonymity_threshold' THEN 'Angka gabungan ditunjukkan kepada perangkat daerah bila yang lain paling sedikit (perangkat daerah)'
    ELSE name END;
