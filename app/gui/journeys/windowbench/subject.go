package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// subject is a program that is measured.
type subject struct {
	name string
	args []string

	rest              samples // ms from the start to the last change of the screen
	memory, anonymous samples // MB
	idle              samples // ms of the processor
}

// How long a screen that has started stays the same before it counts as at rest, and how long it is then watched idling.
const (
	startQuiet = time.Second
	idling     = 5 * time.Second
)

// round starts the program, measures it, and ends it. then, if there is one, is done with the window in between.
func (s *subject) round(screen *screen, scratch string, counts bool, then func(*screen, bool) error) (err error) {
	log, err := os.OpenFile(filepath.Join(scratch, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd := exec.Command(s.args[0], s.args[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = scratch, log, log
	before := screen.look()
	started := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		gone := screen.look()
		_ = cmd.Process.Signal(syscall.SIGKILL)
		_ = cmd.Wait() // killed, and so says its status
		_, _, left := screen.changes(gone, time.Now(), 200*time.Millisecond)
		err = errors.Join(err, left)
	}()
	_, last, err := screen.changes(before, started, startQuiet)
	if err != nil {
		return err
	}
	cost, err := processor(cmd.Process.Pid)
	if err != nil {
		return err
	}
	watched := time.NewTimer(idling)
	<-watched.C
	after, err := processor(cmd.Process.Pid)
	if err != nil {
		return err
	}
	resident, anonymous, err := memory(cmd.Process.Pid)
	if err != nil {
		return err
	}
	if counts {
		s.rest = append(s.rest, milliseconds(last))
		s.idle = append(s.idle, milliseconds(after-cost))
		s.memory, s.anonymous = append(s.memory, resident), append(s.anonymous, anonymous)
	}
	if then != nil {
		return then(screen, counts)
	}
	return nil
}

// processor is the time of the processor a process has used, in all its threads (proc(5), stat).
func processor(pid int) (time.Duration, error) {
	const utime, stime = 11, 12    // after the name in brackets, which may hold anything
	const tick = time.Second / 100 // USER_HZ
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(content[strings.LastIndexByte(string(content), ')')+1:]))
	if len(fields) <= stime {
		return 0, fmt.Errorf("the processor time of %d: %q", pid, content)
	}
	user, err1 := strconv.Atoi(fields[utime])
	system, err2 := strconv.Atoi(fields[stime])
	return time.Duration(user+system) * tick, errors.Join(err1, err2)
}

// memory is what a process has in memory, and how much of that is no file's, in MB (proc(5), status).
func memory(pid int) (resident, anonymous float64, err error) {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(content)) {
		name, value, _ := strings.Cut(line, ":")
		into := map[string]*float64{"VmRSS": &resident, "RssAnon": &anonymous}[name]
		if into == nil {
			continue
		}
		kilobytes, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")), 64)
		if err != nil {
			return 0, 0, fmt.Errorf("%s of %d: %w", name, pid, err)
		}
		*into = kilobytes / 1024
	}
	return resident, anonymous, nil
}
