// An issuer over HTTP, as the rounds of the service level ask it: each request of a person in turn, from that person's own phone.
// A wait counts from the instant at which the scenario meant the request, and a pass waits for the consent before it.
// Where the issuer gives no answer of the law, the person goes no further with this step; it is counted under its code.
import { Effect } from "effect";
import type { IssuerService } from "../../../impl/issuer/issuer.ts";
import type { IssuerReply, IssuerRequest } from "../../../impl/issuer/requests.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import type { Replied } from "../../exchange.ts";
import { becameOf, type Counting } from "../counting.ts";
import { addressOfPerson } from "../networks.ts";
import { makePhone, passIn, type Phone, type PhoneLine } from "../phone.ts";
import { makeIssuersWords } from "./answers.ts";

export interface HttpIssuerParts {
  readonly line: PhoneLine;
  /** The hash of the notice in force. */
  readonly notice: string;
  /** Of passes, and of everything else that phones ask. */
  readonly counting: { readonly issuance: Counting; readonly other: Counting };
  /** How long ago an instant of the run was. */
  readonly sinceMs: (atMs: number) => number;
}

/** As whoever asked takes it: not now. */
export const noAnswer = ({ code }: Replied): StoreUnavailable =>
  new StoreUnavailable({ reason: "away", detail: code });

export const makeHttpIssuer = (parts: HttpIssuerParts): Pick<IssuerService, "perform"> => {
  const { line, notice, counting, sinceMs } = parts;
  const phones = new Map<
    string,
    { readonly phone: Phone; readonly words: ReturnType<typeof makeIssuersWords> }
  >();

  const phoneOf = (number: string) => {
    const known = phones.get(number);
    if (known !== undefined) return known;
    const from = addressOfPerson(line.issuer, phones.size);
    const made = { phone: makePhone(line, { number, from }), words: makeIssuersWords() };
    phones.set(number, made);
    return made;
  };

  const ask = (phone: Phone, request: IssuerRequest): Promise<Replied> => {
    switch (request.kind) {
      case "agree":
        return phone.agree(notice);
      case "weighCode":
      case "sendCode":
        return phone.requestCode();
      case "checkCode":
        return phone.typeCode(request.code);
      case "issue":
        return phone.pass();
      case "withdraw":
        return phone.withdraw();
    }
  };

  const performOne = Effect.fnUntraced(function* (request: IssuerRequest) {
    const { phone, words } = phoneOf(request.phone);
    const replied = yield* Effect.promise(() => ask(phone, request));
    const counted = request.kind === "issue" ? counting.issuance : counting.other;
    counted.count(becameOf(replied), replied.code, sinceMs(request.receivedAtMs));
    const answer = words(request.kind, replied);
    if (answer === undefined) return yield* noAnswer(replied);
    const isPass = request.kind === "issue" && replied.code === "";
    return { answer, ...(isPass ? { pass: passIn(replied).bytes } : {}) } satisfies IssuerReply;
  });

  return { perform: (requests) => Effect.forEach(requests, performOne) };
};
