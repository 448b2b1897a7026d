// One visit of a load: a pass is asked for at its intended instant, and as soon as it is there a device scans it and delivers the scan.
// The next person and the next device take each visit in turn. The wait for the pass counts from the instant at which it was to be
// asked for, the wait of the check-in from the moment of the scan. A consent that has run out meanwhile is given again; without devices nothing is scanned.
import { type Connections, type Replied } from "../exchange.ts";
import { becameOf, type Counting } from "./counting.ts";
import type { Order } from "./messages.ts";
import { askNotice, makePhone, noticeIn, passIn, type PhoneLine } from "./phone.ts";
import { scanning } from "./scanner.ts";

export interface Visiting {
  readonly order: Pick<Order, "issuer" | "custodian" | "people" | "devices" | "withinMs">;
  readonly connections: Connections;
  /** Only differences mean anything. */
  readonly nowMs: () => number;
  /** The instant as a device signs it. */
  readonly wallClockMs: () => number;
}

export interface PartCounting {
  readonly issuance: Counting;
  readonly checkIn: Counting;
}

export const makeVisiting = ({ order, connections, nowMs, wallClockMs }: Visiting) => {
  const { issuer, custodian, people, devices, withinMs } = order;
  const line: PhoneLine = { issuer, connections, withinMs };
  // They are verified and have a session; a number would only be needed for another.
  const phones = people.map((token) => makePhone(line, { number: "", token }));
  const scanners = devices.map((device) => scanning({ custodian, connections, withinMs }, device));

  const passOf = async (phone: (typeof phones)[number]): Promise<Replied> => {
    const replied = await phone.pass();
    if (replied.code !== "consent-required") return replied;
    const notice = await askNotice(line);
    if (notice.code !== "") return notice;
    const agreed = await phone.agree(noticeIn(notice));
    return agreed.code === "" ? phone.pass() : agreed;
  };

  return async (place: number, dueAtMs: number, counting: PartCounting | undefined): Promise<void> => {
    const phone = phones[place % phones.length];
    const scan = scanners[place % scanners.length];
    if (phone === undefined) return;
    const shown = await passOf(phone);
    const shownAtMs = nowMs();
    counting?.issuance.count(becameOf(shown), shown.code, shownAtMs - dueAtMs);
    if (shown.code !== "" || scan === undefined) return;
    const stored = await scan(passIn(shown).bytes, wallClockMs());
    counting?.checkIn.count(becameOf(stored), stored.code, nowMs() - shownAtMs);
  };
};
