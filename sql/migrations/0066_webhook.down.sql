-- SPDX-License-Identifier: ISC
-- loses: addresses and secrets of gateways, and what they were not told yet: SELECT COUNT(*) FROM webhook_delivery WHERE state = 'waiting';
DROP TABLE webhook_delivery;
DROP TABLE webhook;
