// One side of the issue-http row: the issuer of a real house behind its real public listener, in one process.
// Everybody is verified beforehand, each on a session of their own, through the service itself.
// The law is the preset that asks for consent once: a consent before each pass would be half of what is measured.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Layer } from "effect";
import { presets } from "../../../models/policy.ts";
import { openHouse, type House } from "../../../impl/house.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import {
  identifyPerson,
  noticesHandlers,
  peopleHandlers,
  sessionsHandlers,
} from "../../../impl/issuer/peoplehandlers.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { peopleApi } from "../../../impl/protocol/http/issuerpeople.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { seoulDay } from "../../../impl/protocol/seoulday.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { phoneOf } from "../premises.ts";
import { sayListening } from "./answering.ts";

const [, , folder = "", people = "0"] = process.argv;

/** So many are verified side by side, so that they share transactions. */
const sideBySide = 200;

const verify = Effect.fnUntraced(function* ({ issuer, smsOutbox }: House, person: number) {
  const { people: asked } = issuer;
  // Each from a network of their own: limits for a network are not what is measured.
  const network = `network ${String(person)}`;
  const { token, phone } = yield* asked.openSession(phoneOf(person), network);
  const holder = { phone, session: asked.sessions.named(token) };
  yield* asked.agree(holder, { notice: asked.notice.hash, child: false });
  yield* asked.sendCode(holder, network);
  yield* asked.typeCode(holder, (yield* smsOutbox.read(phone)) ?? "");
  return token;
});

const program = Effect.gen(function* () {
  const house = yield* openHouse({
    folder,
    version: passVersions.simulation,
    durability: "full",
    officers: 2,
    sweeps: "driven",
  });
  yield* Effect.andThen(house.issuer.announceLevel("alert"), house.custodian.announceLevel("alert"));
  const tokens = yield* Effect.forEach(
    Array.from({ length: Number(people) }, (_, person) => person),
    (person) => verify(house, person),
    { concurrency: sideBySide },
  );
  const layer = Layer.succeed(Issuer, house.issuer);
  const { port } = yield* publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    identify: identifyPerson(house.issuer.people),
    routes: routesOf(
      peopleApi,
      Layer.provide(Layer.mergeAll(sessionsHandlers, noticesHandlers, peopleHandlers), layer),
    ),
  });
  const { passes } = yield* house.issuer.keys.ofDay(seoulDay(yield* house.issuer.now));
  yield* sayListening({ port, passKey: passes.publicKey, tokens });
}).pipe(
  Effect.scoped,
  Effect.provideService(PolicyInForce, presets["2020-10"]),
  Effect.provide(NodeServices.layer),
);

await Effect.runPromise(program);
process.exit();
