/**
 * The custodian's own tables, beside the generated ones of the crisis level and the days: venues, epochs, counts.
 * Anyone may open the file with sqlite3 and look for a person; no column here or in a day's visits could hold one.
 * Visits lie in a table a day (visittable.ts), so that a day ends by dropping its table.
 */
export const custodianSql = `
CREATE TABLE IF NOT EXISTS venue (
  venue INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  device_key BLOB NOT NULL CHECK (length(device_key) = 32),
  registered_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS epoch (
  id BLOB PRIMARY KEY CHECK (length(id) = 8),
  issuer INTEGER NOT NULL,
  day INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  pass_key BLOB NOT NULL CHECK (length(pass_key) = 32),
  shares BLOB NOT NULL,
  -- One bit a pass: set in the transaction that stores its visit.
  bitmap BLOB NOT NULL CHECK (length(bitmap) = 512)
) STRICT;
CREATE INDEX IF NOT EXISTS epoch_day ON epoch (day);
CREATE TABLE IF NOT EXISTS day_count (
  day INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  recorded INTEGER NOT NULL CHECK (recorded >= 0),
  erased INTEGER NOT NULL CHECK (erased BETWEEN 0 AND recorded),
  -- The end of the last run of positions that a process took; each run is one process's, and the next begins behind it.
  last_position INTEGER NOT NULL CHECK (last_position >= 0)
) STRICT;
`;
