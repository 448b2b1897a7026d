// What a field of a message is made of, said in both languages; the sentences are written here by hand.
// Keys are said from the innermost on, because that is the order in which they were used.
import { expect, it } from "vitest";
import { sayKnowledge } from "../../../models/labels/sayknowledge.ts";
import { atom, digest, sealed, sealedHandle, type KnowledgeTerm } from "../../../models/messages.ts";

const share: KnowledgeTerm = { kind: "share", secret: "epochSecret", officer: "first" };
const said: readonly (readonly [term: KnowledgeTerm, en: string, ko: string])[] = [
  [atom("place"), "place", "장소"],
  [share, "first officer's share", "첫째 역학조사관의 비밀 조각"],
  [
    digest(atom("place"), atom("challenge")),
    "hash of place and venue's challenge",
    "장소와 시설이 제시한 확인값의 해시값",
  ],
  [
    sealed("officerKey.first", atom("phone"), atom("code")),
    "phone number and code, sealed under the first officer's key",
    "첫째 역학조사관의 키로 봉인한 휴대전화 번호와 인증번호",
  ],
  [
    sealedHandle,
    "alias of the account for the day, sealed under the issuer's key of the day and then under the secret of an epoch",
    "발급회사의 당일 키로, 다시 발급 구간의 비밀값으로 봉인한 계정의 당일 별칭",
  ],
];

it.each(said)("%j", (term, en, ko) => {
  expect(sayKnowledge(term, "en")).toBe(en);
  expect(sayKnowledge(term, "ko")).toBe(ko);
});
