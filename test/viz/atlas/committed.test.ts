// The atlas that comes with the product: what the models and the evidence beside it give, byte for byte, small, and of the present law.
// A page in which one letter is another shows that the comparing can fail.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Layer } from "effect";
import { expect, it } from "vitest";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { committedEvidence, committedPage, committedRequest, staleIn } from "../../../viz/atlas/committed.ts";
import { pageOf } from "../../../viz/atlas/draw.ts";
import { LawHash } from "../../../viz/lawhash.ts";
import { evidenceFiles } from "../../../viz/atlas/reading/evidence.ts";

const ofThisLaw = Layer.merge(NodeServices.layer, Layer.succeed(LawHash, modelHash));
const drawn = Effect.runPromise(pageOf(committedRequest).pipe(Effect.provide(ofThisLaw)));
const renew = "npm run -s entrylog -- atlas --renew --out viz/atlas.html";

it(`is what models and evidence give (else: ${renew})`, async () => {
  const there = readFileSync(committedPage, "utf8");
  expect(staleIn(there, await drawn)).toBe(false);
  expect(staleIn(there.replace("e", "f"), await drawn)).toBe(true);
});

it("is one file of less than 1.5 MB", () => {
  expect(Buffer.byteLength(readFileSync(committedPage))).toBeLessThan(1_500_000);
});

it(`shows evidence of every kind, all of it of the present law (else: ${renew}, after the commands it names)`, () => {
  const files = Object.values(evidenceFiles).map(({ file }) => file);
  expect(readdirSync(committedEvidence).toSorted()).toEqual(files.toSorted());
  for (const file of files.filter((name) => !["series.csv", "mutants.json"].includes(name)))
    expect(readFileSync(join(committedEvidence, file), "utf8"), file).toContain(modelHash);
});
