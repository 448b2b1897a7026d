// The folder of a demonstration, furnished at its first start: a member for each party with keys, cards, roster and ports, three officers,
// the phone network's secret, and each party's settings. What is there already is left as it is.
// All of them are prepared in the process that asks, which is why a demonstration is no deployment: `serve all` would never do that.
import { Effect, FileSystem } from "effect";
import { Stop } from "../../impl/exit.ts";
import { furnish } from "../../impl/serve/furnishing.ts";
import { membersOf, type Member } from "../../impl/serve/members.ts";
import { stopOf } from "../../impl/serve/notstarted.ts";
import { preparePhoneNetwork } from "../../impl/serve/phonenetwork.ts";
import { prepareHere } from "../../impl/serve/preparehere.ts";
import type { PresetName } from "../../models/policy.ts";
import { figuresFile, nationOfFigures } from "./city/figuresfile.ts";

const issuers = 2;
const city = "city";
export const officers = [1, 2, 3] as const;

/** In which the city's people keep what they keep. */
export const cityFolder = (folder: string): string => `${folder}/${city}`;

const settingsOf = (sms: Readonly<Record<string, unknown>>, { party }: Member) => {
  switch (party) {
    case "issuer":
      return sms;
    case "board":
      return {
        feed: {
          form: "owid",
          file: figuresFile(`../${city}`),
          nation: nationOfFigures,
          everySeconds: 5,
          source: { name: "entrylog simulator", url: "https://ourworldindata.org/coronavirus" },
        },
      };
    default:
      return {};
  }
};

export const furnishHousehold = Effect.fnUntraced(
  function* ({
    folder,
    preset,
    freePorts,
  }: {
    readonly folder: string;
    readonly preset: PresetName;
    readonly freePorts: boolean;
  }) {
    const files = yield* FileSystem.FileSystem;
    const network = yield* preparePhoneNetwork(folder, freePorts);
    const members = membersOf(issuers);
    // A demonstration survives the end of its processes; it need not survive a loss of power.
    const prepare = prepareHere(() => ({ preset, durability: "normal" }));
    yield* furnish(
      {
        folder,
        members,
        preset,
        freePorts,
        officers: officers.length,
        settings: (member) => settingsOf(network.settings, member),
      },
      prepare,
    );
    yield* files.makeDirectory(cityFolder(folder), { recursive: true });
    for (const { party, name } of members)
      if (party === "issuer") yield* network.giveSecret(`${folder}/${name}`);
    return { members, carrier: { port: network.port, secretFile: network.secretFile } };
  },
  Effect.mapError((failure) => (failure instanceof Stop ? failure : stopOf(failure))),
);
