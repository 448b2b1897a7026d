// What a desk refuses, each told by its code: officers who disagree or come at once, one's own case, a scope that the law does not allow,
// an officer whom the authority does not know, a step of another session or of long ago; and a log that was tampered with.
// Everybody is real; the desks are a demonstration's, so that no key is needed to sign.
import { cpSync } from "node:fs";
import { createServer } from "node:net";
import { Effect, Schema } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { stopOf } from "../../../../impl/officer/asking.ts";
import { stepsIn } from "../../../../impl/officer/desk/loggedsteps.ts";
import { ownAddresses } from "../../../../impl/officer/desk/place.ts";
import { openDesk } from "../../../../impl/officer/desk/opening.ts";
import { openOffice } from "../../../../impl/officer/office.ts";
import { prepareOfficer } from "../../../../impl/officer/preparing.ts";
import { openLoggedParties } from "../../../../impl/log/audit/places.ts";
import { readParties } from "../../../../impl/log/audit/reading.ts";
import { readingClient } from "../../../../impl/log/audit/source.ts";
import { LoggedSteps } from "../../../../impl/protocol/desk.ts";
import { decodeEntry, encodeEntry } from "../../../../impl/protocol/logentries.ts";
import { ask } from "../../serve/asks.ts";
import { venue } from "../../serve/visiting.ts";
import { hourMs, minuteMs, number as visitor, serveVisited } from "./visited.ts";

const Answered = Schema.fromJsonString(
  Schema.Struct({
    code: Schema.optionalKey(Schema.String),
    token: Schema.optionalKey(Schema.String),
    caseId: Schema.optionalKey(Schema.String),
    state: Schema.optionalKey(Schema.String),
    asked: Schema.optionalKey(Schema.Struct({ id: Schema.String })),
  }),
);
const decode = Schema.decodeUnknownSync(Answered);
const decodeSteps = Schema.decodeUnknownSync(Schema.fromJsonString(LoggedSteps));

