/* SPDX-License-Identifier: ISC */
/*
 * An instrument of any kind out of one table, with the rules that no single cell shows: what
 * could not be asked, answered or scored is refused with its cell.
 */
#include "cycle/scaled_table.h"

#include <string.h>
#include <strings.h>

#include "format/json_reader.h"
#include "rules/instrument.h"
#include "sheet/cell.h"
#include "base/utf8.h"
#include "base/banned.h"

enum {
	PART,
	CODE,
	NAME,
	HINT,
	LEVEL,
	POINTS,
	OUTER,
	INNER,
	SCALE,
	WEIGHT,
	SKIP,
	IF_NUMBER,
	IF_LEVEL
};

const char *const scaled_heads[SCALED_COLUMNS] = { "bagian", "kode", "nama", "uraian", "tingkat",
	"nilai", "dimensi", "subdimensi", "skala", "bobot", "tidak berlaku", "bila variabel",
	"bila tingkat" };

enum { MUST = COLUMN_REQUIRED | COLUMN_FILLED };
static const struct table_column columns[] = {
	[PART] = { "bagian", "part", MUST, 20 },
	[CODE] = { "kode", "code", COLUMN_REQUIRED, SCALED_LABEL_MAX },
	[NAME] = { "nama", "name isi", MUST, INSTRUMENT_BASIS_MAX },
	[HINT] = { "uraian", "hint", COLUMN_LINES, SCALED_HINT_MAX },
	[LEVEL] = { "tingkat", "level", 0, 10 },
	[POINTS] = { "nilai", "points", 0, 20 },
	[OUTER] = { "dimensi", "dimension", 0, INSTRUMENT_VARIABLE_MAX },
	[INNER] = { "subdimensi", "subdimension", 0, INSTRUMENT_VARIABLE_MAX },
	[SCALE] = { "skala", "scale", 0, SCALED_LABEL_MAX },
	[WEIGHT] = { "bobot", "weight", 0, 20 },
	[SKIP] = { "tidak berlaku", "tidakberlaku notapplicable", 0, 10 },
	[IF_NUMBER] = { "bila variabel", "bilavariabel ifvariable", 0, 10 },
	[IF_LEVEL] = { "bila tingkat", "bilatingkat iflevel", 0, 10 },
	{ 0 },
};

struct reading {
	struct problems *problems;
	struct table table;
	struct scaled *scaled;
	size_t *variable_rows; /* of each, the row that it is from */
	size_t *scale_rows;    /* the same of a scale's first word */
	size_t class_rows[SCALED_CLASSES_MAX];
};

static struct arena *
reading_arena(const struct reading *reading)
{
	return reading->problems->context->arena;
}

static const char *
scaled_cell(const struct reading *reading, size_t row, size_t column)
{
	return cell_rearmed(reading->table.rows[row].cells[column]);
}

static bool
called(const struct reading *reading, size_t row, size_t column, const char *names)
{
	return table_called(reading_arena(reading), scaled_cell(reading, row, column), names);
}

/* ---- the rules of the score ------------------------------------------------- */

static void
read_scoring(struct reading *reading, size_t row)
{
	static const char *const names[SCORINGS] = {
		[SCORING_NONE] = "tanpanilai none",
		[SCORING_SUM] = "jumlah sum",
		[SCORING_AVERAGE] = "ratarata rerata average",
		[SCORING_WEIGHTED] = "rataratatertimbang weighted",
		[SCORING_NESTED] = "rataratabertingkat nested",
		[SCORING_SHARE] = "persentase persen share",
	};

	for (size_t at = 0; at < SCORINGS; at++)
		if (called(reading, row, NAME, names[at]) ||
		    strcasecmp(scaled_cell(reading, row, NAME), scoring_words((enum scoring)at)) ==
			0) {
			reading->scaled->scoring = (enum scoring)at;
			return;
		}
	table_problem(&reading->table, row, NAME,
	    "“%s” bukan cara hitung. Pilih tanpa nilai, jumlah, rata-rata, rata-rata berbobot, "
	    "rata-rata bertingkat atau persentase.",
	    scaled_cell(reading, row, NAME));
}

