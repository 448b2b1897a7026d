// Two officers at steady work: one case after the other from the asking to the closing, over the last moments of the venue, each step
// again until it is answered. They hold the parties to what was acknowledged: a case never goes back, and whoever was checked in the
// window and has not withdrawn is found.
import { Effect } from "effect";
import { openOffice, type Office } from "../../../../impl/officer/office.ts";
import {
  approveCase,
  closeCase,
  readCase,
  requestCase,
  shareCase,
  showCase,
  textToApprove,
} from "../../../../impl/officer/steps.ts";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { count, nowMs } from "./ledger.ts";
import { pause, type Work } from "./people.ts";

/** Asked again, these go away. */
const passing = new Set([
  "peer-unavailable",
  "overloaded",
  "stopping",
  "store-unavailable",
  "proof-unavailable",
]);

const states = ["requested", "approved", "released", "answered", "closed"];

/** One step, asked again until it is answered; undefined when the work is over, or it was refused for good. */
const taken = async <A>(
  { ledger, isOver }: Work,
  what: string,
  step: Effect.Effect<A, { readonly code: string; readonly message: string }>,
  /** Whether a step whose answer was cut off was taken all the same, and so cannot be taken again. */
  wasTaken: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<A | "before" | undefined> => {
  for (let cuts = 0; !isOver(); cuts += 1) {
    const result = await Effect.runPromise(Effect.result(step));
    if (result._tag === "Success") {
      count(ledger, what);
      return result.success;
    }
    const { code, message } = result.failure;
    if (!passing.has(code)) {
      if (cuts > 0 && (await wasTaken())) return "before";
      ledger.violations.push(`${what}: ${code} ${message} (after ${String(cuts)} cuts)`);
      return undefined;
    }
    await pause(200);
  }
  return undefined;
};

/** Everybody who was checked in these moments, as often as they were. */
const present = ({ ledger }: Work, fromMs: number, untilMs: number): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { phone, how, ...scan } of ledger.admitted.values())
    if (how === "checked" && scan.fromMs >= fromMs && !(scan.untilMs >= untilMs))
      found.set(phone, (found.get(phone) ?? 0) + 1);
  return found;
};

const wholeCase = async (
  work: Work,
  [first, second]: readonly [Office, Office],
  venue: number,
  fromMs: number,
) => {
  const { ledger } = work;
  const untilMs = nowMs();
  await pause(20);
  const windows = [{ venue, fromMs, untilMs }];
  const asked = await taken(work, "cases asked", requestCase(first, { ground: "investigation", windows }));
  if (asked === undefined || asked === "before") return;
  const { caseId } = asked;
  const isPast = (state: string) => async (): Promise<boolean> => {
    const shown = await taken(work, "cases shown", showCase(first, caseId));
    return typeof shown === "object" && states.indexOf(shown.state) >= states.indexOf(state);
  };
  let acknowledged = 0;
  const stands = async (reached: number): Promise<boolean> => {
    acknowledged = reached;
    const shown = await taken(work, "cases shown", showCase(first, caseId));
    if (typeof shown !== "object") return false;
    if (states.indexOf(shown.state) < acknowledged)
      ledger.violations.push(`a case was ${String(states[acknowledged])} and is ${shown.state}`);
    return true;
  };
  const approval = Effect.flatMap(textToApprove(second, caseId), (text) => approveCase(second, caseId, text));
  if ((await taken(work, "cases approved", approval, isPast("approved"))) === undefined || !(await stands(1)))
    return;
  const expected = present(work, fromMs, untilMs);
  for (const office of [first, second])
    if ((await taken(work, "shares given", shareCase(office, caseId), isPast("answered"))) === undefined)
      return;
  if (!(await stands(3))) return;
  for (const office of [first, second]) {
    const findings = await taken(work, "answers read", readCase(office, caseId));
    if (typeof findings !== "object") return;
    if (findings.waitingFor.length > 0) ledger.violations.push("a case that was answered waits again");
    for (const [phone, visits] of expected) {
      const found = findings.visits.filter(({ phoneNumber }) => phoneNumber === phone).length;
      if (visits > found && !ledger.withdrawn.has(phone))
        ledger.violations.push(
          `${phone} was checked ${String(visits)} times and is found ${String(found)} times`,
        );
      count(ledger, "people found");
    }
  }
  if ((await taken(work, "cases closed", closeCase(first, caseId), isPast("closed"))) !== undefined)
    await stands(4);
};

/** One case after the other, until the work is over. */
export const liveOfficers = (work: Work, venue: number): Promise<void> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { folder } = work.household;
        const offices = [
          yield* openOffice(`${folder}/officer-1`),
          yield* openOffice(`${folder}/officer-2`),
        ] as const;
        let fromMs = nowMs();
        yield* Effect.promise(async () => {
          while (!work.isOver()) {
            await pause(1_500);
            const untilMs = nowMs();
            // A case without a record is answered by nobody.
            if (present(work, fromMs, untilMs).size === 0) continue;
            await wholeCase(work, offices, venue, fromMs);
            fromMs = untilMs;
          }
        });
      }),
    ).pipe(Effect.provide(NodeServices.layer), Effect.orDie),
  );
