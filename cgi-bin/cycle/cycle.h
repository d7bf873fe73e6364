/* SPDX-License-Identifier: ISC */
#ifndef CYCLE_H
#define CYCLE_H

#include "frame/columns.h"
#include "frame/context.h"
#include "frame/paging.h"

/*
 * What the pages of the administrator have in common.  An administrator with
 * a region has it and those below in care; one without has them all.  What
 * is not in their care does not exist: 404.
 */

/* The value of COALESCE(?, r.id) IN (r.id, r.parent_id) in a statement. */
struct db_value scope(const struct context *);

/* A region in the actor's care, one row: 0, 404, or another status. */
int region_find(struct context *, int64_t id, struct rows *);

/* All in the actor's care, for a list to choose from: 0 or a status; and
 * Options.regions of them. */
int region_options_read(struct context *, struct rows *);
void region_options_fill(struct context *, const struct rows *);

/* Form.value.<name> of a form that was not typed yet. */
void set_value(struct context *, const char *name, const char *text);
void set_number(struct context *, const char *name, int64_t number);

/* Form.value of columns: each field of the table has its column's name. */
void set_values(struct context *, const struct field *, const struct rows *);

/* What happened to one thing, newest first; to an account together with its
 * rights.  0 or a status. */
int history_read(struct context *, const char *subject, int64_t id, struct rows *);

/* History.N.when, .who, .from_value, .to_value, .reason of that. */
void history_fill(struct context *, const char *subject, const struct rows *);

/* The actor's change, to be written in the transaction of the change. */
struct change change_of(const struct context *, const char *subject, int64_t region_id, int64_t id);

/* The choices of a field that is yes or no; its history says "ya" or "tidak". */
extern const char *const yes_no_codes[];

/*
 * What an edit changes, in words: "Nama: A; Zona: B".  False when all is as it
 * was.  Of a form: the columns of the row have the names of the fields.
 */
struct edit {
	const char *from, *to;
};
bool edit_columns(struct arena *, const struct field *, size_t count, const char *const *was,
    const char *const *now, struct edit *);
bool edit_of(struct context *, const struct rows *was, int first, int last, struct edit *);

/* .N.label .from .to of each that changes. */
void fill_changes(struct node *, const struct field *, size_t count, const char *const *was,
    const char *const *now);

/*
 * Somebody changed the row while this form was open: what was typed stays, a
 * notice says so, and saving again is a decision.  To be shown with 409.
 */
void stale(struct context *, int64_t version);

/* The pages, one file each; fields where a form comes back. */
int show_home(struct context *);

extern const struct field region_list_fields[], region_fields[];
int show_regions(struct context *);
int send_regions(struct context *);
int new_region(struct context *);
int create_region(struct context *);
int show_region(struct context *);
int edit_region(struct context *);
int update_region(struct context *);

extern const struct field trust_anchor_fields[], trust_anchor_remove_fields[];
int show_trust_anchors(struct context *);
int store_trust_anchors(struct context *);
int remove_trust_anchors(struct context *);

extern const struct field webhook_fields[], webhook_seen_fields[];
int show_webhook(struct context *);
int save_webhook(struct context *);
int turn_webhook_secret(struct context *);
int remove_webhook(struct context *);
int test_webhook(struct context *);
int retry_webhook(struct context *);

/* An agency in the actor's care: 0, 404, or another status; and Agency.* */
int agency_find(struct context *, int64_t id, struct rows *);
void agency_fill(struct context *, const struct rows *);

/* The answer with its page and that status; what was typed was filled in before. */
int agency_show_page(struct context *, const struct rows *agency, int status);

extern const struct field agency_list_fields[], agency_new_fields[], agency_active_fields[];
int show_agencies(struct context *);
int new_agency(struct context *);
int create_agency(struct context *);
int show_agency(struct context *);
int edit_agency(struct context *);
int update_agency(struct context *);
int set_agency_active(struct context *);

extern const struct field acting_fields[], acting_remove_fields[];
int add_acting(struct context *);
int remove_acting(struct context *);

extern const struct field restructure_fields[];
int show_restructure(struct context *);
int restructure(struct context *);

extern const struct field import_fields[], import_reread_fields[], import_store_fields[];
int new_agency_import(struct context *);
int preview_agencies(struct context *);
int reread_agencies(struct context *);
int store_agencies(struct context *);

