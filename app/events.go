package app

// Change tells that something stored has changed, and by what action ("Record a mock").
type Change struct {
	Action string
}

// hub passes changes on, in the order of subscription, on the goroutine of the one who made them.
type hub struct {
	next        int
	subscribers []subscriber
}

type subscriber struct {
	id int
	fn func(Change)
}

func (h *hub) subscribe(fn func(Change)) (cancel func()) {
	h.next++
	id := h.next
	h.subscribers = append(h.subscribers, subscriber{id, fn})
	return func() {
		for i, s := range h.subscribers {
			if s.id == id {
				h.subscribers = append(h.subscribers[:i:i], h.subscribers[i+1:]...)
				return
			}
		}
	}
}

func (h *hub) publish(c Change) {
	for _, s := range h.subscribers {
		s.fn(c)
	}
}

// OnChange calls fn after every change until cancel is called.
func (m *Milepost) OnChange(fn func(Change)) (cancel func()) { return m.changes.subscribe(fn) }
