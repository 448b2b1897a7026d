/**
 * What the issuer holds about a person, said in Korean and English, one sentence each; the numbers come from the policy in force.
 * The account view uses it. It says plainly what is kept without being listed, and what the issuer cannot know.
 * It keeps and decides nothing.
 */
import { sayDuration } from "../../models/labels/duration.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import type { AccountHoldings, AccountView } from "../protocol/http/accountview.ts";

interface Sentence {
  readonly ko: string;
  readonly en: string;
}

const consentSentence = ({ consent }: AccountHoldings): Sentence =>
  consent.givenAt === null
    ? { ko: "지금 유효한 동의는 없습니다.", en: "No consent is in force now." }
    : {
        ko: `${consent.givenAt}에 고지에 동의했습니다.`,
        en: `You agreed to the notice at ${consent.givenAt}.`,
      };

const verificationSentence = ({ verification }: AccountHoldings): Sentence =>
  verification.verifiedUntil === null
    ? {
        ko: "이 번호는 이 기기에서 인증되어 있지 않습니다.",
        en: "The number is not verified on this device.",
      }
    : {
        ko: `이 번호는 ${verification.verifiedUntil}까지 인증되어 있습니다.`,
        en: `The number is verified until ${verification.verifiedUntil}.`,
      };

const recordsSentence = ({ consentRecords }: AccountHoldings): Sentence => ({
  ko: `동의 기록 ${String(consentRecords.length)}건: 고지마다 마지막 동의 하나만 남깁니다.`,
  en: `Consent records: ${String(consentRecords.length)}. Of each notice the last consent only.`,
});

const disclosedSentence = ({ disclosures }: AccountHoldings): Sentence =>
  disclosures === 0
    ? { ko: "역학조사에 제공된 적이 없습니다.", en: "You were not disclosed to any investigation." }
    : {
        ko: `역학조사 ${String(disclosures)}건에 제공되었습니다.`,
        en: `You were disclosed under ${String(disclosures)} cases.`,
      };

export const accountWords = (holdings: AccountHoldings, policy: PolicyNumbers): AccountView["words"] => {
  const says: readonly Sentence[] = holdings.accountKept
    ? [
        {
          ko: `전화번호 ${holdings.phone}: 봉인되어 저장소에 있습니다.`,
          en: `Your number ${holdings.phone}: sealed in the store.`,
        },
        consentSentence(holdings),
        recordsSentence(holdings),
        verificationSentence(holdings),
        disclosedSentence(holdings),
        {
          ko: `QR코드를 발급한 날마다 무작위 별칭 하나: ${sayDuration(policy.retention, "ko")}이 지나면 그날의 키와 함께 파기됩니다.`,
          en: `A random alias for each day on which you were given a code, destroyed with that day's key after ${sayDuration(policy.retention, "en")}.`,
        },
        {
          ko: "이 기기의 세션 토큰의 해시: 토큰 자체는 보관하지 않습니다.",
          en: "A hash of this device's session token; not the token.",
        },
        {
          ko: "문자로 보낸 인증번호와 최근 1분의 발급 횟수: 메모리에만 잠시 있습니다.",
          en: "The code that was sent and the codes shown in the last minute: in memory only, for minutes.",
        },
        {
          ko: "방문한 장소, 발급한 QR코드 목록은 없습니다.",
          en: "No place you visited, and no list of your codes.",
        },
        {
          ko: "같은 번호가 다른 기기에서 쓰던 계정은 여기에 보이지 않습니다.",
          en: "An account that the same number had on another device is not shown here.",
        },
      ]
    : [
        {
          ko: "이 세션 말고는 아무것도 보관하지 않습니다.",
          en: "Nothing is held but this session, in memory.",
        },
      ];
  return { ko: says.map(({ ko }) => ko), en: says.map(({ en }) => en) };
};
