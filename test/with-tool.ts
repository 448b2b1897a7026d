// A suite that needs a program which is not an npm package: `withTool("zbarimg", "a real reader", (path) => { … })`.
// It runs when the program is there; when it is not, the driver of `npm test` lists the suite as not run.
// Under CI a missing program is a failing test, so that a suite which did not run never looks like one that passed.
import { describe, expect, it } from "vitest";
import { type ToolName, toolPath } from "./tools.ts";

export function withTool(name: ToolName, title: string, suite: (path: string) => void): void {
  const path = toolPath(name);
  if (path === undefined && process.env["CI"] === "true") {
    it(`${title} (needs ${name})`, () => {
      expect.unreachable(`${name} is not installed, and under CI every suite has to run`);
    });
    return;
  }
  describe.runIf(path !== undefined)(`${title} (by ${name})`, () => {
    suite(path ?? name);
  });
}
