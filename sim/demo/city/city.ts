// The city of a demonstration: its venues register, and its people come and go quietly, by the parties' own addresses as anybody would.
// A few misuse what they have: a pass is shown a second time, or long after its time, so that refusals are seen.
// It knows what a phone and a door know, and goes on through whatever the parties answer.
import { Clock, Duration, Effect, Schedule } from "effect";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { codeSentTo } from "../../conform/harness/inbox.ts";
import { makeConnections, type Replied } from "../../exchange.ts";
import { addressOfPerson } from "../../load/networks.ts";
import { askNotice, makePhone, noticeIn, passIn, type PhoneLine } from "../../load/phone.ts";
import { deviceOf, registering, scanning } from "../../load/scanner.ts";
import { stream, uniform } from "../../world/random.ts";
import type { Doings } from "../page/forms.ts";
import type { PartOf } from "../words.ts";
import { publishFigures } from "./figures.ts";
import { residentsIn, seed, type Resident } from "./residents.ts";

const withinMs = 20_000;
const askedAgainAfter = "10 seconds";
const tellEvery = "2 seconds";
/** A code, a consent, and once more for a code that came to nothing. */
const stepsMost = 4;
const connectionsMost = 8;
const visitsASecondMost = 1;
/** So long a person stays away on average, where there are few. */
const awayMs = 60_000;
const replayed = 0.05;
const held = 0.04;
const { passLifetime } = policyNumbers(defaultPolicy);
const heldForMs = passLifetime + 5_000;

/** What an issuer answers to whom it must know anew. */
const needsCode = new Set(["verification-required", "verification-expired", "account-unknown"]);
const needsConsent = new Set(["consent-required", "consent-absent", "consent-outdated"]);

const asked = (reply: Promise<Replied>) => Effect.promise(() => reply);

const phoneWith = (line: PhoneLine, carrier: string, { person, number, token }: Resident) => {
  const phone = makePhone(line, { number, token, from: addressOfPerson(line.issuer, person) });
  const agree = Effect.gen(function* () {
    const notice = yield* asked(askNotice(line));
    return notice.code === "" ? yield* asked(phone.agree(noticeIn(notice))) : notice;
  });
  const verify = Effect.gen(function* () {
    const sent = yield* asked(phone.requestCode());
    if (sent.code !== "") return sent;
    return yield* asked(phone.typeCode((yield* codeSentTo(carrier, number)) ?? ""));
  });
  return {
    token: phone.token,
    /** A pass, or why there is none; what is asked for before is done before. */
    pass: Effect.gen(function* () {
      for (let step = 0; step < stepsMost; step += 1) {
        const shown = yield* asked(phone.pass());
        if (needsConsent.has(shown.code)) yield* agree;
        else if (needsCode.has(shown.code)) yield* Effect.andThen(agree, verify);
        else return shown;
      }
      return undefined;
    }),
  };
};

/** `tell` hears what became of everybody's visits until now, from time to time. */
export const openCity = Effect.fnUntraced(function* (city: PartOf<"city">, tell: (doings: Doings) => void) {
  const { folder, issuers, custodian, carrier } = city;
  const residents = yield* residentsIn(folder, city.people, issuers.length);
  const connections = makeConnections(connectionsMost);
  const chances = stream(seed, "demonstration visits");
  const phones = residents.people.map((resident) => ({
    resident,
    phone: phoneWith({ issuer: issuers[resident.issuer] ?? "", connections, withinMs }, carrier, resident),
  }));
  const line = { custodian, connections, withinMs };
  const doors: ReturnType<typeof scanning>[] = [];
  // Where this machine is one network, a custodian takes only some of them in a minute.
  const register = Effect.forEach(
    residents.venues,
    Effect.fnUntraced(function* ({ number, kind, seed: key }, place) {
      const device = yield* deviceOf(number, key);
      yield* Effect.retry(registering(line, device, kind, place), Schedule.spaced(askedAgainAfter));
      doors.push(scanning(line, device));
    }),
    { discard: true },
  );

  let admitted = 0;
  const refused = new Map<string, number>();
  const show = Effect.fnUntraced(function* (pass: Uint8Array, door: number) {
    const scan = doors[Math.floor(door * doors.length)];
    if (scan === undefined) return;
    const { code } = yield* asked(scan(pass, yield* Clock.currentTimeMillis));
    if (code === "") admitted += 1;
    else refused.set(code, (refused.get(code) ?? 0) + 1);
  });

  const visit = Effect.fnUntraced(function* (turn: number) {
    const chance = (index: number): number => uniform(chances, turn, index);
    const one = phones[Math.floor(chance(0) * phones.length)];
    if (one === undefined) return;
    const { resident, phone } = one;
    const before = phone.token();
    const shown = yield* phone.pass;
    if (phone.token() !== before) yield* residents.keep(resident.number, phone.token());
    if (shown?.code !== "") return;
    const { bytes } = passIn(shown);
    if (chance(1) < held) yield* Effect.sleep(heldForMs);
    yield* show(bytes, chance(2));
    if (chance(3) >= replayed) return;
    yield* Effect.sleep("2 seconds");
    yield* show(bytes, chance(4));
  });

  const perSecond = Math.min(visitsASecondMost, (phones.length * 1_000) / awayMs);
  const comeAndGo = Effect.gen(function* () {
    for (let turn = 0; ; turn += 1) {
      yield* Effect.forkChild(Effect.tapCause(visit(turn), Effect.logError));
      const gapMs = (-Math.log(1 - uniform(chances, turn, 5)) * 1_000) / perSecond;
      yield* Effect.sleep(Duration.millis(gapMs));
    }
  });

  const telling = Effect.sync(() => {
    tell({ admitted, refused: Object.fromEntries(refused) });
  });

  yield* Effect.forkScoped(Effect.forever(Effect.andThen(telling, Effect.sleep(tellEvery))));
  yield* Effect.forkScoped(Effect.tapCause(register, Effect.logError));
  yield* Effect.forkScoped(Effect.tapCause(publishFigures(folder), Effect.logError));
  yield* Effect.forkScoped(Effect.tapCause(comeAndGo, Effect.logError));
  return {};
});
