/**
 * The mistakes that can be made in a printer of code: all those of code, and in the text that it prints a sign, a name or a line.
 * Texts of errors and of imports are left alone, for nothing that is generated comes of them.
 * generator.ts walks the printers of the core and of the rules with it.
 */
import ts from "typescript";
import { changesOfNode, edit, type Edit } from "./edits.ts";

/** What is printed, and what it is mistaken for. */
const mistaken: readonly (readonly [printed: string, instead: string])[] = [
  [">=", ">"],
  [" < ", " <= "],
  ["!==", "==="],
  ["===", "!=="],
  [" && ", " || "],
  [" || ", " && "],
  ["!(", "("],
  [" + ", " - "],
  [" >> ", " << "],
  ["& 1", "& 2"],
  ["never", "0"],
  ["later(", "("],
  ["startOfDayIfAny(", "("],
  ["startOfDay(", "("],
  ["Math.min(", "Math.max("],
  ["return 0", "return 1"],
  ["return;", "break;"],
  ["break;", ";"],
  ["[slot]", "[0]"],
  ["-toldOf", "toldOf"],
  ["let which = 0", "let which = 1"],
  ["=== 1", "=== 0"],
  ["from = instant", "from = now"],
  ["rows.state[slot] = ", "rows.state[slot] = 1 + "],
  ["now, now, policy", "0, now, policy"],
];

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node);

const isInError = (node: ts.Node): boolean =>
  ts.findAncestor(
    node,
    (around) =>
      ts.isThrowStatement(around) || (ts.isNewExpression(around) && around.expression.getText() === "Error"),
  ) !== undefined;

const ofText = (node: ts.Node): readonly Edit[] => {
  if (isInError(node)) return [];
  const text = node.getText();
  return mistaken.flatMap(([printed, instead]) =>
    [...text.matchAll(new RegExp(printed.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "g"))].map(
      (match): Edit => {
        const start = node.getStart() + match.index;
        return {
          start,
          end: start + printed.length,
          to: instead,
          what: `prints ${instead.trim() || "nothing"} for ${printed.trim()}`,
          says: `it prints "${instead}" for "${printed}"`,
        };
      },
    ),
  );
};

/** One member of a list that is printed is forgotten. */
const ofList = (node: ts.ArrayLiteralExpression): readonly Edit[] =>
  node.elements.map((element, place) =>
    edit(
      element,
      "...[]",
      `member ${String(place + 1)} forgotten`,
      `"${element.getText().slice(0, 50)}" is left out of a list`,
    ),
  );

/** A list that is sifted or sorted is taken as it is. */
const ofSifting = (node: ts.CallExpression): readonly Edit[] => {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || !["filter", "sort"].includes(expression.name.text))
    return [];
  return [
    edit(
      node,
      expression.expression.getText(),
      `no ${expression.name.text}`,
      `a list is not ${expression.name.text}ed`,
    ),
  ];
};

export function changesOfPrinter(node: ts.Node): readonly Edit[] {
  if (isText(node)) return ofText(node);
  if (ts.isArrayLiteralExpression(node)) return ofList(node);
  const own = isInError(node) ? [] : changesOfNode(node);
  return ts.isCallExpression(node) ? [...own, ...ofSifting(node)] : own;
}
