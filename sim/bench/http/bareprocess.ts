// The other side of the issue-http row: a bare server of Node's own that does the same cryptography and answers the
// same bytes, in one process. It hashes the token, asks the generated gate, seals the handle, signs the pass and writes
// the same JSON. It keeps nothing on disk and checks nothing of a request but its token.
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { Clock, Effect } from "effect";
import { presets } from "../../../models/policy.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { guards } from "../../../impl/server/guarding.ts";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { makeBareIssuing } from "../issue/bareissuing.ts";
import { sayListening } from "./answering.ts";

const [, , people = "0"] = process.argv;
const tokenBytes = 32;
const keepAliveMs = 60_000;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

const program = Effect.gen(function* () {
  const clock = yield* Clock.Clock;
  const policy = policyNumbers(presets["2020-10"]);
  const signing = importSigningKey(drawSigningSeed());
  if (signing === undefined) return yield* Effect.die(new Error("no key"));
  const tokens = Array.from({ length: Number(people) }, () =>
    Buffer.from(randomBytes(tokenBytes)).toString("base64url"),
  );
  const personOf = new Map(tokens.map((token, person) => [hashOf(token), person]));
  const bare = makeBareIssuing(tokens.length, policy, yield* Clock.currentTimeMillis);

  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    const person = personOf.get(hashOf(request.headers.authorization?.slice("Bearer ".length) ?? ""));
    const issuedAtMs = clock.currentTimeMillisUnsafe();
    let sent = "";
    request.on("data", (chunk: Buffer) => {
      sent += chunk.toString();
    });
    request.on("end", () => {
      JSON.parse(sent);
      void bare.issue(person === undefined ? [] : [person], signing, issuedAtMs).then(([pass]) => {
        if (pass === undefined) {
          response.writeHead(401).end();
          return;
        }
        const shownUntilMs = issuedAtMs + policy.passLifetime;
        const body = JSON.stringify({ text: encodePassText(pass), issuedAtMs, shownUntilMs });
        response
          .writeHead(200, {
            ...guards,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          })
          .end(body);
      });
    });
  });
  yield* Effect.callback((resume: (listening: Effect.Effect<void>) => void) => {
    server.listen(0, "127.0.0.1", () => {
      resume(Effect.void);
    });
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  yield* sayListening({ port, passKey: signing.publicKey, tokens });
});

await Effect.runPromise(program);
process.exit();
