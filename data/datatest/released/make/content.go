package main

import "strings"

// table is what a table holds: its columns of all versions, and rows with a value for each.
type table struct {
	name, columns string
	rows          [][]any
}

// Texts that are hard to keep.
const (
	quotes = "it's \"quoted\"; DROP TABLE study; -- %s $1"
	script = "Größe 日本語 עברית العربية 👩‍🎓 e\u0301\n\ttab"
	zero   = "before\x00after"
	markup = "=1+1 <b>&amp;</b> {{.}} \\u0000 \u2028"
)

var long = strings.Repeat("prüfen ", 1428) // 9,996 of 10,000 characters

// content is put into every version, tables before those that lean on them.
var content = []table{
	{"study", "id number name exam_id exam_code exam_day start_day sample questions exam_minutes mon tue wed thu fri sat sun session_minutes hours_reference " +
		"content_share target buffer mock_minutes mocks_wanted pass_line scaled_pass_mark created_at steadiness " +
		"mon_start tue_start wed_start thu_start fri_start sat_start sun_start mock_start", [][]any{
		{"s", 1, "ISSMP in February", "isc2-issmp-2025", "ISSMP", "2027-02-04", "2026-11-23", 0, 125, 180, 60, 60, 0, 60, 40, 120, 30, 45, 120.5,
			0.45, 0.75, 0.15, 180, -1, 0.7, 1, "2026-11-01T12:00:00Z", "high", 1140, -1, -1, 0, -1, 570, 1439, 480},
		{"日 2", 7, quotes, "", script, "2200-12-31", "", 1, 10000, 1440, 0, 0, 0, 0, 0, 0, 1440, 1, 0.0, 0.0, 1.0, 0.0, 1, 1000, 0.1, 0,
			"2024-02-29T23:59:59Z", "low", -1, -1, -1, -1, -1, -1, -1, -1},
	}},
	{"study_domain", "study_id id position name weight weight_min weight_max difficulty rating mastery has_mastery skim", [][]any{
		{"s", "d1", 0, "Leadership and Organizational Management", 21.0, 20.0, 22.0, 1.0, 4, 0.0, 0, 0},
		{"s", "d2", 1, zero, 79.000000001, 0.1, 1e9, 1.3, 0, 0.55, 1, 1},
		{"日 2", "ä", 0, "", 0.0, 0.0, 0.0, 100.0, 5, 0.0, 0, 0},
	}},
	{"study_topic", "study_id domain_id position name", [][]any{{"s", "d1", 0, "Security's role"}, {"s", "d1", 1, markup}, {"s", "d2", 0, long}}},
	{"study_day", "study_id position day minutes", [][]any{{"s", 0, "2026-12-05", 180}, {"s", 1, "2028-02-29", 0}}},
	{"study_off", "study_id position first_day last_day", [][]any{{"s", 0, "2026-12-24", "2027-01-01"}, {"日 2", 0, "1900-01-01", "2200-12-31"}}},
	{"open_study", "slot study_id", [][]any{{1, "s"}}},
	{"session", "study_id id day position domain activity minutes pinned status done_minutes stage reason note by_hand", [][]any{
		{"s", "s-1", "2026-11-23", 0, "d1", "learn", 45, 0, "done", 50, "history", "the largest gain for an hour", script, 0},
		{"s", "s-2", "2026-11-24", 1, "gone", "practise", 45, 1, "planned", 0, "published", "moved here by you", quotes, 0},
		{"s", "s-3", "2026-11-22", 99, "", "review", 30, 0, "done", 30, "history", "logged by you", "", 1},
		{"s", "s-4", "2026-12-01", 99, "d2", "debrief", 1440, 1, "skipped", 0, "", "added by you", zero, 1},
		{"日 2", "s-1", "2199-01-01", 9999, "ä", "mock", 0, 0, "missed", 1440, "draft", "", markup, 0},
	}},
	{"milestone", "study_id id position name day slack_minutes met", [][]any{
		{"s", "m1", 0, "First pass done", "2026-12-20", 120, 0}, {"s", "m2", 1, markup, "2027-01-20", -300, 1},
	}},
	{"mock", "study_id id day source official timed first_attempt minutes correct total percent has_percent note guess has_guess", [][]any{
		{"s", "m-1", "2026-11-20", "Bank A", 0, 1, 1, 150, 90, 125, 0.0, 0, script, 71.5, 1},
		{"s", "m-2", "2026-11-21", quotes, 1, 0, 0, 0, 0, 0, 66.6, 1, "", 0.0, 0},
		{"日 2", "m-1", "1900-01-01", "=SUM(A1)", 0, 0, 1, 1440, 10000, 10000, 100.0, 1, zero, 100.0, 1},
	}},
	{"mock_score", "study_id mock_id domain position correct total", [][]any{{"s", "m-1", "d1", 0, 40, 60}, {"s", "m-1", "d2", 1, 50, 65}, {"s", "m-2", "", 0, 0, 1}}},
	{"source", "study_id name official offset_log offset_sd has_offset", [][]any{{"s", "Bank A", 0, -0.25, 0.1, 1}, {"s", quotes, 1, 0.0, 0.0, 0}}},
	{"setting", "key value", [][]any{{"theme", "dark"}, {"window", "900x600"}, {script, markup}}},
	{"sitting", "study_id id day passed note", [][]any{{"s", "t-1", "2026-10-01", 0, script}, {"日 2", "t-1", "2026-10-02", 1, ""}}},
	{"sitting_result", "study_id sitting_id domain position band percent has_percent", [][]any{{"s", "t-1", "d1", 0, "below", 0.0, 0}, {"s", "t-1", "d2", 1, "", 81.25, 1}}},
	{"guess", "study_id day percent", [][]any{{"s", "2026-11-23", 72.5}}},
	{"forecast", "study_id day exam_day pass_line mocks has_chance chance median low high", [][]any{
		{"s", "2026-11-22", "2027-02-04", 0.7, 2, 1, 0.625, 0.74, 0.66, 0.81}, {"gone", "2025-01-01", "2025-02-01", 0.0, 0, 0, 0.0, 0.0, 0.0, 1.0},
	}},
	{"mock_forecast", "study_id mock_id day source official timed first_attempt questions mocks has_chance reaches pass_line p05 p25 p50 p75 p95", [][]any{
		{"s", "m-1", "2026-11-20", "Bank A", 0, 1, 1, 125, 1, 1, 0.5, 0.7, 0.5, 0.6, 0.7, 0.75, 0.8}, {"s", "gone", "2026-11-19", script, 1, 0, 0, 0, 0, 0, 0.0, 0.7, 0.0, 0.0, 0.0, 0.0, 0.0},
	}},
	{"replica", "id seen", [][]any{{"0123456789abcdef", 1795445876000}, {script, 1 << 52}}},
	{"this_replica", "slot id place", [][]any{{1, "0123456789abcdef", "elsewhere"}}},
	{"version", "study_id kind id replica stamp deleted", [][]any{
		{"s", "study", "", "0123456789abcdef", 1795445876000, 0}, {"s", "mock", "m-1", script, 7, 0}, {"gone", "session", zero, script, 1 << 52, 1},
	}},
	{"conflict", "id study_id kind record kept_replica kept_stamp other_replica other_stamp lost settled", [][]any{
		{"c", "s", "mock", "m-2", "0123456789abcdef", 1795445876000, "", 0, "null", 0},
		{"d", "gone", "guess", "", "", 0, script, 9, `{"date":"2026-11-23","percent":70}`, 1},
	}},
}
