// The person of the story at their phone: agrees, asks for a code, types it, asks for a pass, withdraws.
// Each is one request to the real issuer, answered as it answers anybody; nothing is known here that a phone would not know.
// A refusal is an answer like any other, and comes back as its code.
import { Effect } from "effect";
import type { House } from "../../impl/house.ts";
import type { RefusalCode, ToldName } from "../../impl/generated/law.ts";
import type { IssuerRequest } from "../../impl/issuer/requests.ts";
import { isRefusal, refusalCode, toldName } from "../../impl/lifecycle/refused.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { phoneOf } from "../world/people.ts";

export interface Answer {
  readonly refusal: RefusalCode | undefined;
  readonly told: ToldName;
  readonly pass: Uint8Array | undefined;
}

export interface Person {
  readonly phone: string;
  readonly agree: (noticeVersion: number) => Effect.Effect<Answer, StoreUnavailable>;
  readonly askCode: Effect.Effect<Answer, StoreUnavailable>;
  /** The last code that came by SMS. */
  readonly readSms: Effect.Effect<string>;
  readonly typeCode: (code: string) => Effect.Effect<Answer, StoreUnavailable>;
  readonly askPass: Effect.Effect<Answer, StoreUnavailable>;
  readonly withdraw: Effect.Effect<Answer, StoreUnavailable>;
}

type Wish = IssuerRequest extends infer Request
  ? Request extends IssuerRequest
    ? Omit<Request, "phone" | "receivedAtMs">
    : never
  : never;

/** Nobody's number, so far as is known: see people.ts. */
const storyPerson = 2_020;

/** A code that is certainly not this one: its last digit is another. */
export const wrongCode = (code: string): string => code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);

export const makePerson = ({ issuer, smsOutbox }: House): Person => {
  const phone = phoneOf(storyPerson);
  const ask = (wish: Wish): Effect.Effect<Answer, StoreUnavailable> =>
    Effect.gen(function* () {
      const receivedAtMs = yield* issuer.now;
      const [reply] = yield* issuer.perform([{ ...wish, phone, receivedAtMs }]);
      if (reply?.unavailable !== undefined) return yield* reply.unavailable;
      const answer = reply?.answer ?? 0;
      return {
        refusal: isRefusal(answer) ? refusalCode(answer) : undefined,
        told: isRefusal(answer) ? "" : toldName(answer),
        pass: reply?.pass,
      };
    });
  return {
    phone,
    agree: (noticeVersion) => ask({ kind: "agree", noticeVersion }),
    askCode: ask({ kind: "sendCode" }),
    readSms: Effect.map(smsOutbox.read(phone), (code) => code ?? ""),
    typeCode: (code) => ask({ kind: "checkCode", code }),
    askPass: ask({ kind: "issue" }),
    withdraw: ask({ kind: "withdraw" }),
  };
};
