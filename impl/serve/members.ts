// Who runs when everybody runs on one machine: every party with its folder, name, number and ports.
// `serve all` starts one process for each. The ports are the same every time unless free ones are asked for.
// Offices and officers are no processes: they hold keys in folders of their own.
import type { ServedParty } from "./configuration.ts";

export interface Member {
  readonly party: ServedParty;
  /** Its folder below the common one, too. */
  readonly name: string;
  readonly number: number;
  readonly publicPort: number;
  readonly partiesPort: number;
}

const issuersFrom = 4_100;
const portsAnIssuer = 10;

export const issuersMost = 9;

export const membersOf = (issuers: number): ReadonlyArray<Member> => [
  ...Array.from({ length: issuers }, (_, place): Member => {
    const publicPort = issuersFrom + portsAnIssuer * place;
    const number = place + 1;
    return {
      party: "issuer",
      name: `issuer-${String(number)}`,
      number,
      publicPort,
      partiesPort: publicPort + 1,
    };
  }),
  { party: "custodian", name: "custodian", number: 0, publicPort: 4_300, partiesPort: 4_301 },
  { party: "authority", name: "authority", number: 0, publicPort: 4_400, partiesPort: 4_401 },
  { party: "board", name: "board", number: 0, publicPort: 4_500, partiesPort: 4_501 },
  { party: "venue", name: "venue", number: 0, publicPort: 4_200, partiesPort: 0 },
];
