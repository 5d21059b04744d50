package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// SiteKind is what kind of place a data file lies in; "" is a disk of this computer, as far as can be told.
type SiteKind string

// Places that are not good for a data file.
const (
	SiteNetwork SiteKind = "network"
	SiteCloud   SiteKind = "cloud"
)

// Site is the place a data file lies in, as far as it matters for its safety.
type Site struct {
	Kind   SiteKind
	Name   string // of the network file system or of the service: "NFS", "Dropbox"
	Folder string // that is synchronised; "" on a network
	Path   string // of the data file
}

// Sentence says what is the matter with the place; "" when nothing is.
func (s Site) Sentence() string {
	switch s.Kind {
	case SiteNetwork:
		return fmt.Sprintf("%s lies on a network drive (%s).", s.Path, s.Name)
	case SiteCloud:
		return fmt.Sprintf("%s lies in a folder that %s synchronises (%s).", s.Path, s.Name, s.Folder)
	}
	return ""
}

// Advice says why that matters and what to do; "" when nothing is the matter.
func (s Site) Advice() string {
	switch s.Kind {
	case SiteNetwork:
		return "Locks and saving are not to be relied on across a network: a broken connection or a second computer can damage the file. Keep it on a disk of this computer."
	case SiteCloud:
		return "Such a service may copy the file in the middle of a change, or bring an older state of it back. Keep it outside that folder, and let the service have the backups instead: it may be the second folder for them."
	}
	return ""
}

// SiteOf looks in what kind of place the data file at path lies, or would lie. It looks at names only.
func SiteOf(path string) Site {
	p, err := locate(path)
	if err != nil {
		return Site{Path: path}
	}
	fs, _ := fileSystem(filepath.Dir(p.file))
	s := judgeSite(siteFacts{file: filepath.ToSlash(p.file), system: runtime.GOOS, fs: fs, has: func(folder, name string) bool {
		_, err := os.Lstat(filepath.Join(filepath.FromSlash(folder), filepath.FromSlash(name)))
		return err == nil
	}})
	s.Path = p.path
	return s
}

// Site looks in what kind of place this data file lies.
func (s *Store) Site() Site { return SiteOf(s.path) }

// fileSystemKind is what a system calls the file system of a folder, and whether it says that it lies on another computer.
type fileSystemKind struct {
	name    string // "ext4", "nfs4", "fuse.sshfs", …; "" when it does not tell
	network bool
}

// siteFacts are what a place is judged by.
type siteFacts struct {
	file   string // absolute, links followed, with slashes
	system string // as Go calls it: "linux", "darwin", "windows"
	fs     fileSystemKind
	has    func(folder, name string) bool // whether there is something of that name in a folder
}

// judgeSite says what kind of place it is. A synchronised folder is named before the network below it: it is what people know.
func judgeSite(f siteFacts) Site {
	folders := parents(f.file)
	for i, folder := range folders {
		name := folder[strings.LastIndex(folder, "/")+1:]
		within := ""
		if i > 0 {
			within = folders[i-1]
		}
		if service := serviceByName(name, within); service != "" {
			return Site{Kind: SiteCloud, Name: service, Folder: folder}
		}
		for _, m := range serviceMarkers {
			if f.has(folder, m.marker) {
				return Site{Kind: SiteCloud, Name: m.service, Folder: folder}
			}
		}
	}
	if name, ok := networkName(f.fs.name); ok {
		return Site{Kind: SiteNetwork, Name: name}
	}
	if f.fs.network || f.system == "windows" && strings.HasPrefix(f.file, "//") && !strings.HasPrefix(f.file, "//?/") {
		name := f.fs.name
		if name == "" {
			name = "shared by another computer"
		}
		return Site{Kind: SiteNetwork, Name: name}
	}
	return Site{}
}

// parents lists the folders around a file, the outermost first.
func parents(file string) (out []string) {
	for at, c := range file {
		if c == '/' && at > 0 && file[at-1] != '/' {
			out = append(out, file[:at])
		}
	}
	return out
}

// serviceMarkers are what services of synchronisation leave in the folder they look after.
var serviceMarkers = []struct{ marker, service string }{
	{".dropbox.cache", "Dropbox"},
	{".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
	{".tmp.drivedownload", "Google Drive"},
	{".tmp.driveupload", "Google Drive"},
	{".nextcloudsync.log", "Nextcloud"},
	{".owncloudsync.log", "ownCloud"},
	{".stfolder", "Syncthing"},
	{".sync/ID", "Resilio Sync"},
	{".SynologyWorkingDirectory", "Synology Drive"},
	{".megaignore", "MEGA"},
}

// serviceFolders are the names these services give their folders.
var serviceFolders = map[string]string{
	"dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive", "nextcloud": "Nextcloud",
	"owncloud": "ownCloud", "iclouddrive": "iCloud Drive", "icloud drive": "iCloud Drive", "mobile documents": "iCloud Drive", "box sync": "Box",
	"megasync": "MEGA", "pclouddrive": "pCloud", "pcloud drive": "pCloud", "seadrive": "Seafile", "seafile": "Seafile", "synologydrive": "Synology Drive",
	"proton drive": "Proton Drive", "yandex.disk": "Yandex Disk",
}

// serviceByName recognises a folder by its name: "OneDrive - School", "Dropbox (Personal)", on a Mac "CloudStorage/GoogleDrive-me@…".
func serviceByName(name, within string) string {
	name = strings.ToLower(name)
	if service := serviceFolders[name]; service != "" {
		return service
	}
	before, _, dashed := strings.Cut(name, "-")
	switch {
	case strings.HasSuffix(within, "/Library/CloudStorage"):
		if service := serviceFolders[before]; service != "" {
			return service
		}
		return "a cloud service"
	case strings.HasPrefix(name, "dropbox ("):
		return "Dropbox"
	case dashed && strings.TrimSpace(before) == "onedrive":
		return "OneDrive"
	}
	return ""
}

// networkFileSystems are the names systems have for file systems that lie on another computer, and what people call them.
var networkFileSystems = map[string]string{
	"nfs": "NFS", "nfs4": "NFS", "cifs": "SMB", "smb": "SMB", "smb2": "SMB", "smb3": "SMB", "smbfs": "SMB", "afpfs": "AFP", "webdav": "WebDAV", "davfs": "WebDAV",
	"davfs2": "WebDAV", "sshfs": "SSHFS", "rclone": "rclone", "gvfsd-fuse": "a network place of the desktop", "kio-fuse": "a network place of the desktop", "curlftpfs": "FTP", "s3fs": "S3",
	"goofys": "S3", "gcsfuse": "Google Cloud Storage", "onedriver": "OneDrive", "google-drive-ocamlfuse": "Google Drive", "glusterfs": "GlusterFS", "ceph": "Ceph", "ceph-fuse": "Ceph",
	"9p": "9P", "virtiofs": "a folder of the host computer", "vboxsf": "a folder of the host computer", "vmhgfs": "a folder of the host computer", "vmhgfs-fuse": "a folder of the host computer",
	"prl_fs": "a folder of the host computer", "afs": "AFS", "coda": "Coda", "lustre": "Lustre", "ocfs2": "OCFS2", "gfs2": "GFS2", "gpfs": "GPFS", "beegfs": "BeeGFS",
}

// networkName recognises a network file system by the name its system has for it.
func networkName(name string) (string, bool) {
	name = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(name), "fuse."), "fuseblk.")
	people, ok := networkFileSystems[name]
	return people, ok
}
