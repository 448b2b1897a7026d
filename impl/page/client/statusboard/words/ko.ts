// What the status board says in Korean, plainly and politely.
// The keys are those of en.ts; one that is missing does not compile.
import type { Translated } from "../../../../../models/labels/translated.ts";
import type * as en from "./en.ts";

export const title = (nation: string): string => `${nation} 코로나19 현황`;

export const kinds: Translated<typeof en.kinds> = {
  confirmed: "확진",
  released: "격리해제",
  deceased: "사망",
  tested: "검사",
};

export const newOnes: Translated<typeof en.newOnes> = {
  confirmed: "하루 신규 확진자",
  released: "하루 신규 격리해제자",
  deceased: "하루 사망자",
  tested: "하루 검사 건수",
};

export const headings: Translated<typeof en.headings> = {
  figures: "현재 현황",
  trend: "일별 추이",
  regions: "지역별 현황",
};

export const upTo = (date: string): string => `${date} 기준입니다.`;
export const source = "출처:";
export const readAt = (instant: string): string => `${instant}(서울 시각)에 가져왔습니다.`;
export const byOffice = (instant: string): string => `${instant}(서울 시각)에 방역당국이 발표했습니다.`;
export const nothingYet = "아직 발표된 현황이 없습니다.";
export const notKnown = "출처에서 제공하지 않습니다";
export const change = (count: string): string => `당일 ${count}`;
export const bars = "막대는 하루, 선은 7일 평균입니다.";
export const twin = "표로 보기";
export const twinByDay = "일별 표로 보기";
export const regionsNow = "지역별 최근 현황";
export const columns: Translated<typeof en.columns> = {
  date: "날짜",
  onDay: "당일",
  mean: "7일 평균",
  total: "누적",
  region: "지역",
  week: "7일간 신규 확진",
};
export const pictured = (what: string, from: string, to: string, last: string): string =>
  `${from}부터 ${to}까지의 ${what}. 마지막 날은 ${last}.`;

export const lastGood = (instant: string): string =>
  `${instant}(서울 시각)부터 새 현황을 가져오지 못했습니다. 마지막으로 확인된 현황을 보여 드립니다.`;
export const troubles: Translated<typeof en.troubles> = {
  "feed-unreachable": "출처에 연결할 수 없습니다.",
  "feed-refused": "출처가 오류로 응답합니다.",
  "feed-too-large": "출처가 보낸 자료가 너무 큽니다.",
  "feed-unreadable": "출처가 보낸 자료를 읽을 수 없습니다.",
  "feed-columns-missing": "출처가 보낸 자료의 형식이 이전과 다릅니다.",
  "feed-value-wrong": "출처가 보낸 자료에 맞지 않는 수치가 있습니다.",
  "feed-nation-missing": "출처가 보낸 자료에 이 나라의 현황이 없습니다.",
  "feed-older": "출처가 보낸 자료가 이미 알려진 것보다 오래되었습니다.",
  "feed-ahead": "출처가 보낸 자료에 아직 오지 않은 날의 현황이 있습니다.",
};
