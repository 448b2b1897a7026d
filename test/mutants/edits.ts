/**
 * The mistakes that can be made at one place of code, as edits of its text.
 * Types are left alone, and so are the defaults of `??`, which stand there for the compiler and are never reached.
 * code.ts walks a whole file with it.
 */
import ts from "typescript";
import { mistakenFor } from "./terms.ts";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
  readonly what: string;
  readonly says: string;
}

export const edit = (node: ts.Node, to: string, what: string, says: string): Edit => ({
  start: node.getStart(),
  end: node.getEnd(),
  to,
  what,
  says,
});

const operators: Readonly<Record<string, readonly string[]>> = {
  ">=": [">", "<"],
  "<": ["<=", ">="],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["+"],
  ">>": ["<<"],
};

/** `a >= b ? a : b` is the later of two, and so is `a > b ? a : b`. */
const isLaterOfTwo = (node: ts.BinaryExpression): boolean => {
  const { parent } = node;
  if (!ts.isConditionalExpression(parent) || parent.condition !== node) return false;
  return (
    parent.whenTrue.getText() === node.left.getText() && parent.whenFalse.getText() === node.right.getText()
  );
};

const ofOperator = (node: ts.BinaryExpression): readonly Edit[] => {
  const sign = node.operatorToken.getText();
  const others = (operators[sign] ?? []).filter((other) => other !== ">" || !isLaterOfTwo(node));
  return others.map((other) =>
    edit(node.operatorToken, other, `${sign} becomes ${other}`, `${sign} becomes ${other}`),
  );
};

const ofCondition = (node: ts.Expression): readonly Edit[] => [
  edit(node, `!(${node.getText()})`, "if turned over", `the condition ${node.getText()} is turned over`),
];

const isDefault = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
  node.parent.right === node;

/** What is always written before it is read. */
const isOverwritten = ({ parent }: ts.Node): boolean =>
  ts.isVariableDeclaration(parent) && ["taken", "fired"].includes(parent.name.getText());

/** Settling from the beginning of time, which is not one millisecond later but now. */
const isSettling = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && parent.expression.getText().startsWith("settle");

const ofNumber = (node: ts.NumericLiteral): readonly Edit[] => {
  if (isDefault(node) || isOverwritten(node)) return [];
  if (isSettling(node))
    return [edit(node, "now", "settled from now", "what was due before is settled as of now")];
  const next = String(Number(node.text) + 1);
  return [edit(node, next, `${node.text} becomes ${next}`, `${node.text} becomes ${next}`)];
};

const ofProperty = (node: ts.PropertyAccessExpression): readonly Edit[] =>
  node.expression.getText() !== "policy"
    ? []
    : mistakenFor(node.name.text).map((other) =>
        edit(
          node.name,
          other,
          `${node.name.text} becomes ${other}`,
          `policy.${node.name.text} becomes policy.${other}`,
        ),
      );

const ofCall = (node: ts.CallExpression): readonly Edit[] => {
  const name = node.expression.getText();
  const kept = name === "Math.min" ? node.arguments : node.arguments.slice(0, 1);
  if (!["later", "startOfDay", "startOfDayIfAny", "Math.min"].includes(name)) return [];
  return kept.map((argument) =>
    edit(
      node,
      `(${argument.getText()})`,
      `${name} forgotten`,
      `${name} is forgotten, ${argument.getText()} is left`,
    ),
  );
};

const ofStatement = (node: ts.Statement): readonly Edit[] => {
  const text = node.getText();
  const shown = text.length > 60 ? `${text.slice(0, 60)}...` : text;
  return [edit(node, ";", `left out ${shown.replaceAll(/\s+/g, " ")}`, `"${shown}" is left out`)];
};

/** A table of zeros and ones in one string: each one becomes a zero. */
const ofDigits = (node: ts.StringLiteral): readonly Edit[] =>
  /^[01]{2,}$/.test(node.text)
    ? Array.from(node.text).flatMap((digit, place) =>
        digit === "1"
          ? [
              edit(
                node,
                JSON.stringify(`${node.text.slice(0, place)}0${node.text.slice(place + 1)}`),
                `digit ${String(place)} cleared`,
                `digit ${String(place)} of the table is 0`,
              ),
            ]
          : [],
      )
    : [];

const inFunction = (node: ts.Node): boolean =>
  ts.isBlock(node.parent) || ts.isCaseOrDefaultClause(node.parent);

export function changesOfNode(node: ts.Node): readonly Edit[] {
  if (ts.isBinaryExpression(node)) return ofOperator(node);
  if (ts.isPrefixUnaryExpression(node))
    return [
      edit(
        node,
        node.operand.getText(),
        "sign forgotten",
        `the sign before ${node.operand.getText()} is forgotten`,
      ),
    ];
  if (ts.isIfStatement(node)) return ofCondition(node.expression);
  if (ts.isConditionalExpression(node))
    return [
      edit(
        node,
        node.whenTrue.getText(),
        "always the first",
        `of two it is always ${node.whenTrue.getText()}`,
      ),
      edit(
        node,
        node.whenFalse.getText(),
        "always the second",
        `of two it is always ${node.whenFalse.getText()}`,
      ),
    ];
  if (ts.isNumericLiteral(node)) return ofNumber(node);
  if (ts.isStringLiteral(node)) return ofDigits(node);
  if (ts.isPropertyAccessExpression(node)) return ofProperty(node);
  if (ts.isCallExpression(node)) return ofCall(node);
  if ((ts.isExpressionStatement(node) || ts.isBreakStatement(node)) && inFunction(node))
    return ofStatement(node);
  return [];
}
