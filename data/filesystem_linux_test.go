package data

import (
	"os"
	"testing"
)

const someMounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
60 27 0:50 / /homes/ann/far rw,nosuid shared:30 master:1 - fuse.sshfs ann@box:/ rw,user_id=1000
61 27 0:51 / /homes/ann/far\040away rw - fuse.rclone drive: rw
62 60 0:52 / /homes/ann/far/inner rw - fuseblk /dev/sdb1 rw
63 27 0:53 / /homes/ann/far/inner rw - fuse.davfs dav rw
`

func TestTheTypeOfAFuseFileSystemIsThatOfTheInnermostMount(t *testing.T) {
	for path, want := range map[string]string{
		"/homes/ann/study.db":           "ext4",
		"/homes/ann/far":                "fuse.sshfs",
		"/homes/ann/far/study.db":       "fuse.sshfs",
		"/homes/ann/farther/study.db":   "ext4",
		"/homes/ann/far away/study.db":  "fuse.rclone",
		"/homes/ann/far/inner/study.db": "fuse.davfs",
		"relative":                      "",
	} {
		if got := mountedType([]byte(someMounts), path); got != want {
			t.Errorf("%s lies on %q, not %q", path, got, want)
		}
	}
}

func TestTheFileSystemOfThisComputerIsToldWithoutAnError(t *testing.T) {
	if _, known := fileSystem(t.TempDir()); !known {
		t.Error("it is not known")
	}
	if kind, known := fileSystem("/proc/self"); !known || kind.network {
		t.Errorf("/proc is %+v, %v", kind, known)
	}
	list, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	if got := mountedType(list, "/proc/self"); got != "proc" {
		t.Errorf("/proc is %q", got)
	}
}

func FuzzMountedType(f *testing.F) {
	f.Add([]byte(someMounts), "/homes/ann/far/study.db")
	f.Add([]byte("1 2 3 4 / - "), "/")
	f.Add([]byte(" - \n\\040 - x"), "")
	f.Fuzz(func(t *testing.T, list []byte, path string) {
		if kind := mountedType(list, path); kind != mountedType(list, path) || len(kind) > len(list) {
			t.Errorf("it is %q", kind)
		}
	})
}
