/**
 * All mutants: `node test/mutants/whole.ts` judges those of models, generator and generated code in about a quarter of an hour;
 * `--services` goes on with Stryker through the services, for hours, and a name as in `--services impl/venue` through one folder.
 * It prints the table and every survivor, writes `.entrylog/ci/mutants.json`, and ends with 1 when too few were killed.
 */
import { countsOf, leastPercent, outlivedReasons, wronglyExcused, type Judged } from "./judged.ts";
import { codeEquivalents } from "./codeequivalents.ts";
import { equivalents } from "./equivalents.ts";
import { generatorEquivalents } from "./generatorequivalents.ts";
import { judges, whole } from "./judging.ts";
import { survivorsOf, tableOf, writeReport, type ClassReport } from "./report.ts";
import { judgedServices, outlivedServiceReasons, serviceFolders } from "./services.ts";

const said = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const reasons = { ...equivalents, ...codeEquivalents, ...generatorEquivalents };

const place = process.argv.indexOf("--services");
const named = place === -1 ? [] : process.argv.slice(place + 1);
const folders = place === -1 ? [] : named.length > 0 ? named : serviceFolders;

const reports: ClassReport[] = [];

/** Tells of a class, or of one part more of it, as soon as it is judged, so that whoever is interrupted later keeps it. */
const done = (part: ClassReport): void => {
  const before = reports.findIndex((report) => report.class === part.class);
  const { all = 0, judged = [] } = reports[before] ?? {};
  const sofar: ClassReport = { ...part, all: all + part.all, judged: [...judged, ...part.judged] };
  reports.splice(before === -1 ? reports.length : before, 1, sofar);
  writeReport(reports, undefined);
  survivorsOf([part]).forEach((line) => {
    said(`survived  ${line}`);
  });
  tableOf([sofar]).forEach(said);
};

const judge = judges(whole, (name, count, of) => {
  said(`${name}: ${String(count)} of ${String(of)}`);
});
if (named.length === 0)
  for (const judgeClass of Object.values(judge)) {
    done(await judgeClass());
  }
const ofLaw = [...reports];
const services: Judged[] = [];
for (const folder of folders) {
  const ofFolder = await judgedServices(folder);
  services.push(...ofFolder);
  done({ class: "services", all: ofFolder.length, judged: ofFolder });
}

const judged = reports.flatMap((report) => report.judged);
const wrong = wronglyExcused(judged);
const outlived = [
  ...(ofLaw.length === 0 ? [] : outlivedReasons(reasons, judged)),
  ...outlivedServiceReasons(folders, services),
];
const tooFew = reports.filter((report) => countsOf(report.judged).percent < leastPercent);

wrong.forEach((line) => {
  said(`is no such law in other words: ${line}`);
});
outlived.forEach((id) => {
  said(`a reason stands for a mutant that there is not: ${id}`);
});
tableOf(reports).forEach(said);
process.exitCode = wrong.length + outlived.length + tooFew.length === 0 ? 0 : 1;
