// People at an issuer with a device each, in the words of the tests: a session, the notice, a code, a pass, on that session.
// Each answers what the person would see: what was told, or the code of the problem.
// The SMS is read from the outbox by whoever holds the phone, which need not be whoever asked.
import { Effect } from "effect";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { SmsOutbox } from "../../../impl/issuer/smsgateway.ts";
import { present } from "../protocol/hex.ts";

export interface Device {
  readonly token: string;
  readonly phone: string;
  readonly session: string;
}

/** The code of a failure, or what was meant to be seen. */
const seen = <A, E extends { readonly code: string }, R>(asked: Effect.Effect<A, E, R>, said: string) =>
  asked.pipe(
    Effect.as(said),
    Effect.catch(({ code }) => Effect.succeed(code)),
  );

export const openDevice = (typed: string, network = "home") =>
  Effect.gen(function* () {
    const { people } = yield* Issuer;
    const { token, phone } = yield* people.openSession(typed, network);
    return { token, phone, session: people.sessions.named(token) } satisfies Device;
  });

export const agreesOn = (device: Device, child = false) =>
  Effect.flatMap(Issuer, ({ people }) =>
    seen(people.agree(device, { notice: people.notice.hash, child }), "agreed"),
  );
export const asksCode = (device: Device, network = "home") =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.sendCode(device, network), "sent"));
export const types = (device: Device, code: string) =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.typeCode(device, code), "verified"));
export const asksPass = (device: Device) =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.pass(device, undefined), "shown"));
export const withdrawsOn = (device: Device) =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.withdraw(device), "withdrawn"));
export const asksGuardian = (device: Device, typed: string, network = "home") =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.sendGuardianCode(device, typed, network), "sent"));
export const guardianTypes = (device: Device, code: string) =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.confirmGuardian(device, code), "confirmed"));

/** Whether the session still is one. */
export const isLive = ({ session }: Device) =>
  Effect.flatMap(Issuer, ({ people }) => seen(people.sessions.holderOf(session), "live"));

export const readsSms = (phone: string) =>
  Effect.flatMap(SmsOutbox, (outbox) => Effect.map(outbox.read(phone), present));

/** A session whose number is verified on it. */
export const verifiedDevice = (typed: string, network = "home") =>
  Effect.gen(function* () {
    const device = yield* openDevice(typed, network);
    yield* agreesOn(device);
    yield* asksCode(device, network);
    yield* types(device, yield* readsSms(device.phone));
    return device;
  });

/** Collection is allowed. */
export const allowed = Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel("serious"));
