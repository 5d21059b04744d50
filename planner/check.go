package planner

// Check answers whether a request fits, without handing out the sessions.
func Check(r Request) (Plan, error) {
	p, err := Build(r)
	p.Sessions = nil
	return p, err
}
