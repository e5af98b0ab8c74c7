import { watchCopying } from "./copy.ts";
import { watchKept } from "./keep.ts";
import { watchKeys } from "./keys.ts";
import { watchSentences } from "./sentences.ts";
import { watchTheme } from "./theme.ts";

/** What every page can do once it is drawn. Nothing here is needed to read, browse, cite or download. */
watchTheme();
watchCopying();
watchKeys();
watchKept();
watchSentences();
