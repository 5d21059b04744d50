package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"milepost/data/backups"
)

// ErrClosed is answered by work with a store that was closed.
var ErrClosed = errors.New("the data file was closed")

// BackupOptions say what kind of backup is made.
type BackupOptions struct {
	Reason backups.Reason
	// WhenChanged makes none if the newest backup holds the very same and is sound.
	WhenChanged bool
	// Second is another folder that gets a copy, "" for none.
	Second string
	// Quick leaves out what can wait: thinning, and copies of older backups into the second folder.
	Quick bool
}

// BackupMade is what became of a backup.
type BackupMade struct {
	// Written is false when nothing has changed since the newest backup; the other fields then tell of that one.
	Written bool
	Path    string
	Name    string
	At      time.Time
	Reason  backups.Reason
	Size    int64 // bytes
	// SecondPath is where the copy in the second folder lies, "" without one.
	SecondPath string
	// First says why the backup lies in the second folder alone: it could not be made beside the data file, on a full disk perhaps.
	First error
	// Second says why there is no copy in the second folder, nil if there is or none was asked for. The backup itself is good all the same.
	Second error
	// Removed are the backups that were thinned out.
	Removed []string
}

// MakeBackup makes a backup in the folder of backups beside the data file: copied under another name while saving goes on, checked
// thoroughly, put on disk, named. Older ones are thinned out afterwards. It may be called from any goroutine.
func (s *Store) MakeBackup(ctx context.Context, opt BackupOptions) (BackupMade, error) {
	s.copying.Lock()
	defer s.copying.Unlock()
	return s.makeBackup(ctx, opt)
}

// makeBackup is MakeBackup for those who hold copying.
func (s *Store) makeBackup(ctx context.Context, opt BackupOptions) (BackupMade, error) {
	if s.closed {
		return BackupMade{}, ErrClosed
	}
	set, err := backupsOf(s.file)
	if err != nil {
		return BackupMade{}, err
	}
	made, err := s.backupInto(ctx, set, opt)
	if err != nil {
		return s.inSecondAlone(ctx, opt, fmt.Errorf("make a backup in %s: %w", set.dir, plain(err)))
	}
	if opt.Second != "" {
		made.SecondPath, made.Second = copyToSecond(ctx, set, made, secondJob{dataFile: s.file, folder: opt.Second, now: s.now(), quick: opt.Quick})
	}
	if made.Written && !opt.Quick {
		made.Removed, _ = set.thin(s.now()) // one that cannot be deleted now is in nobody's way
	}
	return made, nil
}

// inSecondAlone makes a backup in the second folder when there is no place beside the data file. It answers the failure it is given if
// that cannot be done either.
func (s *Store) inSecondAlone(ctx context.Context, opt BackupOptions, failed error) (BackupMade, error) {
	if opt.Second == "" || checkThere(opt.Second) != nil || ctx.Err() != nil {
		return BackupMade{}, failed
	}
	set, err := secondSet(s.file, opt.Second)
	if err != nil {
		return BackupMade{}, failed
	}
	made, err := s.backupInto(ctx, set, opt)
	if err != nil {
		return BackupMade{}, failed
	}
	made.First, made.SecondPath = failed, made.Path
	return made, nil
}

// checkThere refuses a second folder that is away.
func checkThere(folder string) error {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("the second folder for backups, %s, is not there; connect its disk, or choose another folder", folder)
	}
	return nil
}

// backupInto makes one backup in a folder.
func (s *Store) backupInto(ctx context.Context, set backupSet, opt BackupOptions) (BackupMade, error) {
	now := s.now().UTC()
	made, err := set.make()
	if err != nil {
		return BackupMade{}, err
	}
	if made {
		defer os.Remove(set.dir) // goes again when nothing came to lie in it
	}
	removeLeftovers(set.dir, tempPattern, now)
	if opt.Reason != backups.BeforeRestore { // then one of these is being made
		removeLeftovers(filepath.Dir(s.file), candidatePattern, now)
	}
	tmp, err := emptyFile(set.dir, tempPattern)
	if err != nil {
		return BackupMade{}, err
	}
	defer removeUnfinished(tmp) // gone already when all went well
	reached("begun")
	want, err := s.vacuumInto(ctx, tmp)
	if err != nil {
		return BackupMade{}, err
	}
	reached("copied")
	digest, err := digestOf(tmp)
	if err != nil {
		return BackupMade{}, err
	}
	names, err := set.find()
	if err != nil {
		return BackupMade{}, err
	}
	if n, ok := newest(names, now); opt.WhenChanged && ok && n.Digest == digest && set.stateOf(n) == backups.Good {
		return madeOf(set, n, false)
	}
	if err := checkCopy(ctx, tmp, want); err != nil {
		return BackupMade{}, err
	}
	reached("checked")
	n := backups.Name{Owner: set.owner, At: momentFor(now, names), Reason: opt.Reason, Digest: digest}
	if err := putInPlace(tmp, set.pathOf(n)); err != nil && !errors.Is(err, fs.ErrExist) { // the same moment, reason and content: it is there
		return BackupMade{}, err
	}
	reached("named")
	return madeOf(set, n, true)
}

