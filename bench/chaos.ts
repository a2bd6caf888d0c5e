import { runChaos } from '../tests/support/server/chaos.ts';
import { progress, report } from './report.ts';

/** What the goals are stated for. */
const SIZE = { questions: 2000, chats: 200, faults: 0.05, kills: 3, perSecond: 25 };

/**
 * Asks the bot 2,000 questions in 200 chats while calls fail, updates come twice and the process is killed.
 *
 * @returns whether all were answered, and twice only those whose response was lost or whose process was killed
 */
export async function measureChaos(seed: number): Promise<boolean> {
  const result = await runChaos({ ...SIZE, seed, onProgress: progress });
  const { lost, killed, unexplained } = result.duplicates;
  report('questions, over chats', `${SIZE.questions}, over ${SIZE.chats}  (seed ${seed})`);
  const faults = [...result.faults].map(([kind, count]) => `${kind} ${count}`);
  report('faults', faults.sort().join(', '));
  report('kills', `${SIZE.kills}`);
  report('unanswered', `${result.unanswered}  (goal 0)`);
  report('answered twice, the response was lost', `${lost}`);
  report('answered twice, the process was killed', `${killed}`);
  report('answered twice for no such reason', `${unexplained}  (goal 0)`);
  report('the most answers to one question', `${result.most}`);
  report('time', `${result.seconds.toFixed(0)} s`);
  report('exit code after SIGTERM', `${result.exitCode}`);
  return result.unanswered === 0 && unexplained === 0 && result.exitCode === 0;
}
