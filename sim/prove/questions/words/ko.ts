// The answers to the open questions in Korean.
// The keys are those of the English ones; a missing one does not compile. Particles follow the last sound of the word before them.
import { sayCount, sayDuration } from "../../../../models/labels/duration.ts";
import { words } from "../../../../models/labels/labels.ts";
import { withParticle } from "../../../../models/labels/particle.ts";
import type { Lasting } from "../turningpoint.ts";
import type { AnswerWords, Frame } from "./words.ts";

const said = words("ko");
const long = (ms: Lasting): string =>
  typeof ms === "number" ? sayDuration(ms, "ko") : ms === "endless" ? "끝없이" : "없음";
const upTo = (ms: Lasting): string => (typeof ms === "number" ? `${long(ms)}까지` : long(ms));
const listed = (of: readonly string[]): string => (of.length === 0 ? "없음" : of.join(", "));
const quoted = (code: string): string => `“${said.refusal(code).sentence}”`;
const states = (of: readonly string[]): string =>
  of.map((state) => `‘${said.state("disclosure", state)}’`).join(", ");
const rules = (of: readonly string[]): string => listed(of.map((rule) => said.rule(rule)));
const known = (of: readonly string[]): string => listed(of.map((what) => `‘${said.knowledge(what)}’`));

