#ifndef WAARBORG_CRENAME_H
#define WAARBORG_CRENAME_H

// Swapping two directories in one step, and making everything durable that was written to a file system: Linux and macOS
// can do it, but their C headers hide it from Swift.

#include <errno.h>
#include <stdio.h>

#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>
extern long int syscall(long int number, ...);
#endif

/// Swaps what two paths name; 0, or -1 with `errno` ENOSYS or EINVAL where the system cannot.
static inline int waarborg_exchange(const char *one, const char *other) {
#if defined(__linux__) && defined(SYS_renameat2)
  const int current_directory = -100;     // AT_FDCWD
  const unsigned int exchange = 1u << 1;  // RENAME_EXCHANGE, linux/fs.h
  return (int)syscall(SYS_renameat2, current_directory, one, current_directory, other, exchange);
#elif defined(__APPLE__)
  return renamex_np(one, other, RENAME_SWAP);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/// Makes what was written to the file system of an open file or directory durable; 0, or -1 with `errno`.
static inline int waarborg_sync_file_system(int descriptor) {
#if defined(__linux__) && defined(SYS_syncfs)
  return (int)syscall(SYS_syncfs, descriptor);
#else
  (void)descriptor;
  sync();
  return 0;
#endif
}

#endif
