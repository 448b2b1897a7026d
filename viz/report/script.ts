// The few lines of script in the report: the language of the page follows the switch, and a chart is saved as it is seen.
// The report is read without them; without them only the button that saves is not there.
// The page names their hash, so that no other script can run in it.
export const script = `
const root = document.documentElement;
const choices = [...document.querySelectorAll("input[name=language]")];
const follow = ({ value, dataset }) => {
  root.lang = value;
  document.title = dataset.title;
};
for (const choice of choices) choice.addEventListener("change", () => follow(choice));
const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
const wanted = choices.find(({ value }) => value === asked);
if (wanted !== undefined) {
  wanted.checked = true;
  follow(wanted);
}
for (const button of document.querySelectorAll(".save")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const svg = button.closest("figure").querySelector("svg");
    const text = new XMLSerializer().serializeToString(svg);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    link.download = button.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
`;
