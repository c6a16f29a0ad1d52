import { workerData } from 'node:worker_threads';
import type { NamedFile } from '../../dossier/read-file.js';
import { makeFileJudge } from './judge-file.js';
import type { Judged, JudgeOptions } from './judged.js';

/** What a thread answers. What it throws would come as an error like that of its death. */
export type Answer = { readonly judged: Judged } | { readonly failure: string };

const making = makeFileJudge(workerData as JudgeOptions);

/** Judges one file in a thread. */
export default async function judgeInThread(file: NamedFile): Promise<Answer> {
  try {
    const judge = await making;
    return { judged: await judge(file) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