static void
read_rounding(struct reading *reading, size_t row)
{
	for (int at = ROUNDING_HALF_UP; at <= ROUNDING_UP; at++)
		if (strcasecmp(scaled_cell(reading, row, NAME),
			rounding_words((enum rounding)at)) == 0) {
			reading->scaled->rounding = (enum rounding)at;
			return;
		}
	table_problem(&reading->table, row, NAME,
	    "“%s” bukan cara pembulatan. Pilih setengah ke atas, ke bawah atau ke atas.",
	    scaled_cell(reading, row, NAME));
}

static void
read_label(struct reading *reading, size_t row, int label)
{
	const char *text = scaled_cell(reading, row, NAME);

	if (utf8_characters(text) > SCALED_LABEL_MAX)
		table_problem(&reading->table, row, NAME, "Sebutan paling panjang %d karakter.",
		    SCALED_LABEL_MAX);
	else
		reading->scaled->labels[label] = text;
}

static void
read_rule(struct reading *reading, size_t row)
{
	struct scaled *scaled = reading->scaled;

	if (called(reading, row, CODE, "nama name"))
		scaled->name = scaled_cell(reading, row, NAME);
	else if (called(reading, row, CODE, "dasarhukum dasar basis"))
		scaled->basis = scaled_cell(reading, row, NAME);
	else if (called(reading, row, CODE, "carahitung scoring"))
		read_scoring(reading, row);
	else if (called(reading, row, CODE, "pembulatan rounding"))
		read_rounding(reading, row);
	else if (called(reading, row, CODE, "desimal decimals"))
		scaled->decimals = (int)table_number(&reading->table, row, NAME, 0,
		    SCALE_DECIMALS_MAX);
	else if (called(reading, row, CODE, "sebutandimensi"))
		read_label(reading, row, SCALED_OUTER);
	else if (called(reading, row, CODE, "sebutansubdimensi"))
		read_label(reading, row, SCALED_INNER);
	else if (called(reading, row, CODE, "sebutanvariabel"))
		read_label(reading, row, SCALED_ITEM);
	else
		table_problem(&reading->table, row, CODE,
		    "“%s” bukan ketentuan. Yang dikenal: nama, dasar hukum, cara hitung, "
		    "pembulatan, desimal, sebutan dimensi, sebutan subdimensi, sebutan variabel.",
		    scaled_cell(reading, row, CODE));
}

/* ---- scales ------------------------------------------------------------------ */

static struct scale *
scale_by_code(const struct scaled *scaled, const char *code)
{
	for (size_t at = 0; at < scaled->scale_count; at++)
		if (strcasecmp(scaled->scales[at].code, code) == 0)
			return &scaled->scales[at];
	return NULL;
}

/* A number of a cell in hundredths; the other one where the cell is empty, -1 and a problem
 * where it is none. */
static int64_t
read_hundredths(struct reading *reading, size_t row, size_t column, int64_t empty)
{
	const char *text = scaled_cell(reading, row, column);
	int64_t value;

	if (*text == '\0')
		return empty;
	if (hundredths_of(text, &value))
		return value;
	table_problem(&reading->table, row, column,
	    "“%s” bukan angka dari 0 sampai %d dengan paling banyak dua angka di belakang koma.",
	    text, SCALE_NUMBER_MAX);
	return -1;
}

static void
read_scale_word(struct reading *reading, size_t row)
{
	struct scaled *scaled = reading->scaled;
	const char *code = scaled_cell(reading, row, CODE), *word = scaled_cell(reading, row, NAME);
	struct scale *scale = scale_by_code(scaled, code);
	int64_t level = table_number(&reading->table, row, LEVEL, 1, SCALE_WORDS_MAX);
	int64_t points = read_hundredths(reading, row, POINTS, level * 100);

	if (*code == '\0') {
		table_problem(&reading->table, row, CODE,
		    "Skala memerlukan kode, yang ditulis variabel dalam kolom skala.");
		return;
	}
	if (scale == NULL && scaled->scale_count == SCALED_SCALES_MAX) {
		table_problem(&reading->table, row, CODE, "Paling banyak %d skala.",
		    SCALED_SCALES_MAX);
		return;
	}
	if (level < 0 || points < 0)
		return;
	if (utf8_characters(word) > SCALE_WORD_MAX) {
		table_problem(&reading->table, row, NAME, "Sebutan paling panjang %d karakter.",
		    SCALE_WORD_MAX);
		return;
	}
	if (scale == NULL) {
		reading->scale_rows[scaled->scale_count] = row;
		scale = &scaled->scales[scaled->scale_count++];
		scale->code = code;
	}
	if (level != (int64_t)scale->count + 1) {
		table_problem(&reading->table, row, LEVEL,
		    "Tingkat skala “%s” disusun dari 1 berurutan; di sini seharusnya %zu.", code,
		    scale->count + 1);
		return;
	}
	scale->words[scale->count++] = (struct scale_word){ word, points };
}

