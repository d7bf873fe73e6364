-- SPDX-License-Identifier: ISC
-- What processes may keep of the database, they keep under the number that a stamp had when they
-- read it.  Whoever changes such a thing raises its stamp first, in the same transaction.
--
-- Tables of their own and without foreign keys: a stamp is written by everybody, and what is locked
-- with it would wait for everybody.

CREATE TABLE world_stamp (
    id TINYINT UNSIGNED NOT NULL COMMENT 'always 1: there is one row',
    number BIGINT UNSIGNED NOT NULL COMMENT 'another one after each change of regions, names of agencies and people, cycles, plans, settings, holidays, instruments',
    PRIMARY KEY (id),
    CONSTRAINT world_stamp_one CHECK (id = 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='the stamp of what all agencies have in common';

CREATE TABLE agency_stamp (
    agency_id INT UNSIGNED NOT NULL COMMENT 'whose evidence it is',
    number BIGINT UNSIGNED NOT NULL COMMENT 'another one after each change of its links, documents, revisions, reviews, pending evidence, scans, texts and inspections',
    PRIMARY KEY (agency_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='the stamp of one agency''s evidence; no row before its first change';

INSERT INTO world_stamp (id, number) VALUES (1, 1);
