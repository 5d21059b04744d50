//go:build unix

package data_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
)

// wantPrivate fails for every file and folder below dir that others have rights to.
func wantPrivate(t *testing.T, when, dir string) {
	t.Helper()
	check(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		want := os.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		}
		if rights := must(e.Info()).Mode().Perm(); rights != want {
			t.Errorf("%s, %s has the rights %v", when, path, rights)
		}
		return nil
	}))
}

// Whatever the system would give to others by itself: all that is made is its owner's alone.
func TestEverythingThatIsMadeIsForItsOwnerAlone(t *testing.T) {
	root := filepath.Join(t.TempDir(), "root")
	check(t, os.Mkdir(root, 0o700))
	second := filepath.Join(root, "second")
	check(t, os.Mkdir(second, 0o700))
	defer unix.Umask(unix.Umask(0))
	path := filepath.Join(root, "a", "b", "study.milepost")
	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(t, err)
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	must(data.Summon(path))
	wantPrivate(t, "while it is open", root)

	made := must(s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.ByHand, Second: second}))
	check(t, made.Second)
	data.OnStep(func(step string) { wantPrivate(t, "at "+step, root) })
	defer data.OnStep(func(string) {})
	must(data.RehearseBackup(t.Context(), path, datatest.Now))
	check(t, s.Backup(t.Context(), filepath.Join(root, "elsewhere", "copy.milepost")))
	s, _, err = s.Restore(t.Context(), made.Path)
	check(t, err)
	check(t, os.Remove(path))
	s, err = s.PutBack(t.Context())
	check(t, err)
	s, err = s.MoveTo(t.Context(), filepath.Join(root, "new", "study.milepost"))
	check(t, err)
	wantPrivate(t, "after all of it", root)
	check(t, s.Close())

	check(t, os.WriteFile(path, []byte("spoiled"), 0o600))
	must(data.Restore(t.Context(), path, made.Path, datatest.Clock))
	wantPrivate(t, "after a restore over a spoiled file", root)
}

// A file that came with wider rights keeps them until somebody says otherwise; copies of it never have them.
func TestAFileWithWiderRightsIsToldAndItsCopiesArePrivate(t *testing.T) {
	dir := t.TempDir()
	for at := dir; at != filepath.Dir(at) && at != os.TempDir(); at = filepath.Dir(at) {
		check(t, os.Chmod(at, 0o755))
	}
	path := filepath.Join(dir, "study.milepost")
	sound(t, path)
	if data.OthersMayRead(path) {
		t.Fatal("a file that Milepost made is open to others")
	}
	check(t, os.Chmod(path, 0o644))
	s := datatest.OpenAt(t, path)
	if !s.OthersMayRead() || !data.OthersMayRead(path) {
		t.Fatal("it is not noticed")
	}
	same(t, "rights", must(os.Stat(path)).Mode().Perm(), os.FileMode(0o644))
	made := must(s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.ByHand}))
	same(t, "rights of a backup", must(os.Stat(made.Path)).Mode().Perm(), os.FileMode(0o600))
	check(t, os.Chmod(dir, 0o700))
	if s.OthersMayRead() {
		t.Error("in a folder that is closed to others it is told")
	}
	check(t, os.Chmod(dir, 0o755))
	check(t, s.MakePrivate())
	if s.OthersMayRead() {
		t.Error("it is told after it was made private")
	}
	for _, part := range []string{"", "-wal", "-shm"} {
		same(t, "rights of "+part, must(os.Stat(path+part)).Mode().Perm(), os.FileMode(0o600))
	}
	check(t, saveMock(t.Context(), s, "fresh")) // and it is at work as before
}
