/**
 * What the notice says, in Korean and English, with the numbers of the policy in force and none of its own.
 * The registry of notices takes it and gives it a version and a hash; a changed number makes another text and another hash.
 * It promises nothing that the service does not do.
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import { sayDuration } from "../../models/labels/duration.ts";
import { millisecondsADay, vocabularies } from "../../models/policy.ts";
import type { NoticeText } from "../protocol/notice.ts";

const isoDuration = (durationMs: number): string =>
  durationMs % millisecondsADay === 0
    ? `P${String(durationMs / millisecondsADay)}D`
    : `PT${String(Math.floor(durationMs / 1_000))}S`;

const askedBy = ({ consentAsked }: PolicyNumbers): NoticeText["asked"] =>
  vocabularies.consentAsked[consentAsked] ?? "everyPass";

type Purpose = NoticeText["purposes"][number];

const identifying = (policy: PolicyNumbers): Purpose => ({
  id: "issue-passes",
  purpose: {
    ko: "전자출입명부 QR코드 발급과 휴대전화 본인확인",
    en: "Issuing QR codes for the electronic entry log, and verifying the phone number",
  },
  collected: [
    { ko: "휴대전화번호", en: "Phone number" },
    { ko: "동의 시각과 본인확인 시각", en: "Times of consent and of verification" },
  ],
  recipients: [],
  keptFor: {
    ko: `동의를 철회할 때까지, 늦어도 본인확인이 끝나고 마지막 QR코드를 발급한 날부터 ${sayDuration(policy.accountKept, "ko")}까지`,
    en: `Until consent is withdrawn, and at the latest ${sayDuration(policy.accountKept, "en")} after the day of the last QR code, once the verification has expired`,
  },
  keptForDuration: isoDuration(policy.accountKept),
});

const tracing = (policy: PolicyNumbers): Purpose => ({
  id: "epidemiological-investigation",
  purpose: {
    ko: "감염병 역학조사에 필요한 때에 한한 출입자 확인",
    en: "Finding who was at a place, only when an epidemiological investigation needs it",
  },
  collected: [
    { ko: "휴대전화번호와 QR코드 발급 시각", en: "Phone number, and the time at which a QR code was issued" },
    {
      ko: "방문한 장소는 발급회사가 알지 못하며, 장소와 시각은 이름 없이 사회보장정보원이 보관합니다.",
      en: "Not the places visited: the issuer never learns them; place and time are kept without a name by the Social Security Information Service.",
    },
  ],
  recipients: [
    {
      ko: "방역당국: 두 명의 조사관이 승인한 역학조사에서 해당하는 사람의 휴대전화번호",
      en: "The quarantine authority: the phone numbers of those concerned, in an investigation that two officers approved",
    },
    {
      ko: "사회보장정보원: 암호화되어 이름을 알 수 없는 QR코드 정보",
      en: "The Social Security Information Service: QR code data, encrypted, from which it learns no name",
    },
  ],
  keptFor: {
    ko: `QR코드 발급일부터 ${sayDuration(policy.retention, "ko")}이 되면 자동 파기`,
    en: `Destroyed automatically ${sayDuration(policy.retention, "en")} from the day of the QR code`,
  },
  keptForDuration: isoDuration(policy.retention),
});

/** The notice of this version under this policy. */
export const noticeText = (version: number, policy: PolicyNumbers): NoticeText => ({
  version,
  asked: askedBy(policy),
  title: {
    ko: "전자출입명부 개인정보 수집·이용 및 제공 동의",
    en: "Consent to the collection, use and provision of personal information for the electronic entry log",
  },
  says: [
    {
      ko: "이용자 정보와 출입기록은 서로 다른 기관이 나누어 보관하며, 역학조사에 필요한 때에만 결합합니다.",
      en: "Who you are and where you went are kept apart by different institutions, and joined only when an investigation needs it.",
    },
    {
      ko: "발급회사는 방문한 장소를 알지 못하고, 시설은 방문자가 누구인지 알지 못합니다.",
      en: "The issuer does not learn the places you visit, and a facility does not learn who you are.",
    },
    {
      ko: "조사에 제공되면 그 사실을 '내 정보가 제공되었나요?'에서 확인할 수 있습니다.",
      en: "When you were disclosed to an investigation, you find it under “was I ever disclosed?”.",
    },
    askedBy(policy) === "everyPass"
      ? {
          ko: `이 동의는 QR코드 한 번과 ${sayDuration(policy.consentSession, "ko")} 안의 재발급에 적용되며, 다음에는 다시 묻습니다.`,
          en: `This consent covers one QR code and its renewals within ${sayDuration(policy.consentSession, "en")}; next time you are asked again.`,
        }
      : {
          ko: "이 동의는 철회하거나 고지가 바뀔 때까지 적용됩니다.",
          en: "This consent holds until you withdraw it or the notice changes.",
        },
  ],
  purposes: [identifying(policy), tracing(policy)],
  refusing: {
    ko: "동의하지 않을 수 있으며, 그러면 QR코드를 발급할 수 없어 수기명부 등 다른 방법을 이용해야 합니다.",
    en: "You may refuse; then no QR code can be issued and another way, such as the paper list, is left.",
  },
  withdrawing: {
    ko: "언제든지 철회할 수 있습니다. 철회하면 발급이 바로 멈추고, 이미 발급된 QR코드를 나와 연결하는 정보도 파기됩니다.",
    en: "You may withdraw at any time: issuing stops at once, and what ties earlier QR codes to you is destroyed.",
  },
  children: {
    ko: "만 14세 미만은 법정대리인의 동의가 필요하거나, 회사에 따라 이용할 수 없습니다.",
    en: "Under the age of 14 a guardian's consent is needed, or the service is not offered, by issuer.",
  },
});
