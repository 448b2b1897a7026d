// What the authority's page says in English. Numbers of the law stand in it by way of functions, so that none is typed here.
// ko.ts has the same keys, or does not compile.
export const page = {
  title: "Disclosures of entry records",
  lead: "Entry records are joined with people only under a case, by two officers, and only for an epidemiological investigation. Here the authority reports every year how often that was done, as the Infectious Disease Control and Prevention Act asks.",
};

export const year = {
  title: (which: string): string => `The year ${which}`,
  choose: "Year",
  caption: "Cases that were asked for in this year, by how they stand or ended",
  state: "State",
  cases: "Cases",
  all: "All cases",
  none: "No case was asked for in this year.",
  released: "Records released, still sealed",
  people: "Records that led to a person",
};

export const way = {
  title: "How a disclosure works",
  steps: (venues: string, window: string, life: string, kept: string, retention: string) => [
    `An officer asks for the records of at most ${venues} places, at most ${window} at each, on a legal ground, and signs what was asked.`,
    "Another officer reads the same text, and approves or denies it with a reason. Nobody can approve their own case.",
    "The case is written into the public log before anything is released. The log names no place, no officer’s reason and no person.",
    `The custodian releases sealed records. Both officers give their shares within ${life}; neither can open anything alone.`,
    "The QR companies answer which numbers stand behind those records. They never learn the places.",
    `The answer is erased after ${kept}, and never later than the records themselves, which live ${retention}. The people concerned find it in their own account.`,
  ],
};

export const log = {
  title: "The public log, and how to check it",
  stands: (entries: string, cosigners: string): string =>
    `The latest checkpoint (entries: ${entries}) was cosigned by ${cosigners}.`,
  alone: (entries: string): string =>
    `The latest checkpoint (entries: ${entries}) has not been cosigned by anybody yet.`,
  check:
    "Anybody can check it: download the checkpoint and the entries below, or run the command with the cards of the parties. It finds a case without two officers, an entry that was changed or taken back, and a log that shows different things to different people.",
  checkpoint: "The latest checkpoint",
  contract: "All addresses of this server",
};

export const officers = {
  title: "For officers",
  says: "Officers do not sign in here. Each works at a desk of their own, on their own machine, where their keys are; this server never holds a key of theirs and never sees a number.",
};
