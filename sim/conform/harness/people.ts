/**
 * The contract fulfilled, for consents and verifications, by a real issuer over HTTP: each event is what a phone asks of the people's
 * API, with a session of its own for each trial. Beside the machine that is tried everything is as it must be for it alone to answer.
 * Where a case stands in time is moved by whole days, so that one issuer serves all cases one after the other, as it would the years.
 * Rows and events are read by a second connection, after the person has asked what is held about them. What cannot be asked is not offered.
 */
import { Effect, Schema } from "effect";
import type { Value } from "../../../models/language/expression.ts";
import type { Happening, Instance } from "../../../models/language/interpret.ts";
import { machineOf } from "../../../models/machines.ts";
import { presets } from "../../../models/policy.ts";
import type { Trial } from "../contract.ts";
import { codeSentTo } from "./inbox.ts";
import { isOfMachine, notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { anotherCode, answerOf, ofNobody } from "./peoplewords.ts";
import { ask, type Question, type Replied } from "./requests.ts";
import { rowOf, wrongEvents } from "./rows.ts";

const asSession = Schema.decodeUnknownSync(Schema.Struct({ token: Schema.String }));
const asNotice = Schema.decodeUnknownSync(Schema.Struct({ hash: Schema.String }));

/** A notice that nobody published. */
const otherNotice = "0".repeat(64);

/** People at an issuer of one country; one trial at a time. */
export const makePeople: MakeOffering = (country, calendar): Offering => {
  const { urls, look, carrier } = country;
  const accounts = Effect.map(look.issuer("last_account", ["account"], "single = 1"), ([row]) =>
    Number(row?.[0] ?? 0),
  );

  const create: Offering["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const machine = subject.kind === "lifecycle" ? machineOf(subject.machine) : undefined;
    if (machine === undefined)
      return yield* notOffered("create", "rows of any kind cannot be put beside a person of a served issuer");
    const policy = presets[subject.preset];
    const shift = calendar.begin(atMs);
    yield* country.announce("serious");
    const { hash } = asNotice((yield* ask({ method: "GET", url: `${urls.issuer}/v1/notice` })).body);
    const before = yield* accounts;
    let phone = "";
    let token = "";
    /** The issuer keeps no code of an account that was withdrawn, though its minutes run on. */
    let codeForgotten = false;

    const openSession = Effect.gen(function* () {
      phone = country.newPhone();
      const opened = yield* ask({ method: "POST", url: `${urls.issuer}/v1/sessions`, body: { phone } });
      token = asSession(opened.body).token;
    });
    const onSession = (method: Question["method"], path: string, body?: unknown) =>
      ask({ method, url: `${urls.issuer}${path}`, token, body });
    /** An account that has ended took its session with it: whoever comes next has a new one. */
    const asked = Effect.fnUntraced(function* (method: Question["method"], path: string, body?: unknown) {
      const replied = yield* onSession(method, path, body);
      if (replied.code !== "session-unknown") return replied;
      yield* openSession;
      return yield* onSession(method, path, body);
    });
    const agree = asked("POST", "/v1/consent", { notice: hash, under14: false });
    yield* openSession;

    const row = Effect.fnUntraced(function* (id: string) {
      const kept = yield* look.issuer(
        "account",
        ["account"],
        `account > ${String(before)} AND session IS NOT NULL`,
      );
      const account = Math.max(0, ...kept.map(([one]) => Number(one)));
      return yield* rowOf(look.issuer, id, String(account), shift);
    });
    /** The person asks what is held, which lets what is due fire; then it is looked up. */
    const standing = (id: string): Effect.Effect<Instance> =>
      Effect.andThen(onSession("GET", "/v1/account"), row(id));

    const lastCode = Effect.suspend(() => codeSentTo(carrier, phone));

    /** A notice is published by starting the issuer with it; here it is started with the one in force again. */
    const publish = Effect.fnUntraced(function* (noticeVersion: Value | undefined) {
      if (noticeVersion === policy.constants["noticeVersion"] || typeof noticeVersion !== "number")
        return yield* notOffered("send", "the notice that people agreed to is not published to them again");
      const before = yield* row(machine.id);
      yield* country.reopen("issuer", { ...policy, constants: { ...policy.constants, noticeVersion } });
      yield* country.reopen("issuer");
      // It sweeps as it starts; what was due is gone when that is over, and not before.
      yield* country.clocks.issuer.sweep;
      const after = yield* row(machine.id);
      // Nobody is answered: whether it concerned this consent is seen by what became of it.
      const isOutdated = before.state === "given" && after.state === "outdated";
      const replied: Replied = { status: 200, code: isOutdated ? "" : "not-allowed", body: null };
      return replied;
    });

    const request = Effect.fnUntraced(function* ({ type, given }: Happening) {
      switch (type) {
        case "consent.given":
          return yield* asked("POST", "/v1/consent", {
            notice: given["noticeVersion"] === policy.constants["noticeVersion"] ? hash : otherNotice,
            under14: false,
          });
        case "consent.withdrawn":
        case "account.withdrawn":
          codeForgotten = true;
          return yield* asked("DELETE", "/v1/consent");
        case "code.requested": {
          const replied = yield* asked("POST", "/v1/codes");
          if (replied.code === "") codeForgotten = false;
          return replied;
        }
        case "code.submitted": {
          if (codeForgotten && given["matches"] === true)
            return yield* notOffered("send", "a code is forgotten at a withdrawal: nothing typed matches it");
          const code = (yield* lastCode) ?? "000000";
          return yield* asked("POST", "/v1/verification", {
            code: given["matches"] === true ? code : anotherCode(code),
          });
        }
        case "pass.issued":
          return yield* asked("POST", "/v1/passes", {});
        case "notice.published":
          return yield* publish(given["noticeVersion"]);
        default:
          return yield* notOffered("send", `${type} happens inside the issuer and at no API`);
      }
    });

    const trial: Trial = {
      advance: (toMs) => Effect.sync(() => calendar.set(toMs + shift)),
      send: Effect.fnUntraced(function* (event) {
        const { accountEndsAt, lockedUntil, sendsEndAt } = (yield* row(machine.id)).fields;
        const hadEnd = typeof accountEndsAt === "number";
        // What outlives an account for minutes has let the person begin anew when it is over; else the session is of nobody.
        const isOutlived = typeof lockedUntil === "number" || typeof sendsEndAt === "number";
        if (hadEnd && !isOutlived && (yield* standing(machine.id)).state === machine.initial) {
          const { code } = yield* request(event);
          return { refused: ofNobody.includes(code) ? "not-allowed" : code };
        }
        // A phone is verified, and a pass given, only under a consent: what is tried is the verification alone.
        if (machine.id === "verification") yield* agree;
        // Publishing looks at nobody first, as at the start of a new version.
        const stood = yield* event.type === "notice.published" ? row(machine.id) : standing(machine.id);
        return answerOf(event.type, yield* request(event), stood);
      }),
      read: Effect.map(standing(machine.id), (instance) => ({ [machine.id]: instance })),
      check: Effect.fnUntraced(function* ({ remembered }) {
        const kept = yield* look.issuer("account", ["account"], `account > ${String(before)}`);
        return yield* wrongEvents(
          look.issuer,
          machine.id,
          kept.map(([account]) => String(account)),
          remembered[machine.id] ?? [],
          shift,
        );
      }),
      dispose: Effect.asVoid(onSession("DELETE", "/v1/consent")),
    };
    return trial;
  });
  return { offers: isOfMachine("consent", "verification"), create };
};
