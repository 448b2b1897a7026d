// "Was I ever disclosed?": the cases under which the issuer named this person, when, and how many records.
// It is asked anew each time this part of the page is opened.
import { Fragment, h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask, type Answer } from "../../page/client/ask.ts";
import { sayNumber } from "../../page/client/say.ts";
import { Table } from "../../page/client/statusboard/table.ts";
import { Disclosures } from "../../protocol/http/accountview.ts";
import { sayWritten } from "./holdings.ts";
import type { StepProps } from "./numberstep.ts";
import { Refusal } from "./refusal.ts";
import { personWords } from "./words/words.ts";

export const Disclosed = ({ reader, person }: StepProps): ComponentChild => {
  const { mine, ways } = personWords(reader);
  const [answer, setAnswer] = useState<Answer<typeof Disclosures.Type>>();
  const token = person.session?.token;
  const look = async () => {
    setAnswer(await ask(Disclosures, { path: "/v1/account/disclosures", token }));
  };
  useEffect(() => void look(), [token]);
  if (answer === undefined) return h("p", { class: "quietly" }, ways.asking);
  if (!answer.ok)
    return h(Fragment, {}, [
      h(Refusal, { met: answer.met, reader }),
      h("button", { type: "button", class: "quiet", onClick: () => void look() }, ways.again),
    ]);
  const { disclosures, words } = answer.value;
  return h(Fragment, {}, [
    h("p", {}, words[reader.language]),
    disclosures.length === 0
      ? null
      : h(Table, {
          caption: mine.cases,
          columns: [mine.caseId, mine.answeredAt, mine.records, mine.keptUntil],
          rows: disclosures.map(({ caseId, answeredAt, records, keptUntil }) => [
            caseId,
            sayWritten(answeredAt, reader),
            sayNumber(records, reader),
            sayWritten(keptUntil, reader),
          ]),
        }),
  ]);
};
