/**
 * What whoever listens on the network learns, and what venues that cheat and scripts that skip the page come to.
 * Where the law believes somebody, such as a venue about its network, the row says so.
 */
import { threat, type Threat } from "./threat.ts";

export const ofOutsiders = {
  "network-parties": threat(
    [],
    "wire",
    0,
    [
      "Which parties speak, when, and how much: a venue's scan is a short message at the instant of an entry, and its device's public key is hidden by TLS 1.3.",
      "Any content.",
    ],
    ["threats/knowledge.test.ts", "hears TLS alone"],
  ),
  "network-people": threat(
    [],
    "wire",
    0,
    [
      "That an address asks an issuer at this instant, which is when somebody stands at a door. Whoever sees both the person's network and the venue's may tell by near times where they are. The public listener speaks plain HTTP until it is given a certificate, and then the content is open as well.",
      "With a certificate, any content.",
    ],
    ["threats/attacks.test.ts", "public listener"],
  ),
  "venue-replay": threat(
    ["venue"],
    "role",
    0,
    ["A venue that shows a pass again, or sends it twice, stores nothing.", "A second visit from one pass."],
    ["threats/attacks.test.ts", "replays"],
  ),
  "venue-fraud": threat(
    ["venue"],
    "role",
    0,
    [
      "Without the venue challenge, a pass that was photographed can be sent through another venue within its seconds, once; the first that comes is stored, the other is refused and the record is marked as disputed. With the challenge it is stored for the venue that showed it, or not at all.",
      "A visit from a pass that is older than its seconds.",
    ],
    ["impl/custodian/venuefraud.test.ts", "challenge"],
  ),
  "venue-forgery": threat(
    ["venue"],
    "role",
    0,
    [
      "A venue that makes up passes, guesses numbers or alters a time or place stores nothing, and learns no more than a code.",
      "A visit without an issuer's signature.",
    ],
    ["threats/attacks.test.ts", "forges"],
  ),
  "venue-at-four": threat(
    ["venue"],
    "role",
    0,
    [
      "A venue that kept passes and sends them at four in the morning stores nothing: they are over. Sent as late, as of the seconds in which they were live, they are taken for some hours, and only from a device that delivered nothing on time since: there a venue is believed about its network, and the record is marked as late.",
      "A visit at an instant at which no pass was live.",
    ],
    ["threats/attacks.test.ts", "four in the morning"],
  ),
  script: threat(
    ["person"],
    "role",
    0,
    [
      "A script that skips the page is answered as the page is: the server refuses a pass without consent and verification.",
      "A pass without consent, a code without consent, or another's account.",
    ],
    ["threats/attacks.test.ts", "skips the page"],
  ),
} as const satisfies Readonly<Record<string, Threat>>;
