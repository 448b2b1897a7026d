// Prepares the members of a whole in the process that asks, one folder each below the whole's own.
// A rehearsed country and tests use it, whose parties share a process or are started from one; `serve all` never does,
// because it holds no party's keys (furnishing.ts).
import { Effect, type FileSystem, type Path, type PlatformError } from "effect";
import type { StartFailure } from "../server/party.ts";
import type { PartyConfigurationFile } from "./configuration.ts";
import type { PrepareMember } from "./furnishing.ts";
import type { Member } from "./members.ts";
import { prepareParty, writeConfiguration } from "./prepare.ts";

/** `more` goes into the configuration of a member, and before what would stand there otherwise. */
export const prepareHere =
  (
    more: (member: Member, folder: string) => Partial<PartyConfigurationFile>,
  ): PrepareMember<StartFailure | PlatformError.PlatformError, FileSystem.FileSystem | Path.Path> =>
  ({ folder, settings }, member) =>
    Effect.gen(function* () {
      const { party, name, number, publicPort, partiesPort } = member;
      const own = `${folder}/${name}`;
      yield* writeConfiguration(own, {
        party,
        name,
        number,
        public: { port: publicPort },
        parties: { port: partiesPort },
        settings: settings(member),
        ...more(member, folder),
      });
      yield* prepareParty(own, party);
    });
