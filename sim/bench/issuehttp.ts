// The issue-http row: passes asked of an issuer over HTTP, everything real, against a bare server of Node's own that does
// the same cryptography and answers the same bytes. Each side is one process, asked over the same number of connections
// by the same client. Both are held to as many answers of the same length, some read back with a right signature.
import { fileURLToPath } from "node:url";
import { Effect, Schema } from "effect";
import { importVerifyingKey } from "../../impl/protocol/ed25519.ts";
import { decodePassText } from "../../impl/protocol/pass.ts";
import { verifyOne } from "../../impl/protocol/signing.ts";
import { Stopwatch } from "../stopwatch.ts";
import { startServer, type Listening } from "./http/answering.ts";
import { ninetyNinth, runLoad, type LoadAnswers } from "./http/load.ts";
import { version } from "./premises.ts";
import type { RatioRow, RowGoal } from "./row.ts";
import { compare, median, type Side } from "./sides.ts";

const goal = {
  id: "issue-http",
  compared:
    "Passes issued over HTTP, one a request, by the real issuer with its law, store and deposits, against a bare server of Node's " +
    "that does the same cryptography and answers the same bytes; one process each, the same client.",
  unit: "requests a second",
  goal: 0.5,
  aim: 0.8,
} as const satisfies RowGoal;

export interface IssueHttpSize {
  /** Each may ask for twenty passes a minute; a run must stay below that. */
  readonly people: number;
  readonly requestsARound: number;
  readonly connections: number;
  readonly blocks: number;
}

const programAt = (name: string): string => fileURLToPath(new URL(`./http/${name}.ts`, import.meta.url));

const body = "{}";
const requestOf = (token: string): string =>
  [
    "POST /v1/passes HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${token}`,
    "content-type: application/json",
    `content-length: ${String(body.length)}`,
    "",
    body,
  ].join("\r\n");

const decodeAnswer = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({ text: Schema.String, issuedAtMs: Schema.Int, shownUntilMs: Schema.Int }),
  ),
);

/** What came back, in words that both sides must agree on: forms, and how many of the kept passes are rightly signed. */
const told = ({ forms, bodies }: LoadAnswers, passKey: Uint8Array): string => {
  const key = importVerifyingKey(passKey);
  const texts = bodies.map((each) => decodeAnswer(each).text);
  const right = texts.filter((text) => {
    const pass = decodePassText(text, version);
    if (!pass.ok || key === undefined) return false;
    const { signed, signature } = pass.value;
    return verifyOne({ key, purpose: "pass", message: signed, signature });
  }).length;
  const counted = [...forms].map(([form, count]) => `${String(count)} answered ${form}`).sort();
  return `${counted.join(", ")}; ${String(right)} of ${String(bodies.length)} right; ${String(new Set(texts).size)} different`;
};

export const measureIssueHttp = (size: IssueHttpSize, folder: string) =>
  Effect.gen(function* () {
    const stopwatch = yield* Stopwatch;
    const people = String(size.people);
    const issuer = yield* startServer(programAt("issuerprocess"), [folder, people]);
    const bare = yield* startServer(programAt("bareprocess"), [people]);

    const sideOf = ({ port, passKey, tokens }: Listening, slowest: number[]): Side<never> => {
      const requestsIn = (round: number) =>
        Array.from({ length: size.requestsARound }, (_, place) =>
          requestOf(tokens[(round * size.requestsARound + place) % tokens.length] ?? ""),
        );
      let requests: readonly string[] = [];
      let answers: LoadAnswers | undefined;
      return {
        ready: (round) =>
          Effect.sync(() => {
            requests = requestsIn(round);
          }),
        work: () =>
          Effect.map(
            Effect.promise(() =>
              runLoad({ port, requests, connections: size.connections, nowMs: stopwatch.now }),
            ),
            (given) => {
              answers = given;
              return given.tookMs.length;
            },
          ),
        outcome: () =>
          Effect.sync(() => {
            if (answers === undefined) return "nothing";
            slowest.push(ninetyNinth(answers.tookMs));
            return told(answers, passKey);
          }),
      };
    };

    const ours: number[] = [];
    const theirs: number[] = [];
    const compared = yield* compare(sideOf(issuer, ours), sideOf(bare, theirs), size.blocks);
    const seconds = {
      "99 of 100 answers of ours within": median(ours.slice(1)) / 1_000,
      "99 of 100 answers of theirs within": median(theirs.slice(1)) / 1_000,
    };
    return {
      ...goal,
      ...compared,
      ratio: compared.ours / compared.theirs,
      besides: {},
      seconds,
    } satisfies RatioRow;
  }).pipe(Effect.scoped);
