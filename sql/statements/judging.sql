-- SPDX-License-Identifier: ISC
-- Whose agency it is that a route judges, by the number of its path
-- (frame/judging.h): asked only of people who judge and work in an agency.

-- name: judging_assessment
SELECT agency_id FROM assessment WHERE id = ?;

-- name: judging_link
SELECT a.agency_id FROM evidence_link k JOIN assessment a ON a.id = k.assessment_id
WHERE k.id = ?;

-- name: judging_revision
SELECT d.agency_id FROM revision n JOIN document d ON d.id = n.document_id
WHERE n.id = ?;

-- name: judging_pending
SELECT a.agency_id FROM pending_evidence p JOIN assessment a ON a.id = p.assessment_id
WHERE p.id = ?;

-- name: judging_consultation
SELECT agency_id FROM consultation WHERE id = ?;

-- name: judging_complaint
-- The agency it was forwarded to, whose work it is about; none before.
SELECT COALESCE(agency_id, 0) AS agency_id FROM complaint WHERE id = ?;
