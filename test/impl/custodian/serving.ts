// A custodian in a process of its own that serves the parties' listener on a given port, for the test that kills it again and again.
// What it needs to believe lies in a file that the test wrote; it says `serving` when it can be asked, and runs until it is killed.
import { readFileSync } from "node:fs";
import { Context, Effect, Layer } from "effect";
import { Custodian } from "../../../impl/custodian/custodian.ts";
import { callerOfDevice, custodianHandlers } from "../../../impl/custodian/partieshandlers.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { custodianApi } from "../../../impl/protocol/http/custodian.ts";
import { decodeRoster } from "../../../impl/protocol/officers.ts";
import { tlsIdentityOf } from "../../../impl/server/identity.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { firstCaller, pinnedCallers, tlsListener } from "../../../impl/server/tlslistener.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { hex, present } from "../protocol/hex.ts";
import { makeIssuer } from "./issuer.ts";
import { placeLayer, type Place } from "./rooms.ts";

const [, , folder = "", port = "0"] = process.argv;
const [tlsSeed = "", depositsSeed = "", issuerKey = "", encodedRoster = ""] = readFileSync(
  `${folder}/told.txt`,
  "utf8",
).split("\n");
const told = decodeRoster(hex(encodedRoster));
const roster = told.ok ? told.value : [];
const deposits = present(importSigningKey(hex(depositsSeed)));
const place: Place = {
  folder,
  policy: { ...defaultPolicy, constants: { ...defaultPolicy.constants, scansPerMinute: 1_000_000 } },
  issuers: [{ ...makeIssuer(1, roster), deposits }],
  roster,
};

await Effect.runPromise(
  Effect.gen(function* () {
    const built = yield* Layer.build(placeLayer(place));
    const custodian = Context.get(built, Custodian);
    yield* custodian.announceLevel("serious");
    const given = Layer.mergeAll(
      Layer.succeed(Custodian, custodian),
      Layer.succeed(PolicyInForce, place.policy),
    );
    yield* tlsListener({
      place: { host: "127.0.0.1", port: Number(port) },
      limits: defaultLimits,
      identity: yield* tlsIdentityOf(present(importSigningKey(hex(tlsSeed))), "custodian"),
      routes: routesOf(custodianApi, Layer.provide(custodianHandlers, given)),
      callerOfKey: firstCaller(
        pinnedCallers([{ key: hex(issuerKey), caller: { kind: "issuer", number: 1 } }]),
        callerOfDevice(custodian),
      ),
    });
    process.stdout.write("serving\n");
    yield* Effect.never;
  }).pipe(Effect.scoped),
);
