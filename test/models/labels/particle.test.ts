// Korean particles after every kind of ending: vowels, consonants, the ㄹ that 으로 passes over, figures, letters and brackets.
// A reader stumbles over a wrong particle at once, so each form is written out by hand.
import { describe, expect, it } from "vitest";
import { withParticle, type Particle } from "../../../models/labels/particle.ts";

const cases: readonly (readonly [string, Particle, string])[] = [
  ["동의", "은", "동의는"],
  ["출입기록", "은", "출입기록은"],
  ["고지", "이", "고지가"],
  ["역학조사관", "이", "역학조사관이"],
  ["QR코드", "을", "QR코드를"],
  ["인증", "을", "인증을"],
  ["이용자", "과", "이용자와"],
  ["방역당국", "과", "방역당국과"],
  ["서울", "으로", "서울로"],
  ["시각", "으로", "시각으로"],
  ["버전", "으로", "버전으로"],
  ["여부", "으로", "여부로"],
  ["서울", "이", "서울이"],
  ["0", "으로", "0으로"],
  ["1", "으로", "1로"],
  ["2", "이", "2가"],
  ["3", "이", "3이"],
  ["6", "을", "6을"],
  ["7", "으로", "7로"],
  ["8", "으로", "8로"],
  ["8", "이", "8이"],
  ["9", "과", "9와"],
  ["10,000", "이", "10,000이"],
  ["30일(인증 유효기간)", "이", "30일(인증 유효기간)이"],
  ["15초(QR코드 유효시간)", "이", "15초(QR코드 유효시간)가"],
  ["2(필요한 역학조사관 수)", "과", "2(필요한 역학조사관 수)와"],
  ["‘심각’", "이", "‘심각’이"],
  ["‘예’", "이", "‘예’가"],
  ["QR", "을", "QR을"],
  ["SMS", "을", "SMS를"],
];

describe("particles", () => {
  it.each(cases)("%s with %s", (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});
