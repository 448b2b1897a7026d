/**
 * Makes the passes of a batch that the law has let through: alias, handle, epoch, deposit, seal, signature.
 * A pass is answered only after its epoch's shares lie with the custodian and its account's alias is on disk.
 * If anything of that fails, no pass of the batch is answered, and the epoch is given up.
 */
import { Effect } from "effect";
import { handleBytes, sealHandles } from "../protocol/handle.ts";
import { preparePass, signPasses } from "../protocol/issuing.ts";
import type { Pass } from "../protocol/pass.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import type { AliasesService } from "../store/aliases.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { ToIssue } from "./outcome.ts";
import type { Epochs } from "./epochs.ts";
import type { IssuerKeys } from "./keys.ts";

export interface IssuingParts {
  readonly configuration: IssuerConfigurationValues;
  readonly keys: IssuerKeys;
  readonly aliases: AliasesService;
  readonly epochs: Epochs;
  /** Opens a Seoul day at this issuer, if it is not open yet. */
  readonly openDay: (day: number, atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

const issueOfDay = Effect.fnUntraced(function* (
  { configuration, keys, aliases, epochs, openDay }: IssuingParts,
  day: number,
  passes: readonly ToIssue[],
) {
  yield* openDay(day, passes[0]?.atMs ?? 0);
  const { handle, passes: signing } = yield* keys.ofDay(day);
  const drawn = yield* aliases.of(
    day,
    passes.map(({ account }) => account),
  );
  const handles = sealHandles(handle, drawn);
  const prepared: Uint8Array[] = [];
  const { version, issuer } = configuration;
  for (const [index, { atMs, challenge }] of passes.entries()) {
    const origin = {
      version,
      issuer,
      issuedAtMs: atMs,
      ...(challenge === undefined ? {} : { challenge }),
    };
    const block = handles.subarray(index * handleBytes, (index + 1) * handleBytes);
    const pass = preparePass(epochs.at(atMs), origin, block);
    if (pass === undefined) return yield* Effect.die(new Error("an epoch refused a pass of its own time"));
    prepared.push(pass);
  }
  yield* Effect.promise(() => signPasses(signing, prepared));
  return prepared;
});

/** The passes of a batch, by the place of their request. */
export const issueAll = (
  parts: IssuingParts,
  passes: readonly ToIssue[],
): Effect.Effect<ReadonlyMap<number, Pass["bytes"]>, StoreUnavailable> =>
  Effect.gen(function* () {
    const made = new Map<number, Pass["bytes"]>();
    for (const [day, ofDay] of Map.groupBy(passes, ({ atMs }) => seoulDay(atMs))) {
      const prepared = yield* issueOfDay(parts, day, ofDay);
      for (const [index, { place }] of ofDay.entries()) {
        const pass = prepared[index];
        if (pass !== undefined) made.set(place, pass);
      }
    }
    yield* parts.epochs.deposit(passes.at(-1)?.atMs ?? 0);
    return made;
  }).pipe(Effect.onError(() => Effect.sync(parts.epochs.forget)));
