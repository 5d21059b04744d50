/* Reads a calendar with libical and prints how many entries it has; exits with 1 when libical finds anything wrong. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int errors(icalcomponent *c)
{
	int n = icalcomponent_count_errors(c);
	icalcomponent *inner;

	for (inner = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT); inner; inner = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
		n += errors(inner);
	return n;
}

int main(int argc, char **argv)
{
	FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
	char *text = calloc(1, 64 << 20);
	icalcomponent *calendar;
	int entries, wrong;

	if (!f || !text || !fread(text, 1, (64 << 20) - 1, f))
		return printf("the file cannot be read\n"), 1;
	calendar = icalparser_parse_string(text);
	if (!calendar)
		return printf("libical reads no calendar\n"), 1;
	icalrestriction_check(calendar);
	entries = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
	wrong = errors(calendar);
	if (!entries || wrong)
		return printf("%d entries, %d findings\n%s", entries, wrong, icalcomponent_as_ical_string(calendar)), 1;
	printf("%d entries, no finding\n", entries);
	return 0;
}
