import { Composer } from 'grammy';

import { fold } from '../../text/script.ts';
import { isCommand, isPress, type BotContext } from '../context.ts';
import { deliver, replaceKeyboard } from '../deliver.ts';
import { isGroup } from '../place.ts';
import { scriptView } from '../views/pages.ts';
import type { ScriptChoice } from '../voice.ts';

/** What people write after /script, folded. */
const NAMES: readonly (readonly [name: RegExp, choice: ScriptChoice])[] = [
  [/^(?:繁|正体|正体字|traditional|hant|zh-?hant)/, 'traditional'],
  [/^(?:简|simplified|hans|zh-?hans)/, 'simplified'],
  [/^(?:原|按原文|as[ -]?published|original)/, 'as-published'],
  [/^(?:自动|自動|auto)/, 'automatic'],
];

/** /script: the script of quotations, and with it of what the bot says itself. */
export function scriptFeature(): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('script'), async (ctx) => {
    const named = NAMES.find(([name]) => name.test(fold(ctx.heard.argument)))?.[1];
    ctx.outcome = 'script';
    if (named !== undefined) await ctx.chooseScript(named);
    const choice = ctx.t(`script-${ctx.scriptChoice}`);
    const text = ctx.t(named === undefined ? 'script-choose' : 'script-set', { choice });
    await deliver(ctx, scriptView(text, ctx.scriptChoice, ctx.voice));
  });

  // Everybody who taps chooses for themselves. The tick stands for the only reader there is, so not in a group.
  feature.filter(isPress('script'), async (ctx) => {
    await ctx.chooseScript(ctx.press.choice);
    ctx.outcome = 'script';
    const choice = ctx.t(`script-${ctx.scriptChoice}`);
    ctx.tapAnswer = { text: ctx.t('script-set', { choice }), isAlert: false };
    if (isGroup(ctx)) return;
    await replaceKeyboard(ctx, scriptView('', ctx.scriptChoice, ctx.voice).keyboard ?? []);
  });

  return feature;
}
