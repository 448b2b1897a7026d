// The faults of a scenario as a run's manifest tells them: what failed, from when to when in Seoul, said in both languages.
// Every level writes them into run.json the same way.
// It says what was planned; what came of it is in the figures.
import type { Scenario } from "../scenario.ts";
import { endOf } from "../world/faults.ts";
import type { Fault, FaultKind } from "../world/format/serving.ts";
import type { Manifest } from "./manifest.ts";
import { momentOf } from "./seouldate.ts";

type Told = (typeof Manifest.Type)["faults"][number];

const percent = ({ to = 1 }: Fault): string => `${String(Math.round(to * 100))} %`;

const words: Readonly<Record<FaultKind, (fault: Fault, en: string, ko: string) => Told["says"]>> = {
  "custodian-away": () => ({
    en: "the custodian cannot be reached; venues keep their scans",
    ko: "수탁 기관에 연결되지 않아 시설이 스캔을 보관합니다",
  }),
  "issuer-away": (_, en, ko) => ({ en: `${en} gives no passes`, ko: `${ko}에서 패스를 발급하지 못합니다` }),
  "issuer-slow": (fault, en, ko) => ({
    en: `${en} has ${percent(fault)} of its throughput left`,
    ko: `${ko}의 처리 능력이 ${percent(fault)}만 남았습니다`,
  }),
  "balancer-failed": (_, en, ko) => ({
    en: `all traffic of ${en} goes to one server`,
    ko: `${ko}의 모든 요청이 서버 한 대로 몰립니다`,
  }),
  "sms-away": () => ({ en: "no codes can be sent by SMS", ko: "문자 인증번호를 보낼 수 없습니다" }),
};

export const toldFaults = ({ people, faults = [] }: Scenario): readonly Told[] =>
  faults.map((fault) => {
    const issuer = people.issuers.find(({ id }) => id === fault.issuer);
    return {
      what: fault.what,
      from: momentOf(fault.from),
      to: momentOf(endOf(fault)),
      says: words[fault.what](fault, issuer?.en ?? "every issuer", issuer?.ko ?? "모든 발급 기관"),
    };
  });
