/**
 * The passes that this machine admitted unchecked, so that none of them admits a second person while the custodian is away. Those that
 * wait on disk are read at the start; later ones are kept in memory, the latest few thousand. Once delivered, the custodian's one time
 * for each pass holds as well.
 */
import { Effect } from "effect";
import { hexOf } from "../protocol/fields.ts";
import type { PassVersion } from "../protocol/pass.ts";
import { decodeScan } from "../protocol/scan.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { scansAtOnce } from "./delivering.ts";
import { makeTakenScans, type TakenScans } from "./takenscans.ts";
import type { Waiting } from "./waiting.ts";

export interface UncheckedPasses {
  readonly has: (pass: Uint8Array) => boolean;
  readonly add: (pass: Uint8Array) => void;
  /** The custodian has judged it, so it is not admitted unchecked. */
  readonly remove: (pass: Uint8Array) => void;
}

const over = (passes: TakenScans): UncheckedPasses => ({
  has: (pass) => passes.has(hexOf(pass)),
  add: (pass) => {
    passes.add(hexOf(pass));
  },
  remove: (pass) => {
    passes.remove(hexOf(pass));
  },
});

export const openUncheckedPasses = Effect.fnUntraced(function* (
  waiting: Waiting,
  version: PassVersion,
): Effect.fn.Return<UncheckedPasses, StoreUnavailable> {
  const passes = over(makeTakenScans());
  for (let after = 0; ;) {
    const scans = yield* waiting.oldest(scansAtOnce, after);
    for (const { bytes, sequence } of scans) {
      const scan = decodeScan(bytes, version);
      if (scan.ok) passes.add(scan.value.pass.bytes);
      after = sequence;
    }
    if (scans.length === 0) return passes;
  }
});