/* ---- variables ---------------------------------------------------------------- */

static void
read_condition(struct reading *reading, size_t row, struct scaled_variable *variable)
{
	const char *number = scaled_cell(reading, row, IF_NUMBER),
		   *level = scaled_cell(reading, row, IF_LEVEL);
	int64_t value;

	if (*number == '\0' && *level == '\0')
		return;
	if (*number == '\0' || *level == '\0') {
		table_problem(&reading->table, row, *number == '\0' ? IF_NUMBER : IF_LEVEL,
		    "Syarat memerlukan keduanya: bila variabel, dan bila tingkat.");
		return;
	}
	value = table_number(&reading->table, row, IF_NUMBER, 1, SCALED_VARIABLES_MAX);
	if (value < 0)
		return;
	if (value >= variable->number) {
		table_problem(&reading->table, row, IF_NUMBER,
		    "Syarat hanya boleh menunjuk variabel sebelumnya.");
		return;
	}
	variable->if_number = (int)value;
	value = table_number(&reading->table, row, IF_LEVEL, 1, SCALE_WORDS_MAX);
	variable->if_level = value < 0 ? 1 : (int)value;
}

static void
read_scaled_variable(struct reading *reading, size_t row)
{
	struct scaled *scaled = reading->scaled;
	int64_t number = table_number(&reading->table, row, CODE, 1, SCALED_VARIABLES_MAX);
	struct scaled_variable *variable;

	if (number < 0)
		return;
	if (number != (int64_t)scaled->count + 1) {
		table_problem(&reading->table, row, CODE,
		    "Nomor variabel disusun dari 1 berurutan; di sini seharusnya %zu.",
		    scaled->count + 1);
		return;
	}
	reading->variable_rows[scaled->count] = row;
	variable = &scaled->variables[scaled->count++];
	*variable = (struct scaled_variable){ .number = (int)number,
		.name = scaled_cell(reading, row, NAME),
		.hint = scaled_cell(reading, row, HINT),
		.outer = scaled_cell(reading, row, OUTER),
		.inner = scaled_cell(reading, row, INNER),
		.weight = read_hundredths(reading, row, WEIGHT, 100),
		.may_skip = called(reading, row, SKIP, "ya boleh yes 1") };
	if (utf8_characters(variable->name) > INSTRUMENT_VARIABLE_MAX)
		table_problem(&reading->table, row, NAME,
		    "Nama paling panjang %d karakter. Bunyi lengkapnya ditulis dalam kolom uraian.",
		    INSTRUMENT_VARIABLE_MAX);
	if (!variable->may_skip && *scaled_cell(reading, row, SKIP) != '\0' &&
	    !called(reading, row, SKIP, "tidak no 0"))
		table_problem(&reading->table, row, SKIP, "Isi ya atau tidak.");
	read_condition(reading, row, variable);
}

/* What a variable says of others: once all of them are read. */
static void
check_variable(struct reading *reading, size_t at)
{
	struct scaled *scaled = reading->scaled;
	struct scaled_variable *one = &scaled->variables[at];
	size_t row = reading->variable_rows[at];
	const char *code = scaled_cell(reading, row, SCALE);

	one->scale = scale_by_code(scaled, code);
	if (one->scale == NULL) {
		table_problem(&reading->table, row, SCALE,
		    *code == '\0' ? "Variabel memerlukan skala.%s" :
				    "Skala “%s” tidak ada di antara baris skala.",
		    code);
		return;
	}
	if (scaled->scoring == SCORING_WEIGHTED && one->weight == 0)
		table_problem(&reading->table, row, WEIGHT,
		    "Bobot 0 tidak dapat dihitung dalam rata-rata berbobot.");
	if (one->if_number > 0) {
		const struct scale *on = scaled->variables[one->if_number - 1].scale;

		if (on != NULL && (size_t)one->if_level > on->count)
			table_problem(&reading->table, row, IF_LEVEL,
			    "Variabel %d hanya mempunyai %zu tingkat.", one->if_number, on->count);
	}
}

