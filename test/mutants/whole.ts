/**
 * All mutants: `node test/mutants/whole.ts` judges those of models, generator and generated code in about a quarter of an hour;
 * `--services` goes on with Stryker through the services, for hours, and a name as in `--services impl/venue` through one folder.
 * It prints the table and every survivor, writes `.entrylog/ci/mutants.json`, and ends with 1 when too few were killed.
 */
import { countsOf, leastPercent, outlivedReasons, wronglyExcused } from "./judged.ts";
import { codeEquivalents } from "./codeequivalents.ts";
import { equivalents } from "./equivalents.ts";
import { generatorEquivalents } from "./generatorequivalents.ts";
import { judges, whole } from "./judging.ts";
import { survivorsOf, tableOf, writeReport, type ClassReport } from "./report.ts";
import { judgedServices, serviceFolders } from "./services.ts";

const said = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const reasons = { ...equivalents, ...codeEquivalents, ...generatorEquivalents };

const place = process.argv.indexOf("--services");
const named = place === -1 ? [] : process.argv.slice(place + 1);
const folders = place === -1 ? [] : named.length > 0 ? named : serviceFolders;

const reports: ClassReport[] = [];

/** Tells of a class as soon as it is judged, so that whoever is interrupted later keeps it. */
const done = (report: ClassReport): void => {
  reports.push(report);
  writeReport(reports, undefined);
  survivorsOf([report]).forEach((line) => {
    said(`survived  ${line}`);
  });
  tableOf([report]).forEach(said);
};

const judge = judges(whole, (name, count, of) => {
  said(`${name}: ${String(count)} of ${String(of)}`);
});
if (named.length === 0)
  for (const judgeClass of Object.values(judge)) {
    done(await judgeClass());
  }
const ofLaw = [...reports];
const services = [];
for (const folder of folders) services.push(...(await judgedServices(folder)));
if (folders.length > 0) done({ class: "services", all: services.length, judged: services });

const judged = reports.flatMap((report) => report.judged);
const wrong = wronglyExcused(judged);
const outlived = ofLaw.length === 0 ? [] : outlivedReasons(reasons, judged);
const tooFew = ofLaw.filter((report) => countsOf(report.judged).percent < leastPercent);

wrong.forEach((line) => {
  said(`is no such law in other words: ${line}`);
});
outlived.forEach((id) => {
  said(`a reason stands for a mutant that there is not: ${id}`);
});
tableOf(reports).forEach(said);
process.exitCode = wrong.length + outlived.length + tooFew.length === 0 ? 0 : 1;
