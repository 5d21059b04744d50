package data

import "syscall"

// networkMagic are the file systems of Linux that lie in the network, by their number (statfs(2)). FUSE is not among them: it is used for
// disks of this computer too.
var networkMagic = map[uint32]string{
	0x6969: "NFS", 0x517b: "SMB", 0xff534d42: "SMB", 0xfe534d42: "SMB", 0x564c: "NCP", 0x73757245: "Coda", 0x5346414f: "AFS", 0x6b414653: "AFS", 0x00c36400: "Ceph", 0x01021997: "9P",
}

// networkKind names the network file system a folder lies on; "" for a disk of this computer.
func networkKind(dir string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return ""
	}
	return networkMagic[uint32(s.Type)]
}
