package gui

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// background is the only place that starts goroutines. Whatever comes back from one re-enters Fyne's goroutine.
type background struct {
	ctx    context.Context
	cancel context.CancelFunc
	work   sync.WaitGroup
	post   func(func()) // lets Fyne's goroutine call a function soon; fyne.Do, but in tests, which have no such goroutine

	// running holds the newest run of each key. It is touched on Fyne's goroutine only.
	running map[string]*run
}

type run struct{ cancel context.CancelFunc }

func newBackground(parent context.Context) *background {
	ctx, cancel := context.WithCancel(parent)
	return &background{ctx: ctx, cancel: cancel, post: fyne.Do, running: map[string]*run{}}
}

// Run does work on a goroutine of its own and then calls done on Fyne's. A newer run of the same key cancels the older
// one, whose done is never called.
func (b *background) Run(key string, work func(context.Context) error, done func(error)) {
	if older := b.running[key]; older != nil {
		older.cancel()
	}
	ctx, cancel := context.WithCancel(b.ctx)
	this := &run{cancel: cancel}
	b.running[key] = this
	b.work.Add(1)
	go func() {
		defer b.work.Done()
		err := work(ctx)
		if b.ctx.Err() != nil {
			cancel()
			return
		}
		b.post(func() {
			cancel()
			if b.running[key] != this {
				return
			}
			delete(b.running, key)
			done(err)
		})
	}()
}

// begin does work on a goroutine of its own; wait waits until it is done.
func (b *background) begin(work func()) (wait func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	return func() { <-done }
}

// After calls f on Fyne's goroutine once d has passed, unless cancel is called or the window closes before.
func (b *background) After(d time.Duration, f func()) (cancel func()) {
	stopped := false // touched on Fyne's goroutine only
	timer := time.AfterFunc(d, func() {
		if b.ctx.Err() != nil {
			return
		}
		b.post(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// do calls f on Fyne's goroutine, from any other.
func (b *background) do(f func()) { b.post(f) }

// onDone calls f when ctx ends.
func (b *background) onDone(ctx context.Context, f func()) {
	context.AfterFunc(ctx, func() { b.post(f) })
}

// stop tells all work to end; wait waits until it has.
func (b *background) stop() { b.cancel() }

func (b *background) wait() {
	b.cancel()
	b.work.Wait()
}
