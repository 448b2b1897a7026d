/**
 * Makes the passes of a batch that the law has let through: alias, handle, epoch, deposit, seal, signature.
 * A pass is answered only after its epoch's shares lie with the custodian and its account's alias is on disk.
 */
import { Effect } from "effect";
import { aliasBytes, handleBytes, sealHandles } from "../protocol/handle.ts";
import { preparePass, signPasses } from "../protocol/issuing.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import type { AliasesService } from "../store/aliases.ts";
import { StoreUnavailable } from "../store/unavailable.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { CustodianPort } from "../protocol/contracts.ts";
import type { IssuerConfigurationValues } from "./configuration.ts";
import type { ToIssue } from "./deciding.ts";
import type { Epochs } from "./epochs.ts";
import type { IssuerKeys } from "./keys.ts";

export interface IssuingParts {
  readonly configuration: IssuerConfigurationValues;
  readonly keys: IssuerKeys;
  readonly aliases: AliasesService;
  readonly epochs: Epochs;
  readonly custodian: CustodianPort["Service"];
  /** Opens a Seoul day at this issuer, if it is not open yet. */
  readonly openDay: (day: number, atMs: number) => Effect.Effect<void, StoreUnavailable>;
}

const notDeposited = new StoreUnavailable({ reason: "failing", detail: "the custodian refused an epoch" });

const issueOfDay = Effect.fnUntraced(function* (
  { configuration, keys, aliases, epochs, openDay }: IssuingParts,
  day: number,
  passes: readonly ToIssue[],
) {
  yield* openDay(day, passes[0]?.atMs ?? 0);
  const { handle, passes: signing } = yield* keys.ofDay(day);
  const drawn = yield* aliases.of(day, passes.map(({ account }) => account));
  const handles = sealHandles(handle, drawn.subarray(0, passes.length * aliasBytes));
  const prepared: Uint8Array[] = [];
  for (const [place, { atMs }] of passes.entries()) {
    const origin = { version: configuration.version, issuer: configuration.issuer, issuedAtMs: atMs };
    const block = handles.subarray(place * handleBytes, (place + 1) * handleBytes);
    const pass = preparePass(epochs.at(atMs), origin, block);
    if (pass === undefined) return yield* Effect.die(new Error("an epoch refused a pass of its own time"));
    prepared.push(pass);
  }
  yield* Effect.promise(() => signPasses(signing, prepared));
  return prepared;
});

/** The passes of a batch, in its order; all instants in ms and not falling. */
export const issueAll = Effect.fnUntraced(function* (parts: IssuingParts, passes: readonly ToIssue[]) {
  const made: Uint8Array[] = [];
  for (const [day, ofDay] of Map.groupBy(passes, ({ atMs }) => seoulDay(atMs)))
    made.push(...(yield* issueOfDay(parts, day, ofDay)));
  const deposits = yield* parts.epochs.deposits;
  if (deposits.length > 0) {
    const answers = yield* parts.custodian.deposit(deposits, passes.at(-1)?.atMs ?? 0);
    if (answers.some(isRefusal)) return yield* notDeposited;
  }
  return made;
});
