/**
 * One visit on its day, for a case to find: somebody new agrees, types the code, gets a pass, and shows it at the venue's door.
 * The cases of the harness ask for it where what they learn must end at a certain midnight. It is all done over HTTP.
 * It refuses to go on when anything is answered but yes: then the parties are not what the case needs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Schema } from "effect";
import type { CaseWindow } from "../../../impl/protocol/casetext.ts";
import type { Country } from "./country.ts";
import { ask, type Question } from "./requests.ts";

const asSession = Schema.decodeUnknownSync(Schema.Struct({ token: Schema.String }));
const asNotice = Schema.decodeUnknownSync(Schema.Struct({ hash: Schema.String }));
const asPass = Schema.decodeUnknownSync(Schema.Struct({ text: Schema.String }));
const asRegistration = Schema.decodeUnknownSync(
  Schema.Struct({ registration: Schema.NullOr(Schema.Struct({ venue: Schema.Int })) }),
);
const asAdmission = Schema.decodeUnknownSync(Schema.Struct({ admission: Schema.Literal("checked") }));
const asInbox = Schema.decodeUnknownSync(
  Schema.Struct({ messages: Schema.Array(Schema.Struct({ text: Schema.String })) }),
);

const codeIn = (text: string): readonly string[] => /\b\d{6}\b/.exec(text) ?? [];

/** The answer of who must say yes. */
const yes = Effect.fnUntraced(function* (question: Question) {
  const { code, body } = yield* ask(question);
  return code === "" ? body : yield* Effect.die(new Error(`${question.url} answered ${code}`));
});

/** One more visit at the venue of a country each time it is asked for, by somebody new. */
export const makeVisitToFind = ({ folder, carrier, urls, clocks }: Country) => {
  let people = 0;
  const atTheDoor = (method: Question["method"], path: string, body?: unknown) =>
    yes({
      method,
      url: `${urls.venue}${path}`,
      token: readFileSync(join(folder, "venue", "door.key"), "utf8").trim(),
      body,
    });
  /** The venue's number; it registers where nobody has registered it yet. */
  const venue = Effect.gen(function* () {
    const known = asRegistration(yield* atTheDoor("GET", "/v1/registration")).registration;
    const wanted = { venue: 17, kind: "karaoke" };
    return (
      known ??
      asRegistration(yield* atTheDoor("PUT", "/v1/registration", wanted)).registration ??
      wanted
    ).venue;
  });

  /** Somebody visits now; answers the shortest window in which that was. */
  return Effect.gen(function* () {
    people += 1;
    // Numbers that no other row of the harness gives to its people.
    const phone = `010${String(99_999_999 - people)}`;
    const opened = yield* yes({ method: "POST", url: `${urls.issuer}/v1/sessions`, body: { phone } });
    const { token } = asSession(opened);
    const asked = (path: string, body: unknown = {}) =>
      yes({ method: "POST", url: `${urls.issuer}${path}`, token, body });
    const { hash } = asNotice(yield* yes({ method: "GET", url: `${urls.issuer}/v1/notice` }));
    const agree = asked("/v1/consent", { notice: hash, under14: false });
    yield* agree;
    yield* asked("/v1/codes");
    const inbox = asInbox(yield* yes({ method: "GET", url: `${carrier}/phones/${phone}` }));
    const [code] = inbox.messages.flatMap(({ text }) => codeIn(text));
    yield* asked("/v1/verification", { code });
    yield* agree;
    const { text } = asPass(yield* asked("/v1/passes"));
    const number = yield* venue;
    const scannedAtMs = clocks.venue.now();
    asAdmission(yield* atTheDoor("POST", "/v1/scans", { text }));
    return { venue: number, fromMs: scannedAtMs, untilMs: scannedAtMs + 1 } satisfies CaseWindow;
  });
};
