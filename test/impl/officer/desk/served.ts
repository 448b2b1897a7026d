// Desks of officers for a suite, over the real parties of a small country in one process, on a clock that the suite moves; they are
// open for as long as it lasts. A key of a browser is one of Chromium's own virtual authenticators.
// It knows nothing of what a desk shows.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Clock, Effect, Exit, Logger, Scope } from "effect";
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openDesk, type DeskOptions, type OpenedDesk } from "../../../../impl/officer/desk/opening.ts";
import { makeSettableClock } from "../../../../sim/demo/settableclock.ts";
import { openTogether, type Together, type TogetherOptions } from "../../serve/together.ts";

export interface ServedDesks {
  readonly country: () => Together;
  /** By the officer's number. */
  readonly desk: (officer: number) => OpenedDesk;
  readonly urls: () => readonly string[];
  /** Moves the clock of everybody. */
  readonly pass: (durationMs: number) => void;
  /** Runs under that clock, until it ends by itself. */
  readonly run: <A, E>(effect: Effect.Effect<A, E, NodeServices.NodeServices | Scope.Scope>) => Promise<A>;
}

export interface ServedOptions {
  readonly country?: Effect.Effect<TogetherOptions, never, Scope.Scope>;
  /** One for each officer, in their order. */
  readonly desks: readonly Partial<DeskOptions>[];
}

export const serveDesks = (
  options: ServedOptions,
  prepare: (served: ServedDesks) => Promise<void> = () => Promise.resolve(),
): ServedDesks => {
  const scope = Effect.runSync(Scope.make());
  const settable = makeSettableClock();
  const opened: OpenedDesk[] = [];
  let country: Together | undefined;
  const run: ServedDesks["run"] = (effect) =>
    Effect.runPromise(
      effect.pipe(
        Effect.provideService(Scope.Scope, scope),
        Effect.provideService(Clock.Clock, settable.clock),
        Effect.provide([NodeServices.layer, Logger.layer([])]),
      ),
    );
  const served: ServedDesks = {
    country: () => {
      if (country === undefined) throw new Error("the country is not open yet");
      return country;
    },
    desk: (officer) => opened[officer - 1] ?? { url: "", says: [] },
    urls: () => opened.map(({ url }) => url),
    pass: (durationMs) => {
      settable.setAhead(settable.aheadMs() + durationMs);
    },
    run,
  };
  beforeAll(async () => {
    const wanted = await run(options.country ?? Effect.succeed({}));
    const together = await run(
      openTogether({ issuers: 1, officers: Math.max(2, options.desks.length), ...wanted }),
    );
    country = together;
    for (const [place, desk] of options.desks.entries())
      opened.push(
        await run(openDesk(`${together.folder}/officer-${String(place + 1)}`, { port: 0, ...desk })),
      );
    await prepare(served);
  }, 120_000);
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  return served;
};

/** The code that a desk printed. */
export const codeOf = ({ says }: OpenedDesk): string => says.join(" ").split(" ").at(-1) ?? "";

/** Gives a page's browser a key that its owner unlocks at once. */
export const giveKey = async (page: Page, transport: "internal" | "usb" = "internal"): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Enrols a first key with the printed code, which signs in as well. */
export const enrol = async (page: Page, desk: OpenedDesk): Promise<void> => {
  await giveKey(page);
  await page.getByLabel("Code from the terminal").fill(codeOf(desk));
  await press(page, "Enrol a key and sign in");
  await page.getByRole("button", { name: "Sign out" }).waitFor();
};

export const english = { locale: "en-GB" };