interface AtDesk {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const post = async ({ url, headers }: AtDesk, path: string, body: unknown = {}) =>
  decode((await ask({ url: `${url}${path}`, method: "POST", headers, body: JSON.stringify(body) })).body);

const enter = async (url: string): Promise<AtDesk> => {
  const { token = "" } = await post({ url, headers: {} }, "/v1/desk/demonstrations");
  return { url, headers: { authorization: `Bearer ${token}` } };
};

/** Signs what was asked for, and answers the state or the code of the refusal. */
const sign = async (at: AtDesk, { asked, code }: typeof Answered.Type) => {
  if (asked === undefined) return code;
  const done = await post(at, `/v1/desk/signatures/${asked.id}`, { proof: null });
  return done.state ?? done.code;
};

describe("what a desk refuses", () => {
  const desks = serveVisited([{ demonstration: true }, { demonstration: true }, { demonstration: true }]);
  const entered: AtDesk[] = [];
  const officer = (number: number): AtDesk => entered[number - 1] ?? { url: "", headers: {} };
  beforeAll(async () => {
    for (const url of desks.urls()) entered.push(await enter(url));
  });

  const window = (fromMs = -hourMs, untilMs = hourMs) => ({
    venue,
    fromMs: desks.scannedAtMs() + fromMs,
    untilMs: desks.scannedAtMs() + untilMs,
  });
  const request = (windows: readonly object[], ground = "investigation") =>
    post(officer(1), "/v1/desk/cases", { ground, windows });
  /** A case that the first officer asked for and signed. */
  const asked = async (): Promise<string> => {
    const toSign = await request([window()]);
    expect(await sign(officer(1), toSign)).toBe("requested");
    return `/v1/desk/cases/${toSign.caseId ?? ""}`;
  };
  const approve = async (number: number, path: string) =>
    sign(officer(number), await post(officer(number), `${path}/approval`));
  const deny = async (number: number, path: string) => {
    const toSign = await post(officer(number), `${path}/denial`, { reason: "need-not-shown" });
    return sign(officer(number), toSign);
  };

  /** What stands in the logs of all parties, as the desk reads them. */
  const copied = async () => {
    const { cards } = await desks.run(openOffice(`${desks.country().folder}/officer-1`));
    const copies = await desks.run(
      Effect.flatMap(openLoggedParties(cards), (logged) => readParties(logged, cards)).pipe(
        Effect.provide(readingClient),
      ),
    );
    return { cards, copies };
  };

  /** A log publishes every few seconds. */
  const logged = async (path: string, steps: number): Promise<LoggedSteps> => {
    const { url, headers } = officer(3);
    const read = decodeSteps((await ask({ url: `${url}${path}/steps`, headers })).body);
    return read.steps.length >= steps ? read : logged(path, steps);
  };

  it("the approval of one's own case, and what comes after another has decided", async () => {
    const path = await asked();
    expect(await approve(1, path)).toBe("case-same-officer");
    expect(await deny(2, path)).toBe("denied");
    // The text is gone for whoever has no part in the case.
    expect(await approve(3, path)).toBe("not-allowed");
    expect(await deny(3, path)).toBe("not-allowed");
  });

  it("the second of two who approve at once", async () => {
    const path = await asked();
    const texts = await Promise.all([2, 3].map((number) => post(officer(number), `${path}/approval`)));
    const done = await Promise.all(texts.map((text, place) => sign(officer(place + 2), text)));
    expect(done.toSorted()).toEqual(["approved", "not-allowed"]);
  });

  it("what the law does not allow, before anything is signed", async () => {
    const codes = [
      await request([window()], "none"),
      await request([]),
      await request(Array.from({ length: 21 }, () => window())),
      await request([window(hourMs, -hourMs)]),
      await request([window(-25 * hourMs, hourMs)]),
      await request([window(10 * hourMs, 30 * hourMs)]),
    ].map(({ code }) => code);
    expect(codes).toEqual([
      "case-without-ground",
      "case-without-venue",
      "case-venues-exceeded",
      "case-window-inverted",
      "case-window-exceeded",
      "case-window-ahead",
    ]);
  });

  it("a signature of another session, twice, or of long ago", async () => {
    const first = await request([window()]);
    expect(await sign(await enter(officer(1).url), first)).toBe("desk-asked-unknown");
    const second = await request([window()]);
    expect(await sign(officer(1), second)).toBe("requested");
    expect(await sign(officer(1), second)).toBe("desk-asked-unknown");
    const third = await request([window()]);
    desks.pass(11 * minuteMs);
    expect(await sign(officer(1), third)).toBe("desk-asked-unknown");
  });

  it("the answer of a case that was closed, and to whoever has no part in it", async () => {
    const path = await asked();
    expect(await approve(2, path)).toBe("approved");
    const share = async (number: number) =>
      sign(officer(number), await post(officer(number), `${path}/shares`));
    expect(await share(3)).toBe("not-allowed");
    expect([await share(1), await share(2)]).toEqual(["released", "answered"]);
    const answer = async (number: number) => {
      const { url, headers } = officer(number);
      return (await ask({ url: `${url}${path}/answer`, headers })).body;
    };
    expect(await answer(1)).toContain(visitor);
    expect(decode(await answer(3)).code).toBe("not-allowed");
    const closing = await post(officer(2), `${path}/close`);
    expect(await answer(1)).toContain(visitor);
    expect(await sign(officer(2), closing)).toBe("closed");
    expect(decode(await answer(1)).code).toBe("not-allowed");

    // An issuer that answers and leaves it out of its log is named.
    expect((await logged(path, 3)).unanswered).toEqual([]);
    const { cards, copies } = await copied();
    const caseId = path.split("/").at(-1) ?? "";
    const logs = copies.logs.map((copy) => ({
      ...copy,
      entries: copy.entries.filter((bytes) => decodeEntry(bytes)?.kind !== "case.answered"),
    }));
    expect(stepsIn({ ...copies, logs }, cards, caseId).unanswered).toEqual(["issuer-1"]);
  });

  it("an officer whom the authority does not know", async () => {
    const { folder } = desks.country();
    const stranger = `${folder}/officer-9`;
    await desks.run(prepareOfficer(stranger, 9));
    cpSync(`${folder}/officer-1/peers`, `${stranger}/peers`, { recursive: true });
    const { url } = await desks.run(openDesk(stranger, { port: 0, demonstration: true }));
    const { body } = await ask({ url: `${url}/v1/desk/cases`, headers: (await enter(url)).headers });
    expect(decode(body).code).toBe("officer-unlisted");
  });

  it("to open while somebody else holds an address of its name", async () => {
    const taken = ownAddresses().at(-1) ?? "";
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, taken, listening));
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const opened = openDesk(`${desks.country().folder}/officer-1`, { port }).pipe(
      Effect.mapError(stopOf),
      Effect.flip,
      Effect.scoped,
    );
    const { reason, sentence, advice } = await desks.run(opened);
    expect([reason, advice]).toEqual(["place-taken", "Stop what listens there, or choose another port."]);
    expect(sentence).toContain(` ${taken}:`);
    other.close();
  });

  it("to call a step verified in a log that was tampered with", async () => {
    const path = await asked();
    expect(await approve(2, path)).toBe("approved");
    const caseId = path.split("/").at(-1) ?? "";
    const shown = await logged(path, 1);
    expect(shown.steps).toMatchObject([{ step: "approved", party: "authority", verified: true, wrong: [] }]);
    expect(shown.steps[0]?.cosigners.length).toBeGreaterThanOrEqual(2);
    expect(shown.doubtful).toEqual([]);

    const { cards, copies } = await copied();
    const logs = copies.logs.map((copy) => ({
      ...copy,
      entries: copy.entries.map((bytes) => {
        const entry = decodeEntry(bytes);
        return entry?.kind === "case.approved" && entry.caseId === caseId
          ? encodeEntry({ ...entry, officers: [1, 3] })
          : bytes;
      }),
    }));
    const forged = stepsIn({ ...copies, logs }, cards, caseId);
    expect(forged.steps).toMatchObject([{ step: "approved", verified: false }]);
    expect(forged.steps[0]?.wrong).toEqual(expect.arrayContaining(["tree-differs", "entry-forged"]));
    expect(forged.doubtful.map(({ party }) => party)).toEqual(["authority"]);
  });
});
