// Which tests failed, and with what words, a line each, as a file that `npm test` says again at its end: a log of thousands of
// lines is read from there. A failure outside every test counts as one.
import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

const firstLine = (text: string | undefined): string => text?.split("\n", 1)[0] ?? "";

export default class FailedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const lines = modules.flatMap((module) => [
      ...module.errors().map(({ message }) => `${module.relativeModuleId}: ${firstLine(message)}`),
      ...[...module.children.allTests("failed")].map(
        (test) =>
          `${module.relativeModuleId} > ${test.fullName}: ${firstLine(test.result().errors?.[0]?.message)}`,
      ),
    ]);
    lines.push(...unhandled.map(({ message }) => `outside every test: ${firstLine(message)}`));
    writeFileSync(".entrylog/ci/failed.txt", lines.map((line) => `${line}\n`).join(""));
  }
}
