-- SPDX-License-Identifier: ISC
-- Figures over agencies are told to one among them only when there are enough others.

INSERT INTO setting (name, value, label) VALUES
    ('anonymity_threshold', '5', 'Angka gabungan ditunjukkan kepada perangkat daerah bila yang lain paling sedikit (perangkat daerah)');
