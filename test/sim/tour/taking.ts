// Takes the tour in a temporary folder of its own and gives back what it printed and how it ended.
// Tests use it with houses that keep their word and with houses that do not. It prints nothing.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Option, Cause } from "effect";
import { Stop } from "../../../impl/exit.ts";
import { tour, type TourOptions } from "../../../sim/tour/tour.ts";

export interface Taken {
  readonly lines: readonly string[];
  /** How it ended, when not well. */
  readonly stop: Stop | undefined;
}

/** Steps as they were printed, each as one text. */
export const blocksOf = ({ lines }: Taken): readonly string[] => {
  const starts = lines.flatMap((line, place) => (/^ ?\d+ {2}\S/.test(line) ? [place] : []));
  return starts.map((start, place) => lines.slice(start, starts[place + 1] ?? lines.length).join("\n"));
};

export const takeTour = async (options: Partial<TourOptions> = {}): Promise<Taken> => {
  const lines: string[] = [];
  const running = tour({
    language: "en",
    svgFile: undefined,
    keep: undefined,
    colours: false,
    print: (printed) => Effect.sync(() => void lines.push(...printed)),
    ...options,
  });
  const exit = await Effect.runPromiseExit(Effect.provide(running, NodeServices.layer));
  if (Exit.isSuccess(exit)) return { lines, stop: undefined };
  const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  if (failure instanceof Stop) return { lines, stop: failure };
  throw Cause.squash(exit.cause);
};

/** A folder that is removed when `use` is done; whatever asks the system for a temporary folder gets one in it. */
export const inFreshFolder = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), "taking-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    return await use(folder);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  }
};

export const namesIn = (folder: string): readonly string[] => readdirSync(folder);