/* Groups are read off neighbours, so each stands in one place. */
static void
check_groups(struct reading *reading, size_t at)
{
	const struct scaled_variable *list = reading->scaled->variables;

	if (at == 0)
		return;
	for (size_t before = 0; before + 1 < at; before++) {
		bool same = strcmp(list[before].outer, list[at].outer) == 0;

		if (same && strcmp(list[at - 1].outer, list[at].outer) != 0) {
			table_problem(&reading->table, reading->variable_rows[at], OUTER,
			    "“%s” terputus: variabelnya harus berurutan.", list[at].outer);
			return;
		}
		if (same && strcmp(list[before].inner, list[at].inner) == 0 &&
		    strcmp(list[at - 1].inner, list[at].inner) != 0) {
			table_problem(&reading->table, reading->variable_rows[at], INNER,
			    "“%s” terputus: variabelnya harus berurutan.", list[at].inner);
			return;
		}
	}
}

/* ---- classes -------------------------------------------------------------------- */

static void
read_class(struct reading *reading, size_t row)
{
	struct scaled *scaled = reading->scaled;
	int64_t least = read_hundredths(reading, row, POINTS, -1);
	size_t before = reading->problems->count;

	if (scaled->class_count == SCALED_CLASSES_MAX) {
		table_problem(&reading->table, row, PART, "Paling banyak %d kategori.",
		    SCALED_CLASSES_MAX);
		return;
	}
	if (*scaled_cell(reading, row, POINTS) == '\0')
		table_problem(&reading->table, row, POINTS,
		    "Kategori memerlukan nilai terendahnya.");
	else if (least >= 0 && least % 10 != 0)
		table_problem(&reading->table, row, POINTS,
		    "Nilai terendah kategori paling banyak satu angka di belakang koma.");
	else if (least >= 0 && scaled->class_count > 0 &&
	    least <= scaled->classes[scaled->class_count - 1].least)
		table_problem(&reading->table, row, POINTS, "Kategori disusun dari yang terendah.");
	if (utf8_characters(scaled_cell(reading, row, NAME)) > INSTRUMENT_CATEGORY_MAX)
		table_problem(&reading->table, row, NAME, "Kategori paling panjang %d karakter.",
		    INSTRUMENT_CATEGORY_MAX);
	if (reading->problems->count > before || least < 0)
		return;
	reading->class_rows[scaled->class_count] = row;
	scaled->classes[scaled->class_count++] = (struct scaled_class){
		scaled_cell(reading, row, NAME), least
	};
}

/* ---- the whole -------------------------------------------------------------------- */

static void
read_row(struct reading *reading, size_t row)
{
	static const struct {
		const char *names;
		void (*read)(struct reading *, size_t);
	} parts[] = {
		{ "ketentuan rule", read_rule },
		{ "skala scale", read_scale_word },
		{ "variabel variable", read_scaled_variable },
		{ "kategori category", read_class },
	};

	for (size_t at = 0; at < sizeof(parts) / sizeof(parts[0]); at++)
		if (called(reading, row, PART, parts[at].names)) {
			parts[at].read(reading, row);
			return;
		}
	table_problem(&reading->table, row, PART,
	    "“%s” tidak dikenal. Isi ketentuan, skala, variabel atau kategori.",
	    scaled_cell(reading, row, PART));
}

/* Could any answers make a score, and does it fall into a class? */
static void
check_score(struct reading *reading)
{
	struct scaled *scaled = reading->scaled;
	struct rated *rated = scaled_rated(reading_arena(reading), scaled);
	struct rating least = rate_all(scaled->scoring, scaled->rounding, scaled->decimals, rated,
	    scaled->count, false);
	struct rating most = rate_all(scaled->scoring, scaled->rounding, scaled->decimals, rated,
	    scaled->count, true);

	if (scaled->scoring == SCORING_NONE) {
		if (scaled->class_count > 0)
			table_problem(&reading->table, reading->class_rows[0], PART,
			    "Instrumen tanpa nilai tidak mempunyai kategori.");
		return;
	}
	if (!most.known || most.score == least.score) {
		table_problem(&reading->table, reading->scale_rows[0], POINTS,
		    "Nilainya tidak dapat dihitung: semua jawaban bernilai sama.");
		return;
	}
	if (scaled->class_count > 0 && scaled->classes[0].least > least.score)
		table_problem(&reading->table, reading->class_rows[0], POINTS,
		    "Nilai terendah yang mungkin, %s, tidak termasuk kategori mana pun.",
		    scaled_number(reading_arena(reading), least.score, scaled->decimals));
	for (size_t at = 1; at < scaled->class_count; at++)
		if (scaled->classes[at].least > most.score)
			table_problem(&reading->table, reading->class_rows[at], POINTS,
			    "Kategori ini tidak dapat dicapai: nilai tertinggi yang mungkin %s.",
			    scaled_number(reading_arena(reading), most.score, scaled->decimals));
}

