/**
 * People who only want a pass: each has a phone of their own, has agreed, has typed the code, and asks for passes as a phone does.
 * Rows of the harness in which the person does not matter use them. Whatever is answered but yes breaks the trial, except about a pass.
 */
import { Effect, Schema } from "effect";
import { passVersions, decodePassText, type Pass } from "../../../impl/protocol/pass.ts";
import { codeSentTo } from "./inbox.ts";
import { ask, type Question, type Replied } from "./requests.ts";

const asSession = Schema.decodeUnknownSync(Schema.Struct({ token: Schema.String }));
const asNotice = Schema.decodeUnknownSync(Schema.Struct({ hash: Schema.String }));
const asShown = Schema.decodeUnknownSync(Schema.Struct({ text: Schema.String, shownUntilMs: Schema.Int }));

/** Of a country, what phones need. */
export interface PhonesPlace {
  readonly urls: { readonly issuer: string };
  readonly carrier: string;
  readonly newPhone: () => string;
}

/** A pass on a phone. */
export interface ShownPass {
  readonly text: string;
  readonly pass: Pass;
  /** Until when the issuer told the phone to show it. */
  readonly shownUntilMs: number;
}

export interface Visitor {
  /** Agrees again, for the law may ask it at every pass, and asks for one: shown, or the code of the refusal. */
  readonly pass: (challenge?: Uint8Array) => Effect.Effect<ShownPass | { readonly code: string }>;
}

/** The answer of who must say yes. */
export const yes = (question: Question): Effect.Effect<unknown> =>
  Effect.flatMap(ask(question), ({ code, body }) =>
    code === "" ? Effect.succeed(body) : Effect.die(new Error(`${question.url} answered ${code}`)),
  );

const readShown = ({ body }: Replied): ShownPass => {
  const { text, shownUntilMs } = asShown(body);
  const decoded = decodePassText(text, passVersions.deployed);
  if (!decoded.ok) throw new Error(`the issuer answered what is no pass: ${decoded.reason}`);
  return { text, shownUntilMs, pass: decoded.value };
};

/** Somebody new at each call, verified now. */
export const makeVisitors = ({ urls, carrier, newPhone }: PhonesPlace): Effect.Effect<Visitor> =>
  Effect.gen(function* () {
    const phone = newPhone();
    const session = yield* yes({ method: "POST", url: `${urls.issuer}/v1/sessions`, body: { phone } });
    const { token } = asSession(session);
    const question = (path: string, body: unknown): Question => ({
      method: "POST",
      url: `${urls.issuer}${path}`,
      token,
      body,
    });
    const { hash } = asNotice(yield* yes({ method: "GET", url: `${urls.issuer}/v1/notice` }));
    const agree = ask(question("/v1/consent", { notice: hash, under14: false }));
    yield* agree;
    yield* yes(question("/v1/codes", {}));
    yield* yes(question("/v1/verification", { code: yield* codeSentTo(carrier, phone) }));
    return {
      pass: Effect.fnUntraced(function* (challenge) {
        yield* agree;
        const bound =
          challenge === undefined ? {} : { challenge: Buffer.from(challenge).toString("base64url") };
        const replied = yield* ask(question("/v1/passes", bound));
        return replied.code === "" ? readShown(replied) : { code: replied.code };
      }),
    } satisfies Visitor;
  });
