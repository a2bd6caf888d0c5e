import { Composer } from 'grammy';

import { isCommand, type BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { echo } from '../hygiene.ts';
import { askerOf, isGroup } from '../place.ts';
import { pageView } from '../views/pages.ts';

/** Reads the notices again. What it comes to is for the operator's eyes only: it names files. */
export type Reload = () => Promise<{
  readonly notices: number;
  readonly changed: number;
  readonly gone: number;
  readonly problems: readonly string[];
}>;

/** So many problems are told; the log has them all. */
const MOST_PROBLEMS = 5;
const LONGEST_PROBLEM = 300;

/** /reload, for the operator. For everybody else there is no such command. */
export function reloadFeature(reload: Reload | undefined, adminIds: readonly number[]): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('reload'), async (ctx, next) => {
    if (reload === undefined || !adminIds.includes(askerOf(ctx) ?? 0)) {
      // In a group it is most likely meant for another bot.
      if (!isGroup(ctx)) await next();
      return;
    }
    ctx.outcome = 'reload';
    await deliver(ctx, pageView(await tell(ctx, reload), [], ctx.voice));
  });

  return feature;
}

async function tell(ctx: BotContext, reload: Reload): Promise<string> {
  try {
    const { problems, ...counts } = await reload();
    const told = problems.slice(0, MOST_PROBLEMS).map((problem) => echo(problem, LONGEST_PROBLEM));
    return [ctx.t('reloaded', counts), ...told].join('\n');
  } catch (error) {
    ctx.outcome = 'reload: failed';
    const reason = error instanceof Error ? error.message : String(error);
    return ctx.t('reload-failed', { reason: echo(reason, LONGEST_PROBLEM) });
  }
}
