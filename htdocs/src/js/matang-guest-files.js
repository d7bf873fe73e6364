/* SPDX-License-Identifier: ISC */
/*
 * A form without account that takes photographs: both parts, in one file that a telephone fetches.
 */
import './matang-guest.js';
import './matang-photos.js';
