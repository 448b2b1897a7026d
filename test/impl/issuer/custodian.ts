// A custodian for the tests of the issuer: it takes deposits, checks each as the real one must, and keeps what it was given.
// It can be told to refuse or to fail, and notes the order in which things came.
// It knows nothing of passes: what it holds is enough to open them only together with two officers.
import { Effect } from "effect";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { decodeDeposit, type Deposit } from "../../../impl/protocol/deposit.ts";
import { drawSigningSeed, importSigningKey, type VerifyingKey } from "../../../impl/protocol/ed25519.ts";
import type { Roster } from "../../../impl/protocol/officers.ts";
import type { PassVersion } from "../../../impl/protocol/pass.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { present, toHex } from "../protocol/hex.ts";

/**
 * Whether a deposit is taken; "loses" takes it and then fails to say so, "hangs" never answers,
 * and for "behind" every epoch is ahead of its clock.
 */
export type Mood = "takes" | "refuses" | "fails" | "loses" | "hangs" | "behind";

export const makeTestCustodian = (roster: Roster, version: PassVersion) => {
  const signing = present(importSigningKey(drawSigningSeed()));
  const deposits = new Map<string, Deposit>();
  const taken = new Map<string, string>();
  let asked = 0;
  let issuerKey: VerifyingKey | undefined;
  let mood: Mood = "takes";

  const take = (bytes: Uint8Array): number => {
    const terms = { version, issuerKey: present(issuerKey), roster, officersNeeded: 2 };
    const decoded = decodeDeposit(bytes, terms);
    if (!decoded.ok) throw new Error(`a deposit was not right: ${decoded.reason}`);
    if (mood === "behind") return refusalCodes.indexOf("epoch-ahead");
    if (mood === "refuses") return refusalCodes.indexOf("epoch-unknown");
    const id = toHex(decoded.value.epochId);
    const known = taken.get(id);
    if (known !== undefined && known !== toHex(bytes)) throw new Error("an epoch was deposited twice");
    taken.set(id, toHex(bytes));
    deposits.set(id, decoded.value);
    return 0;
  };
  const down = Effect.fail(new StoreUnavailable({ reason: "failing", detail: "the custodian is down" }));
  const notAsked = Effect.die(new Error("the issuer has no business with this"));

  return {
    signing,
    /** Its log, in which a release must stand. */
    log: makePaperLog("entrylog/custodian"),
    /** Whose deposits are taken. */
    pin: (key: VerifyingKey) => {
      issuerKey = key;
    },
    become: (next: Mood) => {
      mood = next;
    },
    /** How often it was asked to take something. */
    asked: (): number => asked,
    depositOf: (epochId: Uint8Array): Deposit | undefined => deposits.get(toHex(epochId)),
    epochs: (): readonly Deposit[] => [...deposits.values()],
    port: CustodianPort.of({
      deposit: (bytes) =>
        Effect.suspend(() => {
          asked += 1;
          if (mood === "fails") return down;
          if (mood === "hangs") return Effect.never;
          return Effect.flatMap(
            Effect.sync(() => Int32Array.from(bytes, take)),
            (answers) => (mood === "loses" ? down : Effect.succeed(answers)),
          );
        }),
      registerVenue: () => notAsked,
      record: () => notAsked,
      release: () => notAsked,
    }),
  };
};

export type TestCustodian = ReturnType<typeof makeTestCustodian>;
