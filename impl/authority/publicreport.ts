// The authority's report for everybody, put together: the counts of a year and where its log stands, as others cosigned it.
// The page is drawn from it and asks for it. Whose signatures stand under the checkpoint is for whoever audits to verify.
import { Clock, Effect } from "effect";
import { seoulOffset } from "../../models/policy.ts";
import { parseCheckpoint } from "../log/checkpoint.ts";
import { cardNameOf } from "../log/pinning.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import type { PublicReport } from "../protocol/publicreport.ts";
import { Authority } from "./authority.ts";

const seoulYear = (atMs: number): number => new Date(atMs + seoulOffset).getUTCFullYear();

/** Of this year unless another is named. */
export const publicReport = Effect.gen(function* () {
  const { statistics } = yield* Authority;
  const { reading } = yield* TransparencyLog;
  return Effect.fnUntraced(function* (year?: number) {
    const thisYear = seoulYear(yield* Clock.currentTimeMillis);
    const counts = yield* statistics(year ?? thisYear);
    const signed = parseCheckpoint(yield* reading.checkpoint);
    const origin = signed?.checkpoint.origin ?? "";
    const cosigners = (signed?.note.signatures ?? [])
      .map(({ name }) => name)
      .filter((name) => name !== origin)
      .map(cardNameOf);
    return {
      ...counts,
      thisYear,
      log: { origin, entries: signed?.checkpoint.size ?? 0, cosigners: [...new Set(cosigners)] },
    } satisfies PublicReport;
  });
});
