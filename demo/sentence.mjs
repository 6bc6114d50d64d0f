/** What went wrong and what to do about it, in one sentence for a person; shown without a stack. */
export class Sentence extends Error {}