func madeOf(set backupSet, n backups.Name, written bool) (BackupMade, error) {
	path := set.pathOf(n)
	info, err := os.Stat(path)
	if err != nil {
		return BackupMade{}, err
	}
	return BackupMade{Written: written, Path: path, Name: n.File(), At: n.At, Reason: n.Reason, Size: info.Size()}, nil
}

// secondJob is the copying of backups into another folder.
type secondJob struct {
	dataFile, folder string
	now              time.Time
	quick            bool
}

// secondCatchUp is how many older backups are copied at a time after the second folder was away, as a stick often is.
const secondCatchUp = 5

// copyToSecond copies the newest backup into the second folder, and some of those that are missing there. The folder itself must
// be there: made anew it would be an empty folder where the stick should be.
func copyToSecond(ctx context.Context, from backupSet, made BackupMade, job secondJob) (string, error) {
	if err := checkThere(job.folder); err != nil {
		return "", err
	}
	to, err := secondSet(job.dataFile, job.folder)
	if err != nil {
		return "", err
	}
	path := filepath.Join(to.dir, made.Name)
	if err := job.copyMissing(ctx, from, to, made.Name); err != nil {
		return "", fmt.Errorf("copy the backup to the second folder %s: %w", job.folder, plain(err))
	}
	return path, nil
}

func (job secondJob) copyMissing(ctx context.Context, from, to backupSet, first string) error {
	if _, err := to.make(); err != nil {
		return err
	}
	removeLeftovers(to.dir, tempPattern, job.now)
	if err := copyVerified(from, to, first); err != nil {
		return err
	}
	if job.quick {
		return nil
	}
	missing, err := missingIn(from, to, job.now)
	if err != nil {
		return err
	}
	for _, n := range missing[:min(len(missing), secondCatchUp)] {
		if ctx.Err() != nil || from.stateOf(n) != backups.Good {
			continue
		}
		if err := copyVerified(from, to, n.File()); err != nil {
			return err
		}
	}
	_, err = to.thin(job.now)
	return err
}

// missingIn lists the backups that are missing in another folder and would stay there, the newest first.
func missingIn(from, to backupSet, now time.Time) ([]backups.Name, error) {
	here, err := from.find()
	if err != nil {
		return nil, err
	}
	there, err := to.find()
	if err != nil {
		return nil, err
	}
	absent := slices.DeleteFunc(slices.Clone(here), func(n backups.Name) bool { return slices.Contains(there, n) })
	keep, _ := backups.Thin(now, takenForGood(slices.Concat(there, absent)))
	missing := []backups.Name{}
	for _, e := range keep {
		if slices.Contains(absent, e.Name) {
			missing = append(missing, e.Name)
		}
	}
	return missing, nil
}

// copyVerified copies a backup under another name, puts it on disk, reads it back and only then gives it its name.
func copyVerified(from, to backupSet, name string) error {
	n, ok := backups.Parse(from.owner, name)
	if !ok {
		return fmt.Errorf("%s is not the name of a backup", name)
	}
	target := to.pathOf(n)
	if _, err := os.Lstat(target); err == nil && to.stateOf(n) == backups.Good {
		return nil
	}
	tmp, err := emptyFile(to.dir, tempPattern)
	if err != nil {
		return err
	}
	defer os.Remove(tmp)
	if err := copyOver(from.pathOf(n), tmp); err != nil {
		return err
	}
	if err := syncFile(tmp); err != nil {
		return err
	}
	reached("second copied")
	digest, err := digestOf(tmp)
	if err != nil {
		return err
	}
	if digest != n.Digest {
		return fmt.Errorf("what was read back is not what was written; the disk may be failing")
	}
	if err := os.Rename(tmp, target); err != nil { // over a damaged copy of the same backup, if there is one
		return err
	}
	return syncFolder(to.dir)
}
