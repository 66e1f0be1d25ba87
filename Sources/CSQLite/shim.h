#ifndef WAARBORG_CSQLITE_H
#define WAARBORG_CSQLITE_H

// What SQLite's C interface hides from Swift: functions with variable arguments, and destructors that are numbers.

#include <sqlite3.h>
#include <string.h>

/// Lets the write-ahead log stay where it is when the last connection closes, instead of copying it into the database.
static inline int waarborg_keep_log_on_close(sqlite3 *database) {
  return sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// Binds a copy of a text; no bytes are an empty text, not a null.
static inline int waarborg_bind_text(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_text(statement, index, count == 0 ? "" : (const char *)bytes, count, SQLITE_TRANSIENT);
}

/// Binds a copy of some bytes; none are an empty blob, not a null.
static inline int waarborg_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return count == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// Copies the bytes of a text or blob in the row that a statement stands on; `count` is what sqlite3_column_bytes says.
static inline void waarborg_copy_column(sqlite3_stmt *statement, int column, void *bytes, int count) {
  const void *found = sqlite3_column_blob(statement, column);
  if (found && count > 0) memcpy(bytes, found, (size_t)count);
}

#endif
