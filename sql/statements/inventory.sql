-- SPDX-License-Identifier: ISC
-- The register of applications and sites, and what a region spends on them: cgi-bin/inventory, and the checker of
-- links of cgi-bin/matang.

-- name: inventory_regions
-- Those that have agencies, of the caller's own region and below it, or (0) all.
SELECT r.id, r.name, r.timezone FROM region r
WHERE (? = 0 OR r.id = ? OR r.parent_id = ?) AND (SELECT MIN(g.id) FROM agency g WHERE g.region_id = r.id) IS NOT NULL
ORDER BY r.name LIMIT 600;

-- name: inventory_list
-- One page of the register of a region, or (not 0) of one agency; of a kind, or all; with a link that is so, or all;
-- words of name, purpose, partner and agency.
SELECT a.id, a.kind, a.name, a.purpose, a.address, a.audience, a.audience_count, a.manager, a.training, a.partner, a.cost,
    a.fund, a.data_kept, a.runs_at, a.link_state, a.link_reason, a.link_status, a.link_at, g.name AS agency_name, c.counted_on,
    c.unit, c.number
FROM agency g
JOIN application a ON a.agency_id = g.id AND a.removed = 0
LEFT JOIN application_count c ON c.application_id = a.id
    AND c.counted_on = (SELECT MAX(x.counted_on) FROM application_count x WHERE x.application_id = a.id)
WHERE g.region_id = ? AND (? = 0 OR g.id = ?) AND (? = '' OR a.kind = ?)
    AND (? = '' OR COALESCE(a.link_state, 'unseen') = ?)
    AND (? = '' OR CONCAT_WS(' ', a.name, a.purpose, a.partner, g.name, g.short_name) LIKE ?)
ORDER BY g.name, a.kind, a.name, a.id
LIMIT ? OFFSET ?;

-- name: inventory_worst
-- All of a region, those first that do not answer as they should or are hardly used: uptake in percent below which
-- an application is hardly used, twice.
SELECT a.id, a.kind, a.name, a.address, a.link_state, a.link_reason, a.link_status, a.link_since, a.audience_count,
    g.name AS agency_name, c.counted_on, c.unit, c.number,
    a.audience_count IS NOT NULL AND c.number * 100 < a.audience_count * ? AS hardly
FROM agency g
JOIN application a ON a.agency_id = g.id AND a.removed = 0
LEFT JOIN application_count c ON c.application_id = a.id
    AND c.counted_on = (SELECT MAX(x.counted_on) FROM application_count x WHERE x.application_id = a.id)
WHERE g.region_id = ?
ORDER BY COALESCE(a.link_state, 'alive') IN ('alive', 'refused', 'slow'), hardly IS NULL OR hardly = 0,
    COALESCE(a.link_state, 'alive') <> 'slow', a.link_since, g.name, a.name, a.id
LIMIT ?;

-- name: inventory_figures
-- How many there are and how their links answer, by what their agencies are called first: Dinas, Badan, Kecamatan.
SELECT SUBSTRING_INDEX(g.name, ' ', 1) AS family, SUM(a.kind = 'application') AS applications, SUM(a.kind = 'site') AS sites,
    SUM(a.address <> '') AS links, SUM(COALESCE(a.link_state, '') = 'dead') AS dead, SUM(COALESCE(a.link_state, '') = 'parent') AS parent,
    SUM(COALESCE(a.link_state, '') = 'expired') AS expired, SUM(COALESCE(a.link_state, '') = 'slow') AS slow,
    SUM(a.address <> '' AND a.link_state IS NULL) AS unseen, SUM(a.cost) AS cost,
    SUM(a.audience_count IS NOT NULL AND c.number * 100 < a.audience_count * ?) AS hardly
FROM agency g
JOIN application a ON a.agency_id = g.id AND a.removed = 0
LEFT JOIN application_count c ON c.application_id = a.id
    AND c.counted_on = (SELECT MAX(x.counted_on) FROM application_count x WHERE x.application_id = a.id)
WHERE g.region_id = ? AND (? = 0 OR g.id = ?)
GROUP BY family
ORDER BY links DESC, family LIMIT 60;

-- name: inventory_find
-- One, as far as the caller sees it: of his agency (0: any), of his region or below it (0: any).
SELECT a.id, a.agency_id, a.kind, a.name, a.purpose, a.address, a.audience, a.audience_count, a.manager, a.training, a.partner,
    a.cost, a.fund, a.data_kept, a.runs_at, a.version, a.link_state, a.link_reason, a.link_status, a.link_milliseconds, a.link_final,
    a.link_at, a.link_since, g.name AS agency_name, g.region_id
FROM application a
JOIN agency g ON g.id = a.agency_id
JOIN region r ON r.id = g.region_id
WHERE a.id = ? AND a.removed = 0 AND (? = 0 OR a.agency_id = ?) AND (? = 0 OR g.region_id = ? OR r.parent_id = ?);

-- name: inventory_there
-- All of a region, or of one agency: what an import is compared with.
SELECT a.id, a.agency_id, a.kind, a.name, a.purpose, a.address, a.audience, a.audience_count, a.manager, a.training, a.partner,
    a.cost, a.fund, a.data_kept, a.runs_at, a.version
