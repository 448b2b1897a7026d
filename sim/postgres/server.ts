// Starts a real PostgreSQL server for benchmarks and tests, with everything that durability rests on switched on, and ends it.
// Its data lies in a folder of its own in the system's folder for temporary files, and is gone afterwards.
// It listens on a socket in that folder and on no port. As root it runs as another user, because the server refuses root.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export interface PostgresServer {
  /** As libpq writes it, for a user who may do everything there. */
  readonly url: string;
  /** Its data, its log included. */
  readonly dataFolder: string;
  readonly stop: () => Promise<void>;
  /** Ends the server at once, as a loss of power would; its files stay as they are. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same files. */
  readonly start: () => Promise<void>;
}

const user = "entrylog";
const debianFolder = "/usr/lib/postgresql";
const startedWithinMs = 30_000;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const foldersIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort((one, other) => Number(other) - Number(one));
  } catch {
    return [];
  }
};

/** The folder of the server's programs: Debian keeps them off the PATH; the newest is taken. */
export const postgresPrograms = (): string | undefined =>
  [
    ...foldersIn(debianFolder).map((version) => join(debianFolder, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ].find((folder) => isExecutable(join(folder, "postgres")) && isExecutable(join(folder, "initdb")));

const idOf = (flag: "-u" | "-g", name: string): number | undefined => {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
};

interface OtherUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as when we are root. */
const otherUser = (): OtherUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  return undefined;
};

const settings = [
  "fsync=on",
  "full_page_writes=on",
  "synchronous_commit=on",
  "listen_addresses=",
  "shared_buffers=128MB",
  "max_wal_size=2GB",
  "max_connections=100",
  "log_min_messages=warning",
];

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let told = "";
    const tooLate = setTimeout(() => reject(new Error(`the server did not start: ${told}`)), startedWithinMs);
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      told = (told + text).slice(-4_000);
      if (!told.includes("ready to accept connections")) return;
      clearTimeout(tooLate);
      resolve();
    });
    child.once("exit", () => {
      clearTimeout(tooLate);
      reject(new Error(`the server ended: ${told}`));
    });
  });

/** Starts a server; rejects with what it said when it does not start. */
export const startPostgres = async (
  programs: string,
  otherSettings: readonly string[] = [],
): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-postgres-"));
  const other = otherUser();
  chmodSync(folder, 0o700);
  if (other !== undefined) chownSync(folder, other.uid, other.gid);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
    { encoding: "utf8", cwd: folder, ...other },
  );
  if (made.status !== 0) throw new Error(`initdb did not succeed: ${made.stderr}`);

  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(
      join(programs, "postgres"),
      ["-D", data, "-k", folder, ...[...settings, ...otherSettings].flatMap((setting) => ["-c", setting])],
      { stdio: ["ignore", "ignore", "pipe"], cwd: folder, ...other },
    );
    await ready(child);
    // What it says from here on is nobody's; but the pipe must not fill up.
    child.stderr.resume();
    return child;
  };
  let child = await launch();
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited(child);
  };
  const gone = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  const atExit = (): void => {
    child.kill("SIGQUIT");
    gone();
  };
  process.once("exit", atExit);

  return {
    url: `postgres://${user}@localhost/postgres?host=${encodeURIComponent(folder)}`,
    dataFolder: data,
    stop: async () => {
      process.off("exit", atExit);
      // Fast: those who are connected are cut off.
      await endWith("SIGINT");
      gone();
    },
    kill: () => endWith("SIGQUIT"),
    start: async () => {
      child = await launch();
    },
  };
};
