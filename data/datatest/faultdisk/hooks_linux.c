// The calls by which SQLite writes, each with a fault that can be armed and a line in a record. Everything here is called from
// many threads and holds one lock.

#define _GNU_SOURCE
#include "hooks_linux.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The head of SQLite's sqlite3_vfs, version 3: a promise of its interface (https://www.sqlite.org/c3ref/vfs.html).
typedef struct vfs vfs;
typedef void (*any_call)(void);
struct vfs {
  int version, file_size, longest_path;
  vfs *next;
  const char *name;
  void *data;
  any_call version1[12], version2[1];
  int (*set_call)(vfs *, const char *, any_call);
};

// Weak, because cgo links this file by itself once; the program has the definition from the one SQLite there is.
extern vfs *sqlite3_vfs_find(const char *) __attribute__((weak));

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// The fault.
static int kind;
static long first, calls, failed;

// spoil counts a call and tells whether it shall fail. The lock is held.
static int spoil(int sync, int grows) {
  int wanted = kind == FD_SYNC || kind == FD_SYNCS;
  if (kind == FD_NONE || wanted != sync || (kind == FD_GROWING && !grows)) return 0;
  calls++;
  int fails = (kind == FD_ONCE || kind == FD_SYNC) ? calls == first : calls >= first;
  failed += fails;
  return fails;
}

// The record: for each call a head, the path and the bytes written.
struct head {
  int64_t offset; // of a write; the size of a truncation; the number of a mark
  int32_t bytes;  // that follow the path
  int16_t path;   // length of the path
  int16_t what;   // 'c' made, 'w' written, 't' truncated, 's' synced, 'u' unlinked, 'm' mark
};
static int recording;
static char *record;
static size_t used, room;
#define DESCRIPTORS 4096
static char *paths[DESCRIPTORS]; // of the open files

static void note(int what, const char *path, int64_t offset, const void *bytes, size_t n) {
  if (!recording || path == NULL) return;
  struct head h = {offset, (int32_t)n, (int16_t)strlen(path), (int16_t)what};
  size_t more = sizeof h + (size_t)h.path + n;
  if (used + more > room) {
    room = 2 * (used + more);
    record = realloc(record, room);
    if (record == NULL) abort();
  }
  memcpy(record + used, &h, sizeof h);
  memcpy(record + used + sizeof h, path, (size_t)h.path);
  if (n > 0) memcpy(record + used + sizeof h + h.path, bytes, n);
  used += more;
}

static const char *path_of(int fd) { return fd >= 0 && fd < DESCRIPTORS ? paths[fd] : NULL; }

static void name_descriptor(int fd, const char *path) {
  if (fd < 0 || fd >= DESCRIPTORS) return;
  free(paths[fd]);
  paths[fd] = path == NULL ? NULL : strdup(path);
}

static int grows(int fd, int64_t end) {
  struct stat s;
  return fstat(fd, &s) != 0 || end > s.st_size;
}

static int no_space(void) {
  errno = ENOSPC;
  return -1;
}

static ssize_t hooked_pwrite(int fd, const void *bytes, size_t n, off_t offset) {
  pthread_mutex_lock(&lock);
  ssize_t answer;
  if (spoil(0, grows(fd, offset + (int64_t)n))) {
    answer = no_space();
    if (kind == FD_SHORT && failed == 1 && n > 1) answer = pwrite(fd, bytes, n / 2, offset);
  } else {
    answer = pwrite(fd, bytes, n, offset);
  }
  if (answer > 0) note('w', path_of(fd), offset, bytes, (size_t)answer);
  int why = errno;
  pthread_mutex_unlock(&lock);
  errno = why;
  return answer;
}

static ssize_t hooked_write(int fd, const void *bytes, size_t n) {
  off_t at = lseek(fd, 0, SEEK_CUR);
  if (at < 0) return write(fd, bytes, n);
  ssize_t answer = hooked_pwrite(fd, bytes, n, at);
  if (answer > 0) {
    int why = errno;
    lseek(fd, at + answer, SEEK_SET);
    errno = why;
  }
  return answer;
}

