/**
 * The people's API of an issuer over HTTP: each answer is one call of what a person can ask (people.ts), put into the contract's words.
 * Who asks is found out before, from the bearer token; the address is turned into the name of its network here and goes no further.
 * They decide nothing, and log nothing of a request.
 */
import { Effect } from "effect";
import { CurrentCaller } from "../protocol/http/caller.ts";
import { HttpApiBuilder, type HttpServerRequest } from "../protocol/http/effecthttp.ts";
import { peopleApi } from "../protocol/http/issuerpeople.ts";
import { problem, problemOf, type Problem } from "../protocol/http/problem.ts";
import { encodePassText } from "../protocol/pass.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import { makeNetworkNames } from "../server/network.ts";
import { nodeRequest } from "../server/noderequest.ts";
import type { Identify } from "../server/asking.ts";
import type { Holder } from "./accounts.ts";
import { Issuer } from "./issuer.ts";
import type { People } from "./people.ts";
import { SmsUnavailable } from "./smsgateway.ts";

const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/** Who asks at the public listener: a person on a live session, or anyone. */
export const identifyPerson =
  ({ sessions }: People): Identify =>
  (request) => {
    const shown = request.headers.authorization;
    if (shown === undefined) return Effect.succeed({ kind: "anyone" });
    const token = bearer.exec(shown)?.[1];
    if (token === undefined) return Effect.fail(problem("session-unknown"));
    const session = sessions.named(token);
    return sessions.holderOf(session).pipe(
      Effect.map(() => ({ kind: "person", session }) as const),
      Effect.mapError(problemOf),
    );
  };

interface Coded {
  readonly code: string;
}

const told = (failure: Coded): Problem =>
  failure instanceof SmsUnavailable
    ? problem("sms-unavailable", { retryAfterSeconds: failure.retryAfterSeconds })
    : problemOf(failure);

/** Where messages are limited, the limit ends with its window. */
const toldIn =
  ({ sendWindowMs }: People) =>
  (failure: Coded): Problem =>
    failure.code === "sends-exceeded"
      ? problem("sends-exceeded", { retryAfterSeconds: Math.ceil(sendWindowMs / 1_000) })
      : told(failure);

const answered = <A, E extends Coded, R>(asked: Effect.Effect<A, E, R>): Effect.Effect<A, Problem, R> =>
  Effect.mapError(asked, told);

/** The holder of the session that asks. */
const holderIn = ({ sessions }: People): Effect.Effect<Holder, Problem, CurrentCaller> =>
  Effect.flatMap(CurrentCaller, (caller) =>
    caller.kind === "person"
      ? answered(sessions.holderOf(caller.session))
      : Effect.fail(problem("session-unknown")),
  );

/** From which network a request came, under a name that dies with the process. */
const makeNetworkOf = () => {
  const nameOf = makeNetworkNames();
  return (request: HttpServerRequest.HttpServerRequest): string =>
    nameOf(nodeRequest(request).socket.remoteAddress);
};

export const sessionsHandlers = HttpApiBuilder.group(
  peopleApi,
  "sessions",
  Effect.fnUntraced(function* (handlers) {
    const { people } = yield* Issuer;
    const networkOf = makeNetworkOf();
    return handlers
      .handle("open", ({ payload, request }) =>
        answered(people.openSession(payload.phone, networkOf(request))),
      )
      .handle("close", () =>
        Effect.gen(function* () {
          yield* answered(people.closeSession(yield* holderIn(people)));
          return { closed: true } as const;
        }),
      );
  }),
);

export const noticesHandlers = HttpApiBuilder.group(
  peopleApi,
  "notices",
  Effect.fnUntraced(function* (handlers) {
    const { people } = yield* Issuer;
    const { hash, text } = people.notice;
    return handlers.handle("inForce", () => Effect.succeed({ hash, notice: text }));
  }),
);

export const peopleHandlers = HttpApiBuilder.group(
  peopleApi,
  "people",
  Effect.fnUntraced(function* (handlers) {
    const { people } = yield* Issuer;
    const asked = <A, E extends Coded>(ask: (holder: Holder) => Effect.Effect<A, E>) =>
      Effect.flatMap(holderIn(people), (holder) => Effect.mapError(ask(holder), toldIn(people)));
    const networkOf = makeNetworkOf();
    const sent = { sent: true } as const;
    return handlers
      .handle("agree", ({ payload }) =>
        asked((holder) => people.agree(holder, { notice: payload.notice, child: payload.under14 })),
      )
      .handle("withdraw", () =>
        Effect.map(asked(people.withdraw), (receipt) => ({ receipt: receipt ?? null })),
      )
      .handle("receipt", () => asked(people.receipt))
      .handle("sendCode", ({ request }) =>
        Effect.as(
          asked((holder) => people.sendCode(holder, networkOf(request))),
          sent,
        ),
      )
      .handle("verify", ({ payload }) =>
        Effect.map(
          asked((holder) => people.typeCode(holder, payload.code)),
          (verifiedUntilMs) => ({ verifiedUntilMs }),
        ),
      )
      .handle("sendGuardianCode", ({ payload, request }) =>
        Effect.as(
          asked((holder) => people.sendGuardianCode(holder, payload.phone, networkOf(request))),
          sent,
        ),
      )
      .handle("confirmGuardian", ({ payload }) =>
        Effect.map(
          asked((holder) => people.confirmGuardian(holder, payload.code)),
          (confirmedUntilMs) => ({ confirmedUntilMs }),
        ),
      )
      .handle("pass", ({ payload }) =>
        Effect.map(
          asked((holder) => people.pass(holder, payload.challenge)),
          ({ pass, ...times }) => ({ text: encodePassText(pass), ...times }),
        ),
      )
      .handle("account", () => asked(people.account))
      .handle("disclosures", () =>
        Effect.map(asked(people.disclosures), (cases) => ({
          disclosures: cases.map(({ caseId, answeredAtMs, records, keptUntilMs }) => ({
            caseId,
            records,
            answeredAt: seoulInstant(answeredAtMs),
            keptUntil: seoulInstant(keptUntilMs),
          })),
          words:
            cases.length === 0
              ? {
                  ko: "제공된 적이 없습니다. 이 계정이 있는 동안의 기록만 볼 수 있습니다.",
                  en: "No. Only what happened to this account is known here.",
                }
              : {
                  ko: `${String(cases.length)}건의 역학조사에 제공되었습니다.`,
                  en: `Yes, under ${String(cases.length)} cases.`,
                },
        })),
      );
  }),
);
