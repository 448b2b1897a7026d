// The steps of a case on the command line: request, list, show, approve, deny, share, read, close.
// An approval prints the exact text that is signed and asks to type the case's id, unless it is told --yes.
// A command here parses and prints; the steps lie in steps.ts.
import { Console, Effect } from "effect";
import { Argument, Command, Flag, Prompt } from "effect/cli";
import { vocabularies } from "../../models/policy.ts";
import { exitCodes, Stop } from "../exit.ts";
import { denialReasons } from "../protocol/denial.ts";
import { dir, inOffice, json } from "./asking.ts";
import {
  approveCase,
  closeCase,
  denyCase,
  listCases,
  readCase,
  requestCase,
  shareCase,
  showCase,
  textToApprove,
} from "./steps.ts";
import { caseLine, caseLines, findingLines, textOf } from "./telling.ts";
import { windowInvalid, windowOf } from "./windows.ts";

const caseId = Argument.String("case").pipe(Argument.withDescription("the id of the case, such as case-1"));

const requestCommand = Command.make(
  "request",
  {
    dir,
    json,
    ground: Flag.Literals("ground", [...vocabularies.ground]).pipe(
      Flag.withDefault("investigation" as const),
      Flag.withDescription("the legal ground"),
    ),
    window: Flag.String("window").pipe(
      Flag.atLeast(1),
      Flag.withDescription("VENUE,FROM,UNTIL, the instants with their offset; several are allowed"),
    ),
  },
  (given) =>
    Effect.gen(function* () {
      const windows = yield* Effect.forEach(given.window, (text) => {
        const window = windowOf(text);
        return window === undefined ? Effect.fail(windowInvalid(text)) : Effect.succeed(window);
      });
      yield* inOffice(given, (office) =>
        Effect.map(requestCase(office, { ground: given.ground, windows }), (asked) => ({
          lines: [textOf(asked.signed), "", `${asked.caseId} ${asked.state}: another officer approves it.`],
          value: asked,
        })),
      );
    }),
).pipe(Command.withDescription("Ask for the records of venues in windows, and sign what was asked"));

const listCommand = Command.make("list", { dir, json }, (given) =>
  inOffice(given, (office) =>
    Effect.map(listCases(office), (cases) => ({
      lines: cases.length === 0 ? ["No case."] : cases.map(caseLine),
      value: { cases },
    })),
  ),
).pipe(Command.withDescription("The newest cases"));

const showCommand = Command.make("show", { dir, json, caseId }, (given) =>
  inOffice(given, (office) =>
    Effect.map(showCase(office, given.caseId), (view) => ({
      lines: [...caseLines(view), ...(view.caseText === null ? [] : ["", textOf(view.caseText)])],
      value: view,
    })),
  ),
).pipe(Command.withDescription("One case, with its text where this officer may see it"));

const notTyped = (id: string) =>
  new Stop({
    code: exitCodes.usage,
    reason: "not-confirmed",
    sentence: `Nothing was signed, because ${id} was not typed.`,
    advice: "Read the text again; with --yes nothing is asked.",
  });

const approveCommand = Command.make(
  "approve",
  {
    dir,
    json,
    caseId,
    yes: Flag.Boolean("yes").pipe(
      Flag.withDefault(false),
      Flag.withDescription("sign without asking to type the case's id"),
    ),
  },
  (given) =>
    Effect.flatMap(Effect.context<Prompt.Environment>(), (terminal) =>
      inOffice(given, (office) =>
        Effect.gen(function* () {
          const shown = yield* textToApprove(office, given.caseId);
          // On stderr, so that what is printed as JSON stays JSON.
          yield* Console.error(textOf(shown.signed));
          if (!given.yes) {
            const typed = yield* Prompt.run(
              Prompt.String({ message: `Type ${given.caseId} to sign exactly this text` }),
            ).pipe(
              Effect.mapError(() => notTyped(given.caseId)),
              Effect.provideContext(terminal),
            );
            if (typed !== given.caseId) return yield* notTyped(given.caseId);
          }
          const done = yield* approveCase(office, given.caseId, shown);
          return { lines: [`${done.caseId} ${done.state}`], value: done };
        }),
      ),
    ),
).pipe(Command.withDescription("Read the text of a case and sign it as another officer"));

const denyCommand = Command.make(
  "deny",
  {
    dir,
    json,
    caseId,
    reason: Flag.Literals("reason", [...denialReasons]).pipe(
      Flag.withDescription("why, as the other officers will see it"),
    ),
  },
  (given) =>
    inOffice(given, (office) =>
      Effect.map(denyCase(office, given.caseId, given.reason), (done) => ({
        lines: [`${done.caseId} ${done.state}`],
        value: done,
      })),
    ),
).pipe(Command.withDescription("Deny a case, with a reason"));

const shareCommand = Command.make("share", { dir, json, caseId }, (given) =>
  inOffice(given, (office) =>
    Effect.map(shareCase(office, given.caseId), (shared) => ({
      lines: [
        shared.waitingFor.length === 0
          ? `${shared.caseId} answered: ${String(shared.people)} records lead to a person.`
          : `${shared.caseId}: shares given; waiting for issuer ${shared.waitingFor.join(", ")}, or the other officer.`,
      ],
      value: shared,
    })),
  ),
).pipe(
  Command.withDescription("Open own shares of what was released, and seal them to the issuers for this case"),
);

const readCommand = Command.make("read", { dir, json, caseId }, (given) =>
  inOffice(given, (office) =>
    Effect.map(readCase(office, given.caseId), (found) => ({ lines: findingLines(found), value: found })),
  ),
).pipe(Command.withDescription("Open the answers: numbers with places, marked where disputed or late"));

const closeCommand = Command.make("close", { dir, json, caseId }, (given) =>
  inOffice(given, (office) =>
    Effect.map(closeCase(office, given.caseId), (done) => ({
      lines: [`${done.caseId} ${done.state}: what it learned is erased.`],
      value: done,
    })),
  ),
).pipe(Command.withDescription("Close a case and have what it learned erased"));

export const caseCommands = [
  requestCommand,
  listCommand,
  showCommand,
  approveCommand,
  denyCommand,
  shareCommand,
  readCommand,
  closeCommand,
] as const;
