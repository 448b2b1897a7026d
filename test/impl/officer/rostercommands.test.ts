// A change of the roster told on the command line to a real issuer, custodian and authority: the command ends well only when all of
// them took it, or stopped it, and prints what each of them answered. What is said again changes nothing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect, Exit, Scope } from "effect";
import { Command } from "effect/cli";
import { expect, it } from "vitest";
import { officerCommand } from "../../../impl/officer/command.ts";
import { openParty } from "../../../impl/serve/opening.ts";
import { membersOf } from "../../../impl/serve/members.ts";
import { openTogether } from "../serve/together.ts";

const parties = ["issuer-1", "custodian", "authority"] as const;
type PartyName = (typeof parties)[number];

/** Runs the officer's client; answers what it printed, and how it ended. */
const officer = (words: readonly string[]) =>
  Effect.suspend(() => {
    const printed: string[] = [];
    const keep = (...said: readonly unknown[]): void => void printed.push(said.map(String).join(" "));
    return Effect.match(Command.runWith(officerCommand, { version: "0" })(words), {
      onSuccess: () => ({ code: 0, reason: "", sentence: "" }),
      onFailure: (failure) =>
        failure._tag === "Stop"
          ? { code: failure.code, reason: failure.reason, sentence: failure.sentence }
          : { code: -1, reason: failure._tag, sentence: failure.message },
    }).pipe(
      Effect.provideService(Console.Console, { ...globalThis.console, log: keep, error: keep }),
      Effect.map((ended) => ({ ...ended, lines: printed.flatMap((text) => text.split("\n")) })),
    );
  });

const country = Effect.gen(function* () {
  const { folder } = yield* openTogether({ issuers: 1, served: () => false });
  const around = yield* Effect.scope;
  const running = new Map<PartyName, Scope.Closeable>();
  const open = Effect.fnUntraced(function* (name: PartyName) {
    const member = membersOf(1).find((each) => each.name === name);
    if (member === undefined) return;
    const scope = yield* Scope.fork(around);
    yield* Scope.provide(openParty(join(folder, name), member.party), scope);
    running.set(name, scope);
  });
  const close = (name: PartyName) =>
    Effect.suspend(() => {
      const scope = running.get(name);
      return scope === undefined ? Effect.void : Scope.close(scope, Exit.void);
    });
  yield* Effect.forEach(parties, open);
  const first = ["--dir", join(folder, "officer-1")];
  const second = ["--dir", join(folder, "officer-2")];
  yield* officer(["init", "--number", "3", "--dir", join(folder, "officer-3")]);
  /** A change that both officers have signed, and the keeper unless told otherwise. */
  const change = Effect.fnUntraced(function* (name: string, isKept: boolean) {
    const file = join(folder, name);
    const card = join(folder, "officer-3", "card.json");
    yield* officer(["roster", "draft", file, "--add", card, ...first]);
    yield* officer(["roster", "sign", file, ...first]);
    yield* officer(["roster", "sign", file, ...second]);
    if (isKept) yield* officer(["roster", "keep", file, "--dir", join(folder, "roster-keeper")]);
    return file;
  });
  return { folder, first, open, close, change };
});

const running = <E>(
  use: (
    all: Effect.Success<typeof country>,
  ) => Effect.Effect<void, E, NodeServices.NodeServices | Scope.Scope>,
) => Effect.runPromise(Effect.scoped(Effect.flatMap(country, use)).pipe(Effect.provide(NodeServices.layer)));

it(
  "ends well when every party took the change, and when every party stopped it, also when it is said again",
  { timeout: 60_000 },
  () =>
    running(({ change, first }) =>
      Effect.gen(function* () {
        const file = yield* change("change.json", true);
        const announced = yield* officer(["roster", "announce", file, ...first]);
        expect(announced).toMatchObject({ code: 0, reason: "" });
        expect(announced.lines.map((line) => line.replace(/ from .*/, ""))).toEqual([
          "authority: in force",
          "custodian: in force",
          "issuer-1: in force",
        ]);
        expect((yield* officer(["roster", "announce", file, ...first])).lines).toEqual(announced.lines);
        const { lines } = yield* officer(["roster", "show", ...first]);
        const hash = /hash ([0-9a-f]{64})/.exec(lines.join("\n"))?.[1] ?? "";
        const stopped = ["authority: stopped", "custodian: stopped", "issuer-1: stopped"];
        expect(yield* officer(["roster", "stop", ...first])).toMatchObject({ code: 0, lines: stopped });
        expect(yield* officer(["roster", "stop", "--hash", hash, ...first])).toMatchObject({
          code: 0,
          lines: stopped,
        });
        expect(yield* officer(["roster", "stop", ...first])).toMatchObject({
          code: 2,
          reason: "roster-unknown",
        });
        const again = yield* officer(["roster", "announce", file, ...first]);
        expect(again).toMatchObject({ code: 2, reason: "not-everybody-told" });
        expect(again.lines[0]).toBe(
          "authority: refused (roster-stopped). A standing officer has stopped this roster. Make another one.",
        );
      }),
    ),
);

it("ends with code 2 and tells each party's answer when they refuse", { timeout: 60_000 }, () =>
  running(({ change, first }) =>
    Effect.gen(function* () {
      const file = yield* change("unkept.json", false);
      const { code, reason, sentence, lines } = yield* officer(["roster", "announce", file, ...first]);
      expect({ code, reason }).toEqual({ code: 2, reason: "not-everybody-told" });
      expect(sentence).toBe("3 of 3 parties did not take the change.");
      expect(lines.map((line) => line.replace(/\. .*/, ""))).toEqual([
        "authority: refused (roster-keeper-missing)",
        "custodian: refused (roster-keeper-missing)",
        "issuer-1: refused (roster-keeper-missing)",
      ]);
    }),
  ),
);

it(
  "ends with code 2 when one of them is away, and is taken and stopped by all once it is back",
  { timeout: 60_000 },
  () =>
    running(({ folder, change, first, open, close }) =>
      Effect.gen(function* () {
        const file = yield* change("change.json", true);
        yield* close("custodian");
        const asJson = yield* officer(["roster", "announce", file, "--json", ...first]);
        expect(asJson).toMatchObject({
          code: 2,
          reason: "not-everybody-told",
          sentence: "1 of 3 parties did not take the change.",
        });
        expect(JSON.parse(asJson.lines.join("\n"))).toMatchObject({
          told: [
            { party: "authority", refused: null },
            { party: "custodian", refused: "peer-unavailable", inForceAtMs: null },
            { party: "issuer-1", refused: null },
          ],
        });
        const half = yield* officer(["roster", "stop", ...first]);
        expect(half).toMatchObject({ code: 2, sentence: "1 of 3 parties did not stop the change." });
        expect(half.lines[0]).toBe("authority: stopped");
        yield* open("custodian");
        const other = yield* change("other.json", true);
        expect(yield* officer(["roster", "announce", other, ...first])).toMatchObject({ code: 0 });
        expect(yield* officer(["roster", "stop", ...first])).toMatchObject({ code: 0 });
        writeFileSync(join(folder, "nonsense.json"), "{}");
        expect(yield* officer(["roster", "stop", "--hash", "abc", ...first])).toMatchObject({
          code: 2,
          reason: "roster-hash-invalid",
        });
      }),
    ),
);
