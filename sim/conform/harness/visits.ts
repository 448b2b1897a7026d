/**
 * Visits over HTTP: somebody's pass is scanned by a device of its own venue, which delivers it as it happens or late, two officers have
 * it released under a case, and the custodian's sweep erases it with its day. Each trial has a day of its own, so that the visit is
 * the only one of that day in the custodian's store. What no custodian would take is not offered, with the reason.
 */
import { Effect } from "effect";
import { encodeScan } from "../../../impl/protocol/scan.ts";
import type { Given, Instance } from "../../../models/language/interpret.ts";
import { presets } from "../../../models/policy.ts";
import { visit as machine } from "../../../models/visit.ts";
import type { Answer, Trial } from "../contract.ts";
import { makeDevices, type Device } from "./devices.ts";
import { makeCaseSteps, nobodysCase } from "./disclosuresteps.ts";
import { isOfMachine, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { visitsOfDay } from "./visitrows.ts";
import { makeVisitors, type ShownPass } from "./visitors.ts";

/** Somebody comes so long before the pass. */
const comesBeforeMs = 5_000;

/** A visit of this pass that was scanned at this instant, both as the parties' clocks said. */
interface Scanned {
  readonly device: Device;
  readonly pass: ShownPass;
  readonly scannedAtMs: number;
}

const rest: Instance = { state: machine.initial, fields: machine.context };
const windowErased = "case-window-erased";
/** Of a visit that was, nothing is left. */
const gone: Instance = { state: "erased", fields: machine.context };
const notAllowed: Answer = { refused: "not-allowed" };

export const makeVisits: MakeOffering = (country, calendar): Offering => {
  const { clocks, look, officers } = country;
  const visitor = makeVisitors(country);
  const device = makeDevices(country);
  const steps = makeCaseSteps(officers, clocks.authority);

  const create: Offering["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const { lateDelivery, passLifetime } = presets[subject.preset].constants;
    const shift = calendar.begin(atMs);
    let now = atMs;
    let scanned: Scanned | undefined;
    const moveTo = (toMs: number): void => {
      now = toMs;
      calendar.set(toMs + shift);
    };
    // Before any pass of this trial, since no party goes back behind what it has stored.
    moveTo(atMs - Number(lateDelivery) - comesBeforeMs);
    yield* country.announce("serious");
    moveTo(atMs);

    const stored = Effect.suspend(() =>
      scanned === undefined
        ? Effect.succeed([])
        : visitsOfDay(look.custodian, scanned.pass.pass.issuedAtMs, shift),
    );
    const standing = Effect.gen(function* () {
      yield* clocks.custodian.sweep;
      const [visit, ...others] = yield* stored;
      if (others.length > 0) return yield* Effect.die(new Error("more than one visit is stored of one pass"));
      return visit ?? (scanned === undefined ? rest : gone);
    });

    const deliver = ({ device: by, pass, scannedAtMs }: Scanned, late: boolean) =>
      by.deliver(encodeScan(by.key, pass.pass.bytes, by.venue, scannedAtMs), late);
    const record = Effect.fnUntraced(function* ({ passIssuedAt, late }: Given) {
      if (scanned !== undefined) {
        // The same pass once more, scanned a little later: whatever stands in the way, nothing is stored.
        const code = yield* deliver({ ...scanned, scannedAtMs: scanned.scannedAtMs + 1 }, late === true);
        return code === "" ? { told: "visit.stored" } : notAllowed;
      }
      const untilMs = now;
      if (typeof passIssuedAt !== "number" || passIssuedAt > untilMs)
        return yield* notOffered("send", "a pass that is yet to be issued cannot be shown");
      const windowMs = Number(late === true ? lateDelivery : passLifetime);
      if (untilMs >= passIssuedAt + windowMs)
        return yield* notOffered("send", "a scan so old is refused before anybody asks what to store");
      moveTo(passIssuedAt - comesBeforeMs);
      const person = yield* visitor;
      const by = yield* device;
      moveTo(passIssuedAt);
      const pass = yield* person.pass();
      if ("code" in pass) return yield* Effect.die(new Error(`no pass is issued: ${pass.code}`));
      moveTo(untilMs);
      const scannedAtMs = late === true ? pass.pass.issuedAtMs : untilMs + shift;
      scanned = { device: by, pass, scannedAtMs };
      const code = yield* deliver(scanned, late === true);
      return code === "" ? { told: "visit.stored" } : { refused: code };
    });

    /** Two officers ask for the place and the moment of the visit, or of one that never was. */
    const release = Effect.gen(function* () {
      const [before = rest] = yield* stored;
      const fromMs = scanned?.scannedAtMs ?? now + shift - 1;
      const window = { venue: scanned?.device.venue ?? 1, fromMs, untilMs: fromMs + 1 };
      const take = (type: string, officer: string, opened = nobodysCase) =>
        Effect.flatMap(
          steps.take({ type, given: { officer, ground: "investigation" } }, opened, "first", [window]),
          (reply) =>
            reply?.code === "" || reply?.code === windowErased
              ? Effect.succeed(reply)
              : Effect.die(new Error(`${type} is answered ${reply?.code ?? "nothing"}`)),
        );
      const { code, opened } = yield* take("case.requested", "first");
      if (code === windowErased) return notAllowed;
      yield* take("case.approved", "second", opened);
      yield* take("case.released", "first", opened);
      const [after = rest] = yield* stored;
      // A release of no record is one all the same, and says nothing about a visit.
      const answer: Answer =
        after.state === "disclosed" && before !== rest ? { told: "visit.disclosed" } : notAllowed;
      return answer;
    });

    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => moveTo(toMs)),
      send: Effect.fnUntraced(function* ({ type, given }) {
        // What is due goes first, as at every sweep.
        yield* standing;
        switch (type) {
          case "visit.recorded":
            return yield* record(given);
          case "visit.released":
            return yield* release;
          default:
            return yield* notOffered("send", `${type} happens to no visit`);
        }
      }),
      read: Effect.map(standing, (found) => ({ [machine.id]: found })),
      check: Effect.fnUntraced(function* ({ standings }) {
        const found = yield* stored;
        const { state } = standings[machine.id] ?? rest;
        const foreseen = machine.states[state]?.meta.gone === true ? 0 : 1;
        return found.length === foreseen
          ? []
          : [`${String(foreseen)} visits should be stored, and ${String(found.length)} are`];
      }),
      dispose: Effect.void,
    };
    return trial;
  });
  return { offers: isOfMachine("visit"), create };
};
