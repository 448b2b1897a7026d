// How regions are called on the board, in both languages, by what sources call them.
// Korea and its parts stand here; an administrator adds others under `settings.feed.names`.
// A region that nobody has named is shown as its source writes it.
export interface Names {
  readonly en: string;
  readonly ko: string;
}

export const nationNames: Names = { en: "South Korea", ko: "대한민국" };

const known: Readonly<Record<string, Names>> = {
  "Korea, South": nationNames,
  "South Korea": nationNames,
  Seoul: { en: "Seoul", ko: "서울" },
  Busan: { en: "Busan", ko: "부산" },
  Daegu: { en: "Daegu", ko: "대구" },
  Incheon: { en: "Incheon", ko: "인천" },
  Gwangju: { en: "Gwangju", ko: "광주" },
  Daejeon: { en: "Daejeon", ko: "대전" },
  Ulsan: { en: "Ulsan", ko: "울산" },
  Sejong: { en: "Sejong", ko: "세종" },
  Gyeonggi: { en: "Gyeonggi", ko: "경기" },
  Gangwon: { en: "Gangwon", ko: "강원" },
  Chungbuk: { en: "North Chungcheong", ko: "충북" },
  Chungnam: { en: "South Chungcheong", ko: "충남" },
  Jeonbuk: { en: "North Jeolla", ko: "전북" },
  Jeonnam: { en: "South Jeolla", ko: "전남" },
  Gyeongbuk: { en: "North Gyeongsang", ko: "경북" },
  Gyeongnam: { en: "South Gyeongsang", ko: "경남" },
  Jeju: { en: "Jeju", ko: "제주" },
};

export const namesOf = (region: string, own: Readonly<Record<string, Names>>): Names =>
  (Object.hasOwn(own, region) ? own[region] : undefined) ??
  (Object.hasOwn(known, region) ? known[region] : undefined) ?? { en: region, ko: region };
