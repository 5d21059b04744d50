package planner

import "math"

// slot is a stretch of a day that will become a session of one domain.
type slot struct{ day, minutes int }

// splitDay cuts the room of a day into sessions close to the usual length, none shorter than shortestSession or longer than longestSession, so that
// nothing of the day is wasted: 60 minutes with sessions of 45 become one of 60, 120 become three of 40. At most most sessions are made.
func splitDay(room, usual, most int) []int {
	if room < shortestSession {
		return nil
	}
	n := max(int(math.Round(float64(room)/float64(usual))), 1, (room+longestSession-1)/longestSession)
	n = min(n, most, room/shortestSession)
	room = min(room, n*longestSession)
	each := room / n / minuteStep * minuteStep
	each = max(each, min(shortestSession, room/n))
	rest := room - each*n
	out := make([]int, n)
	for i := range out {
		out[i] = each
		if add := min(minuteStep, rest); i < n-1 && add > 0 {
			out[i] += add
			rest -= add
		}
	}
	out[n-1] += rest
	return out
}

// slots cuts all days into sessions. Many domains in little time make sessions shorter; more than maxSessions make them longer.
func (m *model) slots() []slot {
	room := 0
	days := 0
	for _, d := range m.days {
		if d.room >= shortestSession {
			room += d.room
			days++
		}
	}
	usual := m.usual
	if n := 2 * m.weighted; n > 0 && room/usual < n {
		usual = max(room/n, shortestSession)
	}
	most := math.MaxInt
	if room/usual > maxSessions {
		usual = longestSession
		most = max(maxSessions/max(days, 1), 1)
		m.note(NoticeLongPlan, "So much time is planned that sessions were made longer to keep the plan readable.")
	}
	uneven := m.needsMuchOfADay()
	out := make([]slot, 0, room/usual+days)
	for t, d := range m.days {
		parts := splitDay(d.room, usual, most)
		if uneven && len(parts) == 3 {
			parts = threeUneven(d.room)
		}
		for _, minutes := range parts {
			out = append(out, slot{t, minutes})
		}
	}
	return out
}

// needsMuchOfADay tells whether more than a third of all there is to gain lies in one domain. Of three equal sessions it could have only one: two are more than
// dayShareOfDomain.
func (m *model) needsMuchOfADay() bool {
	for _, d := range m.domains {
		if 3*d.share > 1 {
			return true
		}
	}
	return false
}

// threeUneven cuts a day into three sessions of which the first and the last may belong to one domain. A day too short for that becomes two.
func threeUneven(room int) []int {
	side := int(dayShareOfDomain*float64(room)/2) / minuteStep * minuteStep
	switch middle := room - 2*side; {
	case middle > longestSession:
		return []int{room / 3, room / 3, room - 2*(room/3)}
	case side < shortestSession:
		return []int{room - room/2, room / 2}
	default:
		return []int{side, middle, side}
	}
}
