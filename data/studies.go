package data

import (
	"fmt"

	"milepost/planner"
)

var (
	studyTable = table{"study", []string{"id"}, []string{
		"number", "name", "exam_id", "exam_code", "exam_day", "start_day", "sample", "questions", "exam_minutes",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"session_minutes", "hours_reference", "content_share", "target", "buffer", "mock_minutes", "mocks_wanted",
		"pass_line", "scaled_pass_mark", "steadiness",
		"mon_start", "tue_start", "wed_start", "thu_start", "fri_start", "sat_start", "sun_start", "mock_start", "created_at",
	}}
	domainTable = table{"study_domain", []string{"study_id", "id"}, []string{
		"position", "name", "weight", "weight_min", "weight_max", "difficulty", "rating", "mastery", "has_mastery", "skim",
	}}
	topicTable = table{"study_topic", []string{"study_id", "domain_id", "position"}, []string{"name"}}
	dayTable   = table{"study_day", []string{"study_id", "position"}, []string{"day", "minutes"}}
	offTable   = table{"study_off", []string{"study_id", "position"}, []string{"first_day", "last_day"}}
	openTable  = table{"open_study", []string{"slot"}, []string{"study_id"}}
)

// SaveStudy stores a study with its domains and availability; one with a known ID replaces the stored one.
func (t *Tx) SaveStudy(s planner.Study) error { return t.saveStudyCreated(s, "") }

// saveStudyCreated is SaveStudy with a time stamp of its creation; "" is the one it has, or now.
func (t *Tx) saveStudyCreated(s planner.Study, at string) error {
	if err := checkStudy(s); err != nil {
		return err
	}
	number, created, err := t.birth(s.ID)
	if err != nil {
		return fmt.Errorf("save study: %w", err)
	}
	if at != "" {
		created = at
	}
	if err := t.put(studyTable, studyRow(s, number, created)); err != nil {
		return fmt.Errorf("save study: %w", err)
	}
	if err := t.saveDomains(s); err != nil {
		return fmt.Errorf("save the domains of a study: %w", err)
	}
	if err := t.saveAvailability(s); err != nil {
		return fmt.Errorf("save the availability of a study: %w", err)
	}
	return nil
}

// birth gives a study's place in the order of creation and its time stamp: those it has, or new ones.
func (t *Tx) birth(id string) (number int64, created string, err error) {
	known, err := t.stored(studyTable, row{id})
	if err != nil {
		return 0, "", err
	}
	if len(known) == 1 {
		return known[0][1].(int64), known[0][len(known[0])-1].(string), nil
	}
	n, err := t.number("SELECT count(*) FROM study")
	if err != nil {
		return 0, "", err
	}
	if err := checkCount("studies", n+1, MaxStudies); err != nil {
		return 0, "", err
	}
	last, err := t.number("SELECT coalesce(max(number), 0) FROM study")
	return int64(last) + 1, t.now, err
}

func studyRow(s planner.Study, createdAs int64, created string) row {
	w, at := s.Availability.Weekday, s.Availability.Start
	return row{
		s.ID, createdAs, s.Name, s.ExamID, s.ExamCode, s.ExamDate.String(), s.Start.String(), flag(s.Sample), number(s.Questions), number(s.ExamMinutes),
		number(w[0]), number(w[1]), number(w[2]), number(w[3]), number(w[4]), number(w[5]), number(w[6]),
		number(s.SessionMinutes), s.HoursReference, s.ContentShare, s.Target, s.Buffer, number(s.MockMinutes), number(s.MocksWanted),
		s.PassLine, flag(s.ScaledPassMark), string(s.Steadiness.OrNormal()),
		clock(at[0]), clock(at[1]), clock(at[2]), clock(at[3]), clock(at[4]), clock(at[5]), clock(at[6]), clock(s.Availability.MockStart), created,
	}
}

