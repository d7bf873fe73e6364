-- SPDX-License-Identifier: ISC

-- name: setup_account
-- Whether anybody can sign in: then the set-up is over.
SELECT id FROM account ORDER BY id LIMIT 1;
