-- SPDX-License-Identifier: ISC
-- What the papers about a cycle, or about one agency in it, are made of.

-- name: paper_cycle
-- As the caller may see it: own region, or region as parent; an administrator
-- without a region (NULL) has them all in care, and nobody else is without.
SELECT c.id, c.region_id, c.instrument_id, c.year, c.state, c.province_tier,
    c.letter_number, c.opened_at, c.reported_at, c.imported, r.name AS region_name,
    r.timezone, r.complaint_channel, i.name AS instrument_name, i.basis
FROM cycle c
JOIN region r ON r.id = c.region_id
JOIN instrument i ON i.id = c.instrument_id
WHERE c.id = ? AND c.state <> 'draft' AND (r.id = COALESCE(?, r.id) OR r.parent_id = ?);

-- name: paper_cycles
SELECT c.id, c.year, c.state, r.name AS region_name
FROM region r JOIN cycle c ON c.region_id = r.id
WHERE (r.id = ? OR r.parent_id = ?) AND c.state <> 'draft'
ORDER BY c.year DESC, r.name LIMIT 600;

-- name: paper_agencies
-- Who was told and who was verified, when and by whom, as of the last time.
SELECT a.id, a.state, COALESCE(a.agency_name, g.name) AS name,
    COALESCE(a.head_title, g.head_title) AS head_title, a.notified_at, a.notified_how, a.opened_at,
    cv.at AS verified_at, cu.full_name AS verified_by,
    pv.at AS validated_at, pu.full_name AS validated_by
FROM assessment a
JOIN agency g ON g.id = a.agency_id
LEFT JOIN history cv ON cv.id = (SELECT x.id FROM history x
    WHERE x.subject = 'state' AND x.subject_id = a.id AND x.to_value = 'verified'
    ORDER BY x.id DESC LIMIT 1)
LEFT JOIN account cu ON cu.id = cv.account_id
LEFT JOIN history pv ON pv.id = (SELECT y.id FROM history y
    WHERE y.subject = 'state' AND y.subject_id = a.id AND y.to_value = 'validated'
    ORDER BY y.id DESC LIMIT 1)
LEFT JOIN account pu ON pu.id = pv.account_id
WHERE a.cycle_id = ? AND a.left_at IS NULL
ORDER BY name, a.id;

-- name: paper_steps
SELECT s.step, s.working_days, s.planned_from, s.planned_until
FROM cycle_step s WHERE s.cycle_id = ? ORDER BY s.step;

-- name: paper_kept
-- When the steps really were, by what they leave behind: notices, first
-- openings, moves and receipts.  NULL where nothing happened yet.
SELECT MIN(a.notified_at) AS notified_from, MAX(a.notified_at) AS notified_until,
    MIN(a.opened_at) AS filled_from,
    MAX((SELECT MAX(h.at) FROM history h WHERE h.subject = 'state'
        AND h.subject_id = a.id AND h.to_value = 'submitted')) AS filled_until,
    MIN((SELECT MIN(h.at) FROM history h WHERE h.subject = 'state'
        AND h.subject_id = a.id AND h.to_value = 'verified')) AS verified_from,
    MAX((SELECT MAX(h.at) FROM history h WHERE h.subject = 'state'
        AND h.subject_id = a.id AND h.to_value IN ('verified', 'validated'))) AS verified_until,
    MIN((SELECT MIN(h.at) FROM history h WHERE h.subject = 'state'
        AND h.subject_id = a.id AND h.to_value = 'signed')) AS signed_from,
    MAX((SELECT MAX(h.at) FROM history h WHERE h.subject = 'state'
        AND h.subject_id = a.id AND h.to_value = 'received')) AS signed_until
FROM assessment a WHERE a.cycle_id = ? AND a.left_at IS NULL;

-- name: paper_team
-- The team of a region, as its accounts name themselves.
SELECT a.full_name, a.nip, a.office
FROM account a
WHERE a.region_id = ? AND a.state = 'active' AND a.role = 'verifier'
ORDER BY a.full_name LIMIT 60;

-- name: paper_verifiers
-- Who of the city's team decided on an assessment.
SELECT DISTINCT u.full_name, u.nip, u.office
FROM history h JOIN account u ON u.id = h.account_id AND u.role = 'verifier'
WHERE h.assessment_id = ? AND (h.subject IN ('city_level', 'city_decision')
    OR h.subject = 'state' AND h.to_value = 'verified')
ORDER BY u.full_name LIMIT 12;

-- name: paper_recommendations
-- Of the agencies whose last tier has finished; the texts that stand.
SELECT COALESCE(a.agency_name, g.name) AS name, v.number, v.name AS variable_name, w.city_level,
    w.province_level, w.city_recommendation, w.province_recommendation
FROM assessment a
JOIN agency g ON g.id = a.agency_id
JOIN answer w ON w.assessment_id = a.id
JOIN variable v ON v.id = w.variable_id
WHERE a.cycle_id = ? AND a.left_at IS NULL AND a.state IN ('verified', 'validated', 'signed', 'received', 'reported')
    AND (w.city_recommendation <> '' OR w.province_recommendation <> '')
ORDER BY name, a.id, v.number;

-- name: paper_report_texts
SELECT foreword, basis, team, recommendation, version
FROM cycle_report WHERE cycle_id = ?;

-- name: paper_report_begin
INSERT INTO cycle_report (cycle_id, version) VALUES (?, 0)
ON DUPLICATE KEY UPDATE version = version;

-- name: paper_report_save
UPDATE cycle_report SET foreword = ?, basis = ?, team = ?, recommendation = ?,
    version = version + 1
WHERE cycle_id = ? AND version = ?;
