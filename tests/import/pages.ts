/** The bytes of a page in UTF-8. */
export const bytes = (html: string) => new TextEncoder().encode(html);

/** A page whose container is known, so that only what is in it is looked at. */
export const inContainer = (content: string) =>
  `<html><head><title>平湖市图书馆闭馆公告</title></head><body><div class="TRS_Editor">${content}` +
  '<p>这一段只是为了让正文足够长，好让它被认作正文，而不是别的什么东西，所以写得长一些。</p></div></body></html>';