static int hooked_ftruncate(int fd, off_t size) {
  pthread_mutex_lock(&lock);
  int answer = spoil(0, grows(fd, size)) ? no_space() : ftruncate(fd, size);
  if (answer == 0) note('t', path_of(fd), size, NULL, 0);
  int why = errno;
  pthread_mutex_unlock(&lock);
  errno = why;
  return answer;
}

static int hooked_fallocate(int fd, off_t offset, off_t n) {
  pthread_mutex_lock(&lock);
  int answer = spoil(0, 1) ? ENOSPC : posix_fallocate(fd, offset, n); // answers its error
  if (answer == 0) note('t', path_of(fd), offset + n, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}

static int hooked_open(const char *path, int flags, int mode) {
  pthread_mutex_lock(&lock);
  int makes = (flags & O_CREAT) != 0 && access(path, F_OK) != 0;
  int answer = makes && spoil(0, 1) ? no_space() : open(path, flags, mode);
  int why = errno;
  if (answer >= 0) {
    name_descriptor(answer, path);
    if (makes) note('c', path, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  errno = why;
  return answer;
}

static int hooked_close(int fd) {
  pthread_mutex_lock(&lock);
  name_descriptor(fd, NULL);
  pthread_mutex_unlock(&lock);
  return close(fd);
}

static int hooked_unlink(const char *path) {
  pthread_mutex_lock(&lock);
  int answer = unlink(path);
  int why = errno;
  if (answer == 0) note('u', path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  errno = why;
  return answer;
}

// sync_to_disk stands for fsync and fdatasync, which SQLite calls by name.
static int sync_to_disk(int fd, long call) {
  pthread_mutex_lock(&lock);
  int answer = -1, why = EIO;
  if (!spoil(1, 0)) {
    answer = (int)syscall(call, fd);
    why = errno;
    if (answer == 0) note('s', path_of(fd), 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  errno = why;
  return answer;
}

int fsync(int fd) { return sync_to_disk(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_to_disk(fd, SYS_fdatasync); }

int fd_install(void) {
  static const struct {
    const char *name;
    any_call call;
  } hooks[] = {
      {"open", (any_call)hooked_open},           {"close", (any_call)hooked_close},   {"write", (any_call)hooked_write},
      {"pwrite", (any_call)hooked_pwrite},       {"pwrite64", (any_call)hooked_pwrite}, {"ftruncate", (any_call)hooked_ftruncate},
      {"fallocate", (any_call)hooked_fallocate}, {"unlink", (any_call)hooked_unlink},
  };
  if (sizeof(off_t) != 8) return 1;
  vfs *v = sqlite3_vfs_find == NULL ? NULL : sqlite3_vfs_find("unix");
  if (v == NULL || v->version < 3) return 2;
  for (size_t i = 0; i < sizeof hooks / sizeof hooks[0]; i++) {
    if (v->set_call(v, hooks[i].name, hooks[i].call) != 0) return 3;
  }
  return 0;
}

void fd_arm(int k, long n) {
  pthread_mutex_lock(&lock);
  kind = k, first = n, calls = 0, failed = 0;
  pthread_mutex_unlock(&lock);
}

void fd_heal(void) {
  pthread_mutex_lock(&lock);
  kind = FD_NONE;
  pthread_mutex_unlock(&lock);
}

long fd_calls(void) {
  pthread_mutex_lock(&lock);
  long n = calls;
  pthread_mutex_unlock(&lock);
  return n;
}

long fd_failed(void) {
  pthread_mutex_lock(&lock);
  long n = failed;
  pthread_mutex_unlock(&lock);
  return n;
}

void fd_record(int on) {
  pthread_mutex_lock(&lock);
  recording = on;
  if (on) used = 0;
  pthread_mutex_unlock(&lock);
}

void fd_mark(long n) {
  pthread_mutex_lock(&lock);
  note('m', "", n, NULL, 0);
  pthread_mutex_unlock(&lock);
}

const void *fd_log(size_t *bytes) {
  *bytes = used;
  return record;
}
