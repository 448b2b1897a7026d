// An atlas in a real browser for a suite: drawn once with evidence of the tests, opened at any place, on any screen.
// What is asked of every page, as that it says nothing to the console and asks nothing of a network, is asked of it too.
// It knows no view.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { drawPolicy, type AtlasRequest } from "../../../viz/atlas/draw.ts";
import { drawing, writeEvidence } from "../evidence.ts";
import { withPage, type Open } from "../opened.ts";

export { phone, wide, type Open } from "../opened.ts";

export function withAtlas(
  title: string,
  suite: (open: Open) => void,
  also: (folder: string) => Promise<Partial<AtlasRequest>> = () => Promise.resolve({}),
): void {
  const draw = async (out: string, folder: string) => {
    const evidence = { folder: join(folder, "evidence") };
    mkdirSync(evidence.folder);
    writeEvidence(evidence.folder);
    const request = { out, language: "en", evidence, ...(await also(folder)) } as const;
    await Effect.runPromise(drawPolicy(request).pipe(Effect.provide(drawing)));
  };
  withPage(title, draw, suite);
}
