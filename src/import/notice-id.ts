import { basename, extname } from 'node:path';

/** Names that browsers and programs give, and that say nothing. */
const NAMELESS =
  /^(?:index|default|content|page|download|document|untitled|新建.*|無標題.*|无标题.*|未命名.*)$/iu;

/** File names may have 255 bytes, and a Han character takes three. */
const LONGEST = 60;

/**
 * The id of a notice, from the name of its file, or its title where the name says nothing. It is a file name in any
 * file system, and the same for the same file every time.
 */
export function noticeId(file: string, title: string | undefined): string {
  const name = asFileName(basename(file, extname(file)));
  return name === '' || NAMELESS.test(name) ? asFileName(title ?? '') || 'notice' : name;
}

/** `text` without what a file name may not hold, such as the way to another folder. */
function asFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}()（）〔〕《》“”「」、，：·._-]+/gu, '-')
    .replace(/^[-.]+/u, '');
  return Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replace(/[-.]+$/u, '');
}