// saveDomains writes domains, and topics around them: topics lean on domains, so those of domains that go have to go first.
func (t *Tx) saveDomains(s planner.Study) error {
	var domains, topics []row
	stays := make(map[string]bool, len(s.Domains))
	for i, d := range s.Domains {
		stays[d.ID] = true
		domains = append(domains, row{s.ID, d.ID, number(i), d.Name, d.Weight, d.WeightMin, d.WeightMax, d.Difficulty, number(d.Rating), d.Mastery, flag(d.HasMastery), flag(d.Skim)})
		for j, topic := range d.Topics {
			topics = append(topics, row{s.ID, d.ID, number(j), topic})
		}
	}
	known, err := t.stored(domainTable, row{s.ID})
	if err != nil {
		return err
	}
	for _, d := range known {
		if id := d[1].(string); !stays[id] {
			if _, err := t.remove(topicTable, s.ID, id); err != nil {
				return err
			}
		}
	}
	if err := t.replace(domainTable, row{s.ID}, domains); err != nil {
		return err
	}
	return t.replace(topicTable, row{s.ID}, topics)
}

func (t *Tx) saveAvailability(s planner.Study) error {
	var days, off []row
	for i, d := range s.Availability.Days {
		days = append(days, row{s.ID, number(i), d.Date.String(), number(d.Minutes)})
	}
	for i, r := range s.Availability.Off {
		off = append(off, row{s.ID, number(i), r.First.String(), r.Last.String()})
	}
	if err := t.replace(dayTable, row{s.ID}, days); err != nil {
		return err
	}
	return t.replace(offTable, row{s.ID}, off)
}

// DeleteStudy removes a study with everything that belongs to it. If it was the open one, none is open afterwards.
func (t *Tx) DeleteStudy(id string) error {
	if err := t.requireStudy(id); err != nil {
		return fmt.Errorf("delete study: %w", err)
	}
	open, err := t.number("SELECT count(*) FROM open_study WHERE study_id = ?", id)
	if err != nil {
		return fmt.Errorf("delete study: %w", err)
	}
	if open > 0 {
		if _, err := t.remove(openTable, number(1)); err != nil {
			return fmt.Errorf("delete study: %w", err)
		}
	}
	// What leans on something goes before it.
	for _, tab := range []table{scoreTable, mockTable, guessTable, resultTable, sittingTable, sourceTable, sessionTable, milestoneTable, topicTable, domainTable, dayTable, offTable, studyTable} {
		if _, err := t.remove(tab, id); err != nil {
			return fmt.Errorf("delete study: %w", err)
		}
	}
	return nil
}

// SetOpenStudy makes a study the one that is shown; "" closes the open one.
func (t *Tx) SetOpenStudy(id string) error {
	if id == "" {
		_, err := t.remove(openTable, number(1))
		return err
	}
	if err := t.requireStudy(id); err != nil {
		return fmt.Errorf("open study: %w", err)
	}
	if err := t.put(openTable, row{number(1), id}); err != nil {
		return fmt.Errorf("open study: %w", err)
	}
	return nil
}

// checkStudy refuses what the tables could not hold; the error names the field.
func checkStudy(s planner.Study) error {
	err := first(
		checkID("id", s.ID), s.Validate(), checkDay("exam_date", s.ExamDate),
		planner.CheckText("exam", s.ExamID, planner.MaxNameRunes), planner.CheckText("exam_code", s.ExamCode, planner.MaxNameRunes),
	)
	if err != nil {
		return err
	}
	if !s.Start.IsZero() {
		if err := checkDay("start", s.Start); err != nil {
			return err
		}
	}
	return first(checkDomains(s.Domains), checkDays(s.Availability))
}

func checkDomains(domains []planner.StudyDomain) error {
	for i, d := range domains {
		field := func(name string) string { return fmt.Sprintf("domains[%d].%s", i, name) }
		err := first(checkFinite(field("weight_min"), d.WeightMin), checkFinite(field("weight_max"), d.WeightMax),
			checkFinite(field("mastery"), d.Mastery), checkCount(field("topics"), len(d.Topics), MaxTopics))
		if err != nil {
			return err
		}
		for j, topic := range d.Topics {
			if err := planner.CheckText(field(fmt.Sprintf("topics[%d]", j)), topic, planner.MaxTextRunes); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkDays(a planner.Availability) error {
	for i, d := range a.Days {
		if err := checkDay(fmt.Sprintf("days[%d]", i), d.Date); err != nil {
			return err
		}
	}
	for i, r := range a.Off {
		if err := first(checkDay(fmt.Sprintf("days_off[%d]", i), r.First), checkDay(fmt.Sprintf("days_off[%d]", i), r.Last)); err != nil {
			return err
		}
	}
	return nil
}