static void
check_scaled(struct reading *reading)
{
	struct scaled *scaled = reading->scaled;

	for (size_t at = 0; at < scaled->scale_count; at++)
		if (scaled->scales[at].count < SCALE_WORDS_MIN)
			table_problem(&reading->table, reading->scale_rows[at], CODE,
			    "Skala “%s” memerlukan paling sedikit dua tingkat.",
			    scaled->scales[at].code);
	for (size_t at = 0; at < scaled->count; at++) {
		check_variable(reading, at);
		check_groups(reading, at);
	}
	if (scaled->count == 0)
		table_trouble(&reading->table,
		    "Belum ada variabel: tambahkan baris dengan bagian “variabel”.");
	else if (reading->problems->count == 0)
		check_score(reading);
}

/* JSON as the same table: {"rows": [{"bagian": …}, …]}, told by us as CSV. */
static struct upload *
upload_of_json(struct problems *problems, const struct upload *file)
{
	struct arena *arena = problems->context->arena;
	struct json_problems wrong = { .arena = arena };
	struct json *root = json_read(&wrong, file->bytes, file->length, &json_limits_import);
	struct json *rows = json_as_list(&wrong, json_member(&wrong, root, "rows", JSON_REQUIRED),
	    1, SCALED_VARIABLES_MAX + SCALED_SCALES_MAX * SCALE_WORDS_MAX + 100);
	struct buffer csv = { .arena = arena };

	json_refuse_others(&wrong, root);
	for (size_t at = 0; at < SCALED_COLUMNS; at++) {
		buffer_text(&csv, at > 0 ? "," : "");
		cell_csv(&csv, scaled_heads[at]);
	}
	for (size_t row = 0; rows != NULL && row < json_count(rows); row++) {
		struct json *object = json_as_object(&wrong, json_at(rows, row));

		buffer_text(&csv, "\r\n");
		for (size_t at = 0; at < SCALED_COLUMNS; at++) {
			struct json *member = json_member(&wrong, object, scaled_heads[at],
			    JSON_OPTIONAL);

			buffer_text(&csv, at > 0 ? "," : "");
			cell_csv(&csv,
			    member == NULL ?
				"" :
				json_as_text(&wrong, member, SCALED_HINT_MAX, JSON_LINES));
		}
		json_refuse_others(&wrong, object);
	}
	buffer_text(&csv, "\r\n");
	for (size_t at = 0; at < wrong.count && at < JSON_PROBLEMS_LISTED; at++)
		problems_add(problems, wrong.listed[at].where, wrong.listed[at].text);
	return wrong.count > 0 ?
	    NULL :
	    table_file(problems->context, "instrumen.csv", csv.bytes, csv.length);
}

bool
scaled_is_json(const struct upload *file)
{
	const char *at = file->bytes + strspn(file->bytes, " \t\r\n\xef\xbb\xbf");

	return *at == '{' || *at == '[';
}

void
scaled_read(struct problems *problems, const struct upload *file, struct scaled *scaled)
{
	struct arena *arena = problems->context->arena;
	struct reading reading = { .problems = problems, .scaled = scaled };
	struct upload *table = scaled_is_json(file) ? upload_of_json(problems, file) : NULL;
	struct upload all;

	*scaled = (struct scaled){ .name = "",
		.basis = "",
		.labels = { "Dimensi", "Subdimensi", "Variabel" },
		.scoring = SCORING_NONE };
	if (problems->count > 0)
		return;
	all = table != NULL ? *table : *file;
	all.rows_max = SCALED_VARIABLES_MAX + SCALED_SCALES_MAX * SCALE_WORDS_MAX + 100;
	if (!table_read(&reading.table, problems, columns, "", &all, NULL))
		return;
	scaled->scales = arena_array(arena, SCALED_SCALES_MAX, sizeof(*scaled->scales));
	scaled->variables = arena_array(arena, SCALED_VARIABLES_MAX, sizeof(*scaled->variables));
	reading.scale_rows = arena_array(arena, SCALED_SCALES_MAX, sizeof(*reading.scale_rows));
	reading.variable_rows = arena_array(arena, SCALED_VARIABLES_MAX,
	    sizeof(*reading.variable_rows));
	for (size_t row = 0; row < reading.table.count; row++)
		read_row(&reading, row);
	check_scaled(&reading);
}

