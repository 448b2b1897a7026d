// What people do at an issuer, in the words of the tests: agree, ask for a code, type it, ask for a pass, withdraw.
// Each answers what the issuer told, or the code of its refusal, so that a test reads like a story.
// The code is read from the outbox, as a phone reads its SMS.
import { Effect } from "effect";
import { toldNames } from "../../../impl/generated/law.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import type { IssuerReply, IssuerRequest } from "../../../impl/issuer/requests.ts";
import { SmsOutbox } from "../../../impl/issuer/smsgateway.ts";
import { isRefusal, refusalCode } from "../../../impl/lifecycle/refused.ts";
import { passVersions, decodePass, type Pass } from "../../../impl/protocol/pass.ts";
import { present } from "../protocol/hex.ts";

export const ann = "01012345678";
export const ben = "01087654321";

/** What was told, the code of a refusal, or that a pass was shown. */
export const outcomeOf = ({ answer, pass }: IssuerReply): string =>
  isRefusal(answer) ? refusalCode(answer) : pass === undefined ? (toldNames[-answer] ?? "") : "pass.shown";

type Asked = IssuerRequest extends infer Request
  ? Request extends IssuerRequest
    ? Omit<Request, "receivedAtMs">
    : never
  : never;

/** The request, stamped with the present instant of the issuer. */
export const stamped = (request: Asked) =>
  Effect.gen(function* () {
    const issuer = yield* Issuer;
    return { ...request, receivedAtMs: yield* issuer.now };
  });

export const reply = (request: Asked) =>
  Effect.gen(function* () {
    const issuer = yield* Issuer;
    return yield* issuer.ask(yield* stamped(request));
  });
const outcome = (request: Asked) => Effect.map(reply(request), outcomeOf);

export const agree = (phone: string, noticeVersion = 1) => outcome({ kind: "agree", phone, noticeVersion });
export const sendCode = (phone: string) => outcome({ kind: "sendCode", phone });
export const typeCode = (phone: string, code: string) => outcome({ kind: "checkCode", phone, code });
export const withdraw = (phone: string) => outcome({ kind: "withdraw", phone });
export const askPass = (phone: string) => outcome({ kind: "issue", phone });

export const readCode = (phone: string) =>
  Effect.gen(function* () {
    const outbox = yield* SmsOutbox;
    return present(yield* outbox.read(phone));
  });

/** A code that is certainly not the right one. */
export const wrongOf = (code: string): string => code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);

export const verify = (phone: string) =>
  Effect.gen(function* () {
    yield* sendCode(phone);
    return yield* typeCode(phone, yield* readCode(phone));
  });

export const agreeAndVerify = (phone: string) => Effect.andThen(agree(phone), verify(phone));

/** Collection is allowed, and both have agreed and verified their phones. */
export const annAndBen = Effect.gen(function* () {
  const { announceLevel } = yield* Issuer;
  yield* announceLevel("serious");
  yield* agreeAndVerify(ann);
  yield* agreeAndVerify(ben);
});

export const decoded = (bytes: Uint8Array | undefined): Pass => {
  const pass = decodePass(present(bytes), passVersions.deployed);
  if (!pass.ok) throw new Error(`a pass could not be read: ${pass.reason}`);
  return pass.value;
};

/** A pass, which must be issued. */
export const getPass = (phone: string) =>
  Effect.map(reply({ kind: "issue", phone }), ({ pass }) => decoded(pass));