export const korean: AnswerWords = {
  "code-window": ({ mostCodes, isCut, stretchMs, limit }) => {
    if (mostCodes === "endless") return `${long(stretchMs)} 동안 보낼 수 있는 인증번호의 수에 끝이 없습니다.`;
    if (mostCodes <= limit && !isCut)
      return `어떤 ${long(stretchMs)} 동안에도 인증번호는 ${sayCount(mostCodes)}건까지만 보낼 수 있어, 한도가 언제나 지켜집니다.`;
    return `한도는 첫 발송부터 세어 ${sayCount(limit)}건이지만, 어떤 ${long(stretchMs)} 동안에는 ${isCut ? "적어도" : "최대"} ${sayCount(mostCodes)}건까지 보낼 수 있습니다. 일부는 한 집계 시간이 끝날 때, 나머지는 다음 집계 시간이 시작될 때 보냅니다.`;
  },
  "codes-counted-anew": ({ codes, limit }) =>
    codes === "endless"
      ? `지금은 그렇습니다. 매번 맞게 입력하는 사람에게는 한순간에 인증번호 100건이 모두 발송되었습니다. ${sayCount(limit)}건의 한도는 입력하지 않은 인증번호에만 적용됩니다.`
      : `지금은 그렇지 않습니다. 무엇을 입력했든 ${sayCount(codes)}건 뒤에는 ${sayCount(limit)}건의 한도가 적용됩니다.`,
  "life-of-a-record": ({ shortestMs, longestMs, shortestStoredMs, longestStoredMs }) =>
    longestMs === "never"
      ? "이 수치에서는 어떤 방문도 저장되지 않습니다."
      : `QR코드의 시각부터 세면 기록은 가장 짧게 ${long(shortestMs)}, 가장 길게 ${long(longestMs)} 동안 보관됩니다. 사회보장정보원이 저장한 때부터 그 시각으로 세면 ${long(shortestStoredMs)}에서 ${long(longestStoredMs)}까지입니다. 스캔이 늦게 전송될 수 있고 당사자들의 시각이 서로 다를 수 있기 때문입니다.`,
  "venue-offline": ({ onlineMs, lateMs, backMs, factsMore }) => {
    const word =
      factsMore.length === 0
        ? "지금은 시설의 말만 믿습니다. 네트워크가 끊긴 시설과 그렇게 말할 뿐인 시설을 가릴 수 있는 사실을 사회보장정보원은 하나도 확인하지 않습니다."
        : `지금은 시설의 말만 믿지는 않습니다. 사회보장정보원은 ${listed(factsMore.map((name) => `‘${said.field("custodian.recordLate", name)}’`))}도 확인합니다.`;
    const online =
      onlineMs === "never"
        ? "온라인에서는 어떤 스캔도 저장되지 않습니다."
        : `온라인에서는 QR코드 발급 뒤 ${upTo(onlineMs)} 저장됩니다.`;
    return lateMs === "never"
      ? `${word} ${online} 지연 전송은 저장되지 않습니다.`
      : `${word} ${online} 지연 전송은 ${upTo(lateMs)} 저장되며, 그때 스캔 시각은 ${long(backMs)} 전까지 거슬러 갈 수 있습니다.`;
  },
  "two-venues-offline": ({ admitted, stored, refused, stands }) => {
    const venues = `시설 ${sayCount(admitted)}곳의 규칙이 그 QR코드를 통과시키고`;
    const answered = `${quoted(refused)}라고 응답합니다.`;
    switch (stands) {
      case "delivered":
        return `${venues}, 방문은 ${sayCount(stored)}건만 저장됩니다. 어느 쪽이 먼저 스캔했든 먼저 전송된 것이 남고, 다른 하나는 거부됩니다. ${answered}`;
      case "scanned":
        return `${venues}, 방문은 ${sayCount(stored)}건만 저장됩니다. 먼저 스캔한 것이 남고, 다른 하나는 거부됩니다. ${answered}`;
      case "both":
        return `${venues}, 두 방문이 모두 저장됩니다.`;
      case "neither":
        return `${venues}, ${stored === 0 ? "방문은 하나도 저장되지 않습니다" : "방문이 저장되는지는 순서에 달려 있습니다"}. ${answered}`;
    }
  },
  "calling-off": ({ endedIn, notEndedIn, runsMs }) => {
    if (endedIn.length === 0) return "이 수치에서는 사건을 요청할 수 없습니다.";
    if (notEndedIn.length === 0)
      return "지금은 그렇습니다. 역학조사관은 모든 상태에서 사건을 끝낼 수 있습니다.";
    const until =
      typeof runsMs === "number"
        ? `회신되거나 승인부터 ${withParticle(long(runsMs), "이")} 지날 때까지`
        : "회신될 때까지";
    return `지금은 역학조사관이 ${states(endedIn)} 상태에서만 사건을 끝낼 수 있습니다. ${states(notEndedIn)} 상태에서는 아무도 끝낼 수 없고, ${until} 계속됩니다.`;
  },
  "request-after-the-end": ({ isClosed, released, untilMs, authorityRefuses, issuerRefuses }) => {
    if (!isClosed) return "이 수치에서는 어떤 사건도 종결에 이르지 못합니다.";
    if (!released) return "지금은 사건이 종결된 뒤에 도착한 요청의 사본을 거부합니다.";
    const authority = authorityRefuses === "" ? "다시 받고" : "더 받지 않고";
    const issuer = issuerRefuses === "" ? "다시 회신합니다" : "다시 회신하지 않습니다";
    return `지금은 알지 못합니다. 이미 종결된 사건이라도 승인 뒤 ${upTo(untilMs)} 요청의 사본이 도착하면 사회보장정보원의 규칙은 봉인된 기록을 제공합니다. 방역당국은 그 기록을 ${authority}, 발급회사는 ${issuer}.`;
  },
  "asker-denies": ({ isAsked, denies, approves }) =>
    isAsked
      ? `지금은 ${denies ? "그렇습니다" : "그렇지 않습니다"}. 요청한 역학조사관은 사건을 거부할 수 ${denies ? "있고" : "없고"}, 승인할 수 ${approves ? "있습니다" : "없습니다"}.`
      : "이 수치에서는 사건을 요청할 수 없습니다.",
  "leaving-a-case": ({ moments, inTime, decides, counted, namedOtherwise }) => {
    if (moments === 0) return "이 수치에서는 어떤 사건도 회신에 이르지 못합니다.";
    if (!namedOtherwise) return "이 수치에서는 철회하든 하지 않든 사건에 아무도 알려지지 않습니다.";
    const all = `사건 도중에 철회해 본 ${sayCount(moments)}번`;
    if (inTime === 0) return `지금은 그렇지 않습니다. ${all} 모두 이용자의 번호가 알려졌습니다.`;
    const until =
      inTime === moments
        ? "언제든지 빠질 수 있습니다"
        : `‘${said.message(decides)}’ 메시지가 나가기 전까지 빠질 수 있습니다`;
    return `지금은 ${until}. ${all} 가운데 ${sayCount(inTime)}번은 아무도 알려지지 않았으며, 그때 사건은 기록이 ${sayCount(counted)}건이라는 것만 알고 번호는 알지 못합니다.`;
  },
  "number-kept": ({ longestMs, withoutPassMs, isPutOff }) =>
    longestMs === "never"
      ? "이 수치에서는 어떤 번호도 인증되지 않습니다."
      : `한 번 인증한 번호는 마지막 QR코드를 가장 늦게 받으면 ${upTo(longestMs)}, QR코드를 받지 않으면 ${upTo(withoutPassMs)} 보관합니다. 다시 인증하면 그 끝이 ${isPutOff ? "미루어집니다" : "미루어지지 않습니다"}.`,
  "stored-distributed": ({ issuer, custodian, together, daysKept }) =>
    `발급회사만으로 알 수 있는 것은 ${known(issuer)}, 사회보장정보원만으로 알 수 있는 것은 ${known(custodian)}, 둘이 합하면 알 수 있는 것은 ${known(together)}입니다. 양쪽 모두 한꺼번에 ${sayCount(daysKept)}일치를 보관하며 날마다 키가 다릅니다.`,
  "renewing-a-pass": ({ lastPassMs, inForceMs }) => {
    if (inForceMs === "never") return "이 수치에서는 QR코드가 발급되지 않습니다.";
    const until = (ms: Lasting): string =>
      typeof ms === "number"
        ? `${long(ms)}까지 발급됩니다`
        : ms === "endless"
          ? "누군가 동의를 끝낼 때까지 발급됩니다"
          : "발급되지 않습니다";
    const presets = Object.entries(lastPassMs).map(
      ([preset, ms]) => ` 다른 수치가 같을 때 ${preset} 방식의 동의로는 ${until(ms)}.`,
    );
    return `한 번의 동의 뒤 QR코드는 ${until(inForceMs)}.${presets.join("")}`;
  },
  "pass-in-hand": ({ isIssued, onlineMs, lateMs, afterWithdrawalMs }) => {
    if (!isIssued) return "이 수치에서는 QR코드가 발급되지 않습니다.";
    if (onlineMs === "never") return "지금은 그렇습니다. 인증이 끝난 뒤에는 어떤 스캔도 저장되지 않습니다.";
    const late = lateMs === "never" ? "" : `, 지연 전송으로는 ${upTo(lateMs)}`;
    return `지금은 거두어들이지 않습니다. 이미 표시된 QR코드의 스캔은 인증이 끝난 뒤 온라인에서 ${upTo(onlineMs)}${late} 저장됩니다. 동의를 철회한 뒤에는 온라인에서 ${upTo(afterWithdrawalMs)} 저장됩니다.`;
  },
  "withdrawing-while-suspended": ({ refused, allowed }) =>
    `위기경보 단계가 수집을 허용하지 않는 동안 거부되는 것은 다음과 같습니다: ${rules(refused)}. 다음은 거부되지 않습니다: ${rules(allowed)}.`,
  "scan-before-the-level-fell": ({ storedBefore, storedAfter, refused }) =>
    storedAfter
      ? "지금은 저장합니다. 단계가 내려가지 않은 것처럼 저장합니다."
      : `지금은 저장하지 않습니다. ${storedBefore ? "같은 스캔이 먼저 전송되었다면 저장되지만, 그 뒤에는 " : ""}${quoted(refused)}라고 응답합니다.`,
  "joining-while-suspended": ({ lookAtTheLevel, forMs }) =>
    lookAtTheLevel.length === 0
      ? `지금은 결합할 수 있습니다. 사건이 거치는 어떤 규칙도 단계를 보지 않으므로, 기록은 보관되는 동안${forMs === "never" ? "" : ` QR코드의 시각부터 ${upTo(forMs)}`} 결합할 수 있습니다.`
      : `지금은 다음이 먼저 단계를 봅니다: ${rules(lookAtTheLevel)}.`,
};

export const koreanFrame: Frame = {
  opening: (questions, policy) =>
    `정책이 남겨 둔 질문 ${sayCount(questions)}가지와 지금 모델의 답 (${policy})`,
  answer: "답",
  restsOn: "관련 수치",
  restsOnNothing: "정책의 어떤 수치와도 관계없음",
  see: "보기",
};
