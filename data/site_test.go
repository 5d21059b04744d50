package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPlacesThatAreNotGoodForADataFile(t *testing.T) {
	for name, tt := range map[string]struct {
		file, system, fs string
		remote           bool   // as the system says
		marker           string // something that lies there
		kind             SiteKind
		called, folder   string
	}{
		"a disk":                     {file: "/homes/ann/.local/share/milepost/milepost.db", fs: "ext4"},
		"a disk on a Mac":            {file: "/Users/Ann/Library/Application Support/Milepost/milepost.db", system: "darwin", fs: "apfs"},
		"a disk on Windows":          {file: "C:/Users/Ann/AppData/Roaming/Milepost/milepost.db", system: "windows"},
		"a long path on Windows":     {file: "//?/C:/Users/Ann/study.db", system: "windows"},
		"a stick":                    {file: "/media/ann/stick/study.db", fs: "vfat"},
		"a stick by FUSE":            {file: "/media/ann/stick/study.db", fs: "fuseblk"},
		"an encrypted folder":        {file: "/homes/ann/vault/study.db", fs: "fuse.gocryptfs"},
		"NFS":                        {file: "/homes/ann/study.db", fs: "nfs4", kind: SiteNetwork, called: "NFS"},
		"CIFS":                       {file: "/mnt/share/study.db", fs: "cifs", kind: SiteNetwork, called: "SMB"},
		"SSHFS":                      {file: "/mnt/box/study.db", fs: "fuse.sshfs", kind: SiteNetwork, called: "SSHFS"},
		"9P":                         {file: "/mnt/c/study.db", fs: "9p", kind: SiteNetwork, called: "9P"},
		"SMB on a Mac":               {file: "/Volumes/share/study.db", system: "darwin", fs: "smbfs", remote: true, kind: SiteNetwork, called: "SMB"},
		"something on a Mac":         {file: "/Volumes/share/study.db", system: "darwin", fs: "macfuse", remote: true, kind: SiteNetwork, called: "macfuse"},
		"a drive on Windows":         {file: "Z:/study.db", system: "windows", remote: true, kind: SiteNetwork, called: "shared by another computer"},
		"a share on Windows":         {file: "//server/share/study.db", system: "windows", kind: SiteNetwork, called: "shared by another computer"},
		"two slashes elsewhere":      {file: "//server/share/study.db", system: "linux", fs: "ext4"},
		"Dropbox by name":            {file: "/homes/ann/Dropbox/exam/study.db", kind: SiteCloud, called: "Dropbox", folder: "/homes/ann/Dropbox"},
		"Dropbox of two":             {file: "/homes/ann/Dropbox (Personal)/study.db", kind: SiteCloud, called: "Dropbox", folder: "/homes/ann/Dropbox (Personal)"},
		"Dropbox by what lies there": {file: "/data/box/exam/study.db", marker: "/data/box/.dropbox.cache", kind: SiteCloud, called: "Dropbox", folder: "/data/box"},
		"Dropbox's settings":         {file: "/homes/ann/study.db", marker: "/homes/ann/.dropbox"},
		"a note about Dropbox":       {file: "/homes/ann/Dropbox notes/study.db"},
		"OneDrive of a school":       {file: "C:/Users/Ann/OneDrive - School/study.db", system: "windows", kind: SiteCloud, called: "OneDrive", folder: "C:/Users/Ann/OneDrive - School"},
		"Google Drive on a Mac":      {file: "/Users/Ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/study.db", system: "darwin", kind: SiteCloud, called: "Google Drive", folder: "/Users/Ann/Library/CloudStorage/GoogleDrive-ann@example.org"},
		"another service on a Mac":   {file: "/Users/Ann/Library/CloudStorage/Example-ann/study.db", system: "darwin", kind: SiteCloud, called: "a cloud service", folder: "/Users/Ann/Library/CloudStorage/Example-ann"},
		"iCloud":                     {file: "/Users/Ann/Library/Mobile Documents/com~apple~CloudDocs/study.db", system: "darwin", kind: SiteCloud, called: "iCloud Drive", folder: "/Users/Ann/Library/Mobile Documents"},
		"Nextcloud":                  {file: "/homes/ann/Cloud/study.db", marker: "/homes/ann/Cloud/.nextcloudsync.log", kind: SiteCloud, called: "Nextcloud", folder: "/homes/ann/Cloud"},
		"Syncthing":                  {file: "/homes/ann/Sync/a/b/study.db", marker: "/homes/ann/Sync/.stfolder", kind: SiteCloud, called: "Syncthing", folder: "/homes/ann/Sync"},
		"Syncthing beside it":        {file: "/homes/ann/study.db", marker: "/homes/ann/Sync/.stfolder"},
		"a cloud folder on NFS":      {file: "/homes/ann/Dropbox/study.db", fs: "nfs", kind: SiteCloud, called: "Dropbox", folder: "/homes/ann/Dropbox"},
		"a file called Dropbox":      {file: "/homes/ann/Dropbox", fs: "ext4"},
	} {
		t.Run(name, func(t *testing.T) {
			if tt.system == "" {
				tt.system = "linux"
			}
			got := judgeSite(siteFacts{file: tt.file, system: tt.system, fs: fileSystemKind{name: tt.fs, network: tt.remote}, has: func(folder, name string) bool {
				return tt.marker != "" && folder+"/"+name == tt.marker
			}})
			want := Site{Kind: tt.kind, Name: tt.called, Folder: tt.folder}
			if got != want {
				t.Fatalf("it is %+v, not %+v", got, want)
			}
			got.Path = tt.file
			if told := got.Sentence() != "" && got.Advice() != "" && strings.Contains(got.Sentence(), got.Name); told != (tt.kind != "") {
				t.Errorf("it says %q %q", got.Sentence(), got.Advice())
			}
		})
	}
}

func TestASynchronisedFolderIsRecognisedOnDisk(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "exam", "study.db")
	if err := os.MkdirAll(filepath.Join(dir, "exam"), 0o700); err != nil {
		t.Fatal(err)
	}
	if s := SiteOf(path); s.Kind == SiteCloud {
		t.Fatalf("without a mark it is %+v", s)
	}
	if err := os.Mkdir(filepath.Join(dir, ".stfolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if s := SiteOf(path); s.Kind != SiteCloud || s.Name != "Syncthing" || s.Path != path {
		t.Errorf("it is %+v", s)
	}
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if s := SiteOf(link); s.Kind != SiteCloud {
		t.Errorf("through a link it is %+v", s)
	}
}
