package cli

import (
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The test program starts itself again as a child that the system kills at the first socket it opens, of whatever kind.
const withoutSocketsEnv = "MILEPOST_TEST_WITHOUT_SOCKETS"

// forbidSockets has the system kill this process, all of its threads, when it asks for a socket.
func forbidSockets() error {
	const (
		load, jumpIfEqual, answer = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, unix.BPF_RET | unix.BPF_K
		allThreads                = 1 // SECCOMP_FILTER_FLAG_TSYNC
		setFilter                 = 1 // SECCOMP_SET_MODE_FILTER
		kill, allow               = 0x80000000, 0x7fff0000
	)
	filter := []unix.SockFilter{
		{Code: load, K: 0}, // the number of the call
		{Code: jumpIfEqual, K: unix.SYS_SOCKET, Jt: 0, Jf: 1},
		{Code: answer, K: kill},
		{Code: jumpIfEqual, K: unix.SYS_SOCKETPAIR, Jt: 0, Jf: 1},
		{Code: answer, K: kill},
		{Code: answer, K: allow},
	}
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	if _, _, errno := unix.Syscall(unix.SYS_SECCOMP, setFilter, allThreads, uintptr(unsafe.Pointer(&program))); errno != 0 {
		return errno
	}
	return nil
}

// What a person does with the program in a day, as far as commands go.
var privateDay = []string{
	"sample --out sample.db", "exams", "study list", "today", "plan", "check", "readiness", "diary", "sources",
	"mock add --date 2026-11-22 --source Boson --score 89/125", "mock list", "undo", "redo", "backup", "backup list", "export --out all.json", "import all.json --preview",
	"conflicts", "verify", "salvage sample.db --out salvaged.db",
}

func TestInAChildWithoutSockets(t *testing.T) {
	part := os.Getenv(withoutSocketsEnv)
	if part == "" {
		return // it is for the child
	}
	if err := forbidSockets(); err != nil {
		t.Fatalf("forbid sockets: %v", err)
	}
	if part == "a socket" {
		_, _ = net.Dial("tcp", "127.0.0.1:9")
		return
	}
	t.Chdir(part)
	c := &terminal{t: t, data: filepath.Join(part, "sample.db")}
	for _, line := range privateDay {
		c.must(strings.Fields(line)...)
	}
}

// child runs the test above in a process of its own.
func child(t *testing.T, part string) (killed bool, out string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestInAChildWithoutSockets$", "-test.v")
	cmd.Env = append(os.Environ(), withoutSocketsEnv+"="+part)
	text, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	status, _ := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if err != nil && !status.Signaled() {
		t.Errorf("the child failed: %s", text)
	}
	return status.Signaled() && status.Signal() == unix.SIGSYS, string(text)
}

// No command opens a socket, neither into the network nor on this computer. That the system would notice is shown as well.
func TestNoCommandOpensASocket(t *testing.T) {
	if killed, out := child(t, "a socket"); !killed {
		t.Fatalf("a socket was not noticed: %s", out)
	}
	killed, out := child(t, t.TempDir())
	if killed {
		t.Errorf("a command opened a socket: %s", out)
	}
	if !strings.Contains(out, "PASS: TestInAChildWithoutSockets") {
		t.Errorf("the child said %s", out)
	}
}
