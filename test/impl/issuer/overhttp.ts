// The issuer's public listener on a free port for a test, and a person with plain fetch before it: no client that would hide a form.
// The issuer behind it is a real one in its premises; what a carrier does may be chosen, and a part of it changed.
// Answers are read as they are, status, kind and body.
import { Effect, Layer } from "effect";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import {
  identifyPerson,
  noticesHandlers,
  peopleHandlers,
  sessionsHandlers,
} from "../../../impl/issuer/peoplehandlers.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { peopleApi } from "../../../impl/protocol/http/issuerpeople.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { readsSms } from "./devices.ts";
import { layersOf, newPremises, type Circumstances, type Inside } from "./premises.ts";

const ann = "010-1234-5678";
export const policy = presets["2020-10"];

export interface Answer {
  readonly status: number;
  readonly kind: string;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Ask = (
  method: string,
  path: string,
  options?: { readonly token?: string; readonly body?: unknown; readonly text?: string },
) => Effect.Effect<Answer>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const asking =
  (url: string): Ask =>
  (method, path, { token, body, text } = {}) =>
    Effect.promise(async () => {
      const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(sent === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(sent === undefined ? {} : { body: sent }),
      });
      const read: unknown = JSON.parse(await response.text());
      return {
        status: response.status,
        kind: response.headers.get("content-type") ?? "",
        retryAfter: response.headers.get("retry-after"),
        body: isRecord(read) ? read : {},
      };
    });

/** The issuer behind a public listener on a free port, or one that is changed in some way. */
export const served = <A, E>(
  use: (ask: Ask) => Effect.Effect<A, E, Inside>,
  circumstances: Circumstances = { policy },
  changed: (issuer: Issuer["Service"]) => Issuer["Service"] = (issuer) => issuer,
): Promise<A> => {
  const premises = newPremises();
  return Effect.runPromise(
    Effect.gen(function* () {
      const issuer = yield* Issuer;
      premises.custodian.pin(issuer.keys.deposits.verifyingKey);
      yield* issuer.announceLevel("serious");
      const { url } = yield* publicListener({
        place: { host: "127.0.0.1", port: 0 },
        limits: defaultLimits,
        identify: identifyPerson(issuer.people),
        routes: routesOf(
          peopleApi,
          Layer.provide(
            Layer.mergeAll(sessionsHandlers, noticesHandlers, peopleHandlers),
            Layer.succeed(Issuer, changed(issuer)),
          ),
        ),
      });
      return yield* use(asking(url));
    }).pipe(
      Effect.scoped,
      Effect.provide(layersOf(premises, circumstances)),
      Effect.provideService(PolicyInForce, circumstances.policy ?? policy),
    ),
  );
};

export const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const opened = Effect.fnUntraced(function* (ask: Ask, phone?: string) {
  const { body } = yield* ask("POST", "/v1/sessions", { body: { phone: phone ?? ann } });
  return text(body["token"]);
});

export const agreed = Effect.fnUntraced(function* (ask: Ask, token: string, under14?: boolean) {
  const { body } = yield* ask("GET", "/v1/notice");
  return yield* ask("POST", "/v1/consent", {
    token,
    body: { notice: body["hash"], under14: under14 === true },
  });
});

export const verified = Effect.fnUntraced(function* (ask: Ask, token: string) {
  yield* ask("POST", "/v1/codes", { token });
  const code = yield* readsSms("+821012345678");
  return yield* ask("POST", "/v1/verification", { token, body: { code } });
});

export const problemIn = ({ status, kind, body }: Answer) => ({ status, kind, code: body["code"] });
export const problemOf = (status: number, code: string) => ({
  status,
  kind: "application/problem+json",
  code,
});
