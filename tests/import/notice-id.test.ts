import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { noticeId } from '../../src/import/notice-id.ts';

describe('noticeId', () => {
  it.each([
    ['t20220509_4912345.html', '停水通知', 't20220509_4912345'],
    ['关于停水的通知.docx', undefined, '关于停水的通知'],
    ['a b\u3000c?.pdf', undefined, 'a-b-c'],
    ['index.html', '关于停水的通知', '关于停水的通知'],
    ['新建 文本文档.txt', '停水（第二批）', '停水（第二批）'],
    ['index.html', undefined, 'notice'],
    ['..txt', '../../etc/passwd', 'etc-passwd'],
    ['通知..txt', undefined, '通知'],
  ])('of %s with the title %s is %s', (file, title, id) => {
    expect(noticeId(file, title)).toBe(id);
  });

  it('is a visible file name in one folder, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
        (file, title) => {
          const id = noticeId(file, title);
          expect(id).toMatch(/^[^.\s/\\\0-]/u);
          expect(id).not.toMatch(/[/\\\0\n:*?"<>|]|[.]$/u);
          expect(Buffer.byteLength(`${id}.txt`)).toBeLessThanOrEqual(255);
        },
      ),
    );
  });
});
