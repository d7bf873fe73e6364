/* SPDX-License-Identifier: ISC */
/*
 * render [-p] [-t directory]... view.cs [data.hdf]
 *
 * Renders one view with the values of a data file to standard output, the way
 * the programs do it: parsed once with nothing but the escape mode and the
 * load paths in sight, then rendered with the data.  With -p it only parses,
 * which is what the template lint wants.  Each -t adds a directory that
 * includes are looked for in; the view's own directory needs none.
 * Exit status 1 and a message when the view or the data cannot be read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <ClearSilver.h>

static NEOERR *
escape_url(const char *in, char **out)
{
	return nerr_pass(neos_url_escape(in, out, NULL));
}

/* The verdict only; the escaping is left to var:, as in the programs. */
static NEOERR *
validate_url(const char *in, char **out)
{
	NEOERR *err = neos_url_validate(in, out);

	if (err != STATUS_OK || strcmp(*out, "#") == 0)
		return nerr_pass(err);
	free(*out);
	*out = strdup(in);
	return *out != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "address");
}

static NEOERR *
is_filled(const char *in, char **out)
{
	*out = strdup(*in != '\0' ? "1" : "");
	return *out != NULL ? STATUS_OK : nerr_raise(NERR_NOMEM, "strdup");
}

static NEOERR *
register_functions(CSPARSE *cs)
{
	char url_escape[] = "url_escape", url_validate[] = "url_validate";
	char filled[] = "filled";
	NEOERR *err = cs_register_strfunc(cs, url_escape, escape_url);

	if (err == STATUS_OK)
		err = cs_register_strfunc(cs, url_validate, validate_url);
	if (err == STATUS_OK)
		err = cs_register_strfunc(cs, filled, is_filled);
	return nerr_pass(err);
}

static NEOERR *
write_out(void *file, char *text)
{
	if (fputs(text, file) == EOF)
		return nerr_raise(NERR_IO, "cannot write");
	return STATUS_OK;
}

static NEOERR *
render(HDF *frame, HDF *data, const char *view, int only_parse)
{
	CSPARSE *cs = NULL;
	NEOERR *err;

	err = cs_init(&cs, frame);
	if (err != STATUS_OK)
		return nerr_pass(err);
	err = register_functions(cs);
	if (err == STATUS_OK)
		err = cs_parse_file(cs, view);
	if (err == STATUS_OK && !only_parse) {
		cs->hdf = data;
		err = cs_render(cs, stdout, write_out);
		cs->hdf = frame;
	}
	cs_destroy(&cs);
	return nerr_pass(err);
}

int
main(int argc, char **argv)
{
	HDF *frame = NULL, *data = NULL;
	NEOERR *err;
	int c, only_parse = 0, paths = 0;

	err = hdf_init(&frame);
	if (err == STATUS_OK)
		err = hdf_init(&data);
	if (err == STATUS_OK)
		err = hdf_set_value(frame, "Config.VarEscapeMode", "html");

	while (err == STATUS_OK && (c = getopt(argc, argv, "pt:")) != -1) {
		char name[32];

		switch (c) {
		case 'p':
			only_parse = 1;
			break;
		case 't':
			snprintf(name, sizeof(name), "hdf.loadpaths.%d", paths++);
			err = hdf_set_value(frame, name, optarg);
			break;
		default:
			goto usage;
		}
	}
	if (err == STATUS_OK && (argc - optind < 1 || argc - optind > 2))
		goto usage;
	if (err == STATUS_OK && argc - optind == 2)
		err = hdf_read_file(data, argv[optind + 1]);
	if (err == STATUS_OK)
		err = render(frame, data, argv[optind], only_parse);

	hdf_destroy(&data);
	hdf_destroy(&frame);
	if (err == STATUS_OK)
		return 0;
	nerr_log_error(err);
	nerr_ignore(&err);
	return 1;

usage:
	fprintf(stderr, "usage: %s [-p] [-t directory]... view.cs [data.hdf]\n", argv[0]);
	hdf_destroy(&data);
	hdf_destroy(&frame);
	return 2;
}
