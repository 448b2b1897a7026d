/**
 * Who published a clause, in Korean: the English source of models/clauses.ts, and what Korean readers call it.
 * Article numbers and dates stay as they are, so that the source can be looked up.
 */
export const sources: Readonly<Record<string, string>> = {
  "Asia Economy, 2020-07-01": "아시아경제, 2020-07-01",
  "our choice; nothing was published": "공개된 내용이 없어 이 제품이 정함",
  "privacy commission and ministry, 2020-09-28": "개인정보보호위원회와 보건복지부, 2020-09-28",
  "etnews 20200623000295": "전자신문 20200623000295",
  "medicalworldnews 1510938544": "메디컬월드뉴스 1510938544",
  "medicalworldnews 1510936681": "메디컬월드뉴스 1510936681",
  "joongang.co.kr 23882012": "중앙일보 23882012",
  "asiae.co.kr 2020-06-10": "아시아경제 2020-06-10",
  "ajunews 20220406162635276": "아주경제 20220406162635276",
  "ddaily 2022040615160540846": "디지털데일리 2022040615160540846",
  "Infectious Disease Control and Prevention Act arts. 49(1), 76-2; Personal Information Protection Act arts. 15, 17":
    "감염병의 예방 및 관리에 관한 법률 제49조 제1항, 제76조의2; 개인정보 보호법 제15조, 제17조",
};
