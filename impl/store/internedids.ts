// Small numbers for the ids (officers and the like) that rows in memory refer to; 0 is "none".
// Each book has one, so that the core compares integers while SQL keeps the text.
// The numbers mean nothing outside the book and are forgotten with its cache.

export interface InternedIds {
  readonly idOf: (text: string) => number;
  readonly textOf: (id: number) => string | undefined;
  readonly count: () => number;
  readonly forget: () => void;
}

export const makeInternedIds = (): InternedIds => {
  const texts: Array<string> = [];
  const numbers = new Map<string, number>();
  return {
    idOf: (text) => {
      const found = numbers.get(text);
      if (found !== undefined) return found;
      texts.push(text);
      numbers.set(text, texts.length);
      return texts.length;
    },
    textOf: (id) => texts[id - 1],
    count: () => texts.length,
    forget: () => {
      texts.length = 0;
      numbers.clear();
    },
  };
};
