// The passes that were admitted at this door a moment ago, so that the page alone does not admit one of them again.
// In memory only, and only the latest: a pass is of no use a minute after it was issued (clause C11).
export interface Recent {
  readonly has: (text: string) => boolean;
  readonly add: (text: string) => void;
}

const keptMost = 50;

export const makeRecent = (): Recent => {
  const texts: string[] = [];
  return {
    has: (text) => texts.includes(text),
    add: (text) => {
      texts.push(text);
      if (texts.length > keptMost) texts.shift();
    },
  };
};
