// A custodian in a process of its own, for the test that kills it: it records batch after batch, and says which scans it has answered.
// It runs until it is killed. The folder is its only argument.
import { Effect } from "effect";
import { generateOfficer, rosterEntryOf } from "../../../impl/protocol/officers.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { openGate, passes, scanned } from "./gate.ts";
import { makeIssuer } from "./issuer.ts";
import { atNoon, inCustodian, noonMs, type Place } from "./rooms.ts";

const folder = process.argv[2] ?? "";
const made = await Promise.all([1, 2].map((number) => generateOfficer(number)));
const roster = made.map(({ officer }) => rosterEntryOf(officer));
const place: Place = {
  folder,
  policy: { ...defaultPolicy, constants: { ...defaultPolicy.constants, scansPerMinute: 1_000_000 } },
  issuers: [makeIssuer(1, roster)],
  roster,
};

await atNoon(
  inCustodian(place, (custodian) =>
    Effect.gen(function* () {
      const opened = yield* openGate(custodian, place);
      for (;;) {
        const scans = (yield* passes(place, opened, noonMs, 20)).map((pass) => scanned(pass, noonMs));
        const answers = yield* custodian.record(scans);
        const answered = scans.filter((_, index) => answers[index] === 0);
        process.stdout.write(answered.map(({ bytes }) => `${Buffer.from(bytes).toString("hex")}\n`).join(""));
      }
    }),
  ),
);
