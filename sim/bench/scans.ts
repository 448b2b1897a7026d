// Real scans for the rows of the custodian: passes of the issuer, shown at venues and signed by their devices.
// They are made before anything is measured, and no two are of the same pass unless somebody asks for copies.
import { Effect } from "effect";
import type { DeliveredScan } from "../../impl/protocol/contracts.ts";
import { joinFields } from "../../impl/protocol/fields.ts";
import { scanMessage, scanToSign } from "../../impl/protocol/scan.ts";
import { signAll, type ToSign } from "../../impl/protocol/signing.ts";
import { agreeAgain, type Premises } from "./premises.ts";

/** How long people come in one after another, so that no venue has too many at once. */
const betweenPeopleMs = 10;
const shownAfterMs = 3_000;
const batch = 1_000;

/** One pass and one scan for each of so many people, at venues in turn, from an instant on. */
export const makeScans = Effect.fnUntraced(function* (premises: Premises, count: number, startsAtMs: number) {
  const { phones, devices, ask } = premises;
  const coming = phones.slice(0, count);
  const passes: { readonly pass: Uint8Array; readonly atMs: number }[] = [];
  for (let first = 0; first < coming.length; first += batch) {
    const some = coming.slice(first, first + batch);
    const at = (place: number): number => startsAtMs + (first + place) * betweenPeopleMs;
    yield* agreeAgain(premises, some, at(0));
    const replies = yield* ask(
      some.map((phone, place) => ({ kind: "issue", phone, receivedAtMs: at(place) })),
    );
    for (const [place, { pass }] of replies.entries()) {
      if (pass === undefined)
        return yield* Effect.die(new Error("the benchmark could not be set up: a pass was refused"));
      passes.push({ pass, atMs: at(place) + shownAfterMs });
    }
  }
  const toSign = passes.flatMap(({ pass, atMs }, place): readonly ToSign[] => {
    const device = devices[place % devices.length];
    return device === undefined
      ? []
      : [scanToSign(device, scanMessage(pass, (place % devices.length) + 1, atMs))];
  });
  const signatures = yield* Effect.promise(() => signAll(toSign));
  return toSign.map(({ message }, place): DeliveredScan => ({
    bytes: joinFields([message, signatures[place] ?? new Uint8Array()]),
    receivedAtMs: passes[place]?.atMs ?? 0,
    late: false,
  }));
});

/** The scans in batches of this size. */
export const inBatches = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, batch) =>
    items.slice(batch * size, (batch + 1) * size),
  );
