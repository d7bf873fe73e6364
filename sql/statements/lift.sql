-- SPDX-License-Identifier: ISC

-- name: lift_alike
-- Who else in the region has what is lacking: of this cycle and the one before, of which
-- agency and of what kind a document was accepted under these items by the tier whose say
-- counts, once that has finished.  Nothing of what the document is.
SELECT DISTINCT k.checklist_item_id AS item_id, COALESCE(a.agency_name, g.name) AS name, COALESCE(j.kind, d.kind) AS kind
FROM cycle c
JOIN assessment a ON a.cycle_id = c.id AND a.left_at IS NULL
    AND (a.state IN ('validated', 'signed', 'received', 'reported') OR (a.state = 'verified' AND c.province_tier = 0))
JOIN agency g ON g.id = a.agency_id
JOIN evidence_link k ON k.assessment_id = a.id AND k.removed_at IS NULL
    AND IF(c.province_tier = 1, k.province_decision, k.city_decision) = 'accepted'
JOIN document d ON d.id = k.document_id
LEFT JOIN judged_description j ON j.link_id = k.id
WHERE c.id IN (?, ?) AND a.agency_id <> ? AND FIND_IN_SET(k.checklist_item_id, ?)
ORDER BY item_id, name LIMIT 2000;
