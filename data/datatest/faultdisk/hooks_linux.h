// What Go calls of hooks_linux.c.
#ifndef MILEPOST_FAULTDISK_H
#define MILEPOST_FAULTDISK_H

#include <stddef.h>

// Kinds of faults.
enum {
  FD_NONE = 0,
  FD_FULL,    // every write fails with ENOSPC
  FD_GROWING, // every write beyond the end of a file fails with ENOSPC, as does making one; what is there can be written over
  FD_SHORT,   // the first write writes half, then it is FD_FULL
  FD_ONCE,    // one write fails with ENOSPC
  FD_SYNC,    // one fsync fails with EIO
  FD_SYNCS    // every fsync fails with EIO
};

int fd_install(void);              // 0, or what could not be hooked
void fd_arm(int kind, long first); // fail at the first-th call from now
void fd_heal(void);                // no more faults
long fd_calls(void);               // calls that could have failed since fd_arm
long fd_failed(void);              // calls that did fail since fd_arm

void fd_record(int on);            // begin an empty record, or stop
void fd_mark(long n);              // write a mark into the record
const void *fd_log(size_t *bytes); // the record; good until the next fd_record

#endif
