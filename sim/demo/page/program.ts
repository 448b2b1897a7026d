// The program of the demonstration's page: everybody's pages, the clock, a phone, the stores side by side, and the search through them.
// It asks the demonstration's own server every second while somebody looks, and nobody else.
import { h, type ComponentChild } from "preact";
import { ask } from "../../../impl/page/client/ask.ts";
import { usePolled } from "../../../impl/page/client/polled.ts";
import { startPage } from "../../../impl/page/client/start.ts";
import type { Reader } from "../../../impl/page/language.ts";
import { City } from "./city.ts";
import { Clock } from "./clock.ts";
import { CountrySeen, StoresSeen } from "./forms.ts";
import { Pages } from "./pages.ts";
import { askedEveryMs, Phone } from "./phone.ts";
import { Search } from "./search.ts";
import { Stores } from "./stores.ts";
import { words } from "./words/words.ts";

const Whole = ({ reader }: { readonly reader: Reader }): ComponentChild => {
  const spoken = words[reader.language];
  const country = usePolled(askedEveryMs, () => ask(CountrySeen, { path: "/v1/country" }));
  const stores = usePolled(askedEveryMs, () => ask(StoresSeen, { path: "/v1/stores" }));
  return h("div", { class: "demonstration" }, [
    h("h1", {}, spoken.title),
    h("p", {}, spoken.intro),
    country.met?.code === "unreachable" ? h("p", { class: "note warning" }, spoken.lostServer) : null,
    country.value === undefined
      ? null
      : [
          h(Pages, { members: country.value.members, spoken }),
          h(Clock, { country: country.value, reader, spoken }),
          country.value.doings === undefined
            ? null
            : h(City, { doings: country.value.doings, reader, spoken }),
        ],
    h(Phone, { reader, spoken }),
    h(Stores, { seen: stores.value ?? [], reader, spoken }),
    h(Search, { reader, spoken }),
  ]);
};

startPage({ words, view: Whole });
