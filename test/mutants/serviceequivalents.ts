/**
 * Mutants of the services that do the same as the program, each with its reason.
 * One that a test kills all the same does not belong here, and the report fails on it.
 */
const savesWork = "what it saves is work only: done all the same, it changes nothing";

export const serviceEquivalents: Readonly<Record<string, string>> = {
  "impl/venue/waiting.ts sequences.length === 0 becomes false #1": savesWork,
  "impl/venue/waiting.ts removed > 0 becomes true #1": savesWork,
  "impl/venue/waiting.ts removed > 0 becomes removed >= 0 #1": savesWork,
  "impl/venue/device.ts found === undefined becomes true #1":
    "the seed that was found is put back under its own name, so that the vault holds what it held",
  "impl/authority/partcheck.ts left.length === right.length becomes true #1":
    "names joined are the same only for as many names, because none is empty or has a comma in it",
};