FROM agency g
JOIN application a ON a.agency_id = g.id AND a.removed = 0
WHERE g.region_id = ? AND (? = 0 OR g.id = ?);

-- name: inventory_counts
-- What was counted of one, the newest first.
SELECT counted_on, unit, number, note FROM application_count WHERE application_id = ? ORDER BY counted_on DESC LIMIT 36;

-- name: inventory_agencies
-- Whose applications may be entered in a region.
SELECT id, name, short_name FROM agency WHERE region_id = ? AND active = 1 ORDER BY name LIMIT 1000;

-- name: inventory_agency
-- The same of one, by its key.
SELECT g.id, g.region_id FROM agency g JOIN region r ON r.id = g.region_id
WHERE g.id = ? AND (? = 0 OR g.region_id = ? OR r.parent_id = ?);

-- name: inventory_add
INSERT INTO application (agency_id, kind, name, address, purpose, audience, audience_count, manager, training, partner, cost, fund,
    data_kept, runs_at, created_at, created_by, link_due)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?, IF(? = '', '9999-12-31', UTC_TIMESTAMP(3)));

-- name: inventory_change
-- A new address has not been looked at.  The address five times more.
UPDATE application SET kind = ?, name = ?, purpose = ?, audience = ?, audience_count = ?, manager = ?, training = ?, partner = ?,
    cost = ?, fund = ?, data_kept = ?, runs_at = ?, version = version + 1,
    link_since = IF(address = ?, link_since, NULL), link_at = IF(address = ?, link_at, NULL),
    link_state = IF(address = ?, link_state, NULL), link_due = IF(address = ?, link_due, IF(? = '', '9999-12-31', UTC_TIMESTAMP(3))),
    address = ?
WHERE id = ? AND version = ? AND removed = 0;

-- name: inventory_remove
UPDATE application SET removed = id, link_due = '9999-12-31', version = version + 1 WHERE id = ? AND version = ? AND removed = 0;

-- name: inventory_count_put
-- Another figure of the same day takes the place of the one before.
INSERT INTO application_count (application_id, counted_on, unit, number, note, entered_at, entered_by)
VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), ?)
ON DUPLICATE KEY UPDATE unit = VALUES(unit), number = VALUES(number), note = VALUES(note), entered_at = VALUES(entered_at),
    entered_by = VALUES(entered_by);

-- name: inventory_count_remove
DELETE FROM application_count WHERE application_id = ? AND counted_on = ?;

-- name: inventory_link_told
-- What somebody saw who opened it: until the checker looks at it, where there is one.
UPDATE application SET link_since = IF(link_state <=> ?, link_since, UTC_TIMESTAMP(3)), link_state = ?, link_reason = 'person',
    link_status = 0, link_milliseconds = 0, link_final = '', link_at = UTC_TIMESTAMP(3)
WHERE id = ? AND removed = 0 AND address <> '';

-- name: inventory_link_ask
-- Looked at next, once in an hour at most.
UPDATE application SET link_due = UTC_TIMESTAMP(3)
WHERE id = ? AND removed = 0 AND address <> '' AND link_due > UTC_TIMESTAMP(3)
    AND (link_at IS NULL OR link_at < UTC_TIMESTAMP(3) - INTERVAL 1 HOUR);

-- name: inventory_links_due
-- Those of an agency one behind the other.  dead_once: it was dead when it was looked at last, and not before.
SELECT p.id, p.address, p.agency_id, g.region_id, COALESCE(p.link_state, '') AS link_state,
    COALESCE(p.link_state = 'dead' AND p.link_since = p.link_at, 0) AS dead_once
FROM (SELECT id FROM application WHERE link_due <= UTC_TIMESTAMP(3) ORDER BY link_due, id LIMIT ?) d
JOIN application p ON p.id = d.id
JOIN agency g ON g.id = p.agency_id
ORDER BY p.agency_id, p.id;

-- name: inventory_link_claim
-- A claim that was killed lapses after an hour.
UPDATE application SET link_due = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR WHERE id = ? AND link_due <= UTC_TIMESTAMP(3);

-- name: inventory_link_again
UPDATE application SET link_due = UTC_TIMESTAMP(3) + INTERVAL ? MINUTE WHERE id = ? AND removed = 0;

-- name: inventory_link_store
-- Of the address that was asked: one that was changed meanwhile is looked at anew.
UPDATE application SET link_since = IF(link_state <=> ?, link_since, UTC_TIMESTAMP(3)), link_state = ?, link_reason = ?, link_status = ?,
    link_milliseconds = ?, link_final = ?, link_at = UTC_TIMESTAMP(3), link_due = UTC_TIMESTAMP(3) + INTERVAL ? DAY
WHERE id = ? AND address = ? AND removed = 0;

-- name: inventory_budgets
SELECT year, total, ict, target, basis FROM ict_budget WHERE region_id = ? ORDER BY year DESC LIMIT 12;

-- name: inventory_budget_put
INSERT INTO ict_budget (region_id, year, total, ict, target, basis) VALUES (?, ?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE total = VALUES(total), ict = VALUES(ict), target = VALUES(target), basis = VALUES(basis);
