import { createHash } from 'node:crypto';

/**
 * The page's only style sheet: from 320 px up, light and dark, contrast 4.5:1 and more for every text.
 * It stands in the page, so that one request is all; the policy lets this very text in, no other.
 */
export const answerStyle = `
:root{color-scheme:light dark;--page:#f3f4f6;--card:#fff;--text:#1f2328;--soft:#57606a;--line:#d0d7de;--main:#1f5fbf;--on:#fff;--link:#1f5fbf}
@media (prefers-color-scheme:dark){:root{--page:#15181c;--card:#1f2328;--text:#e9ecef;--soft:#b3bac1;--line:#4b535c;--main:#8ab8ff;--on:#0d1117;--link:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.7 system-ui,-apple-system,"Hiragino Sans","Noto Sans JP","Yu Gothic UI",sans-serif;overflow-wrap:anywhere}
main,footer{max-width:34rem;margin:0 auto;padding:0 1rem}
main{padding-top:1.5rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.25rem;margin-bottom:1rem}
h1{font-size:1.3rem;line-height:1.4;margin:0 0 .75rem}
h2{font-size:1rem;margin:0 0 .5rem}
p{margin:0 0 .75rem}
.card>:last-child{margin-bottom:0}
dl{margin:0 0 1rem;display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dt{color:var(--soft)}
dd{margin:0}
dd ul{margin:0;padding:0;list-style:none}
dd li+li{margin-top:.35rem}
small,.soft{color:var(--soft);font-size:.9rem}
.question{font-weight:600}
.buttons{display:grid;gap:.75rem;margin:1rem 0}
button{font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1rem;border-radius:8px;border:2px solid var(--main);background:var(--card);color:var(--link);cursor:pointer}
button.yes{background:var(--main);color:var(--on)}
button:focus-visible,a:focus-visible{outline:3px solid var(--text);outline-offset:2px}
a{color:var(--link)}
footer{padding-bottom:2rem}
footer a{display:inline-block;padding:.5rem 0}
@media (min-width:30rem){.buttons{grid-template-columns:1fr 1fr}}
@media (max-width:24rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
`;

const styleHash = createHash('sha256').update(answerStyle).digest('base64');

/** No script, no picture, no frame, nothing of another origin; the form goes back to this one. */
export const answerPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
