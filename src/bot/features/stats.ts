import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import { isCommand, type BotContext } from '../context.ts';
import type { Counters } from '../counters.ts';
import { deliver } from '../deliver.ts';
import { askerOf, isGroup } from '../place.ts';
import { pageView } from '../views/pages.ts';

/** /stats, for the operator. For everybody else there is no such command. */
export function statsFeature(
  answerer: Answerer,
  counters: Counters,
  adminIds: readonly number[],
): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('stats'), async (ctx, next) => {
    if (!adminIds.includes(askerOf(ctx) ?? 0)) {
      // In a group it is most likely meant for another bot.
      if (!isGroup(ctx)) await next();
      return;
    }
    ctx.outcome = 'stats';
    const { medianMs, p99Ms, uptimeSeconds, ...counts } = counters.tally();
    const text = ctx.t('stats', {
      ...counts,
      ...sizeOf(answerer),
      median: medianMs ?? '–',
      p99: p99Ms ?? '–',
      uptime: durationOf(uptimeSeconds),
    });
    await deliver(ctx, pageView(text, [], ctx.voice));
  });

  return feature;
}

function sizeOf({ notices, counties, initiatives }: Answerer) {
  const passages = notices.flatMap((notice) => notice.passages);
  return {
    notices: notices.length,
    sentences: passages.reduce((sum, { sentences }) => sum + sentences.length, 0),
    counties: counties.length,
    initiatives: initiatives.length,
  };
}

/** Days, hours and minutes, or seconds in the first minute: `3d 4h 12m`. */
function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds}s`;
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join(' ');
}
