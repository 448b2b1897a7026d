/**
 * Lives of a person at a served issuer: each step is one of the issuer's rules, asked as a phone asks it, and the office's word about the
 * crisis level. They begin with nothing known of anybody. Rows are read when the person has asked what is held, which lets what is due fire.
 * Rows that nothing asked over HTTP leads to are not offered.
 */
import { Effect, Schema } from "effect";
import { crisis } from "../../../models/crisis.ts";
import { consent } from "../../../models/consent.ts";
import type { Given, Happening, Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import { pass } from "../../../models/pass.ts";
import { presets } from "../../../models/policy.ts";
import { verification } from "../../../models/verification.ts";
import type { Answer, Subject, Trial } from "../contract.ts";
import { codeSentTo } from "./inbox.ts";
import { notOffered, type MakeOffering, type Offering } from "./offering.ts";
import { anotherCode, answerOf } from "./peoplewords.ts";
import { ask, type Question, type Replied } from "./requests.ts";
import { rowOf } from "./rows.ts";
import { yes } from "./visitors.ts";

const kept: readonly Lifecycle[] = [crisis, consent, verification, pass];

const asToken = Schema.decodeUnknownSync(Schema.Struct({ token: Schema.String }));
const asNotice = Schema.decodeUnknownSync(Schema.Struct({ hash: Schema.String }));
const asShown = Schema.decodeUnknownSync(Schema.Struct({ issuedAtMs: Schema.Int, shownUntilMs: Schema.Int }));
const otherNotice = "0".repeat(64);

/** The event of the person's own lifecycle behind a rule. */
const eventOf: Readonly<Record<string, string>> = {
  "issuer.agree": "consent.given",
  "issuer.sendCode": "code.requested",
  "issuer.checkCode": "code.submitted",
  "issuer.issue": "pass.issued",
  "issuer.withdraw": "account.withdrawn",
};

const isAtRest = ({ initial, context }: Lifecycle, instance: Instance | undefined): boolean =>
  instance === undefined ||
  (instance.state === initial &&
    Object.entries(context).every(([name, value]) => instance.fields[name] === value));

const isLife = (subject: Subject): boolean =>
  subject.kind === "party" &&
  subject.party === "issuer" &&
  Object.keys(subject.standings).length > 0 &&
  Object.keys(subject.standings).every((name) => kept.some(({ id }) => id === name));

export const makeLives: MakeOffering = (country, calendar): Offering => {
  const { urls, look, carrier } = country;

  const create: Offering["create"] = Effect.fnUntraced(function* (subject, atMs) {
    const standings = subject.kind === "party" ? subject.standings : {};
    if (!kept.every((machine) => isAtRest(machine, standings[machine.id])))
      return yield* notOffered(
        "create",
        "nothing that is asked over HTTP leads an issuer's rows to where these stand",
      );
    const { noticeVersion, clockSkew } = presets[subject.preset].constants;
    const shift = calendar.begin(atMs);
    yield* country.announceTo("custodian", "serious");
    yield* country.announceTo("issuer", String(crisis.context["level"]));
    const { hash } = asNotice(yield* yes({ method: "GET", url: `${urls.issuer}/v1/notice` }));
    const accounts = Effect.map(look.issuer("last_account", ["account"], "single = 1"), ([row]) =>
      Number(row?.[0] ?? 0),
    );
    const before = yield* accounts;
    const phone = country.newPhone();
    let now = atMs;
    let token = "";
    let codeForgotten = false;
    let issued: Instance = { state: pass.initial, fields: pass.context };
    const openSession = Effect.gen(function* () {
      token = asToken(
        yield* yes({ method: "POST", url: `${urls.issuer}/v1/sessions`, body: { phone } }),
      ).token;
    });
    yield* openSession;
    const asked = Effect.fnUntraced(function* (method: Question["method"], path: string, body?: unknown) {
      const question = (): Question => ({ method, url: `${urls.issuer}${path}`, token, body });
      const replied = yield* ask(question());
      if (replied.code !== "session-unknown") return replied;
      yield* openSession;
      return yield* ask(question());
    });
    /** Lets what is due fire. These cases leave nothing due that a rule has not looked at. */
    const whatIsHeld = Effect.suspend(() => ask({ method: "GET", url: `${urls.issuer}/v1/account`, token }));
    const rowHere = Effect.fnUntraced(function* (id: string) {
      if (id === crisis.id) return yield* rowOf(look.issuer, id, "country", shift);
      // The last account that has a row: who begins anew has another.
      const rows = yield* look.issuer(id, ["key"], "1 = 1");
      const key = Math.max(0, ...rows.map(([one]) => Number(one)).filter((one) => one > before));
      return yield* rowOf(look.issuer, id, String(key), shift);
    });

    const lastCode = codeSentTo(carrier, phone);
    const request = Effect.fnUntraced(function* (type: string, given: Given) {
      switch (type) {
        case "issuer.agree": {
          if (given["guardianNeeded"] === true)
            return yield* notOffered("send", "a child's consent with a guardian's code is tried elsewhere");
          const notice = given["noticeVersion"] === noticeVersion ? hash : otherNotice;
          return yield* asked("POST", "/v1/consent", { notice, under14: false });
        }
        case "issuer.sendCode": {
          const replied = yield* asked("POST", "/v1/codes");
          if (replied.code === "") codeForgotten = false;
          return replied;
        }
        case "issuer.checkCode": {
          if (codeForgotten && given["matches"] === true)
            return yield* notOffered("send", "a code is forgotten at a withdrawal: nothing typed matches it");
          const code = (yield* lastCode) ?? "000000";
          return yield* asked("POST", "/v1/verification", {
            code: given["matches"] === true ? code : anotherCode(code),
          });
        }
        case "issuer.issue":
          return yield* asked("POST", "/v1/passes", {});
        case "issuer.withdraw":
          codeForgotten = true;
          return yield* asked("DELETE", "/v1/consent");
        default:
          return yield* notOffered("send", `${type} is asked of no issuer over HTTP`);
      }
    });

    const noteOf = ({ body }: Replied): Instance => {
      const { issuedAtMs, shownUntilMs } = asShown(body);
      const shownUntil = shownUntilMs - shift;
      const expiresAt = shownUntil + Number(clockSkew);
      return { state: "issued", fields: { issuedAt: issuedAtMs - shift, shownUntil, expiresAt } };
    };
    const announce = Effect.fnUntraced(function* (level: string) {
      const stood = yield* rowHere(crisis.id);
      const { code } = yield* country.announceTo("issuer", level);
      const { state } = yield* rowHere(crisis.id);
      const changed = state === "active" ? "collection.resumed" : "collection.stopped";
      const answer: Answer =
        code === "" ? { told: stood.state === state ? "level.noted" : changed } : { refused: code };
      return answer;
    });
    const send = Effect.fnUntraced(function* ({ type, given }: Happening) {
      if (type === "issuer.announceLevel") return yield* announce(String(given["level"]));
      const { accountEndsAt } = (yield* rowHere(verification.id)).fields;
      if (typeof accountEndsAt === "number" && now >= accountEndsAt)
        return yield* notOffered(
          "send",
          "an account that ends takes its consent with it, which no rule alone says",
        );
      // Whether there was anything to withdraw is told by no answer.
      if (type === "issuer.withdraw") yield* whatIsHeld;
      const stood = yield* rowHere(verification.id);
      const replied = yield* request(type, given);
      if (type === "issuer.issue" && replied.code === "") issued = noteOf(replied);
      // The rule calls it as the people's API does.
      if (replied.code === "account-unknown") return { refused: replied.code };
      return answerOf(eventOf[type] ?? "", replied, stood);
    });

    const trial: Trial = {
      advance: (toMs) =>
        Effect.sync(() => {
          now = toMs;
          calendar.set(toMs + shift);
        }),
      send,
      read: Effect.gen(function* () {
        yield* whatIsHeld;
        const rows: [string, Instance][] = [];
        for (const { id } of [crisis, consent, verification]) rows.push([id, yield* rowHere(id)]);
        return Object.fromEntries([...rows, [pass.id, issued]]);
      }),
      check: () => Effect.succeed([]),
      dispose: Effect.asVoid(asked("DELETE", "/v1/consent")),
    };
    return trial;
  });
  return { offers: isLife, create };
};
