/**
 * Mutants of TypeScript text, made by walking its syntax tree: comparisons, conditions, statements, numbers, constants and calls.
 * The generated code and the generator are changed through it; whoever asks compiles nothing here, and judges by running.
 * An id is the function, what was done, and its count in that function, so that it stays when other functions change.
 */
import ts from "typescript";
import { changesOfNode, type Edit } from "./edits.ts";

export interface CodeMutant {
  readonly id: string;
  readonly sentence: string;
  readonly file: string;
  /** The function or constant, of those at the top of the file, in which the mistake is. */
  readonly within: string;
  readonly text: string;
  readonly edit: Edit;
}

const nameOf = (statement: ts.Statement): string => {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? "";
  if (ts.isVariableStatement(statement)) {
    const [declared] = statement.declarationList.declarations;
    return declared !== undefined && ts.isIdentifier(declared.name) ? declared.name.text : "";
  }
  return "";
};

const applied = (text: string, { start, end, to }: Edit): string =>
  text.slice(0, start) + to + text.slice(end);

/** All mutants of a file, without those that leave the same text as another. */
export function mutantsOfCode(
  file: string,
  text: string,
  changes: (node: ts.Node) => readonly Edit[] = changesOfNode,
): readonly CodeMutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const seen = new Set([text]);
  const counts = new Map<string, number>();
  return source.statements.flatMap((statement) => {
    const within = nameOf(statement);
    if (within === "") return [];
    const found: CodeMutant[] = [];
    const visit = (node: ts.Node): void => {
      for (const edit of changes(node)) {
        const changed = applied(text, edit);
        if (seen.has(changed)) continue;
        seen.add(changed);
        const what = `${file} ${within} ${edit.what}`;
        const count = (counts.get(what) ?? 0) + 1;
        counts.set(what, count);
        const line = source.getLineAndCharacterOfPosition(edit.start).line + 1;
        found.push({
          id: `${what} #${String(count)}`,
          sentence: `In ${within} of ${file}, line ${String(line)}, ${edit.says}.`,
          file,
          within,
          text: changed,
          edit,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
    return found;
  });
}
