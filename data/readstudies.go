package data

import (
	"context"
	"fmt"

	"milepost/planner"
)

// Studies are all studies in the order of their creation.
func (s *Store) Studies(ctx context.Context) (out []planner.Study, err error) {
	err = s.reading(ctx, "the studies", func(q queryer) error {
		out, err = readStudies(ctx, q, "")
		return err
	})
	return out, err
}

// Study is the study with this ID, or ErrNotFound.
func (s *Store) Study(ctx context.Context, id string) (planner.Study, error) {
	var found []planner.Study
	err := s.reading(ctx, "a study", func(q queryer) (err error) {
		found, err = readStudies(ctx, q, id)
		return err
	})
	if err != nil {
		return planner.Study{}, err
	}
	if id == "" || len(found) == 0 {
		return planner.Study{}, fmt.Errorf("study %q: %w", id, ErrNotFound)
	}
	return found[0], nil
}

// OpenStudyID is the ID of the study that is shown; "" when none is.
func (s *Store) OpenStudyID(ctx context.Context) (id string, err error) {
	err = s.reading(ctx, "which study is open", func(q queryer) error {
		id, err = readOpenStudy(ctx, q)
		return err
	})
	return id, err
}

func readOpenStudy(ctx context.Context, q queryer) (id string, err error) {
	err = orNone(q.QueryRowContext(ctx, "SELECT study_id FROM open_study").Scan(&id))
	return id, err
}

// only restricts a query to one study; "" as its argument means all.
const only = " WHERE (?1 = '' OR study_id = ?1) ORDER BY study_id, "

// readStudies reads one study, or all of them for "", with a query for each table.
func readStudies(ctx context.Context, q queryer, id string) ([]planner.Study, error) {
	var studies []*planner.Study
	byID := make(map[string]*planner.Study)
	err := each(ctx, q, func(scan func(...any) error) error {
		s := new(planner.Study)
		var number int64
		var created string
		w, at := &s.Availability.Weekday, &s.Availability.Start
		studies = append(studies, s)
		if err := scan(&s.ID, &number, &s.Name, &s.ExamID, &s.ExamCode, day{&s.ExamDate}, day{&s.Start}, &s.Sample, &s.Questions, &s.ExamMinutes,
			&w[0], &w[1], &w[2], &w[3], &w[4], &w[5], &w[6],
			&s.SessionMinutes, &s.HoursReference, &s.ContentShare, &s.Target, &s.Buffer, &s.MockMinutes, &s.MocksWanted,
			&s.PassLine, &s.ScaledPassMark, &s.Steadiness,
			clockOf{&at[0]}, clockOf{&at[1]}, clockOf{&at[2]}, clockOf{&at[3]}, clockOf{&at[4]}, clockOf{&at[5]}, clockOf{&at[6]},
			clockOf{&s.Availability.MockStart}, &created); err != nil {
			return err
		}
		byID[s.ID] = s
		return nil
	}, "SELECT "+studyTable.columns()+" FROM study WHERE (?1 = '' OR id = ?1) ORDER BY number", id)
	if err != nil {
		return nil, err
	}
	for _, read := range []func(context.Context, queryer, string, map[string]*planner.Study) error{readDomains, readTopics, readDays, readOff} {
		if err := read(ctx, q, id, byID); err != nil {
			return nil, err
		}
	}
	out := make([]planner.Study, len(studies))
	for i, s := range studies {
		out[i] = *s
	}
	return out, nil
}

func readDomains(ctx context.Context, q queryer, id string, byID map[string]*planner.Study) error {
	return each(ctx, q, func(scan func(...any) error) error {
		var d planner.StudyDomain
		var study string
		var position int
		if err := scan(&study, &d.ID, &position, &d.Name, &d.Weight, &d.WeightMin, &d.WeightMax, &d.Difficulty, &d.Rating, &d.Mastery, &d.HasMastery, &d.Skim); err != nil {
			return err
		}
		byID[study].Domains = append(byID[study].Domains, d)
		return nil
	}, "SELECT "+domainTable.columns()+" FROM study_domain"+only+"position", id)
}

func readTopics(ctx context.Context, q queryer, id string, byID map[string]*planner.Study) error {
	return each(ctx, q, func(scan func(...any) error) error {
		var study, domain, name string
		var position int
		if err := scan(&study, &domain, &position, &name); err != nil {
			return err
		}
		d := &byID[study].Domains[byID[study].DomainIndex(domain)]
		d.Topics = append(d.Topics, name)
		return nil
	}, "SELECT "+topicTable.columns()+" FROM study_topic"+only+"domain_id, position", id)
}

func readDays(ctx context.Context, q queryer, id string, byID map[string]*planner.Study) error {
	return each(ctx, q, func(scan func(...any) error) error {
		var d planner.DayMinutes
		var study string
		var position int
		if err := scan(&study, &position, day{&d.Date}, &d.Minutes); err != nil {
			return err
		}
		a := &byID[study].Availability
		a.Days = append(a.Days, d)
		return nil
	}, "SELECT "+dayTable.columns()+" FROM study_day"+only+"position", id)
}

func readOff(ctx context.Context, q queryer, id string, byID map[string]*planner.Study) error {
	return each(ctx, q, func(scan func(...any) error) error {
		var r planner.DateRange
		var study string
		var position int
		if err := scan(&study, &position, day{&r.First}, day{&r.Last}); err != nil {
			return err
		}
		a := &byID[study].Availability
		a.Off = append(a.Off, r)
		return nil
	}, "SELECT "+offTable.columns()+" FROM study_off"+only+"position", id)
}