/* ---- out ------------------------------------------------------------------------------ */

static void
put_rule(struct scaled_line *line, const char *code, const char *text)
{
	*line = (struct scaled_line){
		.cells = { [PART] = "ketentuan", [CODE] = code, [NAME] = text }
	};
}

static const char *
scaled_count_words(struct arena *arena, int64_t number)
{
	return arena_format(arena, "%lld", (long long)number);
}

static size_t
put_rules(struct arena *arena, const struct scaled *scaled, struct scaled_line *lines)
{
	size_t count = 0;

	put_rule(&lines[count++], "nama", scaled->name);
	if (*scaled->basis != '\0')
		put_rule(&lines[count++], "dasar hukum", scaled->basis);
	put_rule(&lines[count++], "cara hitung", scoring_words(scaled->scoring));
	put_rule(&lines[count++], "pembulatan", rounding_words(scaled->rounding));
	put_rule(&lines[count++], "desimal", scaled_count_words(arena, scaled->decimals));
	put_rule(&lines[count++], "sebutan dimensi", scaled->labels[SCALED_OUTER]);
	put_rule(&lines[count++], "sebutan subdimensi", scaled->labels[SCALED_INNER]);
	put_rule(&lines[count++], "sebutan variabel", scaled->labels[SCALED_ITEM]);
	return count;
}

static struct scaled_line
variable_line(struct arena *arena, const struct scaled_variable *one)
{
	return (struct scaled_line){ .cells = {
					 [PART] = "variabel",
					 [CODE] = scaled_count_words(arena, one->number),
					 [NAME] = one->name,
					 [HINT] = one->hint,
					 [OUTER] = one->outer,
					 [INNER] = one->inner,
					 [SCALE] = one->scale->code,
					 [WEIGHT] = scaled_number(arena, one->weight, 0),
					 [SKIP] = one->may_skip ? "ya" : "tidak",
					 [IF_NUMBER] = one->if_number > 0 ?
					     scaled_count_words(arena, one->if_number) :
					     "",
					 [IF_LEVEL] = one->if_number > 0 ?
					     scaled_count_words(arena, one->if_level) :
					     "",
				     } };
}

struct scaled_line *
scaled_lines(struct arena *arena, const struct scaled *scaled, size_t *count)
{
	size_t most = 8 + scaled->scale_count * SCALE_WORDS_MAX + scaled->count +
	    SCALED_CLASSES_MAX;
	struct scaled_line *lines = arena_array(arena, most, sizeof(*lines));
	size_t put = put_rules(arena, scaled, lines);

	for (size_t at = 0; at < scaled->scale_count; at++)
		for (size_t level = 0; level < scaled->scales[at].count; level++) {
			const struct scale_word *word = &scaled->scales[at].words[level];

			lines[put++] = (struct scaled_line){ .cells = {
								 [PART] = "skala",
								 [CODE] = scaled->scales[at].code,
								 [NAME] = word->word,
								 [LEVEL] = scaled_count_words(arena,
								     (int64_t)level + 1),
								 [POINTS] = scaled_number(arena,
								     word->points, 0),
							     } };
		}
	for (size_t at = 0; at < scaled->count; at++)
		lines[put++] = variable_line(arena, &scaled->variables[at]);
	for (size_t at = 0; at < scaled->class_count; at++)
		lines[put++] = (struct scaled_line){ .cells = {
							 [PART] = "kategori",
							 [NAME] = scaled->classes[at].name,
							 [POINTS] = scaled_number(arena,
							     scaled->classes[at].least, 0),
						     } };
	for (size_t line = 0; line < put; line++)
		for (size_t at = 0; at < SCALED_COLUMNS; at++)
			if (lines[line].cells[at] == NULL)
				lines[line].cells[at] = "";
	*count = put;
	return lines;
}
