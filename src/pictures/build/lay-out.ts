import type { Card } from "../cards.ts";
import { HEIGHT, WIDTH } from "../choose.ts";
import { INK, LINE, MUTED, PAPER, stripe, wordsIn } from "./colours.ts";

/** A box as satori takes it: React's elements without React. */
export interface Box {
  type: string;
  key: null;
  props: { style?: Record<string, string | number>; children?: (Box | string)[] } & Record<
    string,
    unknown
  >;
}

/** In pixels: the stripe, and the room that is left free around the words. */
const STRIPE = 24;
const LEFT = 64;
const RIGHT = 72;
const TOP = 60;
const BOTTOM = 44;

const box = (style: Record<string, string | number>, ...children: (Box | string)[]): Box => ({
  type: "div",
  key: null,
  props: { style: { display: "flex", ...style }, children },
});

/** Text in as many lines as fit, the last one ended by an ellipsis. */
const words = (text: string, lines: number, style: Record<string, string | number>) =>
  box({ display: "block", lineClamp: lines, ...style }, text);

/** Pixels and lines of a title: short ones large, long ones whole. */
function measureTitle({ length }: string): { fontSize: number; lines: number } {
  if (length <= 40) return { fontSize: 78, lines: 3 };
  if (length <= 75) return { fontSize: 66, lines: 4 };
  if (length <= 120) return { fontSize: 56, lines: 4 };
  if (length <= 170) return { fontSize: 48, lines: 5 };
  return { fontSize: 42, lines: 6 };
}

/** The site's mark, as in its favicon. */
const mark: Box = {
  type: "img",
  key: null,
  props: {
    width: 44,
    height: 44,
    src: `data:image/svg+xml,${encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d5e41"/><path d="M7 25V8h18v17M7 19.5h18" fill="none" stroke="#fbf9f6" stroke-width="2.25" stroke-linecap="round" stroke-linejoin="round"/><path d="M10.5 19.5v-6.5l5.5 2 5.5-2v6.5M16 15v4.5" fill="none" stroke="#fbf9f6" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
    )}`,
  },
};

/** The picture of a card: a stripe in its hue, what it says, a foot with the site's mark. */
export function layOut(card: Card, fontFamily: string): Box {
  const { fontSize, lines } = measureTitle(card.title);
  const head = [
    ...(card.kicker === undefined
      ? []
      : [
          words(card.kicker, 1, {
            fontSize: 30,
            fontWeight: 600,
            color: wordsIn(card.hue),
            marginBottom: 20,
          }),
        ]),
    words(card.title, lines, { fontSize, fontWeight: 600, lineHeight: 1.14, color: INK }),
    ...(card.below === undefined
      ? []
      : [words(card.below, 2, { fontSize: 32, lineHeight: 1.35, color: MUTED, marginTop: 26 })]),
  ];
  const foot = box(
    {
      alignItems: "center",
      justifyContent: "space-between",
      borderTop: `2px solid ${LINE}`,
      paddingTop: 26,
      fontSize: 30,
      color: MUTED,
    },
    box(
      { alignItems: "center" },
      mark,
      words(card.site, 1, { marginLeft: 16, color: INK, fontWeight: 600 }),
    ),
    ...(card.aside === undefined
      ? []
      : [words(card.aside, 1, { maxWidth: 560, textAlign: "right" })]),
  );
  return box(
    { width: WIDTH, height: HEIGHT, backgroundColor: PAPER, fontFamily, fontWeight: 400 },
    box({ width: STRIPE, height: HEIGHT, backgroundColor: stripe(card.hue) }),
    box(
      {
        flexDirection: "column",
        justifyContent: "space-between",
        // Of the content: padding comes on top.
        width: WIDTH - STRIPE - LEFT - RIGHT,
        height: HEIGHT - TOP - BOTTOM,
        padding: `${String(TOP)}px ${String(RIGHT)}px ${String(BOTTOM)}px ${String(LEFT)}px`,
      },
      box({ flexDirection: "column" }, ...head),
      foot,
    ),
  );
}
