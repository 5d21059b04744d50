package backups

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var now = time.Date(2026, time.November, 26, 6, 50, 12, 0, time.UTC)

func at(t time.Time, r Reason) Entry {
	return Entry{Name: Name{Owner: "milepost.db", At: t, Reason: r, Digest: "0123abcd"}, State: Good}
}

// some are backups as years of use, a clock that is wrong at times, and damage leave them.
func some() *rapid.Generator[[]Entry] {
	return rapid.Custom(func(t *rapid.T) []Entry {
		out := []Entry{}
		for i := range rapid.IntRange(0, 120).Draw(t, "number") {
			minutes := rapid.OneOf(rapid.IntRange(-3000, 5000), rapid.IntRange(0, 60*24*40), rapid.IntRange(0, 60*24*900)).Draw(t, "age in minutes")
			e := at(now.Add(-time.Duration(minutes)*time.Minute), rapid.SampledFrom([]Reason{Regular, Exit, BeforeUpgrade, BeforeImport, "of-the-future"}).Draw(t, "reason"))
			e.Name.Digest = fmt.Sprintf("%08x", i)
			e.State = rapid.SampledFrom([]State{Good, Good, Good, Good, Changed, Damaged, Unknown}).Draw(t, "state")
			out = append(out, e)
		}
		return out
	})
}

func TestWhatStaysOfAnyBackups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := some().Draw(t, "backups")
		before := slices.Clone(all)
		keep, drop := Thin(now, all)
		if !slices.Equal(all, before) {
			t.Fatal("the list handed in was changed")
		}
		if len(keep)+len(drop) != len(all) {
			t.Fatalf("%d stay and %d go of %d", len(keep), len(drop), len(all))
		}
		again, more := Thin(now, keep)
		if len(more) > 0 || !slices.Equal(again, keep) {
			t.Fatalf("a second time %v go", more)
		}
		shuffled := rapid.Permutation(all).Draw(t, "order")
		if other, _ := Thin(now, shuffled); !slices.Equal(other, keep) {
			t.Fatal("the order of the list matters")
		}
		good, bounded := false, 0
		for _, e := range drop {
			if now.Sub(e.Name.At) < KeepAllFor {
				t.Fatalf("%v goes, and is of the last two days or dated after now", e)
			}
			if e.State == Unknown {
				t.Fatalf("%v goes, and could not be read", e)
			}
			good = good || e.State == Good
		}
		for _, e := range keep {
			if e.State != Unknown && now.Sub(e.Name.At) >= KeepAllFor {
				bounded++
			}
		}
		if i := slices.IndexFunc(keep, isGood); good && i < 0 {
			t.Fatal("good ones went and none stays")
		}
		if i := slices.IndexFunc(keep, isGood); i >= 0 {
			for _, e := range drop {
				if e.State == Good && e.Name.At.After(keep[i].Name.At) {
					t.Fatalf("the newest good one, %v, went", e)
				}
			}
			if bounded > KeepDaily+KeepWeekly+KeepMonthly+1 {
				t.Fatalf("%d older ones stay", bounded)
			}
		}
	})
}

// Made and thinned out one after the other over years, backups reach back ten months and stay few.
func TestTenMonthsOfBackupsAreKeptInFew(t *testing.T) {
	var kept []Entry
	day := time.Date(2024, time.January, 1, 8, 0, 0, 0, time.UTC)
	for moment := day; moment.Before(now); moment = moment.Add(6 * time.Hour) {
		kept, _ = Thin(moment, append(kept, at(moment, Regular)))
	}
	days := map[string]bool{}
	for _, e := range kept {
		days[dayOf(e.Name.At)] = true
	}
	for back := range 13 {
		if d := dayOf(now.AddDate(0, 0, -back)); !days[d] {
			t.Errorf("nothing is left of %s", d)
		}
	}
	if n := len(kept); n > 9+KeepDaily+KeepWeekly+KeepMonthly {
		t.Errorf("%d are left", n)
	}
	if oldest := kept[len(kept)-1].Name.At; now.Sub(oldest) < 300*24*time.Hour {
		t.Errorf("the oldest is of %s", oldest)
	}
}

func TestAClockThatIsWrongLosesNothing(t *testing.T) {
	var all []Entry
	for i := range 400 {
		all = append(all, at(now.Add(-time.Duration(i)*7*time.Hour), Regular))
	}
	keep, _ := Thin(now, all)
	if _, drop := Thin(now.AddDate(-9, 0, 0), keep); len(drop) > 0 {
		t.Errorf("with the clock set back %d go", len(drop))
	}
	ahead, _ := Thin(now.AddDate(70, 0, 0), keep)
	days := map[string]bool{}
	for _, e := range ahead {
		days[dayOf(e.Name.At)] = true
	}
	for back := range KeepDaily {
		if d := dayOf(now.AddDate(0, 0, -back)); !days[d] {
			t.Errorf("with the clock far ahead nothing is left of %s", d)
		}
	}
}

