// The words that do not fit their buttons in a picture, measured in the browser with its own fonts.
// The tests of every view with a picture ask for them and expect none; a button without a plate counts as cut.
import type { Locator } from "playwright-core";

/** Every line of words that begins or ends beyond the plate of its button. */
export const wordsCutOff = (buttons: Locator): Promise<readonly (string | null)[]> =>
  buttons.evaluateAll((all) =>
    all.flatMap((button) => {
      const plate = button.querySelector("rect")?.getBoundingClientRect();
      return [...button.querySelectorAll("text")]
        .filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return plate === undefined || left <= plate.left || right >= plate.right;
        })
        .map((text) => text.textContent);
    }),
  );
