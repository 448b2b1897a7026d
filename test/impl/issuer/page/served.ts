// An issuer with its page for one test: real, in its own premises, behind a real listener, with a clock that the test moves on.
// Only the wire to the custodian, the carrier and the board are the test's. It is closed when the test is over.
// What the carrier brought is read as by whoever holds the phone.
import { Clock, Effect, Exit, Layer, Logger, Scope } from "effect";
import { onTestFinished } from "vitest";
import type { CrisisLevel } from "../../../../impl/protocol/contracts.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { boardShownHandlers, BoardShown, noBoard } from "../../../../impl/issuer/boardshown.ts";
import { Issuer } from "../../../../impl/issuer/issuer.ts";
import { issuerPage } from "../../../../impl/issuer/page.ts";
import {
  identifyPerson,
  noticesHandlers,
  peopleHandlers,
  sessionsHandlers,
} from "../../../../impl/issuer/peoplehandlers.ts";
import { SmsOutbox } from "../../../../impl/issuer/smsgateway.ts";
import { PolicyInForce } from "../../../../impl/lifecycle/desk.ts";
import { pageRoutes, withPages } from "../../../../impl/page/serving.ts";
import { statusBoardApi } from "../../../../impl/protocol/http/board.ts";
import { peopleApi } from "../../../../impl/protocol/http/issuerpeople.ts";
import { defaultLimits } from "../../../../impl/server/limits.ts";
import { publicListener } from "../../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../../impl/server/routes.ts";
import { makeSettableClock } from "../../../../sim/demo/settableclock.ts";
import { layersOf, newPremises, type Circumstances, type Inside, type Premises } from "../premises.ts";

export interface ServedIssuer {
  readonly url: string;
  readonly premises: Premises;
  readonly moveOn: (ms: number) => void;
  /** The code in the last message to a number. */
  readonly codeTo: (phone: string) => Promise<string>;
  readonly announce: (level: CrisisLevel) => Promise<void>;
  readonly run: <A, E>(effect: Effect.Effect<A, E, Inside>) => Promise<A>;
}

export interface PageCircumstances extends Circumstances {
  readonly board?: BoardShown["Service"];
}

const urls: string[] = [];
/** Of every issuer that was served for a suite. */
export const servedUrls = (): readonly string[] => urls;

export const serveIssuer = async (circumstances: PageCircumstances = {}): Promise<ServedIssuer> => {
  const { board = noBoard, policy = defaultPolicy } = circumstances;
  const premises = newPremises();
  const { clock, aheadMs, setAhead } = makeSettableClock();
  const scope = Effect.runSync(Scope.make());
  const within = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
    Effect.runPromise(
      effect.pipe(
        Effect.provideService(Scope.Scope, scope),
        Effect.provideService(Clock.Clock, clock),
        Effect.provideService(PolicyInForce, policy),
        Effect.provide(Logger.layer([])),
      ),
    );
  const context = await within(Layer.build(layersOf(premises, circumstances)));
  const run = <A, E>(effect: Effect.Effect<A, E, Inside>) => within(Effect.provideContext(effect, context));
  onTestFinished(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  const announce = (level: CrisisLevel) =>
    run(Effect.flatMap(Issuer, ({ announceLevel }) => announceLevel(level)));

  const opening = Effect.gen(function* () {
    const issuer = yield* Issuer;
    premises.custodian.pin(issuer.keys.deposits.verifyingKey);
    return yield* publicListener({
      place: { host: "127.0.0.1", port: 0 },
      limits: defaultLimits,
      identify: identifyPerson(issuer.people),
      routes: withPages(
        routesOf(
          peopleApi.addHttpApi(statusBoardApi),
          Layer.merge(
            Layer.provide(
              Layer.mergeAll(sessionsHandlers, noticesHandlers, peopleHandlers),
              Layer.succeed(Issuer, issuer),
            ),
            Layer.provide(boardShownHandlers, Layer.succeed(BoardShown, board)),
          ),
        ),
        yield* pageRoutes(issuerPage(board)),
      ),
    });
  });
  const { url } = await within(Effect.provideContext(opening, context));
  await announce("serious");
  urls.push(url);
  return {
    url,
    premises,
    moveOn: (ms) => setAhead(aheadMs() + ms),
    announce,
    run,
    codeTo: (phone) =>
      run(Effect.flatMap(SmsOutbox, ({ read }) => Effect.map(read(phone), (code) => code ?? "none"))),
  };
};
