/** What the bot's load is compared with: the least that a bot can do, as grammY's own introduction shows it. */
import { Bot } from 'grammy';

const bot = new Bot(process.env['BOT_TOKEN'] ?? '', {
  client: { apiRoot: process.env['TELEGRAM_API_ROOT'] ?? '' },
});
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
process.once('SIGTERM', () => void bot.stop());
await bot.start({
  onStart: () => {
    console.log('running');
  },
});
