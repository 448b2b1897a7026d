/**
 * Cases of the authority over HTTP: two officers with keys of their own take each step, and custodian and issuer answer the authority.
 * Where a case stands is what the authority shows its officer; what it has stored is compared besides, by a second connection.
 * Where what a case learns must end at a certain instant, the case is played anew on the day on which a real visit ends then.
 * What officers cannot bring about is not offered, with the reason.
 */
import { Effect } from "effect";
import type { CaseWindow } from "../../../impl/protocol/casetext.ts";
import { seoulDay, startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { disclosure } from "../../../models/disclosure.ts";
import type { Given, Happening } from "../../../models/language/interpret.ts";
import { presets } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import type { Answer, Subject, Trial } from "../contract.ts";
import { pathTo } from "./disclosurepath.ts";
import { makeCaseStandings, wrongCase } from "./disclosurestanding.ts";
import { makeCaseSteps, nobodysCase, officerOf, type OpenedCase } from "./disclosuresteps.ts";
import { makeVisitToFind } from "./disclosurevisit.ts";
import { notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { wrongEvents } from "./rows.ts";

/** What the law tells where HTTP says only that all went well. */
const toldBy: Readonly<Record<string, string>> = {
  "case.requested": "case.opened",
  "case.approved": "case.approved",
  "case.denied": "case.denied",
  "case.released": "case.released",
  "case.answered": "case.answered",
  "case.closed": "case.erased",
};

/** Of a case that nobody opened the API says that it is not there. */
const lawsWord: Readonly<Record<string, string>> = { "not-found": "not-allowed" };

const instanceName = disclosure.id;

/** The lifecycle's event behind a rule, or the event itself. */
const eventOf = ({ type, given }: Happening): Happening => ({
  type: rules.find(({ id }) => id === type)?.trigger.name ?? type,
  given,
});

interface Done {
  readonly event: Happening;
  readonly atMs: number;
}

export const makeCases: MakeOffering = (country, calendar): Offering => {
  const { look, clocks, officers } = country;
  const steps = makeCaseSteps(officers, clocks.authority);
  const standings = makeCaseStandings(look.authority, steps);
  const visit = makeVisitToFind(country);

  const create: Offering["create"] = Effect.fnUntraced(function* (subject: Subject, atMs) {
    const policy = presets[subject.preset].constants;
    const standing = subject.kind === "party" ? subject.standings[instanceName] : undefined;
    const path = standing === undefined ? [] : pathTo(standing, atMs, subject.preset);
    if (path === undefined)
      return yield* notOffered("create", "nothing that officers can do leads a case to where it stands");
    let shift = calendar.begin(path[0]?.now ?? atMs);
    let now = atMs;
    let opened: OpenedCase = nobodysCase;
    const done: Done[] = [];
    const moveTo = (toMs: number): void => {
      now = toMs;
      calendar.set(toMs + shift);
    };
    const requester = () =>
      officerOf(done.find(({ event }) => event.type === "case.requested")?.event.given["officer"]);

    const windowsOf = ({ venues, windowStart, windowEnd }: Given): readonly CaseWindow[] =>
      Array.from({ length: Number(venues ?? 0) }, (_, place) => ({
        venue: place + 1,
        fromMs: Number(windowStart) + shift,
        untilMs: Number(windowEnd) + shift,
      }));
    const take = Effect.fnUntraced(function* (event: Happening, windows: readonly CaseWindow[]) {
      const reply = yield* steps.take(event, opened, requester(), windows);
      if (reply === undefined) return yield* notOffered("send", `${event.type} is asked of no authority`);
      opened = reply.opened ?? opened;
      return reply.code;
    });

    const stored = Effect.suspend(() => standings.stored(opened, shift));
    const shown = Effect.suspend(() => standings.shown(opened, requester(), shift));

    /** Plays the case so far anew, where one real visit under it ends at this instant of the case. */
    const playAnew = Effect.fnUntraced(function* (recordsEndMs: number) {
      const visitShift = calendar.begin(atMs);
      yield* country.announce("serious");
      const window = yield* visit;
      shift = startOfSeoulDayMs(seoulDay(atMs + visitShift)) + Number(policy["retention"]) - recordsEndMs;
      opened = nobodysCase;
      const untilMs = now;
      for (const one of done) {
        moveTo(one.atMs);
        const code = yield* take(one.event, [window]);
        if (code !== "")
          return yield* Effect.die(new Error(`${one.event.type} was answered ${code} when played anew`));
      }
      moveTo(untilMs);
    });

    /** Makes the case one in which this answer can arrive, if there can be such a one. */
    const prepareAnswer = Effect.fnUntraced(function* (recordsEndAt: unknown) {
      const { state, fields } = yield* stored;
      const isReleased = state === "released" && Number(fields["lapseAt"]) > now;
      // What a case learns is kept so long, and no longer because of records that are kept longer.
      if (
        !isReleased ||
        recordsEndAt === null ||
        Number(recordsEndAt) >= now + Number(policy["caseAnswerKept"])
      )
        return;
      if (now >= Number(recordsEndAt))
        return yield* notOffered("send", "of records that are over nothing is answered");
      yield* playAnew(Number(recordsEndAt));
    });

    const send = Effect.fnUntraced(function* (asked: Happening) {
      const event = eventOf(asked);
      const { type, given } = event;
      const before = yield* stored;
      if (type === "case.requested") {
        if (opened !== nobodysCase)
          return yield* notOffered("send", "a case is asked for once: who asks again opens another");
        if (given["windowStart"] === null || given["windowEnd"] === null)
          return yield* notOffered("send", "no window of a case lasts for ever");
      }
      // Up to so many the row does not know how many they were, and none is enough.
      const tooMany = Number(given["records"] ?? 0) > Number(policy["caseRecords"]);
      if (type === "case.released" && before.state === "approved" && tooMany)
        return yield* notOffered("send", "thousands of visits are not made for one case");
      if (type === "case.answered") yield* prepareAnswer(given["recordsEndAt"] ?? null);
      const code = yield* take(event, windowsOf(given));
      if (code !== "") return { refused: lawsWord[code] ?? code } satisfies Answer;
      // What is released already is shown again to its officers, and the law is not asked.
      if (type === "case.released" && before.state === "released")
        return { refused: "not-allowed" } satisfies Answer;
      done.push({ event, atMs: now });
      return { told: toldBy[type] ?? "" } satisfies Answer;
    });

    for (const { now: stepMs, event } of path) {
      moveTo(stepMs);
      if (event !== undefined) yield* send(event);
      else yield* shown;
    }
    moveTo(atMs);

    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => moveTo(toMs)),
      send,
      read: Effect.map(
        Effect.suspend(() => shown),
        (instance) => ({ [instanceName]: instance }),
      ),
      check: Effect.fnUntraced(function* ({ standings: all, remembered }) {
        const foreseen = all[instanceName];
        const events = remembered[instanceName];
        return [
          ...(foreseen === undefined ? [] : wrongCase(foreseen, yield* stored)),
          ...(events === undefined
            ? []
            : yield* wrongEvents(look.authority, disclosure.id, [opened.caseId], events, shift)),
        ];
      }),
      dispose: Effect.void,
    };
    return trial;
  });

  return {
    offers: (subject) =>
      subject.kind === "lifecycle" ? subject.machine === disclosure.id : subject.party === "authority",
    create,
  };
};
