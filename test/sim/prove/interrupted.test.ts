// `entrylog prove` stopped by Ctrl-C in the midst of a long search, as a process of its own: what it had found by then is there.
// It says on a terminal how far it is, and is stopped as soon as it says that one slice is done and the next one searched.
import { describe, expect, it } from "vitest";
import { endOf, startTelling } from "../processes.ts";
import { counted, readProof, writtenIn } from "./proofbyhand.ts";
import { makeScratch } from "../scratch.ts";

const scratch = makeScratch();

describe("prove, interrupted in a long search", () => {
  it(
    "ends with 130 and leaves what it had found, which says that it is not whole",
    { timeout: 600_000 },
    async () => {
      const folder = scratch.path("interrupted");
      const child = startTelling(["prove", "--states", "--out", folder]);
      let isStopped = false;
      const ended = await endOf(child, (said) => {
        if (isStopped || !said.includes("states of door")) return;
        isStopped = child.kill("SIGINT");
      });
      expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 130, stdout: "" });
      const { complete, slices, promises } = readProof(writtenIn(folder));
      expect(complete).toBe(false);
      const { zones: _, ...gate } = counted("gate");
      expect(slices).toHaveLength(1);
      expect(slices[0]).toMatchObject(gate);
      // No mistake has been made yet, so nothing is shown.
      expect([...new Set(promises.map(({ verdict }) => verdict))]).toEqual(["not shown"]);
    },
  );
});
