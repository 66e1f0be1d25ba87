#ifndef WAARBORG_CAGENT_H
#define WAARBORG_CAGENT_H

// What the process that keeps keys open needs of the system and Swift cannot call: sockets by a name in an opened folder, who is
// at the other end, a process of its own, and the two clocks that part while a machine sleeps. Linux; elsewhere ENOSYS. Headers
// with types that Swift code also gets elsewhere, as that of stat, are left out: they would become this module's.

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
#endif

extern char **environ;

#if defined(__linux__)
/// The address of a socket by its name in an opened folder, so that neither a long path nor a link on the way matters.
static inline int waarborg_socket_address(int folder, const char *name, struct sockaddr_un *address) {
  memset(address, 0, sizeof *address);
  address->sun_family = AF_UNIX;
  const int length = snprintf(address->sun_path, sizeof address->sun_path, "/proc/self/fd/%d/%s", folder, name);
  if (length < 0 || (size_t)length >= sizeof address->sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  return 0;
}
#endif

/// Makes a socket in an opened folder that others can connect to; its descriptor, or -1 with `errno`.
static inline int waarborg_listen(int folder, const char *name) {
#if defined(__linux__)
  struct sockaddr_un address;
  if (waarborg_socket_address(folder, name, &address) != 0) return -1;
  const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  if (bind(descriptor, (const struct sockaddr *)&address, sizeof address) == 0 && listen(descriptor, 64) == 0)
    return descriptor;
  const int problem = errno;
  close(descriptor);
  errno = problem;
  return -1;
#else
  (void)folder, (void)name;
  errno = ENOSYS;
  return -1;
#endif
}

/// How long one call on a socket may take.
static inline void waarborg_limit(int descriptor, int milliseconds) {
  const struct timeval limit = {milliseconds / 1000, (milliseconds % 1000) * 1000};
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

/// Connects to a socket in an opened folder; its descriptor, or -1 with `errno`.
static inline int waarborg_connect(int folder, const char *name, int milliseconds) {
#if defined(__linux__)
  struct sockaddr_un address;
  if (waarborg_socket_address(folder, name, &address) != 0) return -1;
  const int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  waarborg_limit(descriptor, milliseconds);
  if (connect(descriptor, (const struct sockaddr *)&address, sizeof address) == 0) return descriptor;
  const int problem = errno;
  close(descriptor);
  errno = problem;
  return -1;
#else
  (void)folder, (void)name, (void)milliseconds;
  errno = ENOSYS;
  return -1;
#endif
}

/// Takes the next connection; its descriptor, or -1 with `errno`.
static inline int waarborg_accept(int listener, int milliseconds) {
  const int descriptor = accept(listener, NULL, NULL);
  if (descriptor < 0) return -1;
  waarborg_limit(descriptor, milliseconds);
  return descriptor;
}

/// Writes `count` bytes from the one at `first` on, without a signal when the other end has gone.
static inline long waarborg_send(int descriptor, const uint8_t *bytes, size_t first, size_t count) {
#if defined(__linux__)
  return (long)send(descriptor, bytes + first, count, MSG_NOSIGNAL);
#else
  return (long)write(descriptor, bytes + first, count);
#endif
}

/// The user at the other end of a socket, as the kernel says; -1 when it does not.
static inline int64_t waarborg_peer(int descriptor) {
#if defined(__linux__)
  struct {
    int32_t process;
    uint32_t user, group;
  } peer;
  socklen_t length = sizeof peer;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0 || length != sizeof peer) return -1;
  return peer.user;
#else
  (void)descriptor;
  errno = ENOSYS;
  return -1;
#endif
}

/// Nanoseconds by the clock that also counts while the machine sleeps, and by the one that does not.
static inline int64_t waarborg_clock(int counts_sleep) {
  struct timespec now;
#if defined(__linux__)
  const clockid_t clock = counts_sleep ? CLOCK_BOOTTIME : CLOCK_MONOTONIC;
#else
  const clockid_t clock = CLOCK_MONOTONIC;
  (void)counts_sleep;
#endif
  if (clock_gettime(clock, &now) != 0) return -1;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/// Keeps this process's memory to itself: no core file, and nobody of the same user looks in through /proc or a debugger.
static inline int waarborg_keep_private(void) {
  const struct rlimit none = {0, 0};
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
#if defined(__linux__)
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#else
  return 0;
#endif
}

/// Starts a program in a session of its own, without terminal, with one descriptor as its third and no other; 0, or an error number.
static inline int waarborg_start(const char *program, const char *word, const char *argument, int descriptor) {
#if defined(__linux__)
  char *const arguments[] = {(char *)"waarborg", (char *)word, (char *)argument, NULL};
  const short own_session = 0x80;   // POSIX_SPAWN_SETSID, spawn.h
  const int reading_and_writing = 2;  // O_RDWR, fcntl.h
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t process;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  int problem = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", reading_and_writing, 0);
  if (problem == 0) problem = posix_spawn_file_actions_adddup2(&actions, 0, 1);
  if (problem == 0) problem = posix_spawn_file_actions_adddup2(&actions, 0, 2);
  if (problem == 0) problem = posix_spawn_file_actions_adddup2(&actions, descriptor, 3);
  if (problem == 0) problem = posix_spawn_file_actions_addclosefrom_np(&actions, 4);
  if (problem == 0) problem = posix_spawnattr_setflags(&attributes, own_session);
  if (problem == 0) problem = posix_spawn(&process, program, &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return problem;
#else
  (void)program, (void)word, (void)argument, (void)descriptor;
  return ENOSYS;
#endif
}

/// Runs a command at this terminal, what it reads or prints being a descriptor, or the terminal where that is -1; its process, or -1
/// with `errno`. The words are given one behind the other, each ended by a null.
static inline int waarborg_run(const char *words, size_t length, int input, int output) {
  char *arguments[65] = {0};
  size_t count = 0, start = 0;
  for (size_t place = 0; place < length; place++) {
    if (words[place] != 0) continue;
    if (count == 64) {
      errno = E2BIG;
      return -1;
    }
    arguments[count++] = (char *)words + start;
    start = place + 1;
  }
  if (count == 0) {
    errno = EINVAL;
    return -1;
  }
  posix_spawn_file_actions_t actions;
  pid_t process;
  posix_spawn_file_actions_init(&actions);
  if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, 0);
  if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawnattr_t attributes;
  sigset_t pipe_signal;
  // Ignored here, and an ignored signal would stay so in the command.
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int problem = posix_spawnp(&process, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (problem == 0) return (int)process;
  errno = problem;
  return -1;
}

/// Waits for a command; its exit status, 128 and more for a signal, or -1 with `errno`.
static inline int waarborg_wait(int process) {
  int status = 0;
  while (waitpid((pid_t)process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

#endif
