/**
 * The whole house for clauses that are about parties: real issuer, custodian and authority in a folder that goes with the test,
 * people with phones, a club with a scanner, two officers, and a clock that stands where the story says.
 * It knows no rule; instants are written as in the stories.
 */
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, type Scope } from "effect";
import { TestClock } from "effect/testing";
import type { NamedVisit } from "../../impl/officer/client.ts";
import { openHouse, type House } from "../../impl/house.ts";
import type { IssuerRequest } from "../../impl/issuer/requests.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import { passVersions } from "../../impl/protocol/pass.ts";
import { encodeScan } from "../../impl/protocol/scan.ts";
import type { ProofUnavailable } from "../../impl/log/transparencylog.ts";
import type { PeerUnavailable } from "../../impl/protocol/remote/peerunavailable.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Policy } from "../../models/policy.ts";
import { codesOf } from "../impl/custodian/gate.ts";
import { newKey } from "../impl/custodian/issuer.ts";
import { outcomeOf } from "../impl/issuer/people.ts";
import { present } from "../impl/protocol/hex.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { millisecondsOf } from "./instance.ts";

/** So long a number that finding it in a file is no accident. */
export const club = 1_120_733_519;
export const ann = "01012345678";
export const ben = "01087654321";

type Wish = IssuerRequest extends infer Request
  ? Request extends IssuerRequest
    ? Omit<Request, "phone" | "receivedAtMs">
    : never
  : never;
type Step<A> = Effect.Effect<A, Refused | StoreUnavailable>;
/** In one process no other party is ever away. */
const near = <A>(
  far: Effect.Effect<A, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>,
): Step<A> => Effect.catchTags(far, { ProofUnavailable: Effect.die, PeerUnavailable: Effect.die });

export interface Street {
  readonly house: House;
  readonly folderOf: (party: "issuer" | "custodian" | "authority" | "officers") => string;
  readonly at: (instant: string) => Effect.Effect<void>;
  /** What the issuer told, or the code of its refusal. */
  readonly ask: (phone: string, wish: Wish) => Step<string>;
  readonly agreeAndVerify: (phone: string) => Step<void>;
  /** A pass as bytes. */
  readonly passOf: (phone: string) => Step<Uint8Array>;
  /** The club's scanner shows it to the custodian now: empty when admitted, or the code. */
  readonly scan: (pass: Uint8Array) => Step<string>;
  /** The first officer asks for the club's visits of a window; answers the case. */
  readonly request: (
    from: string,
    until: string,
  ) => Step<{ readonly caseId: string; readonly caseText: Uint8Array }>;
  readonly approve: (opened: { readonly caseId: string; readonly caseText: Uint8Array }) => Step<void>;
  /** Release, both officers' shares, the issuer's answer, and what the second officer reads in it. */
  readonly joined: (caseId: string) => Step<readonly NamedVisit[]>;
  readonly sweepAll: Step<void>;
}

const streetOf = (house: House, folder: string): Street => {
  const { issuer, issuerPort, custodian, authority, smsOutbox, custodianKey } = house;
  const device = newKey();
  const [first, second] = [present(house.officers[0]), present(house.officers[1])];

  const replyTo = Effect.fnUntraced(function* (phone: string, wish: Wish) {
    const receivedAtMs = yield* issuer.now;
    const [reply] = yield* issuer.perform([{ ...wish, phone, receivedAtMs }]);
    return present(reply);
  });
  const ask: Street["ask"] = (phone, wish) => Effect.map(replyTo(phone, wish), outcomeOf);

  return {
    house,
    folderOf: (party) => join(folder, party),
    at: (instant) => TestClock.setTime(millisecondsOf(instant)),
    ask,
    agreeAndVerify: Effect.fnUntraced(function* (phone) {
      yield* issuer.announceLevel("serious");
      yield* custodian.announceLevel("serious");
      yield* custodian.registerVenue({ venue: club, kind: "club", deviceKey: device.publicKey });
      yield* ask(phone, { kind: "agree", noticeVersion: 1 });
      yield* ask(phone, { kind: "sendCode" });
      yield* ask(phone, { kind: "checkCode", code: present(yield* smsOutbox.read(phone)) });
    }),
    passOf: (phone) => Effect.map(replyTo(phone, { kind: "issue" }), ({ pass }) => present(pass)),
    scan: Effect.fnUntraced(function* (pass) {
      const receivedAtMs = yield* custodian.now;
      const bytes = encodeScan(device, pass, club, receivedAtMs);
      return present(codesOf(yield* custodian.record([{ bytes, receivedAtMs, late: false }]))[0]);
    }),
    request: Effect.fnUntraced(function* (from, until) {
      const window = { venue: club, fromMs: millisecondsOf(from), untilMs: millisecondsOf(until) };
      const asked = { officer: first.officer, ground: "investigation", windows: [window] };
      const opened = yield* authority.request(asked);
      const approval = yield* Effect.orDie(first.approve(opened.caseText));
      yield* authority.signRequest({ caseId: opened.caseId, approval });
      return opened;
    }),
    approve: Effect.fnUntraced(function* ({ caseId, caseText }) {
      const approval = yield* Effect.orDie(second.approve(caseText));
      yield* authority.approve({ caseId, approval });
    }),
    joined: Effect.fnUntraced(function* (caseId) {
      yield* near(authority.askRelease(caseId));
      const { parts } = yield* authority.releaseOf(caseId);
      const issuerSealingKey = yield* issuerPort.sealingKey;
      const resealed = new Map<number, readonly Uint8Array[]>();
      for (const part of parts) {
        const asked = { caseId, part, custodianKey, issuerSealingKey };
        const both = yield* Effect.forEach([first, second], (officer) => Effect.orDie(officer.reseal(asked)));
        resealed.set(part.issuer, both);
      }
      yield* near(authority.join(caseId, resealed));
      const answers = yield* authority.answerFor(caseId, second.officer);
      const answerKey = yield* issuerPort.answerKey;
      const read = yield* Effect.forEach(answers, (one) => Effect.orDie(second.openAnswer(one, answerKey)));
      return read.flat();
    }),
    sweepAll: Effect.asVoid(Effect.all([issuer.sweep, custodian.sweep, authority.sweep])),
  };
};

/** Lives a story in a house of its own, under this policy. */
export const inHouse = (
  policy: Policy,
  story: (street: Street) => Effect.Effect<void, unknown, Scope.Scope>,
): Promise<void> => {
  const folder = freshFolder();
  return Effect.gen(function* () {
    yield* TestClock.setTime(millisecondsOf("2020-07-01T00:00:00.000+09:00"));
    const options = {
      folder,
      version: passVersions.deployed,
      durability: "normal",
      officers: 2,
      sweeps: "driven",
    } as const;
    yield* story(streetOf(yield* openHouse(options), folder));
  }).pipe(
    Effect.scoped,
    Effect.provideService(PolicyInForce, policy),
    Effect.provide([NodeServices.layer, TestClock.layer()]),
    Effect.runPromise,
  );
};
