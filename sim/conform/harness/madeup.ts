/**
 * A pass that no issuer issued: of the right form, with an epoch that nobody registered and a signature of nobody's key.
 * Trials in which there is no pass show it, as somebody would who has read how passes are written. It opens nothing.
 */
import { Effect } from "effect";
import { Epoch } from "../../../impl/protocol/epoch.ts";
import { handleBytes } from "../../../impl/protocol/handle.ts";
import { preparePass, signPasses } from "../../../impl/protocol/issuing.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { freshKey } from "./devices.ts";

export const madeUpPass = (issuedAtMs: number): Effect.Effect<Uint8Array> =>
  Effect.promise(async () => {
    const origin = { version: passVersions.deployed, issuer: 1, issuedAtMs };
    const pass = preparePass(new Epoch(issuedAtMs), origin, randomBytes(handleBytes));
    if (pass === undefined) throw new Error("an epoch that was just opened seals nothing");
    await signPasses(freshKey(), [pass]);
    return pass;
  });
