// Draws the report of a run from its folder into one file.
// `entrylog report` calls it, and the front door after each simulation.
// It fails with a Stop where the folder holds no whole run, or where nothing can be written.
import { Effect } from "effect";
import type { Language } from "../said.ts";
import { writePage } from "../writepage.ts";
import { reportPage } from "./page.ts";
import { readRun } from "./reading.ts";

export interface ReportRequest {
  /** The folder that the run has written. */
  readonly run: string;
  /** Where the report goes; into that folder unless it is given. */
  readonly out?: string;
  /** The language it opens in; it can be switched there. */
  readonly language: Language;
}

export const drawReport = Effect.fn("drawReport")(function* ({
  run,
  out = `${run}/report.html`,
  language,
}: ReportRequest) {
  const page = reportPage(yield* readRun(run), language);
  return { out, bytes: yield* writePage("The report", out, page) };
});
