package data

import (
	"bytes"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// magics are the numbers by which Linux tells network file systems. They are 32 bits wide.
var magics = map[uint32]string{
	unix.NFS_SUPER_MAGIC: "nfs", unix.SMB_SUPER_MAGIC: "smb", unix.CIFS_SUPER_MAGIC: "cifs", unix.SMB2_SUPER_MAGIC: "smb2", unix.V9FS_MAGIC: "9p",
	unix.AFS_SUPER_MAGIC: "afs", unix.AFS_FS_MAGIC: "afs", unix.CODA_SUPER_MAGIC: "coda", unix.CEPH_SUPER_MAGIC: "ceph", unix.OCFS2_SUPER_MAGIC: "ocfs2",
	0x0bd00bd0: "lustre", 0x786f4256: "vboxsf", 0xbacbacbc: "vmhgfs", 0x01161970: "gfs2", 0x6a656a63: "virtiofs", 0x19830326: "beegfs", 0x47504653: "gpfs",
}

// fileSystem tells on what a file or folder lies.
func fileSystem(path string) (kind fileSystemKind, known bool) {
	var stat unix.Statfs_t
	if err := unix.Statfs(path, &stat); err != nil {
		return kind, false
	}
	magic := uint32(stat.Type)
	if magic == unix.FUSE_SUPER_MAGIC { // anything: which it is stands in the list of what is mounted
		list, err := os.ReadFile("/proc/self/mountinfo")
		if err != nil {
			return fileSystemKind{name: "fuse"}, true
		}
		kind.name = mountedType(list, path)
	} else {
		kind.name = magics[magic]
	}
	_, kind.network = networkName(kind.name)
	return kind, true
}

// mountedType finds the type of the file system a path lies on in a list as Linux keeps it (proc_pid_mountinfo(5)); "" when it is not
// there. The last of several that are mounted in one place is the one that is seen.
func mountedType(list []byte, path string) (kind string) {
	longest := -1
	for line := range bytes.Lines(list) {
		before, after, ok := strings.Cut(string(line), " - ")
		fields := strings.Fields(before)
		const pointField = 4
		if !ok || len(fields) <= pointField {
			continue
		}
		point := unescapeMount(fields[pointField])
		if !within(path, point) || len(point) < longest {
			continue
		}
		kind, _, _ = strings.Cut(after, " ")
		longest = len(point)
	}
	return kind
}

// within tells whether a path is a folder or lies in it.
func within(path, folder string) bool {
	rest, ok := strings.CutPrefix(path, strings.TrimSuffix(folder, "/"))
	return ok && (rest == "" || rest[0] == '/')
}

// unescapeMount undoes the octal numbers that stand for blanks and the like.
func unescapeMount(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}
