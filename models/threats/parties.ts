/**
 * What each party, and each two of them, can learn with all that they hold: stores, vaults, and what they see while they watch.
 * It hides nothing: where two together can name somebody, the row says so.
 */
import { threat, type Threat } from "./threat.ts";

const file = "threats/disks.test.ts";
const apart = [file, "opens with the disk of one party"] as const;
const together = [file, "opens with the disks of two parties"] as const;

export const ofParties = {
  issuer: threat(
    ["issuer"],
    "store and vault",
    0,
    [
      "Phone numbers, consents, when a number was verified, and the alias of each of its accounts on each day that lives.",
      "No place, and no visit. In memory it sees when a pass is asked for; it keeps no list of passes. An issuer that kept one against the rules could tell when somebody asked for a pass, and nothing of where it was shown.",
    ],
    apart,
  ),
  venue: threat(
    ["venue"],
    "store and vault",
    0,
    [
      "Its own number and device key, and the passes that wait while the custodian is away.",
      "Nobody's number, and nothing that links two passes of one person. Who stands at the door is seen at the door, as without this system.",
    ],
    apart,
  ),
  custodian: threat(
    ["custodian"],
    "store and vault",
    0,
    [
      "Which venue was entered at which instant, by a pass of which issuer, and the minute in which the pass was made.",
      "Nobody: handles are sealed under secrets that two officers share, and no two passes of one person look alike.",
    ],
    apart,
  ),
  authority: threat(
    ["authority"],
    "store and vault",
    0,
    [
      "The cases with their scope, and of a case that is open the places and times that were released for it.",
      "No number: answers are sealed to the two officers of the case. Nothing outside a case, and nothing of a case that is over.",
    ],
    apart,
  ),
  board: threat(
    ["board"],
    "store and vault",
    0,
    ["The public figures and the checkpoints that it cosigned, which are public too.", "Anything else."],
    apart,
  ),
  "issuer-venue": threat(
    ["issuer", "venue"],
    "store and vault",
    0,
    [
      "What each knows. While both watch live, a pass that the issuer remembers and the venue sees are one: who entered this venue while they watch.",
      "Nothing from what they keep: neither keeps a pass.",
    ],
    together,
  ),
  "issuer-custodian": threat(
    ["issuer", "custodian"],
    "store and vault",
    0,
    [
      "From what they keep, no more than each. But an issuer that keeps, against the rules, the passes it makes finds each of them again at the custodian, because a pass is equal to itself; and without them, an issuer that keeps when each person asked can guess by near times where few ask. This pair watching live can name everybody.",
      "Names for visits that were made before they began to watch: the secrets are split among the officers and forgotten.",
    ],
    [file, "a pass is equal to itself"],
  ),
  "issuer-authority": threat(
    ["issuer", "authority"],
    "store and vault",
    0,
    [
      "What each knows, and in an open case which numbers belong to its places, because the issuer knows what it answered.",
      "Nothing outside the case.",
    ],
    together,
  ),
  "issuer-board": threat(
    ["issuer", "board"],
    "store and vault",
    0,
    ["What the issuer knows.", "Any more."],
    together,
  ),
  "venue-custodian": threat(
    ["venue", "custodian"],
    "store and vault",
    0,
    [
      "What the custodian knows. They may write false visits of this venue with passes that were really shown there.",
      "Nobody's number.",
    ],
    together,
  ),
  "venue-authority": threat(
    ["venue", "authority"],
    "store and vault",
    0,
    ["What each knows.", "Nobody's number."],
    together,
  ),
  "venue-board": threat(
    ["venue", "board"],
    "store and vault",
    0,
    ["What the venue knows.", "Any more."],
    together,
  ),
  "custodian-authority": threat(
    ["custodian", "authority"],
    "store and vault",
    0,
    [
      "All places and times, beyond the scope of any case.",
      "Nobody: the machines of both hold no officer's key, and an issuer answers no release that two officers have not signed and the logs do not show.",
    ],
    together,
  ),
  "custodian-board": threat(
    ["custodian", "board"],
    "store and vault",
    0,
    ["What the custodian knows.", "Any more."],
    together,
  ),
  "authority-board": threat(
    ["authority", "board"],
    "store and vault",
    0,
    ["What the authority knows.", "Any more."],
    together,
  ),
} as const satisfies Readonly<Record<string, Threat>>;
