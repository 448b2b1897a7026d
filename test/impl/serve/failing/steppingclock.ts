// Loaded into a party's process before its own program: its clock is the machine's and as much more as a file says, read at each
// question, so that a test makes a clock step while the process runs. Timers go on as before, as they do when a clock is set.
// Nothing of a party knows of it.
import { readFileSync } from "node:fs";

const file = process.env["STEPPING_CLOCK"] ?? "";
const machine = (): number => Math.floor(performance.timeOrigin + process.uptime() * 1_000);

/** How far the clock is ahead, in milliseconds. */
const ahead = (): number => {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
};

Object.defineProperty(Date, "now", { value: () => machine() + ahead() });
