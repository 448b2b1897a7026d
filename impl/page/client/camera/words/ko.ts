// What a scanner says in Korean, plainly and politely.
// The keys are those of en.ts; one that is missing does not compile.
import type { Translated } from "../../../../../models/labels/translated.ts";
import type * as en from "./en.ts";

export const asking = "카메라를 여는 중입니다. 브라우저가 물으면 허용해 주세요.";
export const view = "카메라 화면";
export const choice = "카메라";
export const nameless = (place: string): string => `카메라 ${place}`;
export const otherWay = "코드를 직접 입력하실 수도 있습니다.";
export const again = "카메라 다시 열기";

export const faults: Translated<typeof en.faults> = {
  insecure: {
    sentence: "주소가 안전하지 않아 브라우저가 카메라를 허용하지 않습니다.",
    advice: "https:// 주소로 여시거나 이 기기에서 직접 열어 주세요.",
  },
  refused: {
    sentence: "이 페이지에 카메라 사용이 허용되어 있지 않습니다.",
    advice: "브라우저 설정에서 카메라를 허용해 주세요.",
  },
  absent: {
    sentence: "카메라를 찾을 수 없습니다.",
    advice: "카메라를 연결해 주세요.",
  },
  busy: {
    sentence: "지금은 카메라를 사용할 수 없습니다.",
    advice: "카메라를 쓰는 다른 프로그램을 닫아 주세요.",
  },
  lost: {
    sentence: "카메라 연결이 끊어졌습니다.",
    advice: "카메라를 다시 연결해 주세요.",
  },
};
