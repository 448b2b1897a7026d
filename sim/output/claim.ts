// Whose a folder of a run is: a note in it names the process that writes there, and the latest run is the owner.
// A run that was killed may leave a process of its own behind, and someone may start a second run in one folder:
// the one before sees that its note is gone, writes nothing more and ends, and the new one waits for that.
import { Effect, FileSystem } from "effect";
import { readFileSync } from "node:fs";
import { exitCodes, Stop } from "../../impl/exit.ts";

/** Present in every folder that a run has made its own. */
export const markerName = ".entrylog-run";

const noteOf = (process: number): string =>
  `A run of entrylog writes here; another run may replace it.\nprocess ${String(process)}\n`;
const ownerIn = (note: string): number => Number(/^process (\d+)$/m.exec(note)?.[1] ?? 0);

const lives = (owner: number): boolean => {
  try {
    return owner > 0 && owner !== process.pid && process.kill(owner, 0);
  } catch {
    return false;
  }
};

const lookEveryMs = 200;
const waitTimes = 15;

/** Puts this process's note into the folder, and waits a little for the run before to notice. */
export const claim = Effect.fnUntraced(function* (marker: string) {
  const files = yield* FileSystem.FileSystem;
  const before = yield* Effect.orElseSucceed(files.readFileString(marker), () => "");
  yield* files.writeFileString(marker, noteOf(process.pid));
  for (let time = 0; time < waitTimes && lives(ownerIn(before)); time += 1) {
    yield* Effect.sleep(lookEveryMs);
  }
});

const isOurs = (marker: string): boolean => {
  try {
    return readFileSync(marker, "utf8") === noteOf(process.pid);
  } catch {
    return false;
  }
};

/** Fails once another run has taken the folder; looks in real time, whatever clock the run lives by. */
export const untilTaken = (out: string): Effect.Effect<never, Stop> =>
  Effect.callback((resume) => {
    const timer = setInterval(() => {
      if (isOurs(`${out}/${markerName}`)) return;
      const stop = new Stop({
        code: exitCodes.usage,
        reason: "out-taken",
        sentence: `Another run has taken the folder ${out}, or it was removed; this one has ended.`,
        advice: "Give each run a folder of its own with --out.",
      });
      resume(Effect.fail(stop));
    }, lookEveryMs);
    return Effect.sync(() => {
      clearInterval(timer);
    });
  });
