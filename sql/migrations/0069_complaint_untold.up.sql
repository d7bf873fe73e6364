-- SPDX-License-Identifier: ISC
-- Whoever sends a complaint does not write a message for each official: the background does, once.
ALTER TABLE complaint
    ADD COLUMN untold TINYINT UNSIGNED NULL
        COMMENT '1: matang work still has to tell whoever handles it of what came; absent: they know' AFTER version,
    ADD KEY complaint_untold (untold),
    ADD CONSTRAINT complaint_untold CHECK (untold = 1);
