export const hardSet = async (_out: string) => {};
