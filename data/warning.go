package data

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// PlaceWarning says why the place of the data file at path is not a good one, in a sentence or two, or "": a disk in the network, whose
// locks and writing cannot be relied upon, or a folder that a cloud service copies while the file is being written.
func PlaceWarning(path string) string {
	p, err := locate(path)
	if err != nil {
		return ""
	}
	dir := filepath.Dir(p.file)
	if kind := networkKind(dir); kind != "" {
		return fmt.Sprintf("The data file lies on a network disk (%s). Locks and writing there are not always what they claim to be, so a save may be lost with the connection. "+
			"Keep the file on a disk of this computer, and choose the network for backups.", kind)
	}
	if service := cloudService(dir, func(name string) bool { _, err := os.Lstat(name); return err == nil }); service != "" {
		return fmt.Sprintf("The data file lies in a folder that %s copies. It may copy the file in the middle of a save, or put an older one over it. "+
			"Keep the file elsewhere, choose this folder for backups, and use Export and Import for two computers.", service)
	}
	return ""
}

// cloudMarks are files and folders by which the folder of a service is known.
var cloudMarks = []struct{ name, service string }{
	{".dropbox", "Dropbox"}, {".dropbox.cache", "Dropbox"}, {".stfolder", "Syncthing"}, {".owncloudsync.log", "ownCloud"}, {".nextcloudsync.log", "Nextcloud"},
	{".tmp.drivedownload", "Google Drive"}, {".tmp.driveupload", "Google Drive"}, {".SynologyWorkingDirectory", "Synology Drive"}, {".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"},
}

// cloudNames are how such folders are called.
var cloudNames = []struct{ begins, service string }{
	{"Dropbox", "Dropbox"}, {"OneDrive", "OneDrive"}, {"Google Drive", "Google Drive"}, {"GoogleDrive", "Google Drive"}, {"Nextcloud", "Nextcloud"}, {"ownCloud", "ownCloud"},
	{"com~apple~CloudDocs", "iCloud"}, {"Mobile Documents", "iCloud"}, {"pCloudDrive", "pCloud"}, {"pCloud Drive", "pCloud"}, {"MEGAsync", "MEGA"}, {"SynologyDrive", "Synology Drive"},
}

// cloudService is the service that copies a folder, by its name and by what lies in it or above it; "" for none that is known.
func cloudService(dir string, exists func(path string) bool) string {
	for {
		for _, m := range cloudMarks {
			if exists(filepath.Join(dir, m.name)) {
				return m.service
			}
		}
		name := filepath.Base(dir)
		for _, n := range cloudNames {
			// "OneDrive", "OneDrive - Contoso", "Dropbox (Personal)"; but not "Dropboxes"
			if rest, ok := strings.CutPrefix(name, n.begins); ok && (rest == "" || strings.ContainsAny(rest[:1], " -(")) {
				return n.service
			}
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}
