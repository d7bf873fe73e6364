-- SPDX-License-Identifier: ISC
-- loses: how regions lay out and sign their letters: SELECT COUNT(*) FROM letterhead WHERE signatory_for <> '' OR signatory_under <> '' OR letter_for <> '' OR letter_title <> '' OR letter_name <> '' OR letter_opening <> '' OR letter_closing <> '' OR letter_copies <> '' OR recipient_right <> 0 OR serif <> 0 OR large <> 0;
-- Letters are laid out one way for all, and the team signs them.
ALTER TABLE letterhead
    DROP COLUMN signatory_for,
    DROP COLUMN signatory_under,
    DROP COLUMN letter_for,
    DROP COLUMN letter_title,
    DROP COLUMN letter_under,
    DROP COLUMN letter_name,
    DROP COLUMN letter_rank,
    DROP COLUMN letter_nip,
    DROP COLUMN letter_nature,
    DROP COLUMN letter_opening,
    DROP COLUMN letter_closing,
    DROP COLUMN letter_copies,
    DROP COLUMN recipient_right,
    DROP COLUMN serif,
    DROP COLUMN large,
    DROP COLUMN margin_top,
    DROP COLUMN margin_right,
    DROP COLUMN margin_bottom,
    DROP COLUMN margin_left;