func TestADamagedBackupDoesNotStandForItsDay(t *testing.T) {
	morning := at(now.AddDate(0, 0, -5), Regular)
	evening := at(now.AddDate(0, 0, -5).Add(10*time.Hour), Regular)
	evening.State = Damaged
	keep, drop := Thin(now, []Entry{at(now, Regular), morning, evening})
	if !slices.Contains(keep, morning) || !slices.Contains(drop, evening) {
		t.Errorf("%v stay", keep)
	}
	if _, drop := Thin(now, []Entry{evening, {Name: morning.Name, State: Damaged}}); len(drop) > 0 {
		t.Error("without a good one something goes")
	}
}

func TestTheLastBackupBeforeAnUpdateStays(t *testing.T) {
	all := []Entry{at(now.AddDate(-3, 0, 0), BeforeUpgrade), at(now.AddDate(-2, 0, 0), BeforeUpgrade)}
	for i := range 800 {
		all = append(all, at(now.AddDate(0, 0, -i), Regular))
	}
	keep, _ := Thin(now, all)
	if !slices.Contains(keep, all[1]) || slices.Contains(keep, all[0]) {
		t.Errorf("the oldest that stay are %v", keep[len(keep)-2:])
	}
}

func TestNamesAreReadBackAndSortByTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := Name{
			Owner: Owner(rapid.StringN(1, 255, 255).Draw(t, "data file")), At: now.Add(time.Duration(rapid.IntRange(-1e9, 1e9).Draw(t, "seconds")) * time.Second),
			Reason: rapid.SampledFrom([]Reason{Regular, Exit, ByHand, BeforeUpgrade, BeforeRestore, BeforeImport, BeforeChange}).Draw(t, "reason"),
			Digest: rapid.StringMatching(`[0-9a-f]{8}`).Draw(t, "digest"),
		}
		read, ok := Parse(n.Owner, n.File())
		if !ok || read != n {
			t.Fatalf("%q is read as %v", n.File(), read)
		}
		if len(n.File()) > 255 {
			t.Fatalf("the name has %d bytes", len(n.File()))
		}
		later := n
		later.At = n.At.Add(time.Second)
		if later.File() <= n.File() {
			t.Fatalf("%q does not sort before %q", n.File(), later.File())
		}
	})
}

func TestOtherFilesAreNotOurs(t *testing.T) {
	for _, file := range []string{
		"", "milepost.db", "thesis.txt", "milepost.db-2026-11-26T065012Z-regular.milepost", "milepost.db-2026-13-26T065012Z-regular-0123abcd.milepost",
		"milepost.db-2026-11-26T065012Z--0123abcd.milepost", "milepost.db-2026-11-26T065012Z-regular-0123abcd.milepost.part",
		"study.db-2026-11-26T065012Z-regular-0123abcd.milepost", "milepost.db-x-2026-11-26T065012Z-regular-0123abcd.milepost",
		"MILEPOST.DB-2026-11-26T065012Z-regular-0123abcd.milepost", "milepost.db-2026-11-26T065012Z-../x-0123abcd.milepost",
	} {
		if _, ok := Parse("milepost.db", file); ok {
			t.Errorf("%q was taken for one of ours", file)
		}
	}
	if Owner(strings.Repeat("ä", 120)) == Owner(strings.Repeat("ä", 119)+"öö") {
		t.Error("two long names become one")
	}
}

// Whatever a file is called, its name is either refused or is exactly the name of the backup it is taken for.
func FuzzParse(f *testing.F) {
	f.Add("milepost.db", "milepost.db-2026-11-26T065012Z-regular-5d0cb1a7.milepost")
	f.Add("a", "a-2026-02-30T256199Z-x-00000000.milepost")
	f.Add("", "-0000-01-01T000000Z-x-y-00000000.milepost")
	f.Add("ä", "ä-2026-11-26T065012Z-before--import-5d0cb1a7.milepost")
	f.Fuzz(func(t *testing.T, owner, file string) {
		n, ok := Parse(owner, file)
		if ok && (n.File() != file || n.Owner != owner || n.At.IsZero() && !strings.Contains(file, "0001-01-01")) {
			t.Errorf("%q of %q is read as %+v", file, owner, n)
		}
	})
}
