/* SPDX-License-Identifier: ISC */
#ifndef ESIGN_H
#define ESIGN_H

#include "esign/service.h"
#include "frame/context.h"

/*
 * The head of an agency signs the verified questionnaire in Matang, by way of
 * the signature service that the host has configured for the region
 * (base/config.h).  Optional: without a service no page here exists, and no
 * other page speaks of it.  The way by hand is always open beside it.
 */

/* ---- words.c: what people are told --------------------------------------- */

/* What went wrong, and what to do; a sentence in Indonesian. */
const char *result_words(enum service_result);

/* The state of somebody's certificate, and what to do. */
const char *status_words(enum user_status);

#endif
