type Done = (this: unknown, error: Error | null, rows?: unknown) => void;
type Method = 'all' | 'run';

interface Statement {
  all(values: readonly unknown[], done: Done): unknown;
  run(values: readonly unknown[], done: Done): unknown;
  finalize(): unknown;
}

/** The parts of the driver's connection that knex uses and this file replaces. */
export interface SqliteHandle {
  exec(sql: string, done: (error: Error | null) => void): void;
  prepare(sql: string, done: (error: Error | null) => void): Statement;
  all(sql: string, values: readonly unknown[], done: Done): unknown;
  run(sql: string, values: readonly unknown[], done: Done): unknown;
  close(done: (error: Error | null) => void): void;
}

/** Statements with a list of values have as many texts as lists have lengths: the rarest go. */
const capacity = 250;

/**
 * The driver prepares a statement anew for every call: a turn in its thread, and most of the time
 * of a short one. Here each text is prepared once a connection and kept.
 */
export function keepPrepared(handle: SqliteHandle): void {
  const kept = new Map<string, Statement>();

  const forget = (sql: string) => {
    kept.get(sql)?.finalize();
    kept.delete(sql);
  };

  function statementOf(sql: string, done: Done): Statement {
    const known = kept.get(sql);
    if (known) {
      // To the young end: a Map keeps the order in which its keys came.
      kept.delete(sql);
      kept.set(sql, known);
      return known;
    }
    const made = handle.prepare(sql, (error) => {
      if (error === null) return;
      kept.delete(sql);
      // The driver drops the call that waits for a statement that cannot be prepared.
      done.call(made, error);
    });
    kept.set(sql, made);
    const oldest = kept.size > capacity ? kept.keys().next().value : undefined;
    if (oldest !== undefined) forget(oldest);
    return made;
  }

  const through = (method: Method) => (sql: string, values: readonly unknown[], done: Done) => {
    const statement = statementOf(sql, done);
    return statement[method](values, function (this: unknown, error, rows) {
      // The driver leaves a statement that failed (a lock, a full disk) unfinished: kept, it would let
      // no transaction of this connection commit any more, until the process ends.
      if (error !== null && kept.get(sql) === statement) forget(sql);
      // A copy: the next call of the same statement writes its own figures over these.
      done.call(figuresOf(this), error, rows);
    });
  };

  const close = handle.close.bind(handle);
  handle.all = through('all');
  handle.run = through('run');
  handle.close = (done) => {
    // An open statement keeps the connection from closing.
    for (const sql of [...kept.keys()]) forget(sql);
    close(done);
  };
}

function figuresOf(ran: unknown): { lastID: unknown; changes: unknown } {
  const { lastID, changes } = Object(ran);
  return { lastID, changes };
}