extern const struct field account_list_fields[], account_start_fields[], account_new_fields[],
    account_edit_fields[], account_reason_fields[], account_successor_fields[];
int show_accounts(struct context *);
int new_account(struct context *);
int create_account(struct context *);
int show_account(struct context *);
int edit_account(struct context *);
int update_account(struct context *);
int confirm_account_action(struct context *);
int end_account_sessions(struct context *);
int reset_account_password(struct context *);
int reset_account_second_factor(struct context *);
int end_account(struct context *);
extern const struct field account_agency_fields[], account_lead_fields[];
int show_account_agencies(struct context *);
int add_account_agency(struct context *);
int remove_account_agency(struct context *);
int set_account_lead(struct context *);
int confirm_hand_over(struct context *);
int hand_over_account(struct context *);

/* Tenths of a score as people write it: "19" or "19,1". */
const char *score_words(struct arena *, int64_t tenths);

int new_account_import(struct context *);
int preview_accounts(struct context *);
int reread_accounts(struct context *);
int store_accounts(struct context *);

extern const struct field card_list_fields[];
int show_card_list(struct context *);
int make_card_lot(struct context *);

extern const struct field workbook_fields[];
int send_agencies(struct context *);
int show_agency_example(struct context *);
int send_accounts(struct context *);
int show_account_example(struct context *);

extern const struct field bulk_start_fields[], bulk_fields[];
int new_bulk_accounts(struct context *);
int make_bulk_accounts(struct context *);

extern const struct field instrument_import_fields[], instrument_reread_fields[],
    instrument_store_fields[];
extern const struct field scaled_import_fields[], scaled_store_fields[];
int new_scaled(struct context *);
int preview_scaled(struct context *);
int store_scaled(struct context *);
int send_scaled(struct context *);
int new_instrument(struct context *);
int preview_instrument(struct context *);
int reread_instrument(struct context *);
int store_instrument(struct context *);

extern const struct field instrument_version_fields[], instrument_fields[],
    instrument_copy_fields[], level_fields[];
int show_instruments(struct context *);
int send_instruments(struct context *);
int show_instrument(struct context *);
int edit_instrument(struct context *);
int update_instrument(struct context *);
int show_variable(struct context *);
int edit_level(struct context *);
int update_level(struct context *);
int confirm_publish(struct context *);
int publish_instrument(struct context *);
int copy_instrument(struct context *);

extern const struct field holiday_table_fields[];
extern const struct field holiday_list_fields[], holiday_fields[], holiday_import_fields[],
    holiday_reread_fields[], holiday_store_fields[];
int show_holidays(struct context *);
int add_holiday(struct context *);
int edit_holiday(struct context *);
int update_holiday(struct context *);
int remove_holiday(struct context *);
int send_holidays(struct context *);
int new_holiday_import(struct context *);
int reread_holidays(struct context *);
int preview_holidays(struct context *);
int store_holidays(struct context *);

extern const struct field place_import_fields[], place_reread_fields[], place_offer_fields[];
int show_places(struct context *);
int send_places(struct context *);
int offer_place(struct context *);
int new_place_import(struct context *);
int preview_places(struct context *);
int reread_places(struct context *);
int store_places(struct context *);

extern const struct field cycle_fields[], cycle_list_fields[], cycle_open_fields[],
    cycle_agency_fields[], replan_fields[], cycle_withdraw_fields[];
int show_cycles(struct context *);
int send_cycles(struct context *);
int new_cycle(struct context *);
int create_cycle(struct context *);
int show_cycle(struct context *);
int edit_cycle(struct context *);
int update_cycle(struct context *);
int confirm_open(struct context *);
int open_cycle(struct context *);
int withdraw_cycle(struct context *);
int show_replan(struct context *);
int replan_cycle(struct context *);
extern const struct field extend_fields[];
int show_extend(struct context *);
int extend_cycle(struct context *);
int add_cycle_agency(struct context *);

extern const struct field setting_fields[];
int show_settings(struct context *);
int edit_setting(struct context *);
int update_setting(struct context *);

extern const struct field notice_list_fields[], notice_letter_fields[], notice_notified_fields[];
int show_notices(struct context *);
int send_notices(struct context *);
int send_notice(struct context *);
int show_notice(struct context *);
int set_notice_letter(struct context *);
int tell_agencies(struct context *);

#endif
