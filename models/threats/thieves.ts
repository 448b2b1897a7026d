/**
 * What officers' keys add to what parties hold, and what a thief learns of a store, a vault, both, or a backup that has grown old.
 * Two officers with custodian and issuer can name everybody of the days that live, and the table says so.
 */
import { threat, type Threat } from "./threat.ts";

const file = "threats/disks.test.ts";
const withOfficers = [file, "opens with officers' keys besides"] as const;
const thieves = [file, "opens with a store without its vault, or a vault without its store"] as const;

export const ofThieves = {
  "officer-alone": threat(
    ["authority"],
    "role",
    1,
    [
      "The list of cases, the scope of a case while it is to be decided, and the answer of a case that this officer and another signed.",
      "No release and no answer without another officer; with the custodian's whole disk besides, one share of each secret, which says nothing.",
    ],
    withOfficers,
  ),
  "officers-custodian": threat(
    ["custodian"],
    "store and vault",
    2,
    [
      "The handles of all visits of the days that live.",
      "Nobody: a handle is opened by the issuer's key of the day.",
    ],
    withOfficers,
  ),
  "officers-issuer-custodian": threat(
    ["issuer", "custodian"],
    "store and vault",
    2,
    [
      "Everybody who entered anywhere on a day that lives. Two officers, the custodian and an issuer together can name all people of that issuer; nothing technical stops these four.",
      "Anything of a day that has ended, and the people of another issuer.",
    ],
    withOfficers,
  ),
  "invented-officers": threat(
    ["authority"],
    "role",
    0,
    [
      "An administrator of the authority who invents two officers gets what the authority's machine has.",
      "No release and no answer: custodian and issuers know officers by their own copy of the roster, which changes only by two standing officers and a key held elsewhere, after a day.",
    ],
    ["threats/attacks.test.ts", "two invented officers"],
  ),
  "custodian-store": threat(
    ["custodian"],
    "store",
    0,
    [
      "How many entered on each day that was kept when it was taken, which venues are registered, and how entries of a day group into hours of unnamed venues, in the order in which they came.",
      "Any venue or instant of an entry, passes, handles, shares, and anybody's name.",
    ],
    thieves,
  ),
  "issuer-store": threat(
    ["issuer"],
    "store",
    0,
    [
      "How many accounts there are, when consents were given and verifications end, by meaningless numbers.",
      "Any phone number: it is sealed, and found by a keyed hash.",
    ],
    thieves,
  ),
  "authority-store": threat(
    ["authority"],
    "store",
    0,
    [
      "The cases with their scope: which venues and windows were asked for, by which officers.",
      "What was released or answered.",
    ],
    thieves,
  ),
  "venue-store": threat(
    ["venue"],
    "store",
    0,
    [
      "The venue's number, and how many passes waited when it was taken.",
      "A pass that waited, which is sealed under a key in the vault that ends when nothing waits, and anybody's number.",
    ],
    thieves,
  ),
  vault: threat(
    ["issuer", "custodian", "authority"],
    "vault",
    0,
    [
      "Keys, and by their names which days live and how many cases are open.",
      "Anything about anybody, without the store whose keys they are.",
    ],
    thieves,
  ),
  "vault-and-store": threat(
    ["issuer"],
    "store and vault",
    0,
    [
      "Whoever takes an issuer's vault, its root key and its store reads every phone number in it. The embedded root key is a file: it protects a lost backup, not a stolen machine. With a key service or a security module behind the port, the thief needs that too.",
      "A place.",
    ],
    [file, "stolen vault and store"],
  ),
  "old-backup": threat(
    ["issuer", "custodian", "authority", "venue", "board"],
    "old backup",
    2,
    [
      "Of a day that has ended, with all copies, all present vaults and both officers' keys: how many entered in all, and how they group into hours of unnamed venues.",
      "Any venue, instant, pass, share, handle, alias or person of a day that has ended.",
    ],
    ["threats/backups.test.ts", "opens no visit, share, handle, alias or person of a day that has ended"],
  ),
} as const satisfies Readonly<Record<string, Threat>>;
