/** What arrived is not what was promised: a transfer cut short, a page in its place, another edition's file. */
export class Damaged extends Error {}
